// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "delivery/dispatcher.h"
#include "store/completions.h"
#include "workbench/deliver/deliveries.h"
#include "workbench/listen/listener_fleet.h"
#include "workbench/session/store_journal.h"
#include "workbench/session/store_sink.h"
#include "workbench/session/stored_values.h"
#include "workbench/session/workbench.h"

namespace hookworks {

/// What lives on the io thread: dispatcher, wire, listeners, and their ways to the store. Made, used
/// and destroyed there.
class IoParts final : public QObject
{
    Q_OBJECT

public:
    IoParts(const WorkbenchParts& parts, const SessionStart& start);
    ~IoParts() override;

    Dispatcher& dispatcher() { return *m_dispatcher; }
    ListenerFleet& listeners() { return m_fleet; }

    /// Takes up what waits, then starts listeners and attempts.
    void begin(const SessionStart& start, SessionWork work);
    /// That attempts and requests that are passed on go through from now on.
    void setProxy(const Proxy& proxy);
    /// No more calls into the store come from here, and no more callbacks into the parts above; answers of
    /// the store may still come.
    void end();
    /// Calls back once nothing waits and nothing is in flight, held deliveries aside.
    void whenIdle(std::function<void()> then);
    /// Calls back once no attempt is in flight; none starts any more.
    void whenStopped(std::function<void()> then);
    /// For storing.
    ClockState clockNow() const;

Q_SIGNALS:
    void workChanged(const hookworks::WorkCounts& work);
    void clockChanged(const hookworks::ClockState& clock);

private:
    void watchDispatcher();
    void reportWork();
    void storeClock();
    void storeRunningClock();

    Store& m_store;
    const Clock& m_clock;
    Completions m_completions;
    StoreJournal m_journal;
    StoreSink m_sink;
    WayOut m_wayOut;
    Proxy m_proxy;
    ListenerFleet m_fleet;
    std::unique_ptr<Dispatcher> m_dispatcher;
    QTimer m_report, m_persist;
    WorkCounts m_reported;
};

} // namespace hookworks
