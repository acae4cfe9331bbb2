// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/values_capture.h"

#include "json/made.h"
#include "json/values_times.h"

namespace hookworks {

namespace {

using namespace Qt::StringLiterals;

void appendRequest(JsonValue& object, const Capture& capture, Bodies bodies)
{
    object.append(u"method"_s, JsonValue::string(readableText(capture.method)));
    object.append(u"target"_s, JsonValue::string(readableText(capture.target)));
    object.append(u"version"_s, JsonValue::string(readableText(capture.version)));
    object.append(u"headers"_s, headersJson(capture.headers));
    if (bodies == Bodies::Include)
        object.append(u"bodyBase64"_s, base64Json(capture.body));
    object.append(u"bodyBytes"_s, JsonValue::number(capture.bodyBytes));
    object.append(u"wireBytes"_s, JsonValue::number(capture.wireBytes));
}

JsonValue forwardingJson(const ForwardTimings& timings)
{
    if (timings == ForwardTimings())
        return {};
    JsonValue object = JsonValue::object();
    appendTimings(object, timings);
    return object;
}

/// Verbatim what the texts above may not be.
void appendBytes(JsonValue& object, const Capture& capture, Bodies bodies)
{
    const bool whole = bodies == Bodies::Include;
    if (whole || !isUtf8(capture.head))
        object.append(u"headBase64"_s, base64Json(capture.head));
    if (!isUtf8(capture.trailers))
        object.append(u"trailersBase64"_s, headersBase64Json(capture.trailers));
    if (!whole)
        return;
    object.append(u"wireBodyBase64"_s,
                  capture.wireBody.isEmpty() ? JsonValue() : base64Json(capture.wireBody));
    object.append(u"responseHeadBase64"_s, base64Json(capture.response.head));
    object.append(u"responseBodyBase64"_s, base64Json(capture.response.body));
}

void appendRest(JsonValue& object, const Capture& capture)
{
    object.append(u"problemOffset"_s, countOrNull(capture.problemOffset));
    object.append(u"responseSent"_s, countOrNull(capture.responseSent));
    object.append(u"ruleHit"_s, countOrNull(capture.ruleHit));
    object.append(u"ruleTimes"_s, countOrNull(capture.ruleTimes));
    object.append(u"trailers"_s, headersJson(capture.trailers));
    object.append(u"forwardedTo"_s, textOrNull(capture.forwardedTo));
    object.append(u"forwardError"_s, textOrNull(capture.forwardError));
    object.append(u"forwarding"_s, forwardingJson(capture.forwarding));
}

} // namespace

JsonValue captureJson(const Capture& capture, Bodies bodies)
{
    JsonValue object = JsonValue::object();
    object.append(u"id"_s, JsonValue::string(capture.id.toString()));
    object.append(u"receivedAt"_s, JsonValue::string(toIso(capture.receivedAt)));
    object.append(u"remote"_s, JsonValue::string(capture.remote));
    object.append(u"tls"_s, tlsJson(capture.tls));
    object.append(u"valid"_s, JsonValue::boolean(capture.valid));
    object.append(u"problem"_s, textOrNull(capture.problem));
    appendRequest(object, capture, bodies);
    object.append(u"rule"_s, textOrNull(capture.rule));
    object.append(u"responseStatus"_s, JsonValue::number(qint64(capture.responseStatus)));
    object.append(u"fault"_s, textOrNull(capture.fault));
    object.append(u"deliveryId"_s, idJson(capture.delivery));
    object.append(u"attemptNumber"_s,
                  capture.delivery ? JsonValue::number(qint64(capture.attemptNumber)) : JsonValue());
    appendTimings(object, capture.timings);
    appendRest(object, capture);
    appendBytes(object, capture, bodies);
    object.append(u"mark"_s, markJson(capture.mark));
    return object;
}

} // namespace hookworks
