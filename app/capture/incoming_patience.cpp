// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How long an IncomingConnection waits for its sender and reader.
#include "capture/incoming_connection.h"
#include "domain/words.h"

#include <algorithm>

namespace hookworks {

namespace {

constexpr qint64 slowestWindow = 100; ///< bytes a second that a body must bring
constexpr std::chrono::milliseconds windowLength(500);
constexpr std::chrono::seconds slowAtMost(5);
constexpr std::chrono::seconds hangAtMost(10); ///< where others wait for the connection

} // namespace

/// A head counts from when it is awaited, however it trickles in; a body, and what is drained, from its last
/// byte, or while it comes too slowly; an answer from what the reader last took.
std::optional<IncomingConnection::Steady::time_point> IncomingConnection::stallsFrom(Micros patience) const
{
    if (m_state == State::Hanging || m_state == State::Dripping)
        return m_writeStart + hangAtMost;
    if (m_state == State::Writing)
        return m_progress + patience;
    if (m_state == State::Draining)
        return std::min(m_since, lastSent()) + patience;
    if (!waitsForSender() || m_stream->hasUnread())
        return std::nullopt;
    if (!m_framer.inBody())
        return m_since + patience;
    if (m_appends > 0)
        return std::nullopt;
    const auto last = std::max(m_progress, lastSent());
    return std::min(last, m_slowSince.value_or(last)) + patience;
}

/// As the system saw it, whether it was read or not.
IncomingConnection::Steady::time_point IncomingConnection::lastSent() const
{
    return Steady::now() - m_stream->quietFor();
}

bool IncomingConnection::waitsForSender() const
{
    return m_state == State::Sniffing || m_state == State::Handshake || m_state == State::Reading;
}

void IncomingConnection::makeRoom()
{
    const auto self = shared_from_this();
    m_hurries = true;
    if (m_state == State::Reading && (m_framer.inBody() || m_framer.requestBytes() > 0))
        refuseHere(408, tr("The request came too slowly, and others waited for the connection."));
    else if (m_state == State::Writing || m_state == State::Dripping)
        abort(BrokenBy::Crowd);
    else
        close(BrokenBy::Crowd);
}

/// Over the whole time that bodyTime allows.
bool IncomingConnection::bodyIsSlow(Steady::time_point now) const
{
    const double lasted = std::chrono::duration<double>(now - m_requestStart).count();
    return now > m_deadline &&
           static_cast<double>(m_wireBytes) < lasted * static_cast<double>(m_core.limits().bodyRate);
}

/// Looks at the last half second.
void IncomingConnection::watchBody(Steady::time_point now)
{
    const double lasted = std::chrono::duration<double>(now - m_window).count();
    if (now - m_window < windowLength)
        return;
    if (m_appends > 0 || static_cast<double>(m_windowBytes) >= lasted * slowestWindow)
        m_slowSince.reset();
    else if (!m_slowSince)
        m_slowSince = m_window;
    beginWindow(now);
}

void IncomingConnection::beginWindow(Steady::time_point now)
{
    m_window = now;
    m_windowBytes = 0;
}

/// By what the system took for it.
bool IncomingConnection::answerIsSlow(Steady::time_point now) const
{
    const double lasted = std::chrono::duration<double>(now - m_writeStart).count();
    return now > m_writeStart + m_core.limits().bodyTime &&
           static_cast<double>(m_written) < lasted * static_cast<double>(m_core.limits().bodyRate);
}

void IncomingConnection::checkDeadline(Steady::time_point now)
{
    const auto self = shared_from_this();
    if (m_state == State::Reading && m_framer.inBody()) {
        watchBody(now);
        const bool stalls =
            m_slowSince && now - *m_slowSince > std::min<Micros>(slowAtMost, m_core.limits().bodyTime);
        if (stalls || (m_appends == 0 && bodyIsSlow(now)))
            refuseHere(408, tr("The body did not come in time."));
        return;
    }
    if (m_state == State::Writing && answerIsSlow(now))
        abort(BrokenBy::Patience);
    if (now < m_deadline || m_state == State::Closed)
        return;
    if (m_state == State::Reading && m_framer.requestBytes() > 0)
        refuseHere(408, tr("The head did not come in time."));
    else if (m_state == State::Reading || m_state == State::Sniffing || m_state == State::Handshake ||
             m_state == State::Draining)
        close();
    else if (m_state == State::Forwarding && m_forwarding)
        m_forwarding->giveUp();
    else if (m_state == State::Writing || m_state == State::Dripping || m_state == State::Hanging)
        abort(BrokenBy::Patience);
}

} // namespace hookworks
