// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time.h"

#include <QStringView>

namespace hookworks {

/// What happens where the quota has no room for one more capture.
enum class AtQuota
{
    OldestGo, ///< the oldest captures are removed
    Refuse    ///< the sender gets 507, and nothing is stored
};

/// How many captures a workspace keeps. What is older than `age` goes in either case; a request that alone is
/// larger than `bytes` is refused in either case. A marked capture goes for size and count alone, after all
/// that are not marked.
struct CaptureQuota
{
    qint64 bytes = 5'000'000'000;     ///< heads, bodies and answers as stored; at least 1
    std::optional<qint64> count = {}; ///< at least 1; nullopt: any number
    std::optional<Micros> age = {};   ///< real time since it was received; nullopt: any
    AtQuota atQuota = AtQuota::OldestGo;
    bool operator==(const CaptureQuota&) const = default;
};

/// Captures that were removed to keep within the quota, by the limit that was passed.
struct CapturesGone
{
    qint64 forBytes = 0, forCount = 0, forAge = 0;
    qint64 total() const { return forBytes + forCount + forAge; }
    CapturesGone& operator+=(const CapturesGone& more);
    bool operator==(const CapturesGone&) const = default;
};

constexpr qint64 largestQuotaBytes = 100'000'000'000'000;
constexpr int largestQuotaCount = 1'000'000'000;
constexpr int longestQuotaDays = 36'500;

/// `oldest-go`, `refuse`.
QString toString(AtQuota atQuota);
std::optional<AtQuota> atQuotaFromString(QStringView word);

} // namespace hookworks
