// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/deliver/replay_series.h"

namespace hookworks {

Result<void> checkSeries(const ReplaySeries& series)
{
    const bool together = series.pace.kind == ReplayPace::Kind::Together;
    if (series.sources.isEmpty())
        return fail(ErrorCode::BadInput, Replayer::tr("There is nothing to send."));
    if (together && series.untilSuccess)
        return fail(
            ErrorCode::BadInput,
            Replayer::tr("What is released together is sent once: it cannot go on until it succeeds."));
    if (series.pace.kind == ReplayPace::Kind::Spacing && series.untilSuccess)
        return fail(
            ErrorCode::BadInput,
            Replayer::tr("Original spacing and “until it succeeds” do not go together: choose a rate."));
    if (series.each.exact && series.each.fresh)
        return fail(ErrorCode::BadInput, Replayer::tr("What is sent byte for byte keeps its ids and times."));
    if (together && series.requests() > ReplaySeries::mostTogether)
        return fail(ErrorCode::BadInput,
                    Replayer::tr("%1 requests are too many to be released together: at most %2.")
                        .arg(series.requests())
                        .arg(ReplaySeries::mostTogether));
    return {};
}

} // namespace hookworks
