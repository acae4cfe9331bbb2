// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/deliver/replay_basis.h"

#include "domain/readable_text.h"
#include "domain/url_parts.h"
#include "store/reader.h"
#include "workbench/inspect/wire_exchange.h"

#include <algorithm>

namespace hookworks {

namespace {

const QString listenerWord = QStringLiteral("{listener}");

/// The same receiver by another name, where it is on this machine.
QStringList loopbackTwins(const QString& url)
{
    const QString name = QStringLiteral("//localhost"), four = QStringLiteral("//127.0.0.1"),
                  six = QStringLiteral("//[::1]");
    const auto twin = [&url](const QString& host, const QString& other) {
        const qsizetype end = url.indexOf(host) + host.size();
        const bool isHost = end >= host.size() && end - host.size() <= 6 &&
                            (end == url.size() || QStringView(u":/?#").contains(url[end]));
        return isHost ? url.first(end - host.size()) + other + url.sliced(end) : QString();
    };
    QStringList twins{twin(name, four), twin(name, six), twin(four, name), twin(six, name)};
    twins.removeAll(QString());
    return twins;
}

/// The address as it may be stored: `{listener}` may stand in it, or what that stands for, and this machine
/// has more than one name.
QStringList spellings(const QString& url, const QString& listener)
{
    const QString whole = listener.isEmpty() ? url : withListener(url, listener);
    QStringList all{url, whole};
    all << loopbackTwins(whole);
    if (!listener.isEmpty()) {
        for (const QString& each : QStringList(all)) {
            if (each == listener || each.startsWith(listener + u'/') || each.startsWith(listener + u'?'))
                all << listenerWord + each.sliced(listener.size());
        }
    }
    all.removeDuplicates();
    return all;
}

/// Where the chain of a source begins.
Result<QString> rootOf(Reader& reader, const QString& source)
{
    std::optional<DeliveryId> delivery = DeliveryId::parse(source);
    if (const auto id = CaptureId::parse(source)) {
        const auto capture = reader.capturesOf({*id});
        if (!capture)
            return tl::unexpected<Error>(capture.error());
        if (capture->isEmpty() || !capture->first().delivery)
            return source;
        delivery = capture->first().delivery;
    }
    if (!delivery)
        return source;
    const auto known = reader.deliveriesOf({*delivery});
    if (!known)
        return tl::unexpected<Error>(known.error());
    const bool isReplay = !known->isEmpty() && !known->first().basis.root.isEmpty();
    return isReplay ? known->first().basis.root : delivery->toString();
}

/// Scheme, host and port; `{listener}` is one of its own.
bool haveSameOrigin(const QString& one, const QString& other)
{
    if (needsListener(one) || needsListener(other))
        return needsListener(one) && needsListener(other);
    const auto a = splitUrl(one), b = splitUrl(other);
    return a && b && a->tls == b->tls && a->host == b->host && a->port == b->port;
}

/// Written otherwise (upper case, the scheme's own port), it is the same.
bool isOneOf(const QStringList& addresses, const QString& url)
{
    const auto parts = splitUrl(url);
    return std::ranges::any_of(addresses, [&](const QString& each) {
        if (each == url)
            return true;
        const auto other = splitUrl(each);
        return parts && other && parts->tls == other->tls && parts->host == other->host &&
               parts->port == other->port && parts->target == other->target;
    });
}

/// By its end, or, as long as there is none, by its last attempt that had an outcome.
std::optional<bool> passedDelivery(Reader& reader, DeliveryId id, const QStringList& addresses,
                                   RealTime since)
{
    const auto known = reader.deliveriesOf({id});
    if (!known || known->isEmpty())
        return std::nullopt;
    const Delivery& delivery = known->first();
    if (!isOneOf(addresses, delivery.request.url) || delivery.createdAt >= since)
        return std::nullopt;
    if (isFinal(delivery.state) && delivery.state != DeliveryState::Cancelled)
        return delivery.state == DeliveryState::Delivered;
    const auto attempts = reader.attemptsOf({id});
    const bool failed =
        attempts && std::ranges::any_of(*attempts, [](const Attempt& each) {
            return each.outcome && *each.outcome != Outcome::Blocked && *each.outcome != Outcome::Unknown;
        });
    return failed ? std::optional(false) : std::nullopt;
}

/// Where a request that our own listener took can be sent to it again: as its sender named it, as it came,
/// and, where the listener has moved since, where it is now.
QStringList addressesOf(Reader& reader, const Capture& capture, const WireRequest& request)
{
    QStringList all{request.url};
    const qsizetype colon = capture.local.lastIndexOf(u':');
    if (colon < 0 || !request.target.startsWith('/'))
        return all;
    const QString scheme = capture.tls ? QStringLiteral("https://") : QStringLiteral("http://");
    const QString target = readableText(request.target);
    all << scheme + capture.local + target;
    const auto config = reader.listener(capture.listener);
    if (config && config->port != 0)
        all << scheme + capture.local.first(colon + 1) + QString::number(config->port) + target;
    return all;
}

/// By what it was answered with.
std::optional<bool> passedCapture(Reader& reader, const QString& id, const QStringList& addresses)
{
    const auto exchange = exchangeOf(reader, id);
    if (!exchange || !exchange->capture)
        return std::nullopt;
    const Capture& capture = *exchange->capture;
    const auto wire = wireExchange(*exchange, std::nullopt);
    const int status = capture.responseStatus;
    if (!wire || (status == 0 && capture.fault.isEmpty()))
        return std::nullopt;
    const QStringList own = addressesOf(reader, capture, wire->request);
    const bool isHere =
        std::ranges::any_of(own, [&](const QString& each) { return isOneOf(addresses, each); });
    return isHere ? std::optional(status >= 200 && status < 300) : std::nullopt;
}

/// The first source itself, where it was at one of the addresses; else the capture that is replayed.
ReplayBasis originalBasis(Reader& reader, const QString& root, const QString& source,
                          const QStringList& addresses, RealTime since)
{
    const auto id = DeliveryId::parse(root);
    const auto first =
        id ? passedDelivery(reader, *id, addresses, since) : passedCapture(reader, root, addresses);
    if (first)
        return {root, root, *first};
    const auto itself = source == root ? std::nullopt : passedCapture(reader, source, addresses);
    return itself ? ReplayBasis{root, source, *itself} : ReplayBasis{root, {}, false};
}

} // namespace

Result<ReplayBasis> replayBasis(Reader& reader, const QString& source, const QString& url,
                                const QString& listener, RealTime since)
{
    const auto root = rootOf(reader, source);
    if (!root)
        return tl::unexpected<Error>(root.error());
    const QStringList addresses = spellings(url, listener);
    const auto last = reader.lastOutcome(*root, addresses, since);
    if (!last)
        return tl::unexpected<Error>(last.error());
    if (*last)
        return ReplayBasis{*root, (*last)->delivery.toString(), (*last)->passed};
    return originalBasis(reader, *root, source, addresses, since);
}

Result<std::optional<WebhookId>> webhookOfChain(Reader& reader, const QString& source, const QString& url)
{
    const auto root = rootOf(reader, source);
    if (!root)
        return tl::unexpected<Error>(root.error());
    const auto id = DeliveryId::parse(*root);
    const auto known = id ? reader.deliveriesOf({*id}) : Result<QList<Delivery>>(QList<Delivery>());
    if (!known)
        return tl::unexpected<Error>(known.error());
    const bool counts = !known->isEmpty() && haveSameOrigin(known->first().request.url, url);
    return counts ? known->first().webhook : std::nullopt;
}

Result<std::optional<DeliveryId>> fixingReplay(Reader& reader, const Delivery& failed,
                                               const QString& listener)
{
    const QString root = failed.basis.root.isEmpty() ? failed.id.toString() : failed.basis.root;
    const auto last =
        reader.lastOutcome(root, spellings(failed.request.url, listener), RealTime(Micros::max()));
    if (!last)
        return tl::unexpected<Error>(last.error());
    const bool fixed = *last && (*last)->passed && failed.id < (*last)->delivery;
    return fixed ? std::optional((*last)->delivery) : std::nullopt;
}

} // namespace hookworks
