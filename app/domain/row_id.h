// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"

#include <variant>

namespace hookworks {

/// What stands in the lists of what was received and of what was sent.
using RowId = std::variant<CaptureId, DeliveryId>;

/// `c5`, `d3`.
inline QString toString(const RowId& row)
{
    return std::visit([](const auto id) { return id.toString(); }, row);
}

/// Reads exactly what toString() writes.
inline std::optional<RowId> rowIdFromString(QStringView text)
{
    if (const auto capture = CaptureId::parse(text))
        return *capture;
    if (const auto delivery = DeliveryId::parse(text))
        return *delivery;
    return std::nullopt;
}

} // namespace hookworks
