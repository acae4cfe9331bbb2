// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time.h"

#include <QStringView>

#include <optional>

namespace hookworks {

/// What a typed time covers: a date its whole day, a time to the second that second. `<` and its kin compare
/// with `from`.
struct Moment
{
    RealTime from; ///< included
    RealTime to;   ///< not included
    bool operator==(const Moment&) const = default;
};

/// Reads `2026-03-01`, `2026-03-01T10:15` with or without seconds, fraction (up to nine digits) and `Z` or an
/// offset (UTC where there is none; a space may stand for the T), or `90s`, `10m`, `2h`, `3d`, `1w`: so long
/// before `now`.
std::optional<Moment> momentOf(QStringView text, RealTime now);

} // namespace hookworks
