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
#include "workbench/inspect/rule_reasons.h"
#include "workbench/inspect/similar.h"
#include "workbench/session/session.h"

#include <algorithm>

namespace hookworks {

namespace {

/// What is larger is not looked into for its event and its contract.
constexpr qsizetype longestChecked = 4 * 1024 * 1024;

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

QString ruleName(const ReplyRule& rule, qsizetype place)
{
    return rule.name.isEmpty() ? Inspecting::tr("rule %1").arg(place + 1) : rule.name;
}

void lookAtRules(CheckedRequest& checked, Inspection& inspection, Reader& reader, const Capture& capture)
{
    const auto listener = reader.listener(capture.listener);
    if (!listener)
        return;
    for (qsizetype place = 0; place < listener->rules.size(); ++place) {
        const ReplyRule& rule = listener->rules[place];
        if (ruleName(rule, place) == capture.rule) {
            checked.required = rule.require;
            return;
        }
        constexpr qsizetype most = 20;
        if (const QString why = whyNot(rule, capture); !why.isEmpty() && inspection.passedOver.size() < most)
            inspection.passedOver << PassedOverRule{ruleName(rule, place), why};
    }
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

Answer<CaptureId> Inspecting::similarBefore(CaptureId id)
{
    return m_session->store().read([providers = m_session->providers(), id](Reader& reader) {
        return hookworks::similarBefore(reader, providers, id.toString());
    });
}

} // namespace hookworks
