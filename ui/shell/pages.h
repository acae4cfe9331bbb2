// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"

namespace hookworks {

class Workbench;

/// Asked when a page is made.
using WorkbenchSource = std::function<Workbench&()>;

/// The five pages, in the order of the window's left. The workbench must outlive the window.
QList<Page> pagesOf(const WorkbenchSource& workbench);
QList<Page> pagesOf(Workbench& workbench);

} // namespace hookworks
