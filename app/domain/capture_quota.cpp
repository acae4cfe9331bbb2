// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/capture_quota.h"

namespace hookworks {

CapturesGone& CapturesGone::operator+=(const CapturesGone& more)
{
    forBytes += more.forBytes;
    forCount += more.forCount;
    forAge += more.forAge;
    return *this;
}

QString toString(AtQuota atQuota)
{
    return atQuota == AtQuota::Refuse ? QStringLiteral("refuse") : QStringLiteral("oldest-go");
}

std::optional<AtQuota> atQuotaFromString(QStringView word)
{
    for (const AtQuota each : {AtQuota::OldestGo, AtQuota::Refuse}) {
        if (word == toString(each))
            return each;
    }
    return std::nullopt;
}

} // namespace hookworks
