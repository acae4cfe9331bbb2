// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "provider/profile.h"

#include <functional>

namespace hookworks {

/// What is its own in each new report.
struct NewDocumentFacts
{
    QString title;
    RealTime now;
    RealTime start, end;                ///< of its schedule
    std::function<QString()> uuid = {}; ///< another one at each call
};

/// The profile's document to start a report from, filled; indented, with a line break at its end.
QByteArray newDocumentOf(const ProviderProfile& profile, const NewDocumentFacts& facts);

} // namespace hookworks
