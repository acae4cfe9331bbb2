// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/recent_traffic.h"

#include <algorithm>

namespace hookworks {

namespace {

constexpr size_t capturesAtMost = 500'000;
constexpr size_t endedAtMost = 20'000;

size_t place(const QString& address, int exchange)
{
    return qHashMulti(0, address, exchange);
}

} // namespace

void RecentTraffic::attemptStarted(const AttemptKey& attempt, CaptureId last)
{
    m_open.try_emplace({attempt.delivery, attempt.number}, last);
}

void RecentTraffic::attemptEnded(const AttemptKey& attempt, const QString& local, int exchange)
{
    m_closing.emplace_back(attempt.delivery, attempt.number);
    if (local.isEmpty())
        return;
    const size_t where = place(local, exchange);
    m_ended[where].push_back(attempt);
    m_endedOrder.push_back(where);
    if (m_endedOrder.size() > endedAtMost)
        forgetOldestEnded();
}

void RecentTraffic::captured(CaptureId id, const QString& remote, int exchange)
{
    if (m_open.empty())
        return;
    const size_t where = place(remote, exchange);
    m_captures.emplace(where, id);
    m_captureOrder.emplace_back(id, where);
    if (m_captureOrder.size() > capturesAtMost)
        forgetCapturesUpTo(m_captureOrder[m_captureOrder.size() / 2].first);
}

std::vector<CaptureId> RecentTraffic::candidates(const AttemptKey& attempt, const QString& local,
                                                 int exchange) const
{
    std::vector<CaptureId> found;
    const auto open = m_open.find({attempt.delivery, attempt.number});
    if (open == m_open.end())
        return found;
    const auto [begin, end] = m_captures.equal_range(place(local, exchange));
    for (auto at = begin; at != end; ++at) {
        if (at->second > open->second)
            found.push_back(at->second);
    }
    std::ranges::sort(found, std::ranges::greater());
    return found;
}

std::vector<AttemptKey> RecentTraffic::attemptsBehind(const QString& remote, int exchange) const
{
    if (m_ended.empty())
        return {};
    const auto found = m_ended.find(place(remote, exchange));
    return found == m_ended.end() ? std::vector<AttemptKey>()
                                  : std::vector(found->second.rbegin(), found->second.rend());
}

void RecentTraffic::settle(bool committed)
{
    for (const Key& key : m_closing) {
        if (committed)
            m_open.erase(key);
    }
    m_closing.clear();
    if (m_open.empty()) {
        m_captures.clear();
        m_captureOrder.clear();
        return;
    }
    const auto oldest = std::ranges::min_element(m_open, {}, [](const auto& each) { return each.second; });
    forgetCapturesUpTo(oldest->second);
}

void RecentTraffic::forgetCapturesUpTo(CaptureId last)
{
    while (!m_captureOrder.empty() && m_captureOrder.front().first <= last) {
        const auto [id, where] = m_captureOrder.front();
        m_captureOrder.pop_front();
        const auto [begin, end] = m_captures.equal_range(where);
        const auto same = std::find_if(begin, end, [id = id](const auto& each) { return each.second == id; });
        if (same != end)
            m_captures.erase(same);
    }
}

void RecentTraffic::forgetOldestEnded()
{
    const auto found = m_ended.find(m_endedOrder.front());
    m_endedOrder.pop_front();
    found->second.erase(found->second.begin());
    if (found->second.empty())
        m_ended.erase(found);
}

} // namespace hookworks
