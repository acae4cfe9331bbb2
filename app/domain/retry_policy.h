// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time.h"

#include <QList>
#include <QString>

#include <optional>

namespace hookworks {

/// Statuses from `first` to `last`, both included.
struct StatusRange
{
    int first = 0;
    int last = 0;
    bool operator==(const StatusRange&) const = default;
    bool contains(int status) const { return status >= first && status <= last; }
};

/// When, how often and after what a delivery is tried again. Pure data; delivery/planner.h makes plans of it.
struct RetryPolicy
{
    enum class Kind { None, Fixed, List, Linear, Exponential };

    QString name = QStringLiteral("none"); ///< how the command line and the screens call it
    Kind kind = Kind::None;
    Micros firstGap{0};       ///< Fixed, Linear, Exponential
    double factor = 2;        ///< Exponential: each gap is the one before times this
    Micros increment{0};      ///< Linear: each gap is the one before plus this
    std::optional<Micros> gapCap; ///< no gap is longer
    int count = 0;            ///< Fixed, Linear, Exponential: how many, as countIncludesFirst says
    bool countIncludesFirst = false; ///< `count` is of attempts in all, not of retries
    QList<Micros> gaps;       ///< List

    double jitter = 0;        ///< 0…1: a gap is drawn from [1 − jitter, 1 + jitter] × gap; seeded per delivery
    bool honourRetryAfter = false; ///< a longer Retry-After moves the next attempt (RFC 9110, 10.2.3)
    Micros retryAfterCap = std::chrono::hours(24);
    QList<StatusRange> retryStatuses; ///< empty: every status that is no success
    bool goneDisables = false;        ///< 410 switches the webhook off and ends the delivery
    std::optional<int> disableAfterDays; ///< nothing but failures for so long (workbench time) switches the webhook off
    std::optional<Micros> timeout;    ///< per attempt, real time; nullopt: the webhook's own

    bool operator==(const RetryPolicy&) const = default;
};

} // namespace hookworks
