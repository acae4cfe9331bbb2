// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/deliver/replay_basis.h"

#include "domain/url_parts.h"
#include "store/reader.h"
#include "workbench/inspect/wire_exchange.h"

namespace hookworks {

namespace {

const QString listenerWord = QStringLiteral("{listener}");

/// The address as it is stored: `{listener}` may stand in it, or what that stands for.
QStringList spellings(const QString& url, const QString& listener)
{
    QStringList all{url};
    if (listener.isEmpty())
        return all;
    if (needsListener(url))
        all << withListener(url, listener);
    else if (url == listener || url.startsWith(listener + u'/') || url.startsWith(listener + u'?'))
        all << listenerWord + url.sliced(listener.size());
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

/// What came of the first source itself, where it was at one of the addresses; nullopt: nothing is known.
std::optional<bool> passedAtFirst(Reader& reader, const QString& root, const QStringList& addresses,
                                  RealTime since)
{
    if (const auto id = DeliveryId::parse(root)) {
        const auto known = reader.deliveriesOf({*id});
        if (!known || known->isEmpty())
            return std::nullopt;
        const Delivery& delivery = known->first();
        const bool counts = addresses.contains(delivery.request.url) && delivery.createdAt < since &&
                            isFinal(delivery.state) && delivery.state != DeliveryState::Cancelled;
        return counts ? std::optional(delivery.state == DeliveryState::Delivered) : std::nullopt;
    }
    const auto exchange = exchangeOf(reader, root);
    const auto wire = exchange ? wireExchange(*exchange, std::nullopt)
                               : Result<WireExchange>(tl::unexpected<Error>(exchange.error()));
    if (!wire || !addresses.contains(wire->request.url))
        return std::nullopt;
    const int status = exchange->capture->responseStatus;
    if (status == 0 && exchange->capture->fault.isEmpty())
        return std::nullopt;
    return status >= 200 && status < 300;
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
    const auto first = passedAtFirst(reader, *root, addresses, since);
    return first ? ReplayBasis{*root, *root, *first} : ReplayBasis{*root, {}, false};
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
