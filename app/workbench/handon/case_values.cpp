// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/handon/case_values.h"

#include "http/loose_head.h"
#include "json/values_policy.h"
#include "json/values_times.h"
#include "workbench/handon/case_file.h"
#include "workbench/handon/case_parts.h"
#include "workbench/inspect/hand_on_text.h"

namespace hookworks {

namespace {

using namespace Qt::StringLiterals;

constexpr int highest = 1'000'000'000;

JsonValue plannedJson(const PlannedAttempt& attempt)
{
    JsonValue object = JsonValue::object();
    object.append(u"number"_s, JsonValue::number(qint64(attempt.number)));
    object.append(u"afterSeconds"_s, secondsJson(attempt.after));
    object.append(u"gapSeconds"_s, secondsJson(attempt.gap));
    return object;
}

PlannedAttempt takePlanned(ObjectReader& object)
{
    PlannedAttempt planned;
    planned.number = static_cast<int>(object.integer(u"number", 1, highest).value_or(1));
    planned.after = object.duration(u"afterSeconds", ObjectReader::inSeconds).value_or(Micros(0));
    planned.gap = object.duration(u"gapSeconds", ObjectReader::inSeconds).value_or(Micros(0));
    return planned;
}

JsonValue caseRequestJson(const Request& request, CaseBodies& bodies)
{
    JsonValue object = JsonValue::object();
    object.append(u"method"_s, caseBytesJson(request.method));
    object.append(u"url"_s, JsonValue::string(request.url));
    object.append(u"headers"_s, caseFieldsJson(request.headers));
    object.append(u"body"_s, bodies.put(request.body));
    object.append(u"head"_s, caseBytesJson(request.exactHead));
    object.append(u"bare"_s, JsonValue::boolean(request.bare));
    return object;
}

Request takeCaseRequest(ObjectReader& object, const CaseBodies& bodies)
{
    Request request;
    object.require(u"method");
    object.require(u"url");
    request.method = takeCaseBytes(object, u"method");
    request.url = object.text(u"url").value_or(QString());
    request.headers = takeCaseFields(object, u"headers");
    request.body = bodies.of(object, u"body");
    request.exactHead = takeCaseBytes(object, u"head");
    request.bare = object.flag(u"bare").value_or(false);
    return request;
}

JsonValue caseAttemptJson(const Attempt& attempt, CaseBodies& bodies)
{
    JsonValue object = JsonValue::object();
    object.append(u"number"_s, JsonValue::number(qint64(attempt.number)));
    object.append(u"origin"_s, JsonValue::string(toString(attempt.origin)));
    object.append(u"dueAt"_s, JsonValue::string(toIso(attempt.dueAt)));
    object.append(u"startedClock"_s, JsonValue::string(toIso(attempt.startedClock)));
    object.append(u"startedAt"_s, JsonValue::string(toIso(attempt.startedAt)));
    object.append(u"finishedAt"_s, timeJson(attempt.finishedAt));
    object.append(u"outcome"_s,
                  attempt.outcome ? JsonValue::string(toString(*attempt.outcome)) : JsonValue());
    object.append(u"status"_s, JsonValue::number(qint64(attempt.status)));
    object.append(u"error"_s, textOrNull(attempt.error));
    object.append(u"truncated"_s, JsonValue::boolean(attempt.truncated));
    object.append(u"sentHead"_s, caseBytesJson(attempt.sentHead));
    object.append(u"responseHead"_s, caseBytesJson(attempt.responseHead));
    object.append(u"responseBody"_s, bodies.put(attempt.responseBody));
    object.append(u"local"_s, textOrNull(attempt.local));
    object.append(u"remote"_s, textOrNull(attempt.remote));
    object.append(u"exchange"_s, JsonValue::number(qint64(attempt.exchange)));
    object.append(u"proxy"_s, textOrNull(attempt.proxy));
    object.append(u"clientCertificate"_s, textOrNull(attempt.clientCertificate));
    object.append(u"sentAgain"_s, JsonValue::boolean(attempt.sentAgain));
    appendTimings(object, attempt.timings);
    return object;
}

AttemptTimings takeTimes(ObjectReader& object)
{
    return {takePhase(object, u"queueMs"), takePhase(object, u"connectMs"), takePhase(object, u"tlsMs"),
            takePhase(object, u"sendMs"),  takePhase(object, u"waitMs"),    takePhase(object, u"receiveMs")};
}

/// One without an outcome ended when the case was made.
Attempt takeCaseAttempt(ObjectReader& object, const CaseBodies& bodies)
{
    Attempt attempt;
    object.require(u"number");
    object.require(u"startedAt");
    attempt.number = static_cast<int>(object.integer(u"number", 1, highest).value_or(1));
    attempt.origin = object.word(u"origin", originFromString).value_or(Origin::Plan);
    attempt.startedAt = object.word(u"startedAt", realTimeFromIso).value_or(RealTime());
    attempt.startedClock = object.word(u"startedClock", workTimeFromIso).value_or(WorkTime());
    attempt.dueAt = object.word(u"dueAt", workTimeFromIso).value_or(attempt.startedClock);
    attempt.finishedAt = object.word(u"finishedAt", realTimeFromIso).value_or(attempt.startedAt);
    attempt.outcome = object.word(u"outcome", outcomeFromString).value_or(Outcome::Unknown);
    attempt.status = static_cast<int>(object.integer(u"status", 0, 999).value_or(0));
    attempt.error = takeCaseText(object, u"error");
    attempt.truncated = object.flag(u"truncated").value_or(false);
    attempt.sentHead = takeCaseBytes(object, u"sentHead");
    attempt.responseHead = takeCaseBytes(object, u"responseHead");
    attempt.responseHeaders = looseHead(attempt.responseHead).headers;
    attempt.responseBody = bodies.of(object, u"responseBody");
    attempt.local = takeCaseText(object, u"local");
    attempt.remote = takeCaseText(object, u"remote");
    attempt.exchange = static_cast<int>(object.integer(u"exchange", 0, highest).value_or(0));
    attempt.proxy = takeCaseText(object, u"proxy");
    attempt.clientCertificate = takeCaseText(object, u"clientCertificate");
    attempt.sentAgain = object.flag(u"sentAgain").value_or(false);
    attempt.timings = takeTimes(object);
    return attempt;
}

QList<Attempt> takeCaseAttempts(ObjectReader& object, DeliveryId delivery, const CaseBodies& bodies)
{
    QList<Attempt> attempts;
    const auto items = object.items(u"attempts");
    if (items.size() > CaseMost::attempts) {
        object.refuse(u"attempts", HandOnText::tr("There are more than %1").arg(CaseMost::attempts));
        return attempts;
    }
    for (const auto& [item, path] : items) {
        ObjectReader each(*item, path, object.reading());
        Attempt attempt = takeCaseAttempt(each, bodies);
        attempt.delivery = delivery;
        if (!attempts.isEmpty() && attempt.number <= attempts.last().number)
            each.refuse(u"number", HandOnText::tr("Attempts must be in the order of their numbers"));
        attempts << attempt;
    }
    return attempts;
}

RetryPolicy takeCasePolicy(ObjectReader& object)
{
    const JsonValue* value = object.take(u"policy");
    if (!value || value->isNull())
        return {};
    auto policy = policyFromJson(compactJson(*value));
    if (!policy)
        object.refuse(u"policy", policy.error().message);
    return policy.value_or(RetryPolicy());
}

} // namespace

JsonValue CaseBodies::put(const QByteArray& body)
{
    if (body.isEmpty())
        return {};
    QString& name = m_names[body];
    if (name.isEmpty()) {
        name = u"b%1"_s.arg(m_order.size() + 1);
        m_order << name;
        m_bodies.insert(name, body);
    }
    return JsonValue::string(name);
}

JsonValue CaseBodies::json() const
{
    JsonValue object = JsonValue::object();
    for (const QString& name : m_order)
        object.append(name, caseBytesJson(m_bodies.value(name)));
    return object;
}

CaseBodies CaseBodies::taken(ObjectReader& object, QStringView key)
{
    CaseBodies bodies;
    const JsonValue* value = object.take(key);
    for (const JsonMember& member : value ? value->members : std::vector<JsonMember>())
        bodies.m_bodies.insert(
            member.key, caseBytesOf(member.value, object.pathOf(key).child(member.key), object.reading()));
    return bodies;
}

QByteArray CaseBodies::of(ObjectReader& object, QStringView key) const
{
    const auto name = object.text(key);
    const auto body = name ? m_bodies.constFind(*name) : m_bodies.cend();
    if (name && body == m_bodies.cend())
        object.refuse(key, HandOnText::tr("There is no body of that name"));
    return body == m_bodies.cend() ? QByteArray() : *body;
}

JsonValue caseDeliveryJson(const DeliveryRecord& record, CaseBodies& bodies)
{
    const Delivery& delivery = record.delivery;
    JsonValue object = JsonValue::object();
    object.append(u"id"_s, JsonValue::string(delivery.id.toString()));
    object.append(u"messageId"_s, JsonValue::string(delivery.messageId));
    object.append(u"eventId"_s, JsonValue::string(delivery.eventId.toString()));
    object.append(u"provider"_s, JsonValue::string(delivery.provider));
    object.append(u"event"_s, JsonValue::string(delivery.event));
    object.append(u"webhookName"_s, JsonValue::string(delivery.webhookName));
    object.append(u"state"_s, JsonValue::string(toString(delivery.state)));
    object.append(u"createdAt"_s, JsonValue::string(toIso(delivery.createdAt)));
    object.append(u"replayOf"_s, textOrNull(delivery.replayOf));
    object.append(u"mark"_s, textOrNull(markText(delivery.mark)));
    object.append(u"policy"_s, policyJson(delivery.policy));
    object.append(u"seed"_s, JsonValue::number(qint64(delivery.seed)));
    object.append(u"plan"_s, arrayJson(delivery.plan, plannedJson));
    object.append(u"request"_s, caseRequestJson(delivery.request, bodies));
    object.append(u"attempts"_s, arrayJson(record.attempts, [&bodies](const Attempt& each) {
                      return caseAttemptJson(each, bodies);
                  }));
    return object;
}

DeliveryRecord takeCaseDelivery(ObjectReader& object, const CaseBodies& bodies)
{
    DeliveryRecord record;
    Delivery& delivery = record.delivery;
    for (const QStringView key : {u"id", u"state", u"createdAt", u"request"})
        object.require(key);
    delivery.id = object.word(u"id", DeliveryId::parse).value_or(DeliveryId());
    delivery.messageId = takeCaseText(object, u"messageId");
    delivery.eventId = object.word(u"eventId", EventId::parse).value_or(EventId());
    delivery.provider = takeCaseText(object, u"provider");
    delivery.event = takeCaseText(object, u"event");
    delivery.webhookName = takeCaseText(object, u"webhookName");
    delivery.state = object.word(u"state", deliveryStateFromString).value_or(DeliveryState::Cancelled);
    delivery.createdAt = object.word(u"createdAt", realTimeFromIso).value_or(RealTime());
    delivery.replayOf = takeCaseText(object, u"replayOf");
    delivery.mark = takeCaseMark(object);
    delivery.policy = takeCasePolicy(object);
    delivery.seed = static_cast<quint32>(object.integer(u"seed", 0, 0xffffffffLL).value_or(0));
    for (const auto& [item, path] : object.items(u"plan")) {
        ObjectReader planned(*item, path, object.reading());
        delivery.plan << takePlanned(planned);
    }
    if (auto request = object.object(u"request"))
        delivery.request = takeCaseRequest(*request, bodies);
    record.attempts = takeCaseAttempts(object, delivery.id, bodies);
    delivery.attempts = record.attempts.isEmpty() ? 0 : record.attempts.last().number;
    if (!isFinal(delivery.state))
        delivery.state = DeliveryState::Cancelled;
    return record;
}

} // namespace hookworks
