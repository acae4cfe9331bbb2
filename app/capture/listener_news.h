// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/listener.h"
#include "domain/rule_progress.h"

#include <QHash>

#include <chrono>

namespace hookworks {

class RuleEngine;

/// What a listener tells: its counts and its rules' progress in groups, warnings at most once a second about
/// the same, trouble with the store once, and what became of answers to the store.
class ListenerNews
{
public:
    ListenerNews(Listener& front, CaptureSink& sink, const RuleEngine& rules);

    void connectionSeen() { ++m_counts.accepted; }
    void requestSeen();
    void refusalSeen(const QString& remote, const QString& reason);
    /// Something to know that is no refusal.
    void warn(const QString& remote, const QString& words);
    /// A rule could not be tried on a request.
    void unjudged(const QString& rule, const QString& reason);
    void storeWorks();
    void storeFailed(const Error& error);
    /// Counts an answer; false where there are so many that its timings are not worth a second write to the
    /// disk.
    bool takesTimings();
    void answered(CaptureAnswered answer) { m_answers << std::move(answer); }
    /// How many connections there are, and whether more are accepted.
    void connectionsChanged(qsizetype open, bool paused);
    void rulesChanged() { m_changed = true; }

    const ListenerCounts& counts() const { return m_counts; }
    /// Hands over what came since the last call.
    void report();
    /// For a listener that starts anew.
    void restart() { m_counts = ListenerCounts(); }

private:
    void warnOnce(const QString& about, const QString& words);

    Listener& m_front;
    CaptureSink& m_sink;
    const RuleEngine& m_rules;
    ListenerCounts m_counts;
    QList<RuleProgress> m_reportedProgress;
    QList<CaptureAnswered> m_answers;
    QHash<QString, std::chrono::steady_clock::time_point> m_warned;
    int m_timedAnswers = 0;
    bool m_troubled = false;
    bool m_changed = false;
};

} // namespace hookworks
