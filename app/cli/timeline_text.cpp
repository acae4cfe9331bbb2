// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/timeline_text.h"

#include "cli/command_table.h"

namespace hookworks {

namespace {

struct LineMarks
{
    QString failed, succeeded, unknown, planned, line, dashed;
};

const LineMarks& marks(bool unicode)
{
    static const LineMarks pretty{QStringLiteral("●"), QStringLiteral("✓"),  QStringLiteral("?"),
                                  QStringLiteral("○"), QStringLiteral("──"), QStringLiteral("╌╌")};
    static const LineMarks plain{QStringLiteral("x"), QStringLiteral("*"),  QStringLiteral("?"),
                                 QStringLiteral("o"), QStringLiteral("--"), QStringLiteral("..")};
    return unicode ? pretty : plain;
}

QString markOf(const Attempt& attempt, const LineMarks& marks)
{
    if (!attempt.outcome || *attempt.outcome == Outcome::Unknown)
        return marks.unknown;
    return *attempt.outcome == Outcome::Success ? marks.succeeded : marks.failed;
}

/// The gap before attempt `index`: the plan's where the attempt was one of the plan.
Micros gapBefore(const Delivery& delivery, const QList<Attempt>& attempts, qsizetype index)
{
    const bool asPlanned = attempts[index].origin == Origin::Plan && index < delivery.plan.size() &&
                           delivery.plan[index].number == attempts[index].number;
    return asPlanned ? delivery.plan[index].gap
                     : Micros(attempts[index].startedClock - attempts[index - 1].startedClock);
}

} // namespace

QString resultText(const Attempt& attempt)
{
    if (!attempt.outcome)
        return CliText::tr("running");
    const bool plain = *attempt.outcome == Outcome::Success || *attempt.outcome == Outcome::Rejected;
    return plain && attempt.status > 0 ? QString::number(attempt.status) : toString(*attempt.outcome);
}

QString timelineText(const Delivery& delivery, const QList<Attempt>& attempts, bool unicode)
{
    const LineMarks& mark = marks(unicode);
    QString line;
    QStringList results;
    for (qsizetype i = 0; i < attempts.size(); ++i) {
        if (i > 0)
            line += mark.line + durationWords(gapBefore(delivery, attempts, i)) + mark.line;
        line += markOf(attempts[i], mark);
        results << resultText(attempts[i]);
    }
    const qsizetype planned = isFinal(delivery.state) ? 0 : delivery.plan.size();
    for (qsizetype i = attempts.size(); i < planned; ++i) {
        if (i > 0)
            line += mark.dashed + durationWords(delivery.plan[i].gap) + mark.dashed;
        line += mark.planned;
    }
    return results.isEmpty() ? line : line + QStringLiteral("   ") + results.join(QLatin1Char(' '));
}

} // namespace hookworks
