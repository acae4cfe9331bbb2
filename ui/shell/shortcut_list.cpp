// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/shortcut_list.h"

#include "ui/shell/main_window.h"
#include "ui/shell/window_menus.h"

#include <QAction>
#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>

namespace hookworks {

namespace {

QString cell(QString text)
{
    return text.replace(u'\\', QStringLiteral("\\\\")).replace(u'|', QStringLiteral("\\|"));
}

/// "Mark: Red" where it stands in a menu below another.
QString wordsIn(const QAction& action)
{
    const QObjectList objects =
        qobject_cast<QMenu*>(action.parent()) ? QObjectList() : action.associatedObjects();
    for (const QObject* object : objects) {
        const auto* menu = qobject_cast<const QMenu*>(object);
        if (menu && !qobject_cast<QMenuBar*>(menu->parent()) && !menu->menuAction()->text().isEmpty())
            return QStringLiteral("%1: %2").arg(WindowMenus::wordsOf(*menu->menuAction()),
                                                WindowMenus::wordsOf(action));
    }
    return WindowMenus::wordsOf(action);
}

/// Each once: the same action may stand in several menus.
QString shortcutTable(const QString& title, const QList<QAction*>& actions)
{
    QStringList lines;
    for (const QAction* action : actions) {
        QStringList keys;
        for (const QKeySequence& sequence : action->shortcuts())
            keys << sequence.toString(QKeySequence::NativeText);
        if (keys.isEmpty() || action->text().isEmpty())
            continue;
        const QString line =
            QStringLiteral("| %1 | %2 |").arg(cell(keys.join(QStringLiteral(", "))), cell(wordsIn(*action)));
        if (!lines.contains(line))
            lines << line;
    }
    if (lines.isEmpty())
        return {};
    const QString head = QCoreApplication::translate("hookworks", "| Keys | What they do |");
    return QStringLiteral("## %1\n\n%2\n|---|---|\n%3\n\n").arg(title, head, lines.join(u'\n'));
}

} // namespace

QString windowShortcuts(MainWindow& window)
{
    QList<QAction*> actions = window.menus().allActions();
    if (const PageWidget* page = window.currentPage()) {
        const QList<QAction*> its = page->pageActions();
        actions.removeIf([&its](QAction* action) { return its.contains(action); });
    }
    return shortcutTable(QCoreApplication::translate("hookworks", "Everywhere"), actions);
}

QString pageShortcuts(const PageWidget& page, const QString& title)
{
    QList<QAction*> actions = page.pageActions();
    actions += page.findChildren<QAction*>();
    return shortcutTable(title, actions);
}

} // namespace hookworks
