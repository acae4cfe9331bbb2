// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/values_delivery.h"

#include "json/made.h"
#include "json/values_times.h"

namespace hookworks {

namespace {

using namespace Qt::StringLiterals;

JsonValue planJson(const PlannedAttempt& attempt)
{
    JsonValue object = JsonValue::object();
    object.append(u"number"_s, JsonValue::number(qint64(attempt.number)));
    object.append(u"afterSeconds"_s, secondsJson(attempt.after));
    object.append(u"gapSeconds"_s, secondsJson(attempt.gap));
    return object;
}

JsonValue requestJson(const Request& request, Bodies bodies)
{
    JsonValue object = JsonValue::object();
    object.append(u"method"_s, JsonValue::string(readableText(request.method)));
    object.append(u"url"_s, JsonValue::string(request.url));
    object.append(u"headers"_s, headersJson(request.headers));
    if (bodies == Bodies::Include)
        object.append(u"bodyBase64"_s, base64Json(request.body));
    if (!isUtf8(request.headers))
        object.append(u"headersBase64"_s, headersBase64Json(request.headers));
    if (!request.exactHead.isEmpty() && (bodies == Bodies::Include || !isUtf8(request.exactHead)))
        object.append(u"headBase64"_s, base64Json(request.exactHead));
    return object;
}

/// Verbatim wherever the texts beside them are not.
void appendHeads(JsonValue& object, const Attempt& attempt, Bodies bodies)
{
    const bool whole = bodies == Bodies::Include;
    if (whole)
        object.append(u"sentHead"_s, JsonValue::string(readableText(attempt.sentHead)));
    if (whole || !isUtf8(attempt.sentHead))
        object.append(u"sentHeadBase64"_s, base64Json(attempt.sentHead));
    if (whole || !isUtf8(attempt.responseHead))
        object.append(u"responseHeadBase64"_s, base64Json(attempt.responseHead));
}

JsonValue attemptJson(const Attempt& attempt, Bodies bodies)
{
    JsonValue object = JsonValue::object();
    object.append(u"number"_s, JsonValue::number(qint64(attempt.number)));
    object.append(u"dueAt"_s, JsonValue::string(toIso(attempt.dueAt)));
    object.append(u"startedAt"_s, JsonValue::string(toIso(attempt.startedAt)));
    object.append(u"finishedAt"_s, timeJson(attempt.finishedAt));
    object.append(u"origin"_s, JsonValue::string(toString(attempt.origin)));
    object.append(u"outcome"_s,
                  attempt.outcome ? JsonValue::string(toString(*attempt.outcome)) : JsonValue());
    object.append(u"truncated"_s, JsonValue::boolean(attempt.truncated));
    object.append(u"status"_s, JsonValue::number(qint64(attempt.status)));
    object.append(u"error"_s, textOrNull(attempt.error));
    object.append(u"responseHeaders"_s, headersJson(attempt.responseHeaders));
    if (bodies == Bodies::Include)
        object.append(u"responseBodyBase64"_s, base64Json(attempt.responseBody));
    object.append(u"captureId"_s, idJson(attempt.capture));
    appendTimings(object, attempt.timings);
    object.append(u"startedClock"_s, JsonValue::string(toIso(attempt.startedClock)));
    object.append(u"local"_s, textOrNull(attempt.local));
    object.append(u"remote"_s, textOrNull(attempt.remote));
    object.append(u"proxy"_s, textOrNull(attempt.proxy));
    object.append(u"clientCertificate"_s, textOrNull(attempt.clientCertificate));
    object.append(u"sentAgain"_s, JsonValue::boolean(attempt.sentAgain));
    appendHeads(object, attempt, bodies);
    return object;
}

} // namespace

JsonValue deliveryJson(const Delivery& delivery, const QList<Attempt>& attempts, Bodies bodies)
{
    JsonValue object = JsonValue::object();
    object.append(u"id"_s, JsonValue::string(delivery.id.toString()));
    object.append(u"messageId"_s, JsonValue::string(delivery.messageId));
    object.append(u"provider"_s, JsonValue::string(delivery.provider));
    object.append(u"event"_s, JsonValue::string(delivery.event));
    object.append(u"reportId"_s, idJson(delivery.report));
    object.append(u"webhookId"_s, idJson(delivery.webhook));
    object.append(u"url"_s, JsonValue::string(delivery.request.url));
    object.append(u"state"_s, JsonValue::string(toString(delivery.state)));
    object.append(u"createdAt"_s, JsonValue::string(toIso(delivery.createdAt)));
    object.append(u"nextDueAt"_s, timeJson(delivery.nextDueAt));
    object.append(u"replayOf"_s, textOrNull(delivery.replayOf));
    const auto verdict = verdictOf(delivery.replayOf, delivery.basis, delivery.state);
    object.append(u"verdict"_s, verdict ? JsonValue::string(toString(*verdict)) : JsonValue());
    object.append(u"comparedWith"_s, textOrNull(delivery.basis.comparedWith));
    object.append(u"plan"_s, arrayJson(delivery.plan, planJson));
    object.append(u"request"_s, requestJson(delivery.request, bodies));
    object.append(u"attempts"_s,
                  arrayJson(attempts, [bodies](const Attempt& each) { return attemptJson(each, bodies); }));
    object.append(u"mark"_s, markJson(delivery.mark));
    return object;
}

} // namespace hookworks
