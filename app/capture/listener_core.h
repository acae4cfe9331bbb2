// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/body_files.h"
#include "capture/connection_set.h"
#include "capture/listener_schedule.h"
#include "capture/poller.h"
#include "capture/rule_engine.h"
#include "capture/server_tls.h"
#include "net/outbox.h"
#include "platform/clock.h"

#include <QTimer>

#include <array>

namespace hookworks {

/// How much of bodies a listener holds in memory, all requests together.
class BodyMemory
{
public:
    void add(qint64 more) { m_bytes += more; }
    /// From now on bodies go to the store as they come.
    bool isShort() const { return m_bytes > most; }

private:
    static constexpr qint64 most = 16 * 1024 * 1024;

    qint64 m_bytes = 0;
};

/// A listener's inside: what its connections share.
class ListenerCore : public QObject
{
    Q_OBJECT

public:
    using Steady = ConnectionSet::Steady;

    ListenerCore(const ListenerSurroundings& surroundings, Listener& front);
    ~ListenerCore() override;

    Result<ListenerAddress> start(const ListenerConfig& config, const QList<RuleProgress>& progress);
    void stop();
    const ListenerAddress& address() const { return m_address; }
    void setLimits(const ListenerLimits& limits);
    void setRules(const QList<ReplyRule>& rules);
    void resetRules(std::optional<int> place);

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
    Proxy proxy() const { return m_surroundings.proxy ? m_surroundings.proxy() : Proxy(); }
    BodyMemory& memory() { return m_memory; }
    ListenerSchedule& schedule() { return m_schedule; }
    ListenerNews& news() { return m_news; }
    ConnectionSet& connections() { return m_connections; }

private:
    void rulesChanged();

    ListenerSurroundings m_surroundings;
    ListenerConfig m_config;
    ListenerAddress m_address;
    Poller m_poller;
    std::unique_ptr<Outbox> m_outbox; ///< made when first needed: it belongs to the thread it is made on
    SslContext m_tls;
    RuleEngine m_rules;
    BodyFiles m_bodyFiles;
    BodyMemory m_memory;
    std::array<char, 64 * 1024> m_buffer{};
    ListenerSchedule m_schedule;
    ListenerNews m_news;
    ConnectionSet m_connections;
    QTimer m_reportTimer;
};

} // namespace hookworks
