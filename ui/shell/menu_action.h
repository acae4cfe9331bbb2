// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QString>

class QAction;
class QMenu;

namespace hookworks {

/// A new action at the menu's end; `icon` is the name of one, empty for none.
QAction* addMenuAction(QMenu& menu, const QString& text, const QString& icon = {},
                       const QKeySequence& keys = {});

} // namespace hookworks
