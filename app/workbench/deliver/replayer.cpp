// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/deliver/replayer.h"

#include "domain/readable_text.h"
#include "domain/url_parts.h"
#include "http/forwarded_request.h"
#include "http/request_writer.h"
#include "provider/catalogue.h"
#include "workbench/deliver/new_deliveries.h"
#include "workbench/design/policies.h"
#include "workbench/design/provider_side.h"
#include "workbench/handon/case_secrets.h"
#include "workbench/inspect/json_places.h"
#include "workbench/inspect/wire_exchange.h"
#include "workbench/session/session.h"

namespace hookworks {

namespace {

using namespace std::chrono_literals;

/// What is sent again, and what it was an event of.
struct ReplaySource
{
    Request request;
    QByteArray sentHead, sentBody; ///< as they were on the wire; an empty head: unknown
    QByteArray target;             ///< that no URL says: `*`, an authority; empty: the URL says it
    QString provider, event;
    std::optional<ReportId> report;
    QString webhookName;
    std::optional<Micros> timeout;
    RetryPolicy policy; ///< of the new deliveries
};

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

Result<ReplaySource> fromCapture(Reader& reader, const QString& id)
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
    source.sentHead = wire->request.head;
    source.sentBody = wire->request.body;
    if (!wire->request.url.endsWith(readableText(wire->request.target)))
        source.target = wire->request.target;
    return source;
}

Result<ReplaySource> sourceOf(Reader& reader, const QString& id)
{
    if (const auto delivery = DeliveryId::parse(id))
        return fromDelivery(reader, *delivery);
    if (CaptureId::parse(id))
        return fromCapture(reader, id);
    return fail(ErrorCode::BadInput,
                Replayer::tr("\"%1\" is neither a delivery (d1) nor a capture (c1).").arg(id));
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
Result<RetryPolicy> policyOf(Reader& reader, const ProviderCatalogue& providers, const QString& name,
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

Result<ReplaySource> chosen(Reader& reader, const ProviderCatalogue& providers, const ReplayChoice& choice)
{
    auto source = sourceOf(reader, choice.source);
    if (!source)
        return source;
    source->request.exactHead.clear();
    if (choice.edited) {
        source->request = *choice.edited;
    } else if (choice.exact) {
        source->request.exactHead = source->sentHead;
        source->request.body = source->sentBody;
    }
    if (!choice.url.isEmpty())
        source->request.url = choice.url;
    const auto ready = readyRequest(reader, choice.source, source->request);
    if (!ready)
        return tl::unexpected<Error>(ready.error());
    source->request = *ready;
    if (source->request.exactHead.isEmpty() && !source->target.isEmpty()) {
        if (const auto kept = keepTarget(*source); !kept)
            return tl::unexpected<Error>(kept.error());
    }
    const auto policy = policyOf(reader, providers, choice.policy, *source);
    if (!policy)
        return tl::unexpected<Error>(policy.error());
    source->policy = *policy;
    return source;
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

Result<ReplaySource> forwardSource(Reader& reader, CaptureId id, const QString& baseUrl)
{
    const auto capture = reader.capture(id).and_then(
        [&reader](Capture&& stored) { return readyCapture(reader, std::move(stored)); });
    if (!capture)
        return tl::unexpected<Error>(capture.error());
    const auto base = baseUrl.isEmpty() ? forwardAddressOf(reader, *capture) : Result<QString>(baseUrl);
    if (!base)
        return tl::unexpected<Error>(base.error());
    return forwardedRequest(*capture, *base).map([&](const ForwardedRequest& made) {
        ReplaySource source;
        source.request.method = capture->method;
        source.request.url = made.url;
        source.request.headers = withoutHopFields(capture->headers);
        source.request.body = capture->body;
        source.request.exactHead = made.head;
        source.policy = withTimeout({}, {}, 30s);
        return source;
    });
}

Result<QList<NewEvent>> replays(Session& session, const ReplayChoice& choice, const ReplaySource& source)
{
    const auto head = splitTypedUrl(source.request.url).and_then([&](const UrlParts& url) {
        return requestHead(source.request, url);
    });
    if (!head)
        return fail(ErrorCode::BadInput,
                    Replayer::tr("%1 cannot be sent again: %2").arg(choice.source, head.error().message));
    QList<NewEvent> events;
    for (int i = 0; i < std::max(1, choice.count); ++i) {
        Delivery delivery = newDelivery(session, source.request, source.policy);
        delivery.provider = source.provider;
        delivery.event = source.event;
        delivery.report = source.report;
        delivery.webhookName = source.webhookName;
        delivery.replayOf = choice.source;
        delivery.nextOrigin = Origin::Replay;
        delivery.request.bare = choice.exact || !source.request.exactHead.isEmpty();
        events.append(
            {{{}, source.provider, source.event, source.report, source.request.body, delivery.createdAt},
             {delivery}});
    }
    return events;
}

/// Stores and sends what was read.
Answer<QList<Delivery>> send(Session& session, const ReplayChoice& choice, Answer<ReplaySource> source)
{
    return source.then(&session, [&session, choice](const Result<ReplaySource>& found) {
        if (!found)
            return readyAnswer<QList<Delivery>>(tl::unexpected<Error>(found.error()));
        auto events = replays(session, choice, *found);
        if (!events)
            return readyAnswer<QList<Delivery>>(tl::unexpected<Error>(events.error()));
        return storeAndSend(session, std::move(*events), choice.command);
    });
}

} // namespace

Replayer::Replayer(Session& session)
    : m_session(&session)
{
}

Answer<Request> Replayer::original(const QString& source)
{
    return m_session->store().read([source](Reader& reader) {
        return sourceOf(reader, source).map([](ReplaySource found) {
            found.request.exactHead.clear();
            return found.request;
        });
    });
}

Result<Request> Replayer::edited(Request original, const QByteArray& json)
{
    return requestEdited(std::move(original), json);
}

Answer<QList<Delivery>> Replayer::replay(const ReplayChoice& choice)
{
    return send(*m_session, choice,
                m_session->store().read([providers = m_session->providers(), choice](Reader& reader) {
                    return chosen(reader, providers, choice);
                }));
}

Answer<QString> Replayer::forwardAddress(CaptureId capture)
{
    return m_session->store().read([capture](Reader& reader) -> Result<QString> {
        const auto known = reader.capture(capture);
        if (!known)
            return tl::unexpected<Error>(known.error());
        return forwardAddressOf(reader, *known);
    });
}

Answer<QList<Delivery>> Replayer::forwardAgain(CaptureId capture, const QString& baseUrl,
                                               const QString& command)
{
    ReplayChoice choice;
    choice.source = capture.toString();
    choice.exact = true;
    choice.command = command;
    return send(*m_session, choice, m_session->store().read([capture, baseUrl](Reader& reader) {
        return forwardSource(reader, capture, baseUrl);
    }));
}

} // namespace hookworks
