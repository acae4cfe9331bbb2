// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/inspect/har.h"

#include "json/made.h"
#include "workbench/inspect/har_parts.h"

#include <QHostAddress>

namespace hookworks {

namespace {

using namespace Qt::StringLiterals;

JsonValue textJson(const QByteArray& bytes)
{
    return JsonValue::string(readableText(bytes));
}

JsonValue numberJson(qint64 number)
{
    return JsonValue::number(number);
}

JsonValue versionJson(const QByteArray& version)
{
    return version.isEmpty() ? JsonValue::string(QString()) : textJson("HTTP/" + version);
}

JsonValue mimeTypeJson(const HeaderList& headers, const QByteArray& otherwise)
{
    return textJson(headers.value("Content-Type").value_or(otherwise));
}

/// The body in what HAR has for texts, with how it is encoded under `key`.
void appendBody(JsonValue& object, const QByteArray& body, const QString& key)
{
    if (auto text = exactText(body)) {
        object.append(u"text"_s, std::move(*text));
        return;
    }
    object.append(u"text"_s, base64Json(body));
    object.append(key, JsonValue::string(u"base64"_s));
}

/// What of the message HAR cannot say.
void appendWire(JsonValue& object, const QByteArray& head, const QByteArray& body, const QByteArray& content)
{
    object.append(u"_headBase64"_s, base64Json(head));
    if (body != content)
        object.append(u"_wireBodyBase64"_s, base64Json(body));
}

JsonValue requestJson(const WireRequest& request)
{
    JsonValue json = JsonValue::object();
    json.append(u"method"_s, textJson(request.method));
    json.append(u"url"_s, JsonValue::string(request.url));
    json.append(u"httpVersion"_s, versionJson(request.version));
    json.append(u"cookies"_s, harCookies(request.headers));
    json.append(u"headers"_s, harHeaders(request.headers));
    json.append(u"queryString"_s, harQuery(request.target));
    if (!request.content.isEmpty()) {
        JsonValue post = JsonValue::object();
        post.append(u"mimeType"_s, mimeTypeJson(request.headers, {}));
        appendBody(post, request.content, u"_encoding"_s);
        json.append(u"postData"_s, std::move(post));
    }
    json.append(u"headersSize"_s, numberJson(request.head.size()));
    json.append(u"bodySize"_s, numberJson(request.content.size()));
    json.append(u"_target"_s, textJson(request.target));
    if (!request.trailers.fields.isEmpty())
        json.append(u"_trailers"_s, harHeaders(request.trailers));
    appendWire(json, request.head, request.body, request.content);
    return json;
}

JsonValue noResponseJson()
{
    JsonValue content = JsonValue::object();
    content.append(u"size"_s, numberJson(0));
    content.append(u"mimeType"_s, JsonValue::string(u"x-unknown"_s));
    JsonValue json = JsonValue::object();
    json.append(u"status"_s, numberJson(0));
    json.append(u"statusText"_s, JsonValue::string(QString()));
    json.append(u"httpVersion"_s, JsonValue::string(QString()));
    json.append(u"cookies"_s, JsonValue::array());
    json.append(u"headers"_s, JsonValue::array());
    json.append(u"content"_s, std::move(content));
    json.append(u"redirectURL"_s, JsonValue::string(QString()));
    json.append(u"headersSize"_s, numberJson(-1));
    json.append(u"bodySize"_s, numberJson(-1));
    return json;
}

JsonValue responseJson(const WireResponse& response)
{
    JsonValue content = JsonValue::object();
    content.append(u"size"_s, numberJson(response.content.size()));
    content.append(u"mimeType"_s, mimeTypeJson(response.headers, "x-unknown"));
    if (!response.content.isEmpty())
        appendBody(content, response.content, u"encoding"_s);
    JsonValue json = JsonValue::object();
    json.append(u"status"_s, numberJson(response.status));
    json.append(u"statusText"_s, textJson(response.reason));
    json.append(u"httpVersion"_s, versionJson(response.version));
    json.append(u"cookies"_s, harSetCookies(response.headers));
    json.append(u"headers"_s, harHeaders(response.headers));
    json.append(u"content"_s, std::move(content));
    json.append(u"redirectURL"_s, textJson(response.headers.value("Location").value_or(QByteArray())));
    json.append(u"headersSize"_s, numberJson(response.head.size()));
    json.append(u"bodySize"_s, numberJson(response.content.size()));
    appendWire(json, response.head, response.body, response.content);
    return json;
}

/// The other end's address: without its port, and only where it is one.
void appendServer(JsonValue& entry, const QString& server, const QString& client)
{
    const QString host = server.section(u':', 0, -2).remove(u'[').remove(u']');
    if (!QHostAddress(host).isNull() && !host.contains(u'%'))
        entry.append(u"serverIPAddress"_s, JsonValue::string(host));
    if (const QString port = client.section(u':', -1); !port.isEmpty())
        entry.append(u"connection"_s, JsonValue::string(port));
}

HarTimings timingsOf(const Attempt& attempt)
{
    const AttemptTimings& phases = attempt.timings;
    HarTimings timings;
    timings.blocked = phases.queue;
    if (phases.connect)
        timings.connect = *phases.connect + phases.tls.value_or(Micros(0));
    timings.ssl = phases.tls;
    timings.send = phases.send;
    timings.wait = phases.wait;
    timings.receive = phases.receive;
    return timings;
}

/// Seen from the listener: reading the request, thinking, writing the answer.
HarTimings timingsOf(const Capture& capture)
{
    HarTimings timings;
    timings.send = capture.timings.read;
    timings.wait = capture.timings.think;
    timings.receive = capture.timings.write;
    return timings;
}

void appendDelivery(JsonValue& entry, const Delivery& delivery, const Attempt* attempt)
{
    entry.append(u"_deliveryId"_s, JsonValue::string(delivery.id.toString()));
    entry.append(u"_messageId"_s, JsonValue::string(delivery.messageId));
    entry.append(u"_provider"_s, JsonValue::string(delivery.provider));
    entry.append(u"_event"_s, JsonValue::string(delivery.event));
    entry.append(u"_webhook"_s, textOrNull(delivery.webhookName));
    entry.append(u"_state"_s, JsonValue::string(toString(delivery.state)));
    entry.append(u"_replayOf"_s, textOrNull(delivery.replayOf));
    const auto verdict = verdictOf(delivery.replayOf, delivery.basis, delivery.state);
    entry.append(u"_verdict"_s, verdict ? JsonValue::string(toString(*verdict)) : JsonValue());
    entry.append(u"_attemptNumber"_s, attempt ? numberJson(attempt->number) : JsonValue());
    if (!attempt)
        return;
    entry.append(u"_outcome"_s,
                 attempt->outcome ? JsonValue::string(toString(*attempt->outcome)) : JsonValue());
    entry.append(u"_error"_s, textOrNull(attempt->error));
    entry.append(u"_truncated"_s, JsonValue::boolean(attempt->truncated));
    entry.append(u"_captureId"_s, idJson(attempt->capture));
    entry.append(u"_local"_s, textOrNull(attempt->local));
    entry.append(u"_remote"_s, textOrNull(attempt->remote));
}

void appendCapture(JsonValue& entry, const Capture& capture)
{
    entry.append(u"_captureId"_s, JsonValue::string(capture.id.toString()));
    entry.append(u"_deliveryId"_s, idJson(capture.delivery));
    entry.append(u"_attemptNumber"_s, capture.delivery ? numberJson(capture.attemptNumber) : JsonValue());
    entry.append(u"_valid"_s, JsonValue::boolean(capture.valid));
    entry.append(u"_problem"_s, textOrNull(capture.problem));
    entry.append(u"_rule"_s, textOrNull(capture.rule));
    entry.append(u"_ruleHit"_s, countOrNull(capture.ruleHit));
    entry.append(u"_ruleTimes"_s, countOrNull(capture.ruleTimes));
    entry.append(u"_fault"_s, textOrNull(capture.fault));
    entry.append(u"_responseSent"_s, countOrNull(capture.responseSent));
    entry.append(u"_forwardedTo"_s, textOrNull(capture.forwardedTo));
    entry.append(u"_forwardError"_s, textOrNull(capture.forwardError));
    entry.append(u"_local"_s, JsonValue::string(capture.local));
    entry.append(u"_remote"_s, JsonValue::string(capture.remote));
}

RealTime startOf(const ExportedExchange& exchange, const Attempt* attempt)
{
    return attempt            ? attempt->startedAt
           : exchange.capture ? exchange.capture->receivedAt
                              : exchange.delivery->createdAt;
}

} // namespace

JsonValue harEntry(const ExportedExchange& exchange, const WireExchange& wire)
{
    const Attempt* attempt = wire.attempt;
    const HarTimings timings = attempt            ? timingsOf(*attempt)
                               : exchange.capture ? timingsOf(*exchange.capture)
                                                  : HarTimings();
    JsonValue entry = JsonValue::object();
    entry.append(u"startedDateTime"_s, JsonValue::string(toIso(startOf(exchange, attempt))));
    entry.append(u"time"_s, harTime(timings));
    entry.append(u"request"_s, requestJson(wire.request));
    entry.append(u"response"_s, wire.response ? responseJson(*wire.response) : noResponseJson());
    entry.append(u"cache"_s, JsonValue::object());
    entry.append(u"timings"_s, harTimings(timings));
    if (attempt)
        appendServer(entry, attempt->remote, attempt->local);
    else if (exchange.capture)
        appendServer(entry, exchange.capture->local, exchange.capture->remote);
    entry.append(u"_wasOnWire"_s, JsonValue::boolean(wire.wasOnWire));
    if (exchange.capture)
        appendCapture(entry, *exchange.capture);
    else
        appendDelivery(entry, *exchange.delivery, attempt);
    return entry;
}

JsonValue harLog(const QList<JsonValue>& entries)
{
    JsonValue creator = JsonValue::object();
    creator.append(u"name"_s, JsonValue::string(u"Hookworks"_s));
    creator.append(u"version"_s, JsonValue::string(QStringLiteral(HOOKWORKS_VERSION)));
    JsonValue log = JsonValue::object();
    log.append(u"version"_s, JsonValue::string(u"1.2"_s));
    log.append(u"creator"_s, std::move(creator));
    log.append(u"entries"_s, arrayJson(entries, [](const JsonValue& entry) { return entry; }));
    JsonValue root = JsonValue::object();
    root.append(u"log"_s, std::move(log));
    return root;
}

} // namespace hookworks
