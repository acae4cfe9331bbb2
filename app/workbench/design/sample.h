// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/session/answer.h"

namespace hookworks {

class Workbench;

/// What a sample workspace holds. True where it was made now; false where the workspace is not empty.
Answer<bool> makeSampleWorkspace(Workbench& workbench);

} // namespace hookworks
