// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/inspect/inspecting.h"

#include "domain/readable_text.h"
#include "http/content_decoding.h"
#include "provider/catalogue.h"
#include "provider/event_recognition.h"
#include "provider/profile.h"
#include "query/queried_capture.h"
#include "store/reader.h"
#include "workbench/inspect/body_reading.h"
#include "workbench/inspect/similar.h"
#include "workbench/session/session.h"

#include <algorithm>

namespace hookworks {

namespace {

/// For a listener's newest request.
constexpr auto longestSearch = std::chrono::seconds(2);

std::optional<EarlierMessage> earlierMessage(const ProviderCatalogue& providers, Reader& reader,
                                             const Capture& capture, const QString& provider)
{
    const Header id = messageIdOf(providers, capture.headers, provider);
    if (id.value.isEmpty())
        return std::nullopt;
    const Query where = queryFor({QueryName::Header, readableText(id.name), {}}, id.value);
    const auto earlier = newestBefore(reader, where, capture.id, Bodies::Include);
    if (!earlier)
        return std::nullopt;
    return EarlierMessage{earlier->id, earlier->receivedAt, earlier->body == capture.body};
}

void decodeBody(CheckedRequest& checked)
{
    const QByteArray codings = checked.request.headers.values("Content-Encoding").join(',');
    checked.body = checked.request.content;
    if (codings.isEmpty())
        return;
    const auto plain = decoded(checked.body, codings);
    checked.body = plain.value_or(QByteArray());
    checked.bodyProblem = plain ? QString() : plain.error().message;
}

void recognise(const ProviderCatalogue& providers, CheckedRequest& checked)
{
    if (!checked.provider.isEmpty() || checked.body.size() > longestChecked)
        return;
    if (const auto origin = recogniseEvent(providers.profiles(), checked.body)) {
        checked.provider = origin->provider;
        checked.event = origin->event;
    }
}

/// What the delivery behind it says.
void takeDelivery(CheckedRequest& checked, Inspection& inspection, Reader& reader, const Delivery& delivery)
{
    checked.provider = delivery.provider;
    checked.event = delivery.event;
    inspection.webhook = delivery.webhookName;
    if (!delivery.webhook)
        return;
    if (const auto webhook = reader.webhook(*delivery.webhook)) {
        checked.webhook = *webhook;
        inspection.webhook = webhook->name;
    }
}

void nameProvider(const ProviderCatalogue& providers, Inspection& inspection, const CheckedRequest& checked)
{
    const ProviderProfile* profile = providers.find(checked.provider);
    inspection.provider = profile ? profile->title : checked.provider;
    inspection.event = checked.event;
}

/// Of the listener that received it, as they are now; none where it is not there any more.
QList<ReplyRule> rulesFor(Reader& reader, const Capture& capture)
{
    const auto listener = reader.listener(capture.listener);
    return listener ? listener->rules : QList<ReplyRule>();
}

/// Where bytes are no request, no rule was asked.
QList<PassedOverRule> nearestOf(const QList<ReplyRule>& rules, const Capture& capture)
{
    return capture.valid && capture.rule.isEmpty() ? nearestRules(rules, capture) : QList<PassedOverRule>();
}

void lookAtRules(CheckedRequest& checked, Inspection& inspection, Reader& reader, const Capture& capture)
{
    const QList<ReplyRule> rules = rulesFor(reader, capture);
    inspection.nearest = nearestOf(rules, capture);
    if (capture.rule.isEmpty())
        return;
    qsizetype place = 0;
    while (place < rules.size() && nameOfRule(rules[place], place) != capture.rule)
        ++place;
    if (place < rules.size())
        checked.required = rules[place].require;
    inspection.passedOver = passedOver(rules, capture, place);
}

/// Its newest request.
Result<Capture> newestOf(Reader& reader, ListenerId listener)
{
    CaptureFilter filter;
    filter.where = Query::all({queryFor({QueryName::Listener, {}, {}}, listener.toString().toUtf8()),
                               queryFor({QueryName::Valid, {}, {}}, "true")});
    filter.limit = 1;
    const auto page = reader.findCaptureSummaries(filter, longestSearch);
    if (!page)
        return tl::unexpected<Error>(page.error());
    if (page->rows.isEmpty())
        return fail(ErrorCode::NotFound,
                    Inspecting::tr("No request to this listener was found. Send one, and try again."));
    return reader.capture(page->rows.first().id);
}

Result<Inspection> captureInspection(const ProviderCatalogue& providers, Reader& reader, CaptureId id)
{
    ExportedExchange exchange;
    auto capture = reader.capture(id);
    if (!capture)
        return tl::unexpected<Error>(capture.error());
    exchange.capture = *capture;
    const auto wire = wireExchange(exchange, std::nullopt);
    Inspection inspection;
    CheckedRequest checked;
    checked.request = wire->request;
    decodeBody(checked);
    if (const auto key = reader.attemptOf(id)) {
        inspection.attempt = *key;
        const auto delivery = reader.delivery(key->delivery);
        const auto attempt = reader.attempt(key->delivery, key->number);
        if (delivery && attempt) {
            takeDelivery(checked, inspection, reader, *delivery);
            checked.sent = compareBytes({attempt->sentHead, delivery->request.body},
                                        {checked.request.head, checked.request.body});
            checked.attempt =
                Inspecting::tr("attempt %1 of %2").arg(key->number).arg(key->delivery.toString());
        }
    }
    recognise(providers, checked);
    nameProvider(providers, inspection, checked);
    lookAtRules(checked, inspection, reader, *capture);
    checked.earlier = earlierMessage(providers, reader, *capture, checked.provider);
    inspection.checks = checksOf(providers, checked);
    inspection.similar = similarTo(reader, providers, *capture);
    return inspection;
}

Result<Inspection> attemptInspection(const ProviderCatalogue& providers, Reader& reader, DeliveryId id,
                                     int number)
{
    const auto delivery = reader.delivery(id);
    const auto attempt = reader.attempt(id, number);
    if (!delivery || !attempt)
        return tl::unexpected<Error>(!delivery ? delivery.error() : attempt.error());
    ExportedExchange exchange;
    exchange.delivery = *delivery;
    exchange.attempts = {*attempt};
    const auto wire = wireExchange(exchange, std::nullopt);
    if (!wire)
        return tl::unexpected<Error>(wire.error());
    Inspection inspection;
    CheckedRequest checked;
    checked.request = wire->request;
    decodeBody(checked);
    takeDelivery(checked, inspection, reader, *delivery);
    recognise(providers, checked);
    nameProvider(providers, inspection, checked);
    if (const auto captureId = reader.captureOf(id, number)) {
        if (const auto capture = reader.capture(*captureId))
            checked.sent = compareBytes(
                {attempt->sentHead, delivery->request.body},
                {capture->head, capture->wireBody.isEmpty() ? capture->body : capture->wireBody});
        checked.attempt = captureId->toString();
    }
    inspection.checks = checksOf(providers, checked);
    return inspection;
}

/// As a search sees it.
QString eventOf(const BodyReading& reading, Capture capture, const std::optional<DeliverySummary>& delivery,
                const QByteArray& body)
{
    CaptureParts parts;
    if (delivery) {
        parts.facts.emplace();
        parts.facts->event = delivery->event;
        parts.facts->provider = delivery->provider;
    } else {
        capture.delivery.reset(); // it was removed
    }
    capture.body = body;
    const QueryValues event = QueriedCapture(capture, parts, reading).values(QueryName::Event);
    return QString::fromUtf8(event.values.value(0));
}

Result<QMap<CaptureId, QString>> eventsOfCaptures(Reader& reader, const ProviderCatalogue& providers,
                                                  const QList<CaptureId>& ids, qint64 mostBody)
{
    const auto captures = reader.capturesOf(ids);
    if (!captures)
        return tl::unexpected<Error>(captures.error());
    const BodyReading reading = realBodyReading(providers);
    QMap<CaptureId, QString> events;
    for (const Capture& capture : *captures) {
        const auto deliveries = reader.deliverySummaries({capture.delivery.value_or(DeliveryId())});
        const auto body = capture.bodyBytes > mostBody
                              ? Result<QByteArray>(QByteArray())
                              : reader.captureBytes(capture.id, BodyForm::Decoded, 0, mostBody);
        if (!deliveries || !body)
            return tl::unexpected<Error>(deliveries ? body.error() : deliveries.error());
        const auto delivery = deliveries->isEmpty() ? std::nullopt : std::optional(deliveries->first());
        if (const QString event = eventOf(reading, capture, delivery, *body); !event.isEmpty())
            events.insert(capture.id, event);
    }
    return events;
}

} // namespace

Inspecting::Inspecting(Session& session)
    : m_session(&session)
{
}

Answer<Inspection> Inspecting::ofCapture(CaptureId id)
{
    return m_session->store().read([providers = m_session->providers(), id](Reader& reader) {
        return captureInspection(providers, reader, id);
    });
}

Answer<Inspection> Inspecting::ofAttempt(DeliveryId id, int number)
{
    return m_session->store().read([providers = m_session->providers(), id, number](Reader& reader) {
        return attemptInspection(providers, reader, id, number);
    });
}

Answer<QMap<CaptureId, QString>> Inspecting::eventsOf(const QList<CaptureId>& ids, qint64 mostBody)
{
    return m_session->store().read([providers = m_session->providers(), ids, mostBody](Reader& reader) {
        return eventsOfCaptures(reader, providers, ids, mostBody);
    });
}

Answer<QList<PassedOverRule>> Inspecting::nearestRules(CaptureId id)
{
    return m_session->store().read([id](Reader& reader) {
        return reader.capture(id).map(
            [&](const Capture& capture) { return nearestOf(rulesFor(reader, capture), capture); });
    });
}

Answer<RuleTrial> Inspecting::tryRules(ListenerId listener, const QList<ReplyRule>& rules,
                                       const QList<RuleProgress>& progress)
{
    return m_session->store().read(
        [listener, rules, progress, now = m_session->live().workNow()](Reader& reader) {
            return newestOf(reader, listener).map([&](const Capture& capture) {
                return trialOf(rules, progress, capture, now);
            });
        });
}

Answer<CaptureId> Inspecting::similarBefore(CaptureId id)
{
    return m_session->store().read([providers = m_session->providers(), id](Reader& reader) {
        return hookworks::similarBefore(reader, providers, id.toString());
    });
}

} // namespace hookworks
