// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/session/clock_control.h"

#include "delivery/dispatch_clock.h"
#include "workbench/session/io_parts.h"
#include "workbench/session/session.h"

#include <QPointer>

namespace hookworks {

class ClockControl::Scope final : public SpeedScope
{
public:
    Scope(ClockControl& clock, double speed)
        : m_clock(&clock)
        , m_before(clock.state().speed)
    {
        m_clock->setSpeed(speed);
    }
    ~Scope() override
    {
        if (m_clock)
            m_clock->setSpeed(m_before);
    }
    Scope(const Scope&) = delete;
    Scope& operator=(const Scope&) = delete;

private:
    QPointer<ClockControl> m_clock;
    double m_before;
};

ClockControl::ClockControl(Session& session)
    : m_session(&session)
{
    connect(&session.live(), &LiveState::clockChanged, this, &ClockControl::changed);
    connect(&session.live(), &LiveState::workChanged, this, [this](const WorkCounts& work) {
        if (work.nextDue != m_nextDue) {
            m_nextDue = work.nextDue;
            Q_EMIT nextDueChanged();
        }
        if (m_runningUntilFinal && work.waiting == 0 && work.inFlight == 0)
            runUntilFinal(false);
    });
}

ClockControl::~ClockControl() = default;

ClockState ClockControl::state() const
{
    return m_session->live().clock();
}

WorkTime ClockControl::now() const
{
    return m_session->live().workNow();
}

RealTime ClockControl::realNow() const
{
    return m_session->clock().now();
}

std::optional<Micros> ClockControl::realTimeUntil(WorkTime time) const
{
    const RealTime present = realNow();
    const auto at = realTimeOf(state(), time, present);
    return at ? std::optional<Micros>(*at - present) : std::nullopt;
}

std::optional<WorkTime> ClockControl::nextDue() const
{
    return m_session->live().work().nextDue;
}

void ClockControl::setSpeed(double speed)
{
    if (speed == 0 && !isPaused())
        m_speedBeforePause = state().speed;
    m_session->onIo([speed](IoParts& io) { io.dispatcher().clock().setSpeed(speed); });
}

void ClockControl::pause()
{
    setSpeed(0);
}

void ClockControl::resume()
{
    if (isPaused())
        setSpeed(m_speedBeforePause);
}

void ClockControl::jumpToNext()
{
    m_session->onIo([](IoParts& io) { io.dispatcher().clock().jumpToNext(); });
}

void ClockControl::jumpTo(WorkTime time)
{
    m_session->onIo([time](IoParts& io) { io.dispatcher().clock().jumpTo(time); });
}

void ClockControl::backToRealTime()
{
    m_session->onIo([](IoParts& io) { io.dispatcher().clock().backToRealTime(); });
}

void ClockControl::runUntilFinal(bool on)
{
    if (on == m_runningUntilFinal)
        return;
    m_runningUntilFinal = on;
    m_session->onIo([on](IoParts& io) { io.dispatcher().clock().setJumping(on); });
    Q_EMIT runUntilFinalChanged(on);
}

bool ClockControl::isRunningUntilFinal() const
{
    return m_runningUntilFinal;
}

std::unique_ptr<SpeedScope> ClockControl::speedForCommand(double speed)
{
    return std::make_unique<Scope>(*this, speed);
}

} // namespace hookworks
