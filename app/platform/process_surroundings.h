// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

namespace hookworks {

/// Opens /dev/null for each of the standard descriptors 0 to 2 that is closed, so that no socket or database
/// gets its number. The first thing main() does.
void openStandardDescriptors();

/// File names are texts in this program, so each that it is given must be one: UTF-8. BadInput names the
/// argument, the variable of the environment (those that Paths reads) or the current folder that is not.
Result<void> checkNamesAreText(int argc, char* argv[]);

} // namespace hookworks
