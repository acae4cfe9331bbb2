// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/value_json.h"

#include "cli/json_line.h"

#include <QStringDecoder>

namespace hookworks {

namespace {

/// Bytes of a header are UTF-8 or else Latin-1: neither loses anything.
QString textOf(const QByteArray& bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(bytes);
    return decoder.hasError() ? QString::fromLatin1(bytes) : text;
}

QString base64(const QByteArray& bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

std::optional<QString> unlessEmpty(const QString& text)
{
    return text.isEmpty() ? std::nullopt : std::optional(text);
}

template <class Id>
std::optional<QString> textOf(const std::optional<Id>& id)
{
    return id ? std::optional(id->toString()) : std::nullopt;
}

template <class Time>
std::optional<QString> isoOf(const std::optional<Time>& time)
{
    return time ? std::optional(toIso(*time)) : std::nullopt;
}

std::optional<double> millisecondsOf(const std::optional<Micros>& duration)
{
    return duration ? std::optional(milliseconds(*duration)) : std::nullopt;
}

/// `[…,…]` of what `toText` makes of each.
template <class List, class ToText>
QByteArray arrayOf(const List& list, ToText toText)
{
    QByteArrayList texts;
    for (const auto& each : list)
        texts << toText(each);
    return '[' + texts.join(',') + ']';
}

QByteArray headersJson(const HeaderList& headers)
{
    return arrayOf(headers.fields, [](const Header& header) -> QByteArray {
        return '[' + JsonLine::quoted(textOf(header.name)) + ',' + JsonLine::quoted(textOf(header.value)) +
               ']';
    });
}

QByteArray planJson(const PlannedAttempt& attempt)
{
    JsonLine object;
    object.add("number", attempt.number);
    object.add("afterSeconds", seconds(attempt.after));
    object.add("gapSeconds", seconds(attempt.gap));
    return object.text();
}

QByteArray requestJson(const Request& request, bool bodies)
{
    JsonLine object;
    object.add("method", textOf(request.method));
    object.add("url", request.url);
    object.addJson("headers", headersJson(request.headers));
    if (bodies)
        object.add("bodyBase64", base64(request.body));
    return object.text();
}

QByteArray attemptJson(const Attempt& attempt, bool bodies)
{
    JsonLine object;
    object.add("number", attempt.number);
    object.add("dueAt", toIso(attempt.dueAt));
    object.add("startedAt", toIso(attempt.startedAt));
    object.add("finishedAt", isoOf(attempt.finishedAt));
    object.add("origin", toString(attempt.origin));
    object.add("outcome", attempt.outcome ? std::optional(toString(*attempt.outcome)) : std::nullopt);
    object.add("truncated", attempt.truncated);
    object.add("status", attempt.status);
    object.add("error", unlessEmpty(attempt.error));
    object.addJson("responseHeaders", headersJson(attempt.responseHeaders));
    if (bodies)
        object.add("responseBodyBase64", base64(attempt.responseBody));
    object.add("captureId", textOf(attempt.capture));
    object.add("queueMs", millisecondsOf(attempt.timings.queue));
    object.add("connectMs", millisecondsOf(attempt.timings.connect));
    object.add("tlsMs", millisecondsOf(attempt.timings.tls));
    object.add("sendMs", millisecondsOf(attempt.timings.send));
    object.add("waitMs", millisecondsOf(attempt.timings.wait));
    object.add("receiveMs", millisecondsOf(attempt.timings.receive));
    object.add("startedClock", toIso(attempt.startedClock));
    object.add("local", unlessEmpty(attempt.local));
    object.add("remote", unlessEmpty(attempt.remote));
    if (bodies)
        object.add("sentHead", textOf(attempt.sentHead));
    return object.text();
}

QByteArray tlsJson(const std::optional<TlsInfo>& tls)
{
    if (!tls)
        return "null";
    JsonLine object;
    object.add("version", tls->version);
    object.add("cipher", tls->cipher);
    object.add("clientSubject", unlessEmpty(tls->clientSubject));
    return object.text();
}

} // namespace

QByteArray toJson(const DeliveryRecord& record, bool bodies)
{
    const Delivery& delivery = record.delivery;
    JsonLine object;
    object.add("id", delivery.id.toString());
    object.add("messageId", delivery.messageId);
    object.add("provider", delivery.provider);
    object.add("event", delivery.event);
    object.add("reportId", textOf(delivery.report));
    object.add("webhookId", textOf(delivery.webhook));
    object.add("url", delivery.request.url);
    object.add("state", toString(delivery.state));
    object.add("createdAt", toIso(delivery.createdAt));
    object.add("nextDueAt", isoOf(delivery.nextDueAt));
    object.add("replayOf", unlessEmpty(delivery.replayOf));
    object.addJson("plan", arrayOf(delivery.plan, planJson));
    object.addJson("request", requestJson(delivery.request, bodies));
    object.addJson("attempts", arrayOf(record.attempts, [bodies](const Attempt& attempt) {
                       return attemptJson(attempt, bodies);
                   }));
    return object.text();
}

QByteArray toJson(const Capture& capture, bool bodies)
{
    JsonLine object;
    object.add("id", capture.id.toString());
    object.add("receivedAt", toIso(capture.receivedAt));
    object.add("remote", capture.remote);
    object.addJson("tls", tlsJson(capture.tls));
    object.add("valid", capture.valid);
    object.add("problem", unlessEmpty(capture.problem));
    object.add("method", textOf(capture.method));
    object.add("target", textOf(capture.target));
    object.add("version", textOf(capture.version));
    object.addJson("headers", headersJson(capture.headers));
    if (bodies)
        object.add("bodyBase64", base64(capture.body));
    object.add("bodyBytes", capture.bodyBytes);
    object.add("wireBytes", capture.wireBytes);
    object.add("rule", unlessEmpty(capture.rule));
    object.add("responseStatus", capture.responseStatus);
    object.add("fault", unlessEmpty(capture.fault));
    object.add("deliveryId", textOf(capture.delivery));
    object.add("attemptNumber", capture.delivery ? std::optional(capture.attemptNumber) : std::nullopt);
    object.add("acceptMs", millisecondsOf(capture.timings.accept));
    object.add("readMs", millisecondsOf(capture.timings.read));
    object.add("thinkMs", millisecondsOf(capture.timings.think));
    object.add("writeMs", millisecondsOf(capture.timings.write));
    object.add("problemOffset", capture.problemOffset);
    object.addJson("trailers", headersJson(capture.trailers));
    object.add("forwardedTo", unlessEmpty(capture.forwardedTo));
    object.add("forwardError", unlessEmpty(capture.forwardError));
    return object.text();
}

QByteArray toJson(const Webhook& webhook)
{
    JsonLine object;
    object.add("id", webhook.id.toString());
    object.add("provider", webhook.provider);
    object.add("name", webhook.name);
    object.add("url", webhook.url);
    object.addJson("events", arrayOf(webhook.events, &JsonLine::quoted));
    object.add("hasToken", !webhook.token.isEmpty());
    object.addJson("headers", headersJson(webhook.headers));
    object.add("policy", webhook.policy);
    object.add("timeoutSeconds", webhook.timeout ? std::optional(seconds(*webhook.timeout)) : std::nullopt);
    object.add("enabled", webhook.enabled);
    object.add("disabledReason", unlessEmpty(webhook.disabledReason));
    object.add("reportId", textOf(webhook.report));
    object.add("createdAt", toIso(webhook.createdAt));
    return object.text();
}

QByteArray toJson(const Report& report, bool document)
{
    JsonLine object;
    object.add("id", report.id.toString());
    object.add("provider", report.provider);
    object.add("name", report.name);
    object.add("createdAt", toIso(report.createdAt));
    object.add("changedAt", toIso(report.changedAt));
    if (document)
        object.add("documentBase64", base64(report.document));
    return object.text();
}

QByteArray toJson(const DesignProblem& problem)
{
    JsonLine object;
    object.add("severity", toString(problem.level));
    object.add("path", problem.path);
    object.add("message", problem.message);
    object.add("rule", problem.rule);
    object.add("provenance", unlessEmpty(problem.provenance));
    return object.text();
}

} // namespace hookworks
