// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/run_menu.h"

#include "ui/shell/menu_action.h"
#include "ui/shell/status_line.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>

namespace hookworks {

RunMenu::RunMenu(QMenu& menu, QObject* parent)
    : QObject(parent)
{
    connect(addMenuAction(menu, tr("&Simulate an event…"), QStringLiteral("system-run"), tr("Ctrl+R")),
            &QAction::triggered, this, &RunMenu::runWanted);
    menu.addSeparator();
    m_pause =
        addMenuAction(menu, tr("&Pause the clock"), QStringLiteral("media-playback-pause"), tr("Ctrl+P"));
    m_pause->setCheckable(true);
    m_next = addMenuAction(menu, tr("Jump to the &next due attempt"), QStringLiteral("media-skip-forward"),
                           tr("Ctrl+J"));
    QMenu* speeds = menu.addMenu(tr("Clock &speed"));
    auto* group = new QActionGroup(speeds);
    for (const double speed : StatusLine::speeds()) {
        QAction* action = addMenuAction(*speeds, StatusLine::speedWords(speed));
        action->setCheckable(true);
        action->setData(speed);
        group->addAction(action);
        m_speeds.append(action);
        connect(action, &QAction::triggered, this, [this, speed] { emit speedChosen(speed); });
    }
    QAction* real = addMenuAction(menu, tr("Back to &real time"), QStringLiteral("appointment-new"));
    connect(m_pause, &QAction::triggered, this, &RunMenu::pauseToggled);
    connect(m_next, &QAction::triggered, this, &RunMenu::nextWanted);
    connect(real, &QAction::triggered, this, &RunMenu::realTimeWanted);
}

void RunMenu::setClock(double speed)
{
    m_pause->setChecked(speed <= 0);
    for (QAction* action : std::as_const(m_speeds))
        action->setChecked(qFuzzyCompare(action->data().toDouble(), speed));
}

void RunMenu::setWaiting(bool any)
{
    m_next->setEnabled(any);
}

} // namespace hookworks
