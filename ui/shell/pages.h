// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"

namespace hookworks {

class Workbench;

/// The five pages, in the order of the window's left. `workbench` must outlive the window.
QList<Page> pagesOf(Workbench& workbench);

} // namespace hookworks
