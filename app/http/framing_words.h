// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/field_lines.h"

#include <QString>

namespace hookworks {

/// One translated sentence on what is wrong; empty for FramingFault::None.
QString framingWords(FramingFault fault);
/// The status that tells a sender: 400, 413, 414, 431, 501 or 505.
int framingStatus(FramingFault fault);

} // namespace hookworks
