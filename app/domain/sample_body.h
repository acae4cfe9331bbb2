// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time.h"

#include <QString>

namespace hookworks {

/// A body that is kept by a name, to be sent again as it is.
struct SampleBody
{
    QString name;
    QString provider, event; ///< whose event it tells of; empty: nobody knows
    QString contentType;     ///< it came with; empty: none
    QByteArray body;         ///< without a content coding
    RealTime createdAt;
    bool operator==(const SampleBody&) const = default;
};

constexpr qsizetype longestSampleName = 200; ///< characters

} // namespace hookworks
