// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/simulate/receiver_behaviour.h"

#include "domain/url_parts.h"

#include <QCoreApplication>

#include <algorithm>

using namespace std::chrono_literals;

namespace hookworks {

namespace {

constexpr Micros behavesFor = 10min;
constexpr Micros limitedFor = 2min;
constexpr Micros slowDelay = 5s;
const QByteArray retryAfterSeconds = "60";

QString behaviourText(const char* text)
{
    return QCoreApplication::translate("hookworks", text);
}

QString behaviourName(ReceiverBehaviour behaviour)
{
    const QList<ReceiverChoice> choices = receiverChoices();
    return std::ranges::find(choices, behaviour, &ReceiverChoice::behaviour)->name;
}

Reply replyOf(ReceiverBehaviour behaviour)
{
    Reply reply;
    switch (behaviour) {
    case ReceiverBehaviour::AsItIs:
        break;
    case ReceiverBehaviour::Down:
        reply.status = 503;
        break;
    case ReceiverBehaviour::Slow:
        reply.delay = {slowDelay, slowDelay};
        break;
    case ReceiverBehaviour::Resets:
        reply.fault = Fault::Reset;
        break;
    case ReceiverBehaviour::Limits:
        reply.status = 429;
        reply.headers.append("Retry-After", retryAfterSeconds);
        break;
    }
    return reply;
}

/// Whether a connection to that host and port ends at the listener.
bool reaches(const UrlParts& url, const ListenerView& listener)
{
    const QString host = QString::fromLatin1(url.host);
    const QString& address = listener.config.address;
    const bool anyAddress = address == QLatin1String("0.0.0.0") || address == QLatin1String("::");
    return listener.running && listener.config.id && listener.port == url.port &&
           listener.config.tls == url.tls &&
           (host == address || (isLoopbackAddress(host) && (anyAddress || isLoopbackAddress(address))));
}

} // namespace

QList<ReceiverChoice> receiverChoices()
{
    return {{ReceiverBehaviour::AsItIs, behaviourText("As it is"), {}},
            {ReceiverBehaviour::Down, behaviourText("Down for 10 min"),
             behaviourText("Answers 503 for 10 minutes from the first request on.")},
            {ReceiverBehaviour::Slow, behaviourText("Slow"),
             behaviourText("Answers 5 seconds late, for 10 minutes from the first request on.")},
            {ReceiverBehaviour::Resets, behaviourText("Resets connections"),
             behaviourText("Resets each connection, for 10 minutes from the first request on.")},
            {ReceiverBehaviour::Limits, behaviourText("429 with Retry-After"),
             behaviourText("Answers 429 with Retry-After: 60, for 2 minutes from the first request on.")}};
}

ReplyRule ruleFor(ReceiverBehaviour behaviour, const QString& path)
{
    ReplyRule rule;
    rule.name = QCoreApplication::translate("hookworks", "%1 (simulated)").arg(behaviourName(behaviour));
    rule.match.path = path;
    rule.forTime = behaviour == ReceiverBehaviour::Limits ? limitedFor : behavesFor;
    rule.replies = {replyOf(behaviour)};
    return rule;
}

std::optional<Downtime> downtimeOf(ReceiverBehaviour behaviour)
{
    switch (behaviour) {
    case ReceiverBehaviour::Down:
    case ReceiverBehaviour::Resets:
        return Downtime{Micros(0), behavesFor};
    case ReceiverBehaviour::Limits:
        return Downtime{Micros(0), limitedFor};
    case ReceiverBehaviour::AsItIs:
    case ReceiverBehaviour::Slow:
        break;
    }
    return std::nullopt;
}

std::optional<BuiltInReceiver> builtInReceiver(const QString& url, const QList<ListenerView>& listeners)
{
    const auto parts = splitUrl(url);
    if (!parts)
        return std::nullopt;
    const auto found =
        std::ranges::find_if(listeners, [&](const ListenerView& view) { return reaches(*parts, view); });
    if (found == listeners.end())
        return std::nullopt;
    const QByteArray path = parts->target.first(parts->target.indexOf('?') < 0 ? parts->target.size()
                                                                               : parts->target.indexOf('?'));
    return BuiltInReceiver{found->config.id, QString::fromUtf8(path)};
}

} // namespace hookworks
