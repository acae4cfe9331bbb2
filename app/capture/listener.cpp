// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/listener.h"

#include "capture/listener_core.h"
#include "capture/socket_address.h"

#include <algorithm>
#include <unistd.h>

namespace hookworks {

QString ListenerAddress::url() const
{
    QString host = address;
    if (address == u"0.0.0.0" || address == u"::")
        host = QStringLiteral("localhost");
    else if (address.contains(u':'))
        host = u'[' + address + u']';
    return QStringLiteral("%1://%2:%3")
        .arg(tls ? QStringLiteral("https") : QStringLiteral("http"), host)
        .arg(port);
}

quint16 nextFreePort(const QString& address, quint16 from)
{
    constexpr int lowest = 1024;
    constexpr int highest = 65535;
    for (int port = std::max<int>(from, lowest); port <= highest; ++port) {
        const auto where = SocketAddress::parse(address, static_cast<quint16>(port));
        const int descriptor = where ? openListening(*where, 1) : -1;
        if (descriptor >= 0) {
            ::close(descriptor);
            return static_cast<quint16>(port);
        }
        if (!where)
            break;
    }
    return 0;
}

Listener::Listener(const ListenerSurroundings& surroundings, QObject* parent)
    : QObject(parent)
    , m_core(std::make_unique<ListenerCore>(surroundings, *this))
{
    m_core->setParent(this);
}

Listener::~Listener()
{
    m_core->stop();
    m_core->setParent(nullptr);
}

Result<ListenerAddress> Listener::start(const ListenerConfig& config, const QList<RuleProgress>& progress)
{
    return m_core->start(config, progress);
}
void Listener::stop()
{
    m_core->stop();
}
bool Listener::isListening() const
{
    return m_core->connections().isListening();
}
ListenerAddress Listener::address() const
{
    return m_core->address();
}
void Listener::setRules(const QList<ReplyRule>& rules)
{
    m_core->setRules(rules);
}
void Listener::resetRules(std::optional<int> place)
{
    m_core->resetRules(place);
}
void Listener::setLimits(const ListenerLimits& limits)
{
    m_core->setLimits(limits);
}
ListenerCounts Listener::counts() const
{
    return m_core->news().counts();
}
QList<RuleProgress> Listener::ruleProgress() const
{
    return m_core->rules().progress();
}

} // namespace hookworks
