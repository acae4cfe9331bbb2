// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/printing.h"

#include "cli/command_table.h"
#include "cli/json_line.h"
#include "cli/timeline_text.h"
#include "domain/readable_text.h"
#include "domain/shown_secrets.h"
#include "json/made.h"
#include "json/values_capture.h"
#include "json/values_delivery.h"
#include "json/values_report.h"
#include "workbench/design/designer.h"
#include "workbench/inspect/attempt_way.h"
#include "workbench/inspect/rule_reasons.h"
#include "workbench/inspect/rule_words.h"

namespace hookworks {

namespace {

Bodies which(bool bodies)
{
    return bodies ? Bodies::Include : Bodies::Leave;
}

QByteArray problemJson(const DesignProblem& problem)
{
    JsonLine object;
    object.add("severity", toString(problem.level));
    object.add("path", problem.path);
    object.add("message", problem.message);
    object.add("rule", problem.rule);
    object.add("provenance", problem.provenance);
    return object.text();
}

Webhook shown(const Webhook& webhook, Secrets secrets)
{
    return secrets == Secrets::Include ? webhook : webhookForShowing(webhook);
}

QString orDash(const QString& text)
{
    return text.isEmpty() ? QStringLiteral("–") : text;
}

/// A body that is text as it is, any other by its size.
void printBody(const Output& output, const QByteArray& body)
{
    if (body.isEmpty())
        return;
    if (body.contains('\0') || QString::fromUtf8(body).contains(QChar::ReplacementCharacter))
        output.line(CliText::tr("(%1 bytes that are no text)").arg(body.size()));
    else
        output.line(QString::fromUtf8(body));
}

void printHeaders(const Output& output, const HeaderList& headers)
{
    for (const Header& header : headers.fields)
        output.line(QStringLiteral("  ") + readableText(header.name) + QStringLiteral(": ") +
                    readableText(header.value));
}

template <class Row>
QString whoOf(const Row& delivery)
{
    if (!delivery.webhookName.isEmpty())
        return delivery.webhookName;
    return delivery.webhook ? delivery.webhook->toString() : orDash(QString());
}

QString durationOf(const std::optional<Micros>& duration)
{
    return duration ? CliText::tr("%1 ms").arg(milliseconds(*duration), 0, 'f', 1) : QStringLiteral("–");
}

QStringList attemptRow(const Attempt& attempt)
{
    const std::optional<Micros> took =
        attempt.finishedAt ? std::optional(Micros(*attempt.finishedAt - attempt.startedAt)) : std::nullopt;
    return {QString::number(attempt.number),
            toIso(attempt.startedClock),
            toString(attempt.origin),
            resultText(attempt),
            durationOf(took),
            attempt.capture ? attempt.capture->toString() : orDash(QString()),
            QStringList{attempt.error, wayWords(attempt)}.join(QLatin1Char(' ')).trimmed()};
}

void printAttempts(const Output& output, const QList<Attempt>& attempts)
{
    TextTable table({QStringLiteral("#"), CliText::tr("STARTED (CLOCK)"), CliText::tr("ORIGIN"),
                     CliText::tr("RESULT"), CliText::tr("TOOK"), CliText::tr("CAPTURE"),
                     CliText::tr("WHAT HAPPENED")});
    for (const Attempt& attempt : attempts)
        table.add(attemptRow(attempt));
    table.print(output);
}

QString answerOf(const CaptureSummary& capture)
{
    const QString answer = capture.fault.isEmpty() ? QString::number(capture.responseStatus) : capture.fault;
    QStringList by{capture.rule, requestOfRule(capture.answeringRule())};
    by.removeAll(QString());
    const QString ruled =
        by.isEmpty() ? answer : QStringLiteral("%1 (%2)").arg(answer, by.join(QStringLiteral(", ")));
    return capture.valid && !capture.problem.isEmpty() ? ruled + QStringLiteral(": ") + capture.problem
                                                       : ruled;
}

JsonValue nearRuleJson(const PassedOverRule& rule)
{
    JsonValue object = JsonValue::object();
    object.append(QStringLiteral("rule"), JsonValue::string(rule.name));
    object.append(QStringLiteral("reasons"), textsJson(rule.reasons));
    return object;
}

QString causeOf(const CaptureSummary& capture)
{
    return capture.delivery
               ? CliText::tr("%1, attempt %2").arg(capture.delivery->toString()).arg(capture.attemptNumber)
               : QString();
}

QStringList captureRow(const CaptureSummary& capture)
{
    const QString what =
        capture.valid ? readableText(capture.method + ' ' + capture.target) : capture.problem;
    return {capture.id.toString(),
            toIso(capture.receivedAt),
            what,
            CliText::tr("%1 bytes").arg(capture.bodyBytes),
            answerOf(capture),
            causeOf(capture)};
}

void printMark(const Output& output, const Mark& mark)
{
    if (mark.colour)
        output.line(CliText::tr("  marked %1").arg(toString(*mark.colour)));
    for (const QString& line : mark.note.split(u'\n', Qt::SkipEmptyParts))
        output.line(CliText::tr("  note: %1").arg(line));
}

QString eventsOf(const Webhook& webhook)
{
    return webhook.events.isEmpty() ? CliText::tr("all") : webhook.events.join(QStringLiteral(", "));
}

} // namespace

void printDelivery(const Output& output, const DeliveryRecord& record)
{
    if (output.json())
        return output.object(compactJson(deliveryJson(record.delivery, record.attempts, Bodies::Include)));
    const Delivery& delivery = record.delivery;
    output.line(QStringLiteral("%1  %2 → %3  %4")
                    .arg(delivery.id.toString(), delivery.event, whoOf(delivery), toString(delivery.state)));
    output.line(QStringLiteral("  %1 %2").arg(readableText(delivery.request.method), delivery.request.url));
    output.line(QStringLiteral("  ") + timelineText(delivery, record.attempts, output.look().unicode));
    printMark(output, delivery.mark);
    printAttempts(output, record.attempts);
}

void printDeliveries(const Output& output, const QList<DeliveryRecord>& records, bool bodies)
{
    for (const DeliveryRecord& record : records)
        output.object(compactJson(deliveryJson(record.delivery, record.attempts, which(bodies))));
}

void printDeliveries(const Output& output, const QList<DeliverySummaryRecord>& records)
{
    TextTable table({CliText::tr("ID"), CliText::tr("EVENT"), CliText::tr("WEBHOOK"), CliText::tr("STATE"),
                     CliText::tr("ATTEMPTS"), CliText::tr("NEXT"), CliText::tr("LAST RESULT")});
    for (const DeliverySummaryRecord& record : records) {
        const DeliverySummary& delivery = record.delivery;
        table.add({delivery.id.toString(), delivery.event, whoOf(delivery), toString(delivery.state),
                   QStringLiteral("%1 / %2").arg(delivery.attempts).arg(delivery.plan.size()),
                   delivery.nextDueAt ? toIso(*delivery.nextDueAt) : orDash(QString()),
                   record.attempts.isEmpty() ? QString() : resultText(record.attempts.last())});
    }
    table.print(output);
}

void printCapture(const Output& output, const Capture& capture, bool bodies)
{
    if (output.json())
        output.object(compactJson(captureJson(capture, which(bodies))));
    else
        output.line(captureRow(capture).join(QStringLiteral("  ")).trimmed());
}

void printCaptures(const Output& output, const QList<Capture>& captures, bool bodies)
{
    for (const Capture& capture : captures)
        output.object(compactJson(captureJson(capture, which(bodies))));
}

void printCaptures(const Output& output, const QList<CaptureSummary>& captures)
{
    TextTable table({CliText::tr("ID"), CliText::tr("RECEIVED"), CliText::tr("REQUEST"), CliText::tr("BODY"),
                     CliText::tr("ANSWER"), CliText::tr("CAUSED BY")});
    for (const CaptureSummary& capture : captures)
        table.add(captureRow(capture));
    table.print(output);
}

void printWholeCapture(const Output& output, const Capture& capture, const QList<PassedOverRule>& nearest)
{
    if (output.json()) {
        JsonValue object = captureJson(capture, Bodies::Include);
        object.append(QStringLiteral("nearestRules"), arrayJson(nearest, nearRuleJson));
        return output.object(compactJson(object));
    }
    output.line(captureRow(capture).join(QStringLiteral("  ")).trimmed());
    output.line(CliText::tr("  from %1; accept %2, read %3, think %4, write %5")
                    .arg(capture.remote, durationOf(capture.timings.accept), durationOf(capture.timings.read),
                         durationOf(capture.timings.think), durationOf(capture.timings.write)));
    for (const PassedOverRule& rule : nearest)
        output.line(CliText::tr("  not answered by \"%1\": %2")
                        .arg(rule.name, rule.reasons.join(QStringLiteral("; "))));
    printMark(output, capture.mark);
    printHeaders(output, capture.headers);
    printBody(output, capture.body);
}

void printReport(const Output& output, const Providers& providers, const Report& whole, Secrets secrets)
{
    Report report = whole;
    if (secrets == Secrets::Leave)
        report.document = providers.documentForShowing(whole);
    if (output.json())
        return output.object(compactJson(reportJson(report, Bodies::Include)));
    output.line(QStringLiteral("%1  %2  %3").arg(report.id.toString(), report.provider, report.name));
    printBody(output, report.document);
}

void printReports(const Output& output, const QList<Report>& reports)
{
    TextTable table(
        {CliText::tr("ID"), CliText::tr("PROVIDER"), CliText::tr("NAME"), CliText::tr("CHANGED")});
    for (const Report& report : reports) {
        if (output.json())
            output.object(compactJson(reportJson(report, Bodies::Leave)));
        else
            table.add({report.id.toString(), report.provider, report.name, toIso(report.changedAt)});
    }
    table.print(output);
}

void printProblem(const Output& output, const DesignProblem& problem)
{
    if (output.json())
        return output.object(problemJson(problem));
    const QString place =
        problem.line > 0
            ? CliText::tr("%1 (line %2, column %3)").arg(problem.path).arg(problem.line).arg(problem.column)
            : problem.path;
    output.line(QStringLiteral("%1: %2: %3").arg(toString(problem.level), place, problem.message));
}

void printWebhook(const Output& output, const Webhook& whole, Secrets secrets)
{
    if (output.json())
        return output.object(compactJson(webhookJson(whole, secrets)));
    const Webhook webhook = shown(whole, secrets);
    output.line(QStringLiteral("%1  %2  %3  %4")
                    .arg(webhook.id.toString(), webhook.provider, webhook.name,
                         webhook.enabled ? CliText::tr("on") : CliText::tr("off")));
    output.line(QStringLiteral("  ") + webhook.url);
    output.line(CliText::tr("  events: %1; policy: %2; token: %3")
                    .arg(eventsOf(webhook), webhook.policy,
                         webhook.token.isEmpty()       ? CliText::tr("none")
                         : secrets == Secrets::Include ? QString::fromUtf8(webhook.token)
                                                       : CliText::tr("set")));
    if (webhook.report)
        output.line(CliText::tr("  of report %1").arg(webhook.report->toString()));
    if (!webhook.disabledReason.isEmpty())
        output.line(CliText::tr("  switched off: %1").arg(webhook.disabledReason));
    printHeaders(output, webhook.headers);
}

void printWebhooks(const Output& output, const QList<Webhook>& webhooks, Secrets secrets)
{
    TextTable table({CliText::tr("ID"), CliText::tr("ON"), CliText::tr("PROVIDER"), CliText::tr("NAME"),
                     CliText::tr("EVENTS"), CliText::tr("POLICY"), CliText::tr("URL")});
    for (const Webhook& webhook : webhooks) {
        if (output.json())
            output.object(compactJson(webhookJson(webhook, secrets)));
        else
            table.add({webhook.id.toString(), webhook.enabled ? CliText::tr("on") : CliText::tr("off"),
                       webhook.provider, webhook.name, eventsOf(webhook), webhook.policy,
                       shown(webhook, secrets).url});
    }
    table.print(output);
}

QByteArray listeningJson(const QString& url)
{
    JsonLine object;
    object.add("listening", url);
    return object.text();
}

} // namespace hookworks
