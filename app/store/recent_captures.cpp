// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/recent_captures.h"

#include <algorithm>

namespace hookworks {

namespace {

constexpr size_t keptAtMost = 500'000;

size_t place(const QString& address, int exchange)
{
    return qHashMulti(0, address, exchange);
}

} // namespace

void RecentCaptures::attemptStarted(const AttemptKey& attempt, CaptureId last)
{
    m_open.try_emplace({attempt.delivery, attempt.number}, last);
}

void RecentCaptures::attemptEnded(const AttemptKey& attempt, RealTime at)
{
    m_ended.emplace_back(attempt.delivery, attempt.number);
    m_lastEnd = std::max(m_lastEnd, at);
}

void RecentCaptures::captured(CaptureId id, const QString& remote, int exchange)
{
    if (m_open.empty())
        return;
    const size_t where = place(remote, exchange);
    m_byPlace.emplace(where, id);
    m_inOrder.emplace_back(id, where);
    if (m_inOrder.size() > keptAtMost)
        forgetBefore(m_inOrder[m_inOrder.size() / 2].first);
}

std::vector<CaptureId> RecentCaptures::candidates(const AttemptKey& attempt, const QString& local,
                                                  int exchange) const
{
    std::vector<CaptureId> found;
    const auto open = m_open.find({attempt.delivery, attempt.number});
    if (open == m_open.end())
        return found;
    const auto [begin, end] = m_byPlace.equal_range(place(local, exchange));
    for (auto at = begin; at != end; ++at) {
        if (at->second > open->second)
            found.push_back(at->second);
    }
    std::ranges::sort(found, std::ranges::greater());
    return found;
}

bool RecentCaptures::mayBelongToAttempt(RealTime receivedAt, Micros slack) const
{
    return !m_open.empty() || receivedAt <= m_lastEnd + slack;
}

void RecentCaptures::settle(bool committed)
{
    for (const Key& key : m_ended) {
        if (committed)
            m_open.erase(key);
    }
    m_ended.clear();
    if (m_open.empty()) {
        m_byPlace.clear();
        m_inOrder.clear();
        return;
    }
    const auto oldest = std::ranges::min_element(m_open, {}, [](const auto& each) { return each.second; });
    forgetBefore(oldest->second);
}

void RecentCaptures::forgetBefore(CaptureId first)
{
    while (!m_inOrder.empty() && m_inOrder.front().first <= first) {
        const auto [id, where] = m_inOrder.front();
        m_inOrder.pop_front();
        const auto [begin, end] = m_byPlace.equal_range(where);
        const auto same = std::find_if(begin, end, [id = id](const auto& each) { return each.second == id; });
        if (same != end)
            m_byPlace.erase(same);
    }
}

} // namespace hookworks
