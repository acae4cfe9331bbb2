// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/outage.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace hookworks {

namespace {

/// Seconds of `90`, `1.5h`, `10m`; nullopt for anything else.
std::optional<double> secondsFromText(QStringView text)
{
    double unit = 1;
    if (!text.isEmpty() && text.back().isLetter()) {
        const QChar letter = text.back();
        if (letter == u's')
            unit = 1;
        else if (letter == u'm')
            unit = 60;
        else if (letter == u'h')
            unit = 3'600;
        else if (letter == u'd')
            unit = 86'400;
        else
            return std::nullopt;
        text.chop(1);
    }
    bool ok = false;
    const double number = text.toDouble(&ok);
    return ok && std::isfinite(number) && number >= 0 && number < 1e10 ? std::optional(number * unit)
                                                                       : std::nullopt;
}

} // namespace

OutagePreview previewOutage(const QList<PlannedAttempt>& plan, const QList<PlannedOutage>& outages)
{
    OutagePreview preview;
    for (const PlannedAttempt& attempt : plan) {
        const bool fails = std::ranges::any_of(outages, [&](const PlannedOutage& outage) {
            return attempt.after >= outage.from && attempt.after < outage.to;
        });
        preview.fails.append(fails);
        if (!fails) {
            preview.survivesAt = attempt.number;
            preview.deliveredAfter = attempt.after;
            break;
        }
    }
    return preview;
}

Result<PlannedOutage> outageFromText(QStringView text)
{
    const qsizetype dash = text.indexOf(u'-');
    const auto from = secondsFromText(text.left(dash));
    const auto to = dash < 0 ? std::nullopt : secondsFromText(text.sliced(dash + 1));
    if (dash < 0 || !from || !to)
        return fail(
            ErrorCode::BadInput,
            QCoreApplication::translate(
                "hookworks", "\"%1\" is no outage: write FROM-TO in seconds, or with units as in 10m-2h.")
                .arg(text));
    if (*to <= *from)
        return fail(
            ErrorCode::BadInput,
            QCoreApplication::translate("hookworks", "The outage \"%1\" ends before it starts.").arg(text));
    return PlannedOutage{microsFromSeconds(*from), microsFromSeconds(*to)};
}

} // namespace hookworks
