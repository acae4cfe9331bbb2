// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/clock_state.h"
#include "domain/result.h"
#include "workbench/captures.h"
#include "workbench/deliveries.h"

#include <QIcon>
#include <QObject>
#include <QTimer>

namespace hookworks {

struct KeepingView;
struct ListenerView;
struct PaletteEntry;
class MainWindow;
class Workbench;

/// Ties the window's frame to the workbench: listener, pending work and clock in the status line and the
/// menus, what Ctrl+K finds, and notices that concern every page.
class Desk final : public QObject
{
    Q_OBJECT
public:
    /// Both must outlive it.
    Desk(MainWindow& window, Workbench& workbench, QObject* parent = nullptr);

    /// After Workbench::start() answered: what is said from then on is true.
    void begin();

private:
    void wireListener();
    void wireClock();
    void wirePalette();
    void wireDestinations();
    void showListener();
    void showClock(const ClockState& clock);
    void showPending();
    void switchListener(bool on);
    void startListener(const ListenerView& listener);
    void tellListenerProblem(const ListenerView& listener, const Error& error);
    void listenOnNextFreePort(const ListenerView& listener);
    void wireSaved();
    void showSaved();
    void tellTrouble(const Error& error);
    void showKept(const KeepingView& view);
    void openSettings();
    PaletteEntry jump(const QString& id, const QString& name, const QString& detail, const QIcon& icon,
                      const QString& page);
    void findReports();
    void findWebhooks();
    /// `before` were found already; the filter goes on behind them.
    void findDeliveries(const QString& query, DeliveryFilter filter, const QList<Delivery>& before);
    void findCaptures(const QString& query, CaptureFilter filter, const QList<Capture>& before);

    MainWindow& m_window;
    Workbench& m_workbench;
    QTimer m_tick;   ///< while something is due, so that the countdown runs
    QTimer m_typing; ///< Ctrl+K asks the workspace when one pauses
    QString m_query;
    bool m_troubled = false;
};

} // namespace hookworks
