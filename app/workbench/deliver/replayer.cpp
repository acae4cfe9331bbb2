// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/deliver/replayer.h"

#include "domain/url_parts.h"
#include "http/request_writer.h"
#include "provider/catalogue.h"
#include "provider/fresh_request.h"
#include "query/parser.h"
#include "signing/standard_webhooks.h"
#include "workbench/deliver/new_deliveries.h"
#include "workbench/deliver/replay_run.h"
#include "workbench/deliver/replay_source.h"
#include "workbench/design/provider_side.h"
#include "workbench/inspect/json_places.h"
#include "workbench/session/session.h"

namespace hookworks {

namespace {

constexpr int addressesLookedAt = 200;

Result<void> checkSendable(const QString& source, const Request& request)
{
    const auto head =
        splitTypedUrl(request.url).and_then([&](const UrlParts& url) { return requestHead(request, url); });
    return head ? Result<void>()
                : fail(ErrorCode::BadInput,
                       Replayer::tr("%1 cannot be sent again: %2").arg(source, head.error().message));
}

/// What a profile and Standard Webhooks know to be new each time, of this delivery.
Result<Request> madeAnew(Session& session, const ReplayChoice& choice, const ReplaySource& source,
                         const Delivery& delivery)
{
    const ProviderProfile* const profile = session.providers().find(source.provider);
    const bool knowsMessages = !messageFieldsIn(source.request.headers).isEmpty();
    if (!profile && !knowsMessages)
        return fail(
            ErrorCode::BadInput,
            Replayer::tr("%1 is of no provider that is known here, so nothing tells which of its ids and "
                         "times are new each time. Replay it as it was, or edit it.")
                .arg(choice.source));
    const FreshFacts facts{delivery.messageId, newTaskId(session.random()), delivery.createdAt};
    auto request = profile ? freshRequest(*profile, source.event, source.request, facts)
                           : Result<Request>(source.request);
    return request.map([&](Request fresh) {
        fresh.headers = withMessage(std::move(fresh.headers), facts.messageId.toUtf8(),
                                    microsSinceEpoch(facts.now) / 1'000'000);
        return fresh;
    });
}

/// Without a secret the signature stays, of the old bytes.
Result<Request> signedRequest(Request request, const QByteArray& secret)
{
    if (secret.isEmpty() || !isSigned(request.headers))
        return request;
    return signingKey(secret).map([&request](const QByteArray& key) {
        request.headers = signedAnew(std::move(request.headers), request.body, key);
        return std::move(request);
    });
}

Result<Delivery> replayOf(Session& session, const ReplayChoice& choice, const ReplaySource& source)
{
    Delivery delivery = newDelivery(session, source.request, source.policy);
    if (choice.fresh) {
        const auto fresh = madeAnew(session, choice, source, delivery);
        if (!fresh)
            return tl::unexpected<Error>(fresh.error());
        delivery.request = *fresh;
    }
    const auto request = signedRequest(delivery.request, source.signingSecret);
    if (!request)
        return tl::unexpected<Error>(request.error());
    delivery.request = *request;
    delivery.provider = source.provider;
    delivery.event = source.event;
    delivery.report = source.report;
    delivery.webhookName = source.webhookName;
    delivery.replayOf = choice.source;
    delivery.basis = source.basis;
    delivery.nextOrigin = Origin::Replay;
    delivery.request.bare = choice.exact || !source.request.exactHead.isEmpty();
    return delivery;
}

Result<QList<NewEvent>> replays(Session& session, const ReplayChoice& choice, const ReplaySource& source)
{
    if (const auto sendable = checkSendable(choice.source, source.request); !sendable)
        return tl::unexpected<Error>(sendable.error());
    QList<NewEvent> events;
    for (int i = 0; i < std::max(1, choice.count); ++i) {
        const auto delivery = replayOf(session, choice, source);
        if (!delivery)
            return tl::unexpected<Error>(delivery.error());
        events.append(
            {{{}, source.provider, source.event, source.report, delivery->request.body, delivery->createdAt},
             {*delivery}});
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

/// One after the other, as they will be sent; due at one time.
Result<QList<NewEvent>> eventsTogether(Session& session, ReplayChoice each, const QStringList& sources,
                                       const QList<ReplaySource>& found)
{
    QList<NewEvent> events;
    for (qsizetype i = 0; i < sources.size(); ++i) {
        each.source = sources[i];
        const auto made = replays(session, each, found[i]);
        if (!made)
            return tl::unexpected<Error>(made.error());
        events += *made;
    }
    for (NewEvent& event : events)
        event.deliveries.first().nextDueAt = events.first().deliveries.first().nextDueAt;
    return events;
}

ReplayOriginal originalOf(const ProviderCatalogue& providers, const ReplaySource& source)
{
    ReplayOriginal original;
    original.request = source.request;
    original.provider = source.provider;
    original.event = source.event;
    original.request.exactHead.clear();
    if (const ProviderProfile* const profile = providers.find(source.provider))
        original.freshPlaces = freshPlaces(*profile, source.event);
    original.freshPlaces << messageFieldsIn(source.request.headers);
    original.freshPlaces.removeDuplicates();
    original.isSigned = isSigned(source.request.headers);
    return original;
}

} // namespace

Replayer::Replayer(Session& session)
    : m_session(&session)
{
}

Replayer::~Replayer() = default;

Answer<ReplayOriginal> Replayer::look(const QString& source)
{
    return m_session->store().read([providers = m_session->providers(), source](Reader& reader) {
        return sourceOf(reader, providers, source).map([&](const ReplaySource& found) {
            ReplayOriginal original = originalOf(providers, found);
            original.secretIsKnown =
                original.isSigned &&
                !knownSigningSecret(reader, source, found.request.url).value_or(QByteArray()).isEmpty();
            return original;
        });
    });
}

Answer<Request> Replayer::original(const QString& source)
{
    return look(source).then(
        this, [](const Result<ReplayOriginal>& original) { return original.map(&ReplayOriginal::request); });
}

Result<Request> Replayer::edited(Request original, const QByteArray& json)
{
    return requestEdited(std::move(original), json);
}

Answer<QList<Delivery>> Replayer::replay(const ReplayChoice& choice)
{
    ReplayChoice now = choice;
    if (now.since == RealTime())
        now.since = m_session->clock().now();
    return send(*m_session, now,
                m_session->store().read([now, providers = m_session->providers(),
                                         listener = m_session->live().listenerUrl()](Reader& reader) {
                    return chosenSource(reader, providers, now, listener);
                }));
}

Answer<QList<Delivery>> Replayer::replayTogether(const ReplayChoice& each, const QStringList& sources)
{
    const auto read = [each, sources, providers = m_session->providers(),
                       listener = m_session->live().listenerUrl()](Reader& reader) {
        QList<ReplaySource> found;
        ReplayChoice choice = each;
        for (const QString& source : sources) {
            choice.source = source;
            const auto chosen = chosenSource(reader, providers, choice, listener);
            if (!chosen)
                return Result<QList<ReplaySource>>(tl::unexpected<Error>(chosen.error()));
            found << *chosen;
        }
        return Result<QList<ReplaySource>>(found);
    };
    return m_session->store().read(read).then(
        m_session, [session = m_session, each, sources](const Result<QList<ReplaySource>>& found) {
            if (!found)
                return readyAnswer<QList<Delivery>>(tl::unexpected<Error>(found.error()));
            auto events = eventsTogether(*session, each, sources, *found);
            if (!events)
                return readyAnswer<QList<Delivery>>(tl::unexpected<Error>(events.error()));
            return storeAndSend(*session, std::move(*events), each.command, Sending::Together);
        });
}

ReplayRun* Replayer::run(const ReplaySeries& series)
{
    return new ReplayRun(*m_session, *this, series);
}

Answer<RelatedDeliveries> Replayer::related(DeliveryId id)
{
    return m_session->store().read(
        [id, providers = m_session->providers(), listener = m_session->live().listenerUrl()](Reader& reader) {
            return relatedDeliveries(reader, providers, id, listener);
        });
}

Answer<QStringList> Replayer::addressesUsed()
{
    return m_session->store().readInBackground([](Reader& reader) -> Result<QStringList> {
        const auto found = reader.findDeliverySummaries(
            {.where = parseQuery(QStringLiteral("is:replay")).value_or(Query()), .limit = addressesLookedAt});
        return found.map([](const DeliverySummaryPage& page) {
            QStringList addresses;
            for (const DeliverySummary& delivery : page.rows)
                addresses << delivery.url;
            addresses.removeDuplicates();
            return addresses;
        });
    });
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
    const RealTime since = m_session->clock().now();
    return send(*m_session, choice, m_session->store().read([capture, baseUrl, since](Reader& reader) {
        return forwardSource(reader, capture, baseUrl, since);
    }));
}

} // namespace hookworks
