// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/clock_state.h"
#include "domain/result.h"
#include "ui/shell/key_field.h"
#include "ui/shell/request_import.h"

#include <QObject>
#include <QTimer>

namespace hookworks {

struct RetentionView;
struct ListenerConfig;
struct ListenerView;
class MainWindow;
class Workbench;

/// Ties the window's frame to the workbench: listener, pending work and clock in the status line and the
/// menus, and notices that concern every page.
class ShellController final : public QObject
{
    Q_OBJECT
public:
    /// Both must outlive it.
    ShellController(MainWindow& window, Workbench& workbench, QObject* parent = nullptr);

    /// Where the key is that secrets are sealed with, for the settings.
    void setKeyRoom(std::function<KeyRoom()> room) { m_keyRoom = std::move(room); }
    /// After Workbench::start() answered: what is said from then on is true.
    void begin();
    /// Brings cases and requests into the workspace, as if they had been dropped on the window.
    void open(const QStringList& files) { m_import->take(files); }

private:
    void wireListener();
    void wireClock();
    void wireDestinations();
    void showListener();
    void showClock(const ClockState& clock);
    void showPending();
    void switchListener(bool on);
    void startListener(const ListenerView& listener);
    void tellListenerProblem(const ListenerConfig& listener, const QString& problem, bool portTaken);
    void listenOnNextFreePort(const ListenerConfig& listener);
    void wireSaved();
    void showSaved();
    void tellTrouble(const Error& error);
    void showKept(const RetentionView& view);
    void openSettings();

    MainWindow& m_window;
    Workbench& m_workbench;
    RequestImport* m_import;
    QTimer m_tick; ///< while something is due, so that the countdown runs
    bool m_troubled = false;
    QString m_listenerProblem; ///< told
    std::function<KeyRoom()> m_keyRoom;
};

} // namespace hookworks
