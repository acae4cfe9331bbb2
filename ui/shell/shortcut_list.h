// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace hookworks {

class MainWindow;
class PageWidget;

/// The keys of the window's menus, without those of the page that is shown, as a table in Markdown under a
/// heading.
QString windowShortcuts(MainWindow& window);
/// The keys of all that a page can do, the same way; empty: it has none.
QString pageShortcuts(const PageWidget& page, const QString& title);

} // namespace hookworks
