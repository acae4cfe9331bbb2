// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/queried_capture.h"
#include "store/sqlite/connection.h"

namespace hookworks {

struct LightColumn;

/// What is read of each capture for a query, and no more: reading is what a scan takes its time for.
struct CaptureNeeds
{
    std::vector<const LightColumn*> light = {};
    bool head = false;
    bool allHeaders = false;
    QList<QByteArray> headers = {}; ///< else: of these names
    bool body = false;
    bool facts = false; ///< of its delivery

    static CaptureNeeds of(const Query& query);
    static CaptureNeeds everything();
};

/// A capture with so much of it as was needed. Method, target, head and body may lie in the row itself: they
/// are valid until its next one.
struct ScannedCapture
{
    Capture capture;
    CaptureParts parts;
};

/// Which captures are asked about, and in which order of their ids.
struct CaptureChoice
{
    QString where; ///< a condition on the columns of `captures`
    bool oldestFirst = false;
    qint64 limit = -1; ///< none
};

/// The question for captures of which a query wants to know so much.
QString scanOfCaptures(const CaptureNeeds& needs, const CaptureChoice& choice);
/// Into what held another row of the same question, or nothing: making room for each takes longer.
Result<void> readScanned(Rows& row, SqlConnection& connection, const CaptureNeeds& needs,
                         ScannedCapture& scanned);

} // namespace hookworks
