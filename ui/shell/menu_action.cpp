// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/menu_action.h"

#include "ui/widgets/icons.h"

#include <QAction>
#include <QMenu>

namespace hookworks {

QAction* addMenuAction(QMenu& menu, const QString& text, const QString& icon, const QKeySequence& keys)
{
    QAction* action = menu.addAction(text);
    if (!icon.isEmpty())
        action->setIcon(themedIcon(icon));
    action->setShortcut(keys);
    return action;
}

} // namespace hookworks
