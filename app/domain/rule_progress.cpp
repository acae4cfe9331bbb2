// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/rule_progress.h"

#include <QHash>
#include <QQueue>

#include <functional>

namespace hookworks {

namespace {

/// Finds for each rule of a list the one of another that it goes on from; each is given once, first come
/// first served.
class Succession
{
public:
    Succession(const QList<ReplyRule>& before, const QList<ReplyRule>& now)
        : m_before(before)
        , m_now(now)
        , m_taken(before.size(), false)
        , m_from(now.size(), -1)
    {
    }

    /// Joins those that are still alone and have the same key; an empty one joins nothing.
    template <class Key>
    void join(const std::function<std::optional<Key>(const ReplyRule&)>& keyOf)
    {
        QHash<Key, QQueue<qsizetype>> alone;
        for (qsizetype i = 0; i < m_before.size(); ++i) {
            if (const auto key = m_taken[i] ? std::nullopt : keyOf(m_before[i]))
                alone[*key].enqueue(i);
        }
        for (qsizetype i = 0; i < m_now.size(); ++i) {
            const auto key = m_from[i] < 0 ? keyOf(m_now[i]) : std::nullopt;
            const auto found = key ? alone.find(*key) : alone.end();
            if (found == alone.end() || found->isEmpty())
                continue;
            m_from[i] = found->dequeue();
            m_taken[m_from[i]] = true;
        }
    }
    const QList<qsizetype>& from() const { return m_from; }

private:
    const QList<ReplyRule>& m_before;
    const QList<ReplyRule>& m_now;
    QList<bool> m_taken;
    QList<qsizetype> m_from;
};

QList<qsizetype> predecessors(const QList<ReplyRule>& before, const QList<ReplyRule>& now)
{
    Succession succession(before, now);
    succession.join<ReplyRule>([](const ReplyRule& rule) { return std::optional(rule); });
    succession.join<QString>(
        [](const ReplyRule& rule) { return rule.name.isEmpty() ? std::nullopt : std::optional(rule.name); });
    succession.join<ReplyRule>([](const ReplyRule& rule) {
        ReplyRule nameless = rule;
        nameless.name.clear();
        return std::optional(nameless);
    });
    return succession.from();
}

} // namespace

QList<RuleProgress> carriedOver(const QList<ReplyRule>& before, const QList<RuleProgress>& progress,
                                const QList<ReplyRule>& now)
{
    QList<RuleProgress> carried;
    carried.reserve(now.size());
    const QList<qsizetype> from = predecessors(before, now);
    for (qsizetype i = 0; i < now.size(); ++i) {
        carried << (from[i] < 0 ? RuleProgress() : progress.value(from[i]));
        if (from[i] >= 0 && before[from[i]].seed != now[i].seed)
            carried.last().draws = 0;
    }
    return carried;
}

} // namespace hookworks
