// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/session/io_parts.h"

#include "platform/clock.h"
#include "store/store.h"

using namespace std::chrono_literals;

namespace hookworks {

namespace {

constexpr auto reportGap = 33ms;

} // namespace

IoParts::IoParts(const WorkbenchParts& parts, const SessionStart& start)
    : m_store(*parts.store)
    , m_clock(*parts.clock)
    , m_journal(m_store, m_completions)
    , m_sink(m_store, m_completions)
    , m_wayOut(parts.wayOut())
    , m_fleet(
          m_sink, m_clock, *m_wayOut.wire, parts.authorityFolder,
          [this](RealTime now) { return workTimeAt(m_dispatcher->clockState(), now); },
          [this] { return m_proxy; })
{
    const RealTime now = m_clock.now();
    const DispatcherPorts ports{m_clock, m_journal, *m_wayOut.transport, [this] { return m_fleet.url(); }};
    m_dispatcher =
        std::make_unique<Dispatcher>(ports, start.clock ? reopened(*start.clock, now) : realClock(now));
    m_report.setSingleShot(true);
    m_report.setInterval(reportGap);
    connect(&m_report, &QTimer::timeout, this, &IoParts::reportWork);
    m_persist.setInterval(1s);
    connect(&m_persist, &QTimer::timeout, this, &IoParts::storeRunningClock);
    watchDispatcher();
}

IoParts::~IoParts() = default;

void IoParts::watchDispatcher()
{
    const auto soon = [this] {
        if (!m_report.isActive())
            m_report.start();
    };
    DispatchEvents* const events = &m_dispatcher->events();
    connect(events, &DispatchEvents::attemptStarted, this, soon);
    connect(events, &DispatchEvents::attemptFinished, this, soon);
    connect(events, &DispatchEvents::deliveryChanged, this, soon);
    connect(events, &DispatchEvents::idle, this, soon);
    connect(events, &DispatchEvents::clockChanged, this, [this, soon](const ClockState& clock) {
        Q_EMIT clockChanged(clock);
        storeClock();
        soon();
    });
}

void IoParts::begin(const SessionStart& start, SessionWork work)
{
    m_dispatcher->setDestinations(start.publicOnly ? DestinationPolicy::PublicOnly : DestinationPolicy::Any);
    setProxy(start.proxy);
    for (const LaneSettings& lane : start.lanes)
        m_dispatcher->setLane(lane);
    if (work.startListeners) {
        for (const ListenerConfig& listener : start.listeners) {
            if (listener.enabled)
                static_cast<void>(
                    m_fleet.start(listener, start.ruleProgress.value(listener.id))); // so does its view
        }
    }
    m_dispatcher->recover(start.interrupted, work.deliverWaiting);
    m_dispatcher->add(start.waiting);
    if (work.startAttempts)
        m_dispatcher->resume();
    Q_EMIT clockChanged(m_dispatcher->clockState());
    storeClock();
    m_persist.start();
    m_report.start();
}

void IoParts::setProxy(const Proxy& proxy)
{
    m_proxy = proxy;
    m_dispatcher->setProxy(proxy);
}

void IoParts::end()
{
    if (!m_dispatcher)
        return;
    m_persist.stop();
    m_report.stop();
    storeClock();
    m_fleet.stopAll();
    m_dispatcher.reset();
    m_wayOut.transport.reset();
}

void IoParts::whenIdle(std::function<void()> then)
{
    const DispatcherCounts counts = m_dispatcher->counts();
    if (counts.waiting == 0 && counts.inFlight == 0) {
        then();
        return;
    }
    connect(&m_dispatcher->events(), &DispatchEvents::idle, this, std::move(then), Qt::SingleShotConnection);
}

void IoParts::whenStopped(std::function<void()> then)
{
    connect(&m_dispatcher->events(), &DispatchEvents::stopped, this, std::move(then),
            Qt::SingleShotConnection);
    m_dispatcher->stop();
}

ClockState IoParts::clockNow() const
{
    const ClockState clock = m_dispatcher->clockState();
    return withSpeed(clock, clock.speed, m_clock.now());
}

void IoParts::reportWork()
{
    const DispatcherCounts counts = m_dispatcher->counts();
    const WorkCounts work{counts.waiting, counts.held, counts.inFlight, m_dispatcher->nextDue()};
    if (work == m_reported)
        return;
    m_reported = work;
    Q_EMIT workChanged(work);
}

void IoParts::storeClock()
{
    m_store.write([clock = clockNow()](Writer& writer) { return writer.setClock(clock); },
                  [](const Result<void>&) {});
}

/// At ×1 the stored clock shows the same as the running one: nothing to store.
void IoParts::storeRunningClock()
{
    if (m_dispatcher->clockState().speed != 1)
        storeClock();
}

} // namespace hookworks
