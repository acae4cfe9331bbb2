// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/deliver/replay_source.h"

#include "domain/readable_text.h"
#include "domain/url_parts.h"
#include "http/forwarded_request.h"
#include "http/request_writer.h"
#include "provider/catalogue.h"
#include "provider/event_recognition.h"
#include "signing/standard_webhooks.h"
#include "workbench/deliver/new_deliveries.h"
#include "workbench/deliver/replay_basis.h"
#include "workbench/design/provider_side.h"
#include "workbench/handon/case_secrets.h"
#include "workbench/inspect/json_places.h"
#include "workbench/inspect/wire_exchange.h"
#include "workbench/session/session.h"

namespace hookworks {

namespace {

using namespace std::chrono_literals;

Result<ReplaySource> fromDelivery(Reader& reader, DeliveryId id)
{
    const auto delivery = reader.delivery(id);
    const auto attempts = reader.attempts(id);
    if (!delivery || !attempts)
        return tl::unexpected<Error>(!delivery ? delivery.error() : attempts.error());
    ReplaySource source;
    source.request = delivery->request;
    source.sentBody = delivery->request.body;
    source.provider = delivery->provider;
    source.event = delivery->event;
    source.report = delivery->report;
    source.webhookName = delivery->webhookName;
    source.timeout = delivery->policy.timeout;
    for (const Attempt& attempt : *attempts) {
        if (!attempt.sentHead.isEmpty())
            source.sentHead = attempt.sentHead;
    }
    return source;
}

/// Fields of one hop, which the next sender makes itself.
HeaderList withoutHopFields(HeaderList headers)
{
    for (const char* name :
         {"Host", "Connection", "Content-Length", "Transfer-Encoding", "Keep-Alive", "Expect"})
        headers.remove(name);
    return headers;
}

Result<ReplaySource> fromCapture(Reader& reader, const ProviderCatalogue& providers, const QString& id)
{
    const auto exchange = exchangeOf(reader, id);
    const auto wire =
        exchange ? wireExchange(*exchange, std::nullopt) : tl::unexpected<Error>(exchange.error());
    if (!wire)
        return tl::unexpected<Error>(wire.error());
    ReplaySource source;
    source.request.method = wire->request.method;
    source.request.url = wire->request.url;
    source.request.headers = withoutHopFields(wire->request.headers);
    source.request.body = wire->request.content;
    constexpr qsizetype longestRecognised = 4 * 1024 * 1024;
    const QByteArray& body = wire->request.content;
    const auto origin =
        body.size() <= longestRecognised ? recogniseEvent(providers.profiles(), body) : std::nullopt;
    if (origin) {
        source.provider = origin->provider;
        source.event = origin->event;
    }
    source.sentHead = wire->request.head;
    source.sentBody = wire->request.body;
    if (!wire->request.url.endsWith(readableText(wire->request.target)))
        source.target = wire->request.target;
    return source;
}

/// `*` and CONNECT's authority stand on the line whatever the address is: the head is made here.
Result<void> keepTarget(ReplaySource& source)
{
    const auto url = splitUrl(source.request.url);
    if (!url)
        return tl::unexpected<Error>(url.error());
    source.request.bare = true;
    return composeHead(source.request.method, source.target, fieldsToSend(source.request, *url))
        .map([&](const QByteArray& head) { source.request.exactHead = head; });
}

/// Its own timeout, where it has one, counts more than that of what is sent again.
Result<RetryPolicy> replayPolicy(Reader& reader, const ProviderCatalogue& providers, const QString& name,
                                 const ReplaySource& source)
{
    if (name.isEmpty())
        return withTimeout({}, source.timeout, 30s);
    auto policy = reader.policy(name);
    if (!policy)
        policy = policyNamed(providers, name, source.provider);
    return policy.map([&](const RetryPolicy& found) {
        return withTimeout(found, found.timeout ? found.timeout : source.timeout, 30s);
    });
}

} // namespace

Result<ReplaySource> sourceOf(Reader& reader, const ProviderCatalogue& providers, const QString& id)
{
    if (const auto delivery = DeliveryId::parse(id))
        return fromDelivery(reader, *delivery);
    if (CaptureId::parse(id))
        return fromCapture(reader, providers, id);
    return fail(ErrorCode::BadInput,
                Replayer::tr("\"%1\" is neither a delivery (d1) nor a capture (c1).").arg(id));
}

Result<ReplaySource> chosenSource(Reader& reader, const ProviderCatalogue& providers,
                                  const ReplayChoice& choice, const QString& listener)
{
    auto source = sourceOf(reader, providers, choice.source);
    if (!source)
        return source;
    source->request.exactHead.clear();
    if (choice.edited) {
        source->request = *choice.edited;
    } else if (choice.exact) {
        source->request.exactHead = source->sentHead;
        source->request.body = source->sentBody;
    }
    if (!choice.edit.isEmpty()) {
        const auto edited = requestEdited(source->request, choice.edit);
        if (!edited)
            return tl::unexpected<Error>(edited.error());
        source->request = *edited;
    }
    if (!choice.url.isEmpty())
        source->request.url = choice.url;
    source->signingSecret = choice.signingSecret;
    if (choice.fresh && source->signingSecret.isEmpty() && isSigned(source->request.headers)) {
        const auto known = knownSigningSecret(reader, choice.source, source->request.url);
        if (!known)
            return tl::unexpected<Error>(known.error());
        source->signingSecret = *known;
    }
    // What is signed anew needs no old signature, not even the value of its placeholder.
    if (!source->signingSecret.isEmpty())
        source->request.headers = signedAnew(std::move(source->request.headers), {}, {});
    const auto ready = readyRequest(reader, choice.source, source->request);
    if (!ready)
        return tl::unexpected<Error>(ready.error());
    source->request = *ready;
    if (source->request.exactHead.isEmpty() && !source->target.isEmpty()) {
        if (const auto kept = keepTarget(*source); !kept)
            return tl::unexpected<Error>(kept.error());
    }
    const auto policy = replayPolicy(reader, providers, choice.policy, *source);
    if (!policy)
        return tl::unexpected<Error>(policy.error());
    source->policy = *policy;
    const auto basis = replayBasis(reader, choice.source, source->request.url, listener, choice.since);
    if (!basis)
        return tl::unexpected<Error>(basis.error());
    source->basis = *basis;
    return source;
}

Result<QByteArray> knownSigningSecret(Reader& reader, const QString& source, const QString& url)
{
    const auto webhook = webhookOfChain(reader, source, url);
    if (!webhook)
        return tl::unexpected<Error>(webhook.error());
    const auto known = *webhook ? reader.webhook(**webhook) : Result<Webhook>(Webhook());
    return known && known->token.startsWith("whsec_") ? known->token : QByteArray();
}

Result<QString> forwardAddressOf(Reader& reader, const Capture& capture)
{
    if (!capture.forwardedTo.isEmpty())
        return capture.forwardedTo;
    if (const auto listener = reader.listener(capture.listener)) {
        for (const ReplyRule& rule : listener->rules) {
            if (rule.enabled && !rule.forwardTo.isEmpty())
                return rule.forwardTo;
        }
    }
    return fail(ErrorCode::BadInput,
                Replayer::tr("%1 was not forwarded, and no rule of its listener forwards. "
                             "Name the application's address.")
                    .arg(capture.id.toString()));
}

Result<ReplaySource> forwardSource(Reader& reader, CaptureId id, const QString& baseUrl, RealTime since)
{
    const auto capture = reader.capture(id).and_then(
        [&reader](Capture&& stored) { return readyCapture(reader, std::move(stored)); });
    if (!capture)
        return tl::unexpected<Error>(capture.error());
    const auto base = baseUrl.isEmpty() ? forwardAddressOf(reader, *capture) : Result<QString>(baseUrl);
    if (!base)
        return tl::unexpected<Error>(base.error());
    const auto made = forwardedRequest(*capture, *base);
    const auto basis = made.and_then([&](const ForwardedRequest& request) {
        return replayBasis(reader, id.toString(), request.url, {}, since);
    });
    if (!basis)
        return tl::unexpected<Error>(basis.error());
    ReplaySource source;
    source.request.method = capture->method;
    source.request.url = made->url;
    source.request.headers = withoutHopFields(capture->headers);
    source.request.body = capture->body;
    source.request.exactHead = made->head;
    source.policy = withTimeout({}, {}, 30s);
    source.basis = *basis;
    return source;
}

} // namespace hookworks
