// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/demo_scene.h"

#include "cli/command_table.h"

namespace hookworks {

namespace {

const QString connectReport = QStringLiteral("connectreport");
const QString hybiscus = QStringLiteral("hybiscus");

std::pair<QString, QString> says(const char* path, const QString& text)
{
    return {QString::fromLatin1(path), text};
}

DemoEvent taskEvent(const QString& trigger)
{
    return {connectReport, trigger, {}, {}, {says("$.trigger", trigger)}};
}

DemoEvent endOfTask(const QString& outcome, const QString& error = {})
{
    DemoEvent event = taskEvent(QStringLiteral("postReportTask"));
    event.outcome = outcome;
    event.error = error;
    event.payload << says("$.status", outcome);
    return event;
}

DemoEvent reportEvent(const QString& name)
{
    return {hybiscus, name, {}, {}, {says("$.event", name)}};
}

QString titleOf(const DemoEvent& event)
{
    return event.outcome.isEmpty() ? event.event : event.event + QLatin1Char(' ') + event.outcome;
}

QString attemptProblem(const Attempt& attempt, const std::optional<Capture>& capture, const QByteArray& body)
{
    const QString which = CliText::tr("attempt %1").arg(attempt.number);
    if (!capture)
        return CliText::tr("%1 has no capture").arg(which);
    if (capture->delivery != attempt.delivery || capture->attemptNumber != attempt.number)
        return CliText::tr("the capture of %1 names another attempt").arg(which);
    if (capture->head != attempt.sentHead || capture->body != body)
        return CliText::tr("what %1 sent is not what was received").arg(which);
    if (capture->responseStatus != attempt.status)
        return CliText::tr("%1 did not get the answer that was given").arg(which);
    return {};
}

QString outcomeProblem(const Attempt& attempt)
{
    const bool last = attempt.number > demoFailures;
    const int status = last ? 200 : 503;
    return attempt.status == status && attempt.outcome == (last ? Outcome::Success : Outcome::Rejected)
               ? QString()
               : CliText::tr("attempt %1 ended with %2, not %3")
                     .arg(attempt.number)
                     .arg(attempt.status)
                     .arg(status);
}

/// Attempts start in the plan's order, never before their gap has passed on the workbench's clock.
QStringList gapProblems(const DeliveryRecord& record)
{
    QStringList problems;
    for (qsizetype i = 1; i < record.attempts.size() && i < record.delivery.plan.size(); ++i) {
        const Micros gap = record.attempts[i].startedClock - record.attempts[i - 1].startedClock;
        if (gap + std::chrono::milliseconds(1) < record.delivery.plan[i].gap)
            problems << CliText::tr("attempt %1 came too early").arg(record.attempts[i].number);
    }
    return problems;
}

} // namespace

QList<DemoEvent> demoEvents()
{
    return {taskEvent(QStringLiteral("preReportTask")), endOfTask(QStringLiteral("success")),
            endOfTask(QStringLiteral("failure"), QStringLiteral("the data source did not answer")),
            reportEvent(QStringLiteral("report.completed")), reportEvent(QStringLiteral("report.failed"))};
}

QStringList demoProviders()
{
    return {connectReport, hybiscus};
}

QByteArray demoDocument(const QString& provider)
{
    static const QMap<QString, QByteArray> documents{{connectReport, R"({
  "id": "b9e574a9-fb52-443b-a1aa-1eed82a8b1ba",
  "title": "Weekly sales overview",
  "reportTaskId": "20cf12d4-4c6f-4212-8510-14ddbbd6ae66",
  "templateId": "8692affa-7eb4-40b5-ba15-04ba8954a90c",
  "startOn": "2020-01-12T00:55:32.941Z",
  "endOn": "2021-01-12T00:55:32.941Z",
  "frequency": "Monthly",
  "filterCycleId": "487a5c2f-fcae-4ad1-9bfa-444140818446",
  "createdAt": "2020-01-12T00:51:07.536Z",
  "lastSavedAt": "2020-01-12T00:51:07.659Z",
  "templateHtml": "<div class=\"report-master-meta\">...</div>"
})"},
                                                     {hybiscus, R"({
  "type": "Report",
  "options": {"report_title": "Quarterly figures"},
  "config": {},
  "components": [{"type": "Text", "options": {"text": "Hello"}}]
})"}};
    return documents.value(provider);
}

QList<ReplyRule> demoRules()
{
    QList<ReplyRule> rules;
    for (const DemoEvent& event : demoEvents()) {
        Reply down;
        down.status = 503;
        ReplyRule rule;
        rule.name = CliText::tr("down for 3 (%1)").arg(titleOf(event));
        rule.match.body = event.payload;
        rule.times = demoFailures;
        rule.replies = {down};
        rules << rule;
    }
    return rules;
}

QStringList demoProblems(const DemoEvidence& evidence)
{
    const DeliveryRecord& record = evidence.record;
    QStringList problems;
    if (record.delivery.state != DeliveryState::Delivered)
        problems << CliText::tr("it is %1, not delivered").arg(toString(record.delivery.state));
    if (record.attempts.size() != demoFailures + 1)
        problems
            << CliText::tr("there are %1 attempts, not %2").arg(record.attempts.size()).arg(demoFailures + 1);
    for (qsizetype i = 0; i < record.attempts.size(); ++i) {
        problems << outcomeProblem(record.attempts[i])
                 << attemptProblem(record.attempts[i], evidence.captures.value(i),
                                   record.delivery.request.body);
    }
    problems << gapProblems(record);
    problems.removeAll(QString());
    return problems;
}

} // namespace hookworks
