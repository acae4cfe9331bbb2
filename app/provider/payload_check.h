// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/path.h"
#include "provider/profile.h"

namespace hookworks {

/// One place where a body is not what its provider sends.
struct PayloadProblem
{
    enum class Kind
    {
        Missing,
        Extra,
        Mistyped
    };
    Kind kind = Kind::Missing;
    JsonPath path;
    QString words; ///< what belongs there, one sentence; empty for what is missing or extra
    bool operator==(const PayloadProblem&) const = default;
};

/// Problems of an event's body, by the members and types that the profile says, in the profile's order, then
/// what else is in it; at most some 200. What belongs to an outcome is asked for where the body names that
/// outcome.
QList<PayloadProblem> checkPayload(const ProviderProfile& profile, const ProfileEvent& event,
                                   const QByteArray& body);

} // namespace hookworks
