// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/queried_capture.h"
#include "store/sqlite/connection.h"

namespace hookworks {

/// What a query wants to know of a capture.
struct CaptureNeeds
{
    bool row = false; ///< what is light
    bool head = false;
    bool headers = false; ///< one by one; with a body alone only where it has a content coding
    bool body = false;
    bool facts = false; ///< of its delivery
    bool operator==(const CaptureNeeds&) const = default;

    static CaptureNeeds of(const Query& query);
    static CaptureNeeds everything() { return {true, true, true, true, true}; }
};

/// A capture with so much of it as was needed.
struct ScannedCapture
{
    Capture capture;
    CaptureParts parts;
};

/// The question for captures of which a query wants to know so much. `chosen` is what follows WHERE on
/// `captures` alone, with its order and limit; `order` is `ASC` or `DESC`.
QString scanOfCaptures(const CaptureNeeds& needs, const QString& chosen, const QString& order);
Result<ScannedCapture> toScannedCapture(Rows& row, SqlConnection& connection, const CaptureNeeds& needs);

} // namespace hookworks
