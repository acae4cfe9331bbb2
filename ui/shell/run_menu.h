// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

class QAction;
class QMenu;

namespace hookworks {

/// The Run menu: what is simulated, and the workbench's clock.
class RunMenu final : public QObject
{
    Q_OBJECT
public:
    /// Fills `menu`.
    RunMenu(QMenu& menu, QObject* parent);

    /// The speed that is ticked; 0: paused.
    void setClock(double speed);
    /// Whether anything waits that the clock could jump to.
    void setWaiting(bool any);

signals:
    void runWanted();
    void speedChosen(double speed);
    void pauseToggled(bool paused);
    void nextWanted();
    void realTimeWanted();

private:
    QAction* m_pause;
    QAction* m_next;
    QList<QAction*> m_speeds;
};

} // namespace hookworks
