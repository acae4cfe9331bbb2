// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/listener_news.h"

#include "capture/rule_engine.h"
#include "domain/words.h"

#include <utility>

namespace hookworks {

namespace {

using namespace std::chrono_literals;

constexpr int timedAnswersAtOnce = 250;

} // namespace

ListenerNews::ListenerNews(Listener& front, CaptureSink& sink, const RuleEngine& rules)
    : m_front(front)
    , m_sink(sink)
    , m_rules(rules)
{
}

void ListenerNews::requestSeen()
{
    ++m_counts.requests;
    m_changed = true;
}

void ListenerNews::connectionsChanged(qsizetype open, bool paused)
{
    m_counts.connections = static_cast<int>(open);
    m_counts.paused = paused;
    m_changed = true;
}

void ListenerNews::refusalSeen(const QString& remote, const QString& reason)
{
    ++m_counts.refused;
    m_changed = true;
    warn(remote, reason);
}

void ListenerNews::unjudged(const QString& rule, const QString& reason)
{
    m_changed = true;
    warnOnce(rule, tr("The rule \"%1\" could not be tried on a request: %2.").arg(rule, reason));
}

void ListenerNews::warn(const QString& remote, const QString& words)
{
    warnOnce(words, remote.isEmpty() ? words : tr("%1: %2").arg(remote, words));
}

/// At most once a second about the same.
void ListenerNews::warnOnce(const QString& about, const QString& words)
{
    const auto now = std::chrono::steady_clock::now();
    if (const auto last = m_warned.constFind(about); last != m_warned.constEnd() && now - *last < 1s)
        return;
    if (m_warned.size() > 100)
        m_warned.clear();
    m_warned.insert(about, now);
    Q_EMIT m_front.warned(words);
}

void ListenerNews::storeWorks()
{
    if (!m_troubled)
        return;
    m_troubled = false;
    Q_EMIT m_front.troubled(Error{ErrorCode::Internal, {}, {}});
}

void ListenerNews::storeFailed(const Error& error)
{
    if (!m_troubled)
        Q_EMIT m_front.troubled(error);
    m_troubled = true;
    if (error.code == ErrorCode::Conflict)
        ++m_counts.overQuota;
    refusalSeen({}, error.message);
}

bool ListenerNews::takesTimings()
{
    return ++m_timedAnswers <= timedAnswersAtOnce;
}

void ListenerNews::report()
{
    m_timedAnswers = 0;
    if (!m_answers.isEmpty())
        m_sink.answered(std::exchange(m_answers, {}));
    if (!m_changed)
        return;
    m_changed = false;
    Q_EMIT m_front.counted(m_counts);
    if (const QList<RuleProgress> progress = m_rules.progress(); progress != m_reportedProgress) {
        m_reportedProgress = progress;
        Q_EMIT m_front.ruleProgressed(progress);
    }
}

} // namespace hookworks
