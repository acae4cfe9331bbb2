// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/listener_config.h"
#include "domain/time.h"

#include <chrono>
#include <optional>

namespace hookworks {

/// When the phases of a connection's present request began.
struct RequestTimes
{
    using Moment = std::chrono::steady_clock::time_point;

    Moment accepted;
    Moment began; ///< its first byte
    Moment ended;
    Moment answered;     ///< the first byte of its answer
    RealTime receivedAt; ///< the same as `began`; RealTime() before it
};

inline Micros between(RequestTimes::Moment from, RequestTimes::Moment to)
{
    return std::chrono::duration_cast<Micros>(to - from);
}

/// How long a connection waits for its sender and reader. A head counts from when it is awaited, however it
/// trickles in; a body, and what is drained, from its last byte, or while it comes too slowly; an answer from
/// what the reader last took. Knows no socket and no clock.
class Patience
{
public:
    using Moment = RequestTimes::Moment;

    /// `lastSent`: it may have waited long to be accepted. `limits` outlives it.
    Patience(const ListenerLimits& limits, Moment accepted, Moment lastSent);

    const RequestTimes& times() const { return m_times; }

    void heard(Moment now) { m_since = now; }
    void requestBegins(Moment now, RealTime receivedAt);
    /// A part of a further head came.
    void headGoesOn();
    void bodyBegins(Moment now);
    /// The sender was told to go on.
    void bodyAsked(Moment now) { m_progress = now; }
    void came(qint64 bytes) { m_windowBytes += bytes; }
    /// The store took a piece of the body.
    void bodyTaken(Moment now);
    void requestEnds(Moment now) { m_times.ended = now; }
    void answerBegins(Moment now);
    /// The reader took some of it; `pause`: until more is given.
    void answerGoesOn(Moment now, Micros pause = Micros(0));
    void drains(Moment now);
    void awaitsNext(Moment now);
    /// Something else is waited for, until then.
    void waitUntil(Moment deadline) { m_deadline = deadline; }

    bool isOver(Moment now) const { return now >= m_deadline; }
    /// Whether the body comes too slowly to wait on; `storing`: the store has pieces of it still to take. To
    /// be asked a few times a second.
    bool bodyStalls(Moment now, qint64 wireBytes, bool storing);
    /// By what the system took of it.
    bool answerIsSlow(Moment now, qint64 written) const;

    // From when on others may have its place, where they are given `patience`.
    Moment answerHangsFrom() const;
    Moment answerStallsFrom(Micros patience) const { return m_progress + patience; }
    Moment drainStallsFrom(Micros patience, Moment lastSent) const;
    Moment headStallsFrom(Micros patience) const { return m_since + patience; }
    Moment bodyStallsFrom(Micros patience, Moment lastSent) const;

private:
    void beginWindow(Moment now);
    void watchBody(Moment now, bool storing);

    const ListenerLimits& m_limits;
    RequestTimes m_times;
    Moment m_since, m_progress, m_deadline, m_window;
    std::optional<Moment> m_slowSince; ///< the body brings too little
    qint64 m_windowBytes = 0;
};

} // namespace hookworks
