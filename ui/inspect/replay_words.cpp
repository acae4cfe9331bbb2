// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/replay_words.h"

#include <QCoreApplication>
#include <QLocale>

namespace hookworks {

namespace {

class ReplayText
{
    Q_DECLARE_TR_FUNCTIONS(hookworks::ReplayDialog)
};

QString figure(qint64 number)
{
    return QLocale().toString(number);
}

QString paceWords(const ReplaySeries& series)
{
    const QString value = QLocale().toString(series.pace.value, 'g', 6);
    switch (series.pace.kind) {
    case ReplayPace::Kind::AtOnce:
        return series.untilSuccess ? ReplayText::tr("a second apart") : QString();
    case ReplayPace::Kind::Rate:
        return ReplayText::tr("%1 a second").arg(value);
    case ReplayPace::Kind::Spacing:
        return series.pace.value == 1 ? ReplayText::tr("as far from each other as they came")
                                      : ReplayText::tr("as they came, but %1 times as fast").arg(value);
    case ReplayPace::Kind::Together:
        break;
    }
    return ReplayText::tr("released together");
}

QString whatWords(const ReplayChoice& each)
{
    return each.fresh    ? ReplayText::tr("with fresh ids and times")
           : each.exact  ? ReplayText::tr("byte for byte")
           : each.edited ? ReplayText::tr("as edited")
                         : QString();
}

QString numberWords(const ReplaySeries& series, const QString& address)
{
    const qint64 requests = series.untilSuccess ? series.sources.size() : series.requests();
    const QString target = address.isEmpty() ? ReplayText::tr("their own addresses") : address;
    return requests == 1 ? ReplayText::tr("1 request to %1").arg(target)
                         : ReplayText::tr("%1 requests to %2").arg(figure(requests), target);
}

QString shortAnswerWords(const ShortAnswer& answer)
{
    if (answer.status > 0)
        return QString::number(answer.status);
    return answer.outcome.isEmpty() ? ReplayText::tr("nothing") : answer.outcome;
}

} // namespace

QString seriesWords(const ReplaySeries& series, const QString& address, const QString& policy)
{
    QStringList words{numberWords(series, address), whatWords(series.each)};
    if (series.untilSuccess)
        words << ReplayText::tr("until it succeeds, at most %1 times").arg(figure(series.each.count));
    words << paceWords(series);
    if (!policy.isEmpty())
        words << ReplayText::tr("each with %1").arg(policy);
    words.removeAll(QString());
    return words.join(QStringLiteral(", ")) + u'.';
}

QString replayCountWords(const ReplayProgress& progress)
{
    QStringList words{ReplayText::tr("%1 of %2 sent")
                          .arg(figure(progress.sent), figure(std::max(progress.total, progress.made)))};
    if (progress.delivered > 0)
        words << ReplayText::tr("%1 delivered").arg(figure(progress.delivered));
    if (progress.failed > 0)
        words << ReplayText::tr("%1 failed").arg(figure(progress.failed));
    if (progress.cancelled > 0)
        words << ReplayText::tr("%1 cancelled").arg(figure(progress.cancelled));
    if (progress.refused > 0)
        words << ReplayText::tr("%1 could not be sent").arg(figure(progress.refused));
    return words.join(QStringLiteral(", "));
}

QString answerChangeWords(const AnswerChange& change)
{
    const QString answers = change.statusChanged() ? ReplayText::tr("%3 now, %2 before (%1)")
                                                   : ReplayText::tr("%2 now, and before (%1)");
    const QString said =
        change.statusChanged()
            ? answers.arg(change.before.id, shortAnswerWords(change.before), shortAnswerWords(change.now))
            : answers.arg(change.before.id, shortAnswerWords(change.before));
    if (change.before.status == 0 || change.now.status == 0)
        return said;
    return said + QStringLiteral("; ") +
           (change.bodyChanged ? ReplayText::tr("the answer's body differs")
                               : ReplayText::tr("the answer's body is the same"));
}

} // namespace hookworks
