// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time.h"
#include "store/queries.h"

#include <deque>
#include <map>
#include <unordered_map>
#include <vector>

namespace hookworks {

/// The captures that came while attempts were under way, in memory: an attempt finds its own among them, and
/// no capture pays for an index on disk. An attempt that is open while half a million captures come may miss
/// its own. Belongs to the writer thread.
class RecentCaptures
{
public:
    /// `last`: the newest capture there is; the attempt's own comes after it.
    void attemptStarted(const AttemptKey& attempt, CaptureId last);
    /// From the end of the group on it is not waited for.
    void attemptEnded(const AttemptKey& attempt, RealTime at);
    void captured(CaptureId id, const QString& remote, int exchange);

    /// Those that came on that connection, in that place, since the attempt started; newest first.
    std::vector<CaptureId> candidates(const AttemptKey& attempt, const QString& local, int exchange) const;
    /// Whether a capture received then may belong to an attempt.
    bool mayBelongToAttempt(RealTime receivedAt, Micros slack) const;

    /// At the end of a group.
    void settle(bool committed);

private:
    using Key = std::pair<DeliveryId, int>;

    void forgetBefore(CaptureId first);

    std::map<Key, CaptureId> m_open; ///< with the newest capture at its start
    std::vector<Key> m_ended;        ///< by the group at work
    std::unordered_multimap<size_t, CaptureId> m_byPlace;
    std::deque<std::pair<CaptureId, size_t>> m_inOrder;
    RealTime m_lastEnd{};
};

} // namespace hookworks
