// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/clock_state.h"
#include "workbench/session/answer.h"

#include <QList>
#include <QObject>

#include <memory>

namespace hookworks {

class Session;

/// While it lives the clock runs at its speed; afterwards as before. For a command's `--speed`.
class SpeedScope
{
public:
    virtual ~SpeedScope() = default;
};

/// The workbench's own time. Stored at each change and every second; a workspace that is opened goes on as if
/// the clock had run at ×1 meanwhile.
class ClockControl final : public QObject
{
    Q_OBJECT

public:
    explicit ClockControl(Session& session);
    ~ClockControl() override;

    /// As last heard from the io thread; before start(): real time.
    ClockState state() const;
    WorkTime now() const;
    RealTime realNow() const;
    bool isPaused() const { return state().speed == 0; }
    /// How long until then, in real time at the present speed; nullopt: the clock is paused.
    std::optional<Micros> realTimeUntil(WorkTime time) const;
    /// When the earliest waiting attempt is due; nullopt: none waits.
    std::optional<WorkTime> nextDue() const;

    static QList<double> speeds() { return {1, 10, 60, 600, 3600}; }
    /// 0 pauses.
    void setSpeed(double speed);
    void pause();
    /// At the speed before the pause.
    void resume();
    /// To the earliest due time; nothing when none waits.
    void jumpToNext();
    /// Never back.
    void jumpTo(WorkTime time);
    /// Shows real time again, at ×1; waiting due times move along, so that gaps remain.
    void backToRealTime();
    /// Jumps by itself whenever nothing is in flight, until all deliveries are final or it is switched off.
    void runUntilFinal(bool on);
    bool isRunningUntilFinal() const;

    std::unique_ptr<SpeedScope> speedForCommand(double speed);

Q_SIGNALS:
    void changed(const hookworks::ClockState& clock);
    void nextDueChanged();
    void runUntilFinalChanged(bool on);

private:
    class Scope;
    Session* m_session;
    std::optional<WorkTime> m_nextDue;
    double m_speedBeforePause = 1;
    bool m_runningUntilFinal = false;
};

} // namespace hookworks
