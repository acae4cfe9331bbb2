// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/inspect/delivery_report.h"

#include "domain/readable_text.h"
#include "domain/visible_text.h"
#include "workbench/inspect/hand_on_text.h"
#include "workbench/inspect/rule_words.h"
#include "workbench/inspect/timeline_svg.h"

namespace hookworks {

namespace {

constexpr qsizetype mostBody = 1024 * 1024;

QByteArray escaped(const QString& text)
{
    return visibleText(text).toHtmlEscaped().toUtf8();
}

QByteArray row(const QString& name, const QString& value)
{
    return value.isEmpty()
               ? QByteArray()
               : "<tr><th scope=\"row\">" + escaped(name) + "</th><td>" + escaped(value) + "</td></tr>\n";
}

QByteArray heading(const QString& words)
{
    return "<h2>" + escaped(words) + "</h2>\n";
}

QByteArray message(const QByteArray& head, const QByteArray& body)
{
    QByteArray whole = head + body.first(std::min(body.size(), mostBody));
    whole.replace("\r\n", "\n");
    QByteArray text = "<pre>" + escaped(readableText(whole)) + "</pre>\n";
    if (body.size() > mostBody)
        text += "<p>" +
                escaped(HandOnText::tr("The body has %1 bytes; the first %2 are shown.")
                            .arg(body.size())
                            .arg(mostBody)) +
                "</p>\n";
    return text;
}

QString phase(const std::optional<Micros>& duration)
{
    return duration ? QString::number(milliseconds(*duration), 'f', 1) : QStringLiteral("–");
}

QByteArray cells(const QStringList& texts, const char* tag)
{
    QByteArray row;
    for (const QString& text : texts)
        row += QByteArray("<") + tag + '>' + escaped(text) + "</" + tag + '>';
    return "<tr>" + row + "</tr>\n";
}

QByteArray attemptRow(const Attempt& attempt)
{
    const AttemptTimings& timings = attempt.timings;
    QString result = attempt.outcome ? toString(*attempt.outcome) : HandOnText::tr("sending");
    if (attempt.status > 0)
        result += QStringLiteral(" %1").arg(attempt.status);
    return cells({QString::number(attempt.number), toIso(attempt.startedAt), result, attempt.error,
                  phase(timings.queue), phase(timings.connect), phase(timings.tls), phase(timings.send),
                  phase(timings.wait), phase(timings.receive)},
                 "td");
}

QByteArray attemptTable(const QList<Attempt>& attempts)
{
    QByteArray table =
        "<table class=\"list\">\n" +
        cells({HandOnText::tr("Attempt"), HandOnText::tr("Started (UTC)"), HandOnText::tr("Result"),
               HandOnText::tr("Error"), HandOnText::tr("Queue ms"), HandOnText::tr("Connect ms"),
               HandOnText::tr("TLS ms"), HandOnText::tr("Send ms"), HandOnText::tr("Wait ms"),
               HandOnText::tr("Receive ms")},
              "th");
    for (const Attempt& attempt : attempts)
        table += attemptRow(attempt);
    return table + "</table>\n";
}

/// Why it stands as it does.
QString whyWords(const Delivery& delivery)
{
    switch (delivery.state) {
    case DeliveryState::Delivered:
        return HandOnText::tr("Attempt %1 was accepted.").arg(delivery.attempts);
    case DeliveryState::Exhausted:
        return HandOnText::tr("No attempt was accepted, and the policy %1 makes no further one.")
            .arg(delivery.policy.name);
    case DeliveryState::Cancelled:
        return HandOnText::tr("It was cancelled: no further attempts.");
    case DeliveryState::Held:
        return HandOnText::tr("It is held: no attempt until it is released.");
    case DeliveryState::Unknown:
        return HandOnText::tr("The program ended during an attempt, so that its outcome is unknown.");
    default:
        break;
    }
    return delivery.nextDueAt ? HandOnText::tr("The next attempt is due at %1 on the workbench's clock.")
                                    .arg(toIso(*delivery.nextDueAt))
                              : QString();
}

QString verdictText(const Delivery& delivery)
{
    const auto verdict = verdictOf(delivery.replayOf, delivery.basis, delivery.state);
    if (!verdict || delivery.basis.comparedWith.isEmpty())
        return verdict ? toString(*verdict) : QString();
    return HandOnText::tr("%1, compared with %2").arg(toString(*verdict), delivery.basis.comparedWith);
}

QByteArray deliveryFacts(const Delivery& delivery)
{
    return row(HandOnText::tr("Event"), delivery.event) + row(HandOnText::tr("Provider"), delivery.provider) +
           row(HandOnText::tr("Webhook"), delivery.webhookName) +
           row(HandOnText::tr("State"), toString(delivery.state)) +
           row(HandOnText::tr("Why"), whyWords(delivery)) +
           row(HandOnText::tr("Policy"), delivery.policy.name) +
           row(HandOnText::tr("Message id"), delivery.messageId) +
           row(HandOnText::tr("Made (UTC)"), toIso(delivery.createdAt)) +
           row(HandOnText::tr("Replay of"), delivery.replayOf) +
           row(HandOnText::tr("Verdict"), verdictText(delivery));
}

QByteArray captureFacts(const Capture& capture)
{
    const QString rule = ruleAndHit(capture.answeringRule());
    return row(HandOnText::tr("Received (UTC)"), toIso(capture.receivedAt)) +
           row(HandOnText::tr("From"), capture.remote) + row(HandOnText::tr("Problem"), capture.problem) +
           row(HandOnText::tr("Answered"), capture.responseStatus == 0
                                               ? HandOnText::tr("nothing")
                                               : QString::number(capture.responseStatus)) +
           row(HandOnText::tr("By"), rule.isEmpty() ? HandOnText::tr("no reply rule") : rule) +
           row(HandOnText::tr("Fault"), capture.fault);
}

QByteArray paragraph(const QString& words)
{
    return words.isEmpty() ? QByteArray() : "<p>" + escaped(words) + "</p>\n";
}

QByteArray subheading(const QString& words)
{
    return "<h3>" + escaped(words) + "</h3>\n";
}

QString attemptWords(const Attempt& attempt)
{
    const QString result = attempt.outcome ? toString(*attempt.outcome) : HandOnText::tr("sending");
    return attempt.status > 0
               ? HandOnText::tr("Attempt %1: %2, %3").arg(attempt.number).arg(result).arg(attempt.status)
               : HandOnText::tr("Attempt %1: %2").arg(attempt.number).arg(result);
}

/// Of an attempt that a listener here received.
QString ruleWords(const ExportedExchange& exchange, const Attempt& attempt)
{
    const auto rule = exchange.rules.constFind(attempt.number);
    if (rule == exchange.rules.cend() || !attempt.capture)
        return {};
    return rule->name.isEmpty() ? HandOnText::tr("Captured as %1, which no reply rule answered.")
                                      .arg(attempt.capture->toString())
                                : HandOnText::tr("Captured as %1, and answered by %2.")
                                      .arg(attempt.capture->toString(), ruleAndHit(*rule));
}

/// The body is that of the delivery, and is shown with the first request.
QByteArray attemptSection(const ExportedExchange& exchange, const WireExchange& wire, bool withBody)
{
    const Attempt& attempt = *wire.attempt;
    QByteArray html = "<section>\n" + heading(attemptWords(attempt)) + paragraph(attempt.error) +
                      paragraph(ruleWords(exchange, attempt));
    if (!wire.wasOnWire)
        html += paragraph(HandOnText::tr("Nothing was sent."));
    else
        html += subheading(HandOnText::tr("Request as it was on the wire")) +
                message(wire.request.head, withBody ? wire.request.body : QByteArray());
    if (wire.wasOnWire && !withBody && !wire.request.body.isEmpty())
        html += paragraph(HandOnText::tr("The body is the same as in the first request."));
    if (wire.response)
        html += subheading(HandOnText::tr("Answer")) + message(attempt.responseHead, attempt.responseBody);
    else
        html += paragraph(HandOnText::tr("There was no answer."));
    return html + "</section>\n";
}

QByteArray attemptSections(const ExportedExchange& exchange, const ListenerBase& listener)
{
    QByteArray html;
    bool bodyShown = false;
    const auto wires = wireExchanges(exchange, listener).value_or(QList<WireExchange>());
    for (const WireExchange& wire : wires) {
        if (!wire.attempt)
            continue;
        html += attemptSection(exchange, wire, !bodyShown);
        bodyShown = bodyShown || wire.wasOnWire;
    }
    return html;
}

/// Of a capture, and of a delivery that was never on the wire.
QByteArray oneRequest(const ExportedExchange& exchange, const WireExchange& wire)
{
    QByteArray html = heading(wire.wasOnWire ? HandOnText::tr("Request as it was on the wire")
                                             : HandOnText::tr("Request as it would be sent")) +
                      message(wire.request.head, wire.request.body);
    if (exchange.capture && !exchange.capture->response.isEmpty())
        html += heading(HandOnText::tr("Answer")) +
                message(exchange.capture->response.head, exchange.capture->response.body);
    return html;
}

constexpr auto style =
    "body{font:14px/1.45 system-ui,sans-serif;margin:24px auto;max-width:1100px;padding:0 16px;"
    "color:#1f2328;background:#fff}"
    "h1{font-size:20px}h2{font-size:15px;margin:24px 0 8px}h3{font-size:13px;margin:12px 0 4px}"
    "table{border-collapse:collapse}"
    "th{text-align:left;font-weight:600;padding:3px 12px 3px 0;vertical-align:top}"
    "td{padding:3px 12px 3px 0;overflow-wrap:anywhere}"
    ".list td,.list th{border-bottom:1px solid #d1d9e0;overflow-wrap:break-word}"
    ".list td:nth-child(2),.list td:nth-child(3){white-space:nowrap}"
    "pre{background:#f6f8fa;padding:12px;white-space:pre-wrap;overflow-wrap:anywhere;border-radius:6px}"
    ".wide{overflow-x:auto}"
    "@media screen and (prefers-color-scheme:dark){body{color:#e6edf3;background:#0d1117}"
    "pre{background:#161b22}.list td,.list th{border-color:#30363d}svg text{fill:#9da7b1}}"
    "@media print{body{font-size:10pt;margin:0;max-width:none;padding:0}.list{font-size:7.5pt}"
    ".list td,.list th{padding-right:6px}pre{border:1px solid #d1d9e0;background:none}"
    "h1,h2,h3{break-after:avoid}tr,svg{break-inside:avoid}.wide{overflow:visible}"
    "svg{max-width:100%;height:auto}}@page{margin:15mm}";

} // namespace

QByteArray deliveryReport(const ExportedExchange& exchange, const WireExchange& wire)
{
    const QByteArray title = escaped(exchange.delivery ? HandOnText::tr("Delivery %1").arg(exchange.id())
                                                       : HandOnText::tr("Capture %1").arg(exchange.id()));
    QByteArray html = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                      "style-src 'unsafe-inline'\">\n<title>" +
                      title + "</title>\n<style>" + style + "</style>\n</head>\n<body>\n<h1>" + title +
                      "</h1>\n<table>\n";
    html += row(HandOnText::tr("Request"),
                readableText(wire.request.method) + QLatin1Char(' ') + wire.request.url);
    html += exchange.delivery ? deliveryFacts(*exchange.delivery) : captureFacts(*exchange.capture);
    html += "</table>\n";
    if (exchange.delivery)
        html += heading(HandOnText::tr("Timeline")) + "<div class=\"wide\">" +
                timelineSvg(*exchange.delivery, exchange.attempts) + "</div>\n" +
                heading(HandOnText::tr("Attempts")) + "<div class=\"wide\">" +
                attemptTable(exchange.attempts) + "</div>\n";
    const QByteArray attempts = attemptSections(exchange, std::nullopt);
    html += wire.wasOnWire && !attempts.isEmpty() ? attempts : oneRequest(exchange, wire);
    return html + "</body>\n</html>\n";
}

} // namespace hookworks
