// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/listener_core.h"

#include "capture/incoming_connection.h"

namespace hookworks {

using namespace std::chrono_literals;

ListenerCore::ListenerCore(const ListenerSurroundings& surroundings, Listener& front)
    : m_surroundings(surroundings)
    , m_poller(this)
    , m_schedule(this)
    , m_news(front, surroundings.sink, m_rules)
    , m_connections(
          m_poller, m_config.limits, m_news,
          [this](int descriptor, const QString& remote) {
              const qint64 number = ++m_surroundings.connectionNumbers;
              return std::make_shared<IncomingConnection>(*this, descriptor, remote, number);
          },
          this)
{
    m_reportTimer.setParent(this); // so that it moves to the listener's thread with it
    m_reportTimer.setInterval(250ms);
    connect(&m_reportTimer, &QTimer::timeout, this, [this] { m_news.report(); });
}

ListenerCore::~ListenerCore()
{
    stop();
}

Result<ListenerAddress> ListenerCore::start(const ListenerConfig& config, const QList<RuleProgress>& progress)
{
    stop();
    m_config = config;
    if (config.tls) {
        auto tls = serverTls(config, m_surroundings.authorityFolder);
        if (!tls)
            return tl::unexpected<Error>(tls.error());
        m_tls = std::move(*tls);
    }
    const auto port = m_connections.listen(config.address, config.port);
    if (!port)
        return tl::unexpected<Error>(port.error());
    m_rules = RuleEngine(config.rules, progress);
    m_address = {config.address, *port, config.tls};
    m_reportTimer.start();
    return m_address;
}

void ListenerCore::stop()
{
    m_connections.close();
    m_schedule.clear();
    m_reportTimer.stop();
    m_news.report();
    m_tls.reset();
    m_news.restart();
}

void ListenerCore::setLimits(const ListenerLimits& limits)
{
    m_config.limits = limits;
    m_connections.limitsChanged();
}

void ListenerCore::setRules(const QList<ReplyRule>& rules)
{
    m_rules.setRules(rules);
    rulesChanged();
}

void ListenerCore::resetRules(std::optional<int> place)
{
    m_rules.reset(place);
    rulesChanged();
}

void ListenerCore::rulesChanged()
{
    m_surroundings.sink.ruleProgress(m_config.id, m_rules.progress());
    m_news.rulesChanged();
}

Outbox* ListenerCore::outbox()
{
    if (!m_outbox && m_surroundings.wire)
        m_outbox = std::make_unique<Outbox>(*m_surroundings.wire);
    return m_outbox.get();
}

WorkTime ListenerCore::workTime() const
{
    const RealTime real = now();
    return m_surroundings.workTime ? m_surroundings.workTime(real)
                                   : workTimeFromMicros(microsSinceEpoch(real));
}

} // namespace hookworks
