// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "provider/profile.h"

namespace hookworks {

/// Whose payload a body is.
struct PayloadOrigin
{
    QString provider; ///< the profile's key
    QString event;
    bool operator==(const PayloadOrigin&) const = default;
};

/// The event whose name stands where its profile puts it; of several, the one most of whose members are
/// there. nullopt: no JSON object, or no profile's event.
std::optional<PayloadOrigin> recogniseEvent(const QList<ProviderProfile>& profiles, const QByteArray& body);

} // namespace hookworks
