// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/replay_printing.h"

#include "cli/command_table.h"
#include "cli/printing.h"
#include "domain/url_parts.h"
#include "json/values_delivery.h"

#include <QLocale>

namespace hookworks {

namespace {

using namespace Qt::StringLiterals;

QString kindWord(DifferenceLine::Kind kind)
{
    switch (kind) {
    case DifferenceLine::Kind::Same:
        return u"same"_s;
    case DifferenceLine::Kind::Added:
        return u"added"_s;
    case DifferenceLine::Kind::Removed:
        return u"removed"_s;
    case DifferenceLine::Kind::Changed:
        break;
    }
    return u"changed"_s;
}

JsonValue textOr(const QString& text, bool given)
{
    return given ? JsonValue::string(text) : JsonValue();
}

JsonValue lineJson(const DifferenceLine& line)
{
    JsonValue object = JsonValue::object();
    object.append(u"kind"_s, JsonValue::string(kindWord(line.kind)));
    object.append(u"place"_s, textOr(line.place, !line.place.isEmpty()));
    object.append(u"before"_s, textOr(line.left, line.kind != DifferenceLine::Kind::Added));
    object.append(u"now"_s, textOr(line.right, line.kind != DifferenceLine::Kind::Removed));
    return object;
}

JsonValue answerJson(const ShortAnswer& answer)
{
    JsonValue object = JsonValue::object();
    object.append(u"id"_s, JsonValue::string(answer.id));
    object.append(u"status"_s, answer.status > 0 ? JsonValue::number(qint64(answer.status)) : JsonValue());
    object.append(u"outcome"_s, textOr(answer.outcome, !answer.outcome.isEmpty()));
    return object;
}

JsonValue changeJson(const AnswerChange& change)
{
    JsonValue object = JsonValue::object();
    object.append(u"before"_s, answerJson(change.before));
    object.append(u"now"_s, answerJson(change.now));
    object.append(u"statusChanged"_s, JsonValue::boolean(change.statusChanged()));
    object.append(u"bodyChanged"_s, JsonValue::boolean(change.bodyChanged));
    JsonValue differences = JsonValue::array();
    for (const DifferenceLine& line : change.body)
        differences.append(lineJson(line));
    object.append(u"bodyDifferences"_s, std::move(differences));
    object.append(u"cut"_s, JsonValue::boolean(change.cut));
    return object;
}

QString verdictWords(Verdict verdict)
{
    switch (verdict) {
    case Verdict::First:
        return CliText::tr("first time at this address");
    case Verdict::Fixed:
        return CliText::tr("fixed");
    case Verdict::StillFailing:
        return CliText::tr("still failing");
    case Verdict::Regressed:
        return CliText::tr("regressed");
    case Verdict::StillPassing:
        break;
    }
    return CliText::tr("still passing");
}

QString answerWords(const ShortAnswer& answer)
{
    if (answer.status > 0)
        return QString::number(answer.status);
    return answer.outcome.isEmpty() ? CliText::tr("no answer") : answer.outcome;
}

QString changeWords(const AnswerChange& change)
{
    const QString answers = CliText::tr("%3 now, %2 before (%1)")
                                .arg(change.before.id, answerWords(change.before), answerWords(change.now));
    if (change.before.status == 0 || change.now.status == 0)
        return answers;
    const QString body = change.bodyChanged ? CliText::tr("the answer's body differs")
                                            : CliText::tr("the answer's body is the same");
    return answers + u"; "_s + body;
}

} // namespace

Result<void> checkReplayAddress(const QString& url)
{
    if (url.isEmpty())
        return {};
    const auto parts = splitTypedUrl(url);
    return parts ? Result<void>() : fail(ErrorCode::BadInput, u"--to: "_s + parts.error().message);
}

void printReplay(const Output& output, const DeliveryRecord& record,
                 const std::optional<AnswerChange>& change)
{
    if (output.json()) {
        JsonValue object = deliveryJson(record.delivery, record.attempts, Bodies::Include);
        object.append(u"answerChange"_s, change ? changeJson(*change) : JsonValue());
        return output.object(compactJson(object));
    }
    printDelivery(output, record);
    const Delivery& delivery = record.delivery;
    const auto verdict = verdictOf(delivery.replayOf, delivery.basis, delivery.state);
    if (!verdict)
        return;
    output.line(change ? QStringLiteral("  %1: %2").arg(verdictWords(*verdict), changeWords(*change))
                       : QStringLiteral("  ") + verdictWords(*verdict));
    for (const DifferenceLine& line : change ? change->body : QList<DifferenceLine>()) {
        const QString place = line.place.isEmpty() ? QString() : line.place + u": "_s;
        if (line.kind != DifferenceLine::Kind::Added)
            output.coloured("31", u"    - "_s + place + line.left);
        if (line.kind != DifferenceLine::Kind::Removed)
            output.coloured("32", u"    + "_s + place + line.right);
    }
}

QString replayProgressWords(const ReplayProgress& progress)
{
    const QLocale figures(QLocale::English);
    QString words =
        CliText::tr("%1 of %2 sent").arg(figures.toString(progress.sent), figures.toString(progress.total));
    if (progress.failed > 0)
        words += CliText::tr(", %1 failed").arg(figures.toString(progress.failed));
    return words + u'.';
}

QString replaySummaryWords(const ReplayProgress& progress)
{
    const QLocale figures(QLocale::English);
    QStringList parts{CliText::tr("%1 delivered").arg(figures.toString(progress.delivered))};
    if (progress.failed > 0)
        parts << CliText::tr("%1 not").arg(figures.toString(progress.failed));
    if (progress.cancelled > 0)
        parts << CliText::tr("%1 cancelled").arg(figures.toString(progress.cancelled));
    if (progress.refused > 0)
        parts << CliText::tr("%1 could not be sent").arg(figures.toString(progress.refused));
    if (progress.unsolved > 0)
        parts << CliText::tr("%1 never succeeded").arg(figures.toString(progress.unsolved));
    QStringList verdicts;
    for (auto each = progress.verdicts.cbegin(); each != progress.verdicts.cend(); ++each)
        verdicts << QStringLiteral("%1 %2").arg(figures.toString(each.value()), verdictWords(each.key()));
    const QString start = progress.stopped ? CliText::tr("Stopped: ") : QString();
    const QString end =
        verdicts.isEmpty() ? QString() : u' ' + CliText::tr("Verdicts: %1.").arg(verdicts.join(u", "_s));
    return start + parts.join(u", "_s) + u'.' + end;
}

} // namespace hookworks
