// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/delivery.h"
#include "domain/delivery_summary.h"

#include <QList>
#include <QString>

#include <optional>

namespace hookworks {

/// One mark of a lane: an attempt that was made, or one that the plan still has.
struct TimelineMark
{
    int number = 1;
    bool planned = false;
    Origin origin = Origin::Plan;
    WorkTime at;        ///< planned: when it is due; else when it started, on the workbench's clock
    RealTime startedAt; ///< planned: meaningless
    Micros duration{0}; ///< real time; 0 while it runs
    Micros gap{0};      ///< since the mark before, as the plan documents it
    std::optional<Outcome> outcome; ///< none: planned, or still running
    int status = 0;
    QString error;
    std::optional<CaptureId> capture;
    bool operator==(const TimelineMark&) const = default;
};

/// What the timeline knows of one delivery: no bodies, so that thousands of them stay small.
struct TimelineLane
{
    DeliveryId delivery;
    QString event, webhook, report;
    QString replayOf; ///< `d3`, `c5`; empty: no replay
    DeliveryState state = DeliveryState::Waiting;
    QList<TimelineMark> marks; ///< in order of time; never empty for a delivery that has a plan
    bool operator==(const TimelineLane&) const = default;

    /// Where the lane begins: its first mark.
    WorkTime origin() const { return marks.isEmpty() ? WorkTime() : marks.first().at; }
    WorkTime end() const { return marks.isEmpty() ? WorkTime() : marks.last().at; }
};

/// The lane of a delivery with the attempts made so far and those its plan still has.
TimelineLane laneOf(const DeliverySummary& delivery, const QList<Attempt>& attempts,
                    const QString& reportName = {});

/// The words of a mark in one line, for cards and screen readers: `Attempt 3, rejected, 503, took 12 ms`.
QString spoken(const TimelineMark& mark);
/// The words of a lane in one line: `report.failed to OneDrive, retrying, 3 attempts made, 6 planned`.
QString spoken(const TimelineLane& lane);

/// What a lane is of, in few words: `report.failed`, `Replay of d3: report.failed`.
QString eventWords(const TimelineLane& lane);

/// Words on screen for states and outcomes, translated.
QString outcomeWords(Outcome outcome);
/// `503`, `reset`, `timeout`: what fits beside a mark. Empty for planned and running ones.
QString shortResult(const TimelineMark& mark);

} // namespace hookworks
