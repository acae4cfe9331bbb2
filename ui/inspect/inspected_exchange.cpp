// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/inspected_exchange.h"

#include "domain/shown_secrets.h"
#include "http/loose_head.h"
#include "ui/inspect/capture_row.h"
#include "ui/timeline/timeline_lane.h"
#include "ui/widgets/byte_text.h"
#include "ui/widgets/relative_time.h"
#include "ui/widgets/state_mark.h"
#include "ui/widgets/verdict_badge.h"
#include "workbench/inspect/rule_words.h"

#include <QCoreApplication>
#include <QLocale>

namespace hookworks {

namespace {

struct ExchangeText
{
    Q_DECLARE_TR_FUNCTIONS(InspectedExchange)
};

constexpr qsizetype longestLine = 2048;

QString oneLine(const QByteArray& bytes)
{
    return visibleBytes(bytes.left(longestLine)).simplified();
}

QString tlsWords(const TlsInfo& tls)
{
    const QString channel = QStringLiteral("%1, %2").arg(tls.version, tls.cipher);
    return tls.clientSubject.isEmpty()
               ? channel
               : ExchangeText::tr("%1, the client is %2").arg(channel, tls.clientSubject.simplified());
}

bool isUnanswered(const Capture& capture)
{
    return capture.responseStatus == 0 && capture.fault.isEmpty();
}

/// Of a request that is none, or of an answer that did not get through.
QString problemWords(const Capture& capture)
{
    if (capture.valid)
        return capture.problem;
    const QString problem =
        capture.problemOffset
            ? ExchangeText::tr("%1 (At byte %2.)").arg(capture.problem).arg(*capture.problemOffset)
            : capture.problem;
    return isUnanswered(capture) ? ExchangeText::tr("Not answered: %1").arg(problem)
                                 : ExchangeText::tr("Refused: %1").arg(problem);
}

QString forwardWords(const Capture& capture)
{
    return capture.forwardError.isEmpty()
               ? capture.forwardedTo
               : ExchangeText::tr("%1, in vain: %2").arg(capture.forwardedTo, capture.forwardError);
}

QString sizes(const QByteArray& version, qint64 wire, qint64 body)
{
    const QString protocol =
        version.isEmpty() ? ExchangeText::tr("No HTTP version") : QStringLiteral("HTTP/") + oneLine(version);
    return ExchangeText::tr("%1, %2 on the wire, %3 of body").arg(protocol, sizeWords(wire), sizeWords(body));
}

void add(QList<Fact>& facts, const QString& name, const QString& value)
{
    if (!value.isEmpty())
        facts << Fact{name, value};
}

QList<Fact> factsOf(const Capture& capture)
{
    QList<Fact> facts;
    add(facts, ExchangeText::tr("Received"),
        ExchangeText::tr("%1 from %2").arg(exactTime(capture.receivedAt), capture.remote));
    add(facts, ExchangeText::tr("Request"), sizes(capture.version, capture.wireBytes, capture.bodyBytes));
    add(facts, ExchangeText::tr("Problem"), problemWords(capture));
    if (capture.tls)
        add(facts, ExchangeText::tr("TLS"), tlsWords(*capture.tls));
    if (capture.valid || !isUnanswered(capture)) // else that was said
        add(facts, ExchangeText::tr("Answered"), ruleWords(capture));
    add(facts, ExchangeText::tr("Forwarded to"), forwardWords(capture));
    return facts;
}

QString resultWords(const Attempt& attempt)
{
    if (!attempt.outcome)
        return ExchangeText::tr("Sending");
    QString words = outcomeWords(*attempt.outcome);
    if (attempt.status > 0)
        words += QStringLiteral(", %1").arg(attempt.status);
    if (attempt.finishedAt)
        words =
            ExchangeText::tr("%1, after %2").arg(words, measured(*attempt.finishedAt - attempt.startedAt));
    return attempt.error.isEmpty() ? words : QStringLiteral("%1. %2").arg(words, attempt.error);
}

QList<Fact> factsOf(const Delivery& delivery, const Attempt& attempt, const std::optional<Capture>& capture)
{
    QList<Fact> facts;
    add(facts, attempt.sentHead.isEmpty() ? ExchangeText::tr("Tried") : ExchangeText::tr("Sent"),
        attempt.remote.isEmpty()
            ? exactTime(attempt.startedAt)
            : ExchangeText::tr("%1 to %2").arg(exactTime(attempt.startedAt), attempt.remote));
    add(facts, ExchangeText::tr("Event"), delivery.event);
    add(facts, ExchangeText::tr("Webhook"), delivery.webhookName);
    add(facts, ExchangeText::tr("URL"), urlForShowing(delivery.request.url));
    add(facts, ExchangeText::tr("Result"), resultWords(attempt));
    add(facts, ExchangeText::tr("Replay of"), delivery.replayOf);
    if (const auto verdict = verdictOf(delivery.replayOf, delivery.basis, delivery.state))
        add(facts, ExchangeText::tr("Verdict"),
            delivery.basis.comparedWith.isEmpty()
                ? verdictWords(*verdict)
                : ExchangeText::tr("%1, compared with %2")
                      .arg(verdictWords(*verdict), delivery.basis.comparedWith));
    if (capture)
        add(facts, ExchangeText::tr("Received as"),
            QStringLiteral("%1. %2").arg(capture->id.toString(), ruleWords(*capture)));
    return facts;
}

QString targetOf(const QString& url)
{
    const qsizetype scheme = url.indexOf(QLatin1String("://"));
    const qsizetype slash = url.indexOf(u'/', scheme < 0 ? 0 : scheme + 3);
    return slash < 0 ? QStringLiteral("/") : url.sliced(slash);
}

} // namespace

QString ruleWords(const Capture& capture)
{
    const QString answer = answerWords(rowOf(capture));
    const QString after = capture.timings.think
                              ? ExchangeText::tr(", after %1").arg(measured(*capture.timings.think))
                              : QString();
    const QString rule = ruleAndHit(capture.answeringRule());
    if (isUnanswered(capture))
        return rule.isEmpty() ? ExchangeText::tr("Not answered")
                              : ExchangeText::tr("Not answered; it was for %1").arg(rule);
    return rule.isEmpty() ? ExchangeText::tr("%1 by no rule%2").arg(answer, after)
                          : ExchangeText::tr("%1 by %2%3").arg(answer, rule, after);
}

InspectedExchange inspected(const Capture& capture)
{
    InspectedExchange shown;
    const CaptureRow row = rowOf(capture);
    const bool well = capture.valid && capture.fault.isEmpty() && capture.responseStatus / 100 == 2;
    shown.source = shown.compared = shown.title = capture.id.toString();
    shown.mark = capture.mark;
    shown.state = well ? StateKind::Delivered : StateKind::Failed;
    shown.line =
        (oneLine(capture.method) + QLatin1Char(' ') + urlForShowing(oneLine(capture.target))).trimmed();
    if (!capture.valid)
        shown.line = ExchangeText::tr("Not HTTP: %1").arg(oneLine(capture.head.left(80)));
    shown.result = {answerWords(row), shown.state};
    shown.facts = factsOf(capture);
    shown.query = queryOf(capture.target);
    shown.headers = capture.headers;
    shown.trailers = capture.trailers;
    shown.head = capture.head;
    shown.body = capture.body;
    shown.wireBody = capture.wireBody.isEmpty() ? capture.body : capture.wireBody;
    shown.answerHead = capture.response.head;
    shown.answerHeaders = looseHead(capture.response.head).headers;
    shown.answerBody = capture.response.body;
    shown.offset = capture.problemOffset;
    shown.phases = phasesOf(capture);
    return shown;
}

InspectedExchange inspected(const Delivery& delivery, const Attempt& attempt,
                            const std::optional<Capture>& capture)
{
    InspectedExchange shown;
    shown.source = delivery.id.toString();
    shown.compared = QStringLiteral("%1/%2").arg(shown.source).arg(attempt.number);
    shown.mark = delivery.mark;
    shown.title = ExchangeText::tr("%1, attempt %2").arg(shown.source).arg(attempt.number);
    shown.state = attempt.outcome ? stateKind(*attempt.outcome) : StateKind::Sending;
    shown.line =
        oneLine(delivery.request.method) + QLatin1Char(' ') + urlForShowing(targetOf(delivery.request.url));
    shown.result = {attempt.status > 0 ? QString::number(attempt.status)
                    : attempt.outcome  ? outcomeWords(*attempt.outcome)
                                       : ExchangeText::tr("sending"),
                    shown.state};
    shown.facts = factsOf(delivery, attempt, capture);
    const LooseHead head = looseHead(attempt.sentHead);
    shown.query = queryOf(requestLineOf(head.line).target);
    shown.headers = attempt.sentHead.isEmpty() ? delivery.request.headers : head.headers;
    shown.head = attempt.sentHead;
    shown.wireBody = delivery.request.body;
    shown.body = unframed(shown.headers, delivery.request.body).content;
    shown.answerHead = attempt.responseHead;
    shown.answerHeaders = attempt.responseHeaders;
    shown.answerBody = attempt.responseBody;
    if (attempt.sentHead.isEmpty() && attempt.outcome)
        shown.note =
            *attempt.outcome == Outcome::Unknown
                ? ExchangeText::tr("The program ended during this attempt. What left of the request is "
                                   "not known.")
                : ExchangeText::tr("Nothing of the request was sent.");
    shown.phases = phasesOf(attempt, capture ? &*capture : nullptr);
    return shown;
}

} // namespace hookworks
