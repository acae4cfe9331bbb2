// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/acceptor.h"
#include "capture/body_files.h"
#include "capture/listener.h"
#include "capture/poller.h"
#include "capture/rule_engine.h"
#include "capture/server_tls.h"
#include "net/outbox.h"
#include "platform/clock.h"

#include <QHash>
#include <QTimer>

#include <array>
#include <chrono>
#include <deque>
#include <map>

namespace hookworks {

class IncomingConnection;

/// A listener's inside: its connections, their deadlines, and what it reports in groups.
class ListenerCore : public QObject
{
    Q_OBJECT

public:
    using Steady = std::chrono::steady_clock;
    static Micros between(Steady::time_point from, Steady::time_point to)
    {
        return std::chrono::duration_cast<Micros>(to - from);
    }

    ListenerCore(const ListenerSurroundings& surroundings, Listener& front);
    ~ListenerCore() override;

    Result<ListenerAddress> start(const ListenerConfig& config, const QList<RuleProgress>& progress);
    void stop();
    bool isListening() const { return m_acceptor.isOpen(); }
    const ListenerAddress& address() const { return m_address; }
    void setLimits(const ListenerLimits& limits);
    void setRules(const QList<ReplyRule>& rules);
    void resetRules(std::optional<int> place);
    ListenerCounts counts() const;

    // For its connections.
    RuleEngine& rules() { return m_rules; }
    const ListenerLimits& limits() const { return m_config.limits; }
    ListenerId id() const { return m_config.id; }
    CaptureSink& sink() { return m_surroundings.sink; }
    RealTime now() const { return m_surroundings.clock.now(); }
    WorkTime workTime() const;
    Poller& poller() { return m_poller; }
    std::array<char, 64 * 1024>& buffer() { return m_buffer; }
    ssl_ctx_st* tls() const { return m_tls.get(); }
    BodyFiles& bodyFiles() { return m_bodyFiles; }
    /// For requests that are passed on; null: there is no wire.
    Outbox* outbox();
    /// Runs `action` in `delay`, unless the core is gone; precise to a millisecond.
    void later(Micros delay, std::function<void()> action);
    /// Runs `job` when the ones before it have ended; it must call what it is given once.
    void inTurn(std::function<void(const std::function<void()>& ended)> job);
    void remove(const IncomingConnection* connection);
    /// So many more bytes of bodies are in memory.
    void memoryHeld(qint64 more) { m_memory += more; }
    /// From now on bodies go to the store as they come.
    bool isShortOfMemory() const { return m_memory > bodyMemory; }
    void requestSeen()
    {
        ++m_counts.requests;
        touched();
    }
    void refusalSeen(const QString& remote, const QString& reason);
    /// Something to know that is no refusal.
    void tell(const QString& remote, const QString& words) { warn(remote, words); }
    /// A rule could not be tried on a request.
    void unjudged(const QString& rule, const QString& reason);
    void storeWorks();
    void storeFailed(const Error& error);
    void answered(CaptureAnswered answer, bool important);

private:
    static constexpr qint64 bodyMemory = 16 * 1024 * 1024;

    void accept(int descriptor, const QString& remote);
    void exhausted();
    void sweep();
    void makeRoom(Steady::time_point now);
    Micros patience(int waiting) const;
    void warn(const QString& remote, const QString& reason);
    void warnOnce(const QString& about, const QString& words);
    void rulesChanged();
    void report();
    void nextTurn();
    void runDue();
    void armDue();
    void touched();
    void updateAccepting();
    int connectionCap() const;

    ListenerSurroundings m_surroundings;
    Listener& m_front;
    ListenerConfig m_config;
    ListenerAddress m_address;
    Poller m_poller;
    std::unique_ptr<Outbox> m_outbox; ///< made when first needed: it belongs to the thread it is made on
    Acceptor m_acceptor;
    SslContext m_tls;
    RuleEngine m_rules;
    BodyFiles m_bodyFiles;
    std::array<char, 64 * 1024> m_buffer{};
    QHash<const IncomingConnection*, std::shared_ptr<IncomingConnection>> m_connections;
    std::multimap<Steady::time_point, std::function<void()>> m_due;
    std::deque<std::function<void(const std::function<void()>&)>> m_turns;
    QTimer m_sweepTimer, m_reportTimer, m_dueTimer;
    ListenerCounts m_counts;
    QList<RuleProgress> m_reportedProgress;
    QList<CaptureAnswered> m_answers;
    QHash<QString, Steady::time_point> m_warned;
    Steady::time_point m_retryAccept;
    qint64 m_memory = 0; ///< bytes of bodies
    int m_timedAnswers = 0;
    bool m_turnTaken = false;
    bool m_exhausted = false;
    bool m_troubled = false;
    bool m_changed = false;
};

} // namespace hookworks
