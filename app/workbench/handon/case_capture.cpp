// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/made.h"
#include "json/values_times.h"
#include "workbench/handon/case_parts.h"
#include "workbench/handon/case_values.h"
#include "workbench/inspect/imported.h"

namespace hookworks {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 largest = 1LL << 50;

std::optional<TlsInfo> takeTls(ObjectReader& object)
{
    auto tls = object.object(u"tls");
    if (!tls)
        return std::nullopt;
    return TlsInfo{takeCaseText(*tls, u"version"), takeCaseText(*tls, u"cipher"),
                   takeCaseText(*tls, u"clientSubject")};
}

JsonValue forwardedJson(const Capture& capture)
{
    if (capture.forwardedTo.isEmpty() && capture.forwardError.isEmpty())
        return {};
    JsonValue object = JsonValue::object();
    object.append(u"to"_s, JsonValue::string(capture.forwardedTo));
    object.append(u"error"_s, textOrNull(capture.forwardError));
    appendTimings(object, capture.forwarding);
    return object;
}

void takeForwarded(ObjectReader& object, Capture& capture)
{
    auto forwarded = object.object(u"forwarded");
    if (!forwarded)
        return;
    capture.forwardedTo = takeCaseText(*forwarded, u"to");
    capture.forwardError = takeCaseText(*forwarded, u"error");
    capture.forwarding = {takePhase(*forwarded, u"lookUpMs"), takePhase(*forwarded, u"connectMs"),
                          takePhase(*forwarded, u"tlsMs"),    takePhase(*forwarded, u"sendMs"),
                          takePhase(*forwarded, u"waitMs"),   takePhase(*forwarded, u"receiveMs")};
}

void appendAnswer(JsonValue& object, const Capture& capture, CaseBodies& bodies)
{
    object.append(u"rule"_s, textOrNull(capture.rule));
    object.append(u"ruleHit"_s, countOrNull(capture.ruleHit));
    object.append(u"ruleTimes"_s, countOrNull(capture.ruleTimes));
    object.append(u"responseStatus"_s, JsonValue::number(qint64(capture.responseStatus)));
    object.append(u"responseHead"_s, caseBytesJson(capture.response.head));
    object.append(u"responseBody"_s, bodies.put(capture.response.body));
    object.append(u"responseSent"_s, countOrNull(capture.responseSent));
    object.append(u"fault"_s, textOrNull(capture.fault));
    object.append(u"forwarded"_s, forwardedJson(capture));
    appendTimings(object, capture.timings);
}

void takeAnswer(ObjectReader& object, Capture& capture, const CaseBodies& bodies)
{
    capture.rule = takeCaseText(object, u"rule");
    capture.ruleHit = object.integer(u"ruleHit", 1, largest);
    capture.ruleTimes = object.integer(u"ruleTimes", 1, largest);
    capture.responseStatus = static_cast<int>(object.integer(u"responseStatus", 0, 999).value_or(0));
    capture.response = {takeCaseBytes(object, u"responseHead"), bodies.of(object, u"responseBody")};
    capture.responseSent = object.integer(u"responseSent", 0, largest);
    capture.fault = takeCaseText(object, u"fault");
    takeForwarded(object, capture);
    capture.timings = {takePhase(object, u"acceptMs"), takePhase(object, u"readMs"),
                       takePhase(object, u"thinkMs"), takePhase(object, u"writeMs")};
}

} // namespace

JsonValue caseCaptureJson(const Capture& capture, CaseBodies& bodies)
{
    JsonValue object = JsonValue::object();
    object.append(u"id"_s, JsonValue::string(capture.id.toString()));
    object.append(u"listener"_s,
                  capture.listener ? JsonValue::string(capture.listener.toString()) : JsonValue());
    object.append(u"receivedAt"_s, JsonValue::string(toIso(capture.receivedAt)));
    object.append(u"local"_s, textOrNull(capture.local));
    object.append(u"remote"_s, textOrNull(capture.remote));
    object.append(u"exchange"_s, JsonValue::number(qint64(capture.exchange)));
    object.append(u"tls"_s, tlsJson(capture.tls));
    object.append(u"valid"_s, JsonValue::boolean(capture.valid));
    object.append(u"problem"_s, textOrNull(capture.problem));
    object.append(u"problemOffset"_s, countOrNull(capture.problemOffset));
    object.append(u"head"_s, caseBytesJson(capture.head));
    object.append(u"body"_s, bodies.put(capture.wireBody.isEmpty() ? capture.body : capture.wireBody));
    appendAnswer(object, capture, bodies);
    object.append(u"delivery"_s, idJson(capture.delivery));
    object.append(u"attempt"_s,
                  capture.delivery ? JsonValue::number(qint64(capture.attemptNumber)) : JsonValue());
    object.append(u"mark"_s, textOrNull(markText(capture.mark)));
    return object;
}

/// Method, target, fields and content are made of the head and the body as they were on the wire.
Capture takeCaseCapture(ObjectReader& object, const CaseBodies& bodies)
{
    for (const QStringView key : {u"id", u"receivedAt"})
        object.require(key);
    const RealTime at = object.word(u"receivedAt", realTimeFromIso).value_or(RealTime());
    Capture capture = importedCapture(takeCaseBytes(object, u"head"), bodies.of(object, u"body"), at);
    capture.id = object.word(u"id", CaptureId::parse).value_or(CaptureId());
    capture.listener = object.word(u"listener", ListenerId::parse).value_or(ListenerId());
    capture.local = takeCaseText(object, u"local");
    capture.remote = takeCaseText(object, u"remote");
    capture.exchange = static_cast<int>(object.integer(u"exchange", 0, 1'000'000'000).value_or(0));
    capture.tls = takeTls(object);
    capture.valid = capture.valid && object.flag(u"valid").value_or(true);
    if (const QString problem = takeCaseText(object, u"problem"); !problem.isEmpty() || capture.valid)
        capture.problem = problem;
    capture.problemOffset = object.integer(u"problemOffset", 0, largest);
    takeAnswer(object, capture, bodies);
    capture.delivery = object.word(u"delivery", DeliveryId::parse);
    capture.attemptNumber = static_cast<int>(object.integer(u"attempt", 1, 1'000'000'000).value_or(0));
    capture.mark = takeCaseMark(object);
    return capture;
}

} // namespace hookworks
