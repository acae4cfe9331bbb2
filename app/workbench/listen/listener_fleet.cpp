// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/listen/listener_fleet.h"

#include "platform/clock.h"

using namespace std::chrono_literals;

namespace hookworks {

namespace {

bool sameAddress(const ListenerConfig& a, const ListenerConfig& b)
{
    return a.address == b.address && a.port == b.port && a.tls == b.tls &&
           a.certificateFile == b.certificateFile && a.keyFile == b.keyFile && a.passphrase == b.passphrase &&
           a.askClientCertificate == b.askClientCertificate && a.clientAuthorityFile == b.clientAuthorityFile;
}

} // namespace

ListenerView resting(const ListenerConfig& config, const QList<RuleProgress>& progress)
{
    ListenerView view;
    view.config = config;
    view.url = ListenerAddress{config.address, config.port, config.tls}.url();
    view.exposed = !isLoopbackAddress(config.address);
    view.ruleProgress = progress;
    view.ruleProgress.resize(config.rules.size());
    return view;
}

ListenerFleet::ListenerFleet(CaptureSink& sink, const Clock& clock, const Wire& wire, QString authorityFolder,
                             std::function<WorkTime(RealTime)> workTime, std::function<Proxy()> proxy)
    : m_surroundings{sink,
                     clock,
                     m_connectionNumbers,
                     std::move(authorityFolder),
                     std::move(workTime),
                     &wire,
                     std::move(proxy)}
    , m_connectionNumbers(microsSinceEpoch(clock.now()))
{
    m_rates.setInterval(1s);
    connect(&m_rates, &QTimer::timeout, this, &ListenerFleet::measureRates);
}

ListenerFleet::Member& ListenerFleet::member(const ListenerConfig& config)
{
    Member& member = m_members[config.id];
    if (!member.listener) {
        member.listener = std::make_unique<Listener>(m_surroundings);
        watch(config.id, *member.listener);
    }
    return member;
}

void ListenerFleet::watch(ListenerId id, Listener& listener)
{
    connect(&listener, &Listener::counted, this,
            [this, id](const ListenerCounts& counts) { counted(id, counts); });
    connect(&listener, &Listener::ruleProgressed, this, [this, id](const QList<RuleProgress>& progress) {
        ListenerView& view = m_members.at(id).view;
        view.ruleProgress = progress;
        Q_EMIT changed(view);
    });
    connect(&listener, &Listener::warned, this,
            [this, id](const QString& words) { Q_EMIT warned(id, words); });
    connect(&listener, &Listener::troubled, this, [this, id](const Error& error) {
        if (error.code == ErrorCode::Conflict)
            return; // the quota is the workspace's, see Retention
        ListenerView& view = m_members.at(id).view;
        view.problem = error.message;
        Q_EMIT changed(view);
    });
}

Result<ListenerView> ListenerFleet::start(const ListenerConfig& config, const QList<RuleProgress>& progress)
{
    Member& started = member(config);
    started.view = resting(config, progress);
    started.requestsAtTick = 0;
    started.turn = ++m_turns;
    const auto address = started.listener->start(config, progress);
    if (address) {
        started.view.running = true;
        started.view.url = address->url();
        started.view.port = address->port;
        m_rates.start();
    } else {
        started.view.problem = address.error().message;
        started.view.portTaken = address.error().code == ErrorCode::AddressInUse;
    }
    Q_EMIT changed(started.view);
    announceUrl();
    if (!address)
        return tl::unexpected<Error>(address.error());
    return started.view;
}

Result<ListenerView> ListenerFleet::update(const ListenerConfig& config)
{
    const auto found = m_members.find(config.id);
    if (found == m_members.end() || !found->second.view.running)
        return resting(config);
    Member& member = found->second;
    if (!sameAddress(member.view.config, config))
        return start(config,
                     carriedOver(member.view.config.rules, member.listener->ruleProgress(), config.rules));
    if (member.view.config.rules != config.rules)
        member.listener->setRules(config.rules);
    if (member.view.config.limits != config.limits)
        member.listener->setLimits(config.limits);
    member.view.config = config;
    member.view.ruleProgress = member.listener->ruleProgress();
    Q_EMIT changed(member.view);
    return member.view;
}

bool ListenerFleet::resetRules(ListenerId id, std::optional<int> place)
{
    const auto found = m_members.find(id);
    if (found == m_members.end() || !found->second.view.running)
        return false;
    Member& member = found->second;
    member.listener->resetRules(place);
    member.view.ruleProgress = member.listener->ruleProgress();
    Q_EMIT changed(member.view);
    return true;
}

void ListenerFleet::stop(ListenerId id)
{
    const auto found = m_members.find(id);
    if (found == m_members.end())
        return;
    found->second.listener->stop();
    ListenerView view = resting(found->second.view.config, found->second.listener->ruleProgress());
    m_members.erase(found);
    Q_EMIT changed(view);
    announceUrl();
}

void ListenerFleet::stopAll()
{
    for (auto& [id, member] : m_members)
        member.listener->stop();
    m_members.clear();
    m_rates.stop();
}

std::optional<QString> ListenerFleet::url() const
{
    const Member* first = nullptr;
    for (const auto& [id, member] : m_members) {
        if (member.view.running && (!first || member.turn < first->turn))
            first = &member;
    }
    return first ? std::optional(first->view.url) : std::nullopt;
}

void ListenerFleet::counted(ListenerId id, const ListenerCounts& counts)
{
    ListenerView& view = m_members.at(id).view;
    view.requests = counts.requests;
    view.refused = counts.refused;
    view.overQuota = counts.overQuota;
    view.connections = counts.connections;
    view.paused = counts.paused;
    Q_EMIT changed(view);
}

void ListenerFleet::measureRates()
{
    for (auto& [id, member] : m_members) {
        const qint64 requests = member.listener->counts().requests;
        const auto rate = static_cast<double>(requests - member.requestsAtTick);
        member.requestsAtTick = requests;
        if (rate == 0 && member.view.perSecond == 0)
            continue;
        member.view.perSecond = rate;
        Q_EMIT changed(member.view);
    }
}

void ListenerFleet::announceUrl()
{
    const QString now = url().value_or(QString());
    if (now == m_url)
        return;
    m_url = now;
    Q_EMIT urlChanged(now);
}

} // namespace hookworks
