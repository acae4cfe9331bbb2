// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/queries.h"

#include <deque>
#include <map>
#include <unordered_map>
#include <vector>

namespace hookworks {

/// The captures that came while attempts were under way, and the attempts that ended of late, in memory: each
/// finds the other by connection and place on it, and neither pays for an index on disk. An attempt that is
/// open while half a million captures come may miss its own, as may a capture that is stored when twenty
/// thousand attempts have ended after its own. Belongs to the writer thread.
class RecentTraffic
{
public:
    /// `last`: the newest capture there is; the attempt's own comes after it.
    void attemptStarted(const AttemptKey& attempt, CaptureId last);
    /// From the end of the group on its captures are not waited for. `local` empty: it can have none.
    void attemptEnded(const AttemptKey& attempt, const QString& local, int exchange);
    void captured(CaptureId id, const QString& remote, int exchange);

    /// Captures that came on that connection, in that place, since the attempt started; newest first.
    std::vector<CaptureId> candidates(const AttemptKey& attempt, const QString& local, int exchange) const;
    /// Attempts that ended of late, on that connection, in that place; the latest first.
    std::vector<AttemptKey> attemptsBehind(const QString& remote, int exchange) const;

    /// At the end of a group.
    void settle(bool committed);

private:
    using Key = std::pair<DeliveryId, int>;
    void forgetCapturesUpTo(CaptureId last);
    void forgetOldestEnded();

    std::map<Key, CaptureId> m_open;                       ///< with the newest capture at its start
    std::vector<Key> m_closing;                            ///< by the group at work
    std::unordered_multimap<size_t, CaptureId> m_captures; ///< by place
    std::deque<std::pair<CaptureId, size_t>> m_captureOrder;
    std::unordered_map<size_t, std::vector<AttemptKey>> m_ended; ///< by place, the latest last
    std::deque<size_t> m_endedOrder;                             ///< their places
};

} // namespace hookworks
