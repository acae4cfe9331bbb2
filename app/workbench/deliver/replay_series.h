// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/deliver/replayer.h"

#include <QMap>

namespace hookworks {

/// How the requests of a series follow each other, in real time.
struct ReplayPace
{
    enum class Kind
    {
        AtOnce,
        Rate,    ///< so many a second
        Spacing, ///< as far from each other as the sources were, so many times as fast; in the order they
                 ///< came
        Together ///< in parallel, last bytes released in one go
    };
    Kind kind = Kind::AtOnce;
    double value = 1; ///< Rate, Spacing
    bool operator==(const ReplayPace&) const = default;
};

/// What is sent again, how often and when. A value.
struct ReplaySeries
{
    static constexpr int mostTogether = 256;
    static constexpr int usualTries = 100;

    ReplayChoice each; ///< its source and `since` do not count; its `count`: so often each
    QStringList sources;
    ReplayPace pace;
    /// Each source again and again until one of its replays is delivered, at most `each.count` times: the
    /// next goes a second after one has failed, or when the rate allows it.
    bool untilSuccess = false;
    QList<Delivery> made; ///< of it already, by a process that is gone
    bool operator==(const ReplaySeries&) const = default;

    qint64 requests() const { return qint64(sources.size()) * std::max(1, each.count); }
};

/// BadInput, with words for what does not go together or is too much.
Result<void> checkSeries(const ReplaySeries& series);

/// What has become of a series so far.
struct ReplayProgress
{
    qint64 total = 0;     ///< deliveries to be made; until a success: sources
    qint64 made = 0;      ///< stored
    qint64 sent = 0;      ///< of them, those whose first attempt has ended
    qint64 delivered = 0; ///< final ones, by what became of them
    qint64 failed = 0;
    qint64 cancelled = 0;
    qint64 refused = 0;  ///< sources that cannot be sent
    qint64 unsolved = 0; ///< until a success: sources that had none in all their tries
    QString firstProblem;
    QMap<Verdict, qint64> verdicts;
    bool stopped = false;
    bool operator==(const ReplayProgress&) const = default;

    /// All that was asked for was delivered.
    bool succeeded(bool untilSuccess) const
    {
        return !stopped && refused == 0 && cancelled == 0 && (untilSuccess ? unsolved : failed) == 0;
    }
};

} // namespace hookworks
