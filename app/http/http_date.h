// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time.h"

#include <QByteArrayView>

#include <optional>

namespace hookworks {

/// A date as a field has it, in any of the three forms that RFC 9110, 5.6.7 wants a recipient to take: `Sun,
/// 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT`, `Sun Nov  6 08:49:37 1994`; always UTC. A
/// year of two digits is the latest that lies at most 50 years after `now`. nullopt for anything else.
std::optional<RealTime> httpDate(QByteArrayView text, RealTime now);

} // namespace hookworks
