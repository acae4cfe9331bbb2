// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/queried_capture.h"
#include "store/queries.h"
#include "store/search_page.h"

namespace hookworks {

class SqlConnection;

/// What was received. A part of Reader, see there.
class CaptureReader
{
public:
    /// Both outlive it.
    CaptureReader(SqlConnection& connection, const BodyReading& reading);

    /// Ends after about `time`: then `next` says where to go on. The filter's `heads` and `bodies` have no
    /// say in it.
    Result<CaptureSummaryPage> findCaptureSummaries(const CaptureFilter& filter, SearchTime time = {});
    /// Newest first.
    Result<QList<CaptureSummary>> captureSummaries(const QList<CaptureId>& ids);
    /// The same with heads and bodies as the filter asks for them.
    Result<CapturePage> findCaptures(const CaptureFilter& filter, SearchTime time = {});
    Result<SearchPage<CaptureId, CaptureId>> captureIds(const CaptureFilter& filter, SearchTime time = {});
    /// The rows alone, however long it takes.
    Result<QList<Capture>> captures(const CaptureFilter& filter = {});
    /// How many the filter finds, without its page and limit.
    Result<qint64> captureCount(const CaptureFilter& filter = {});
    Result<Capture> capture(CaptureId id);
    /// With heads, without bodies.
    Result<QList<Capture>> capturesOf(const QList<CaptureId>& ids);
    /// Up to `length` bytes from `offset`; fewer at the end. Reads only the chunks it needs.
    Result<QByteArray> captureBytes(CaptureId id, BodyForm which, qint64 offset, qint64 length);
    /// NotFound where none caused it.
    Result<AttemptKey> attemptOf(CaptureId id);

private:
    SqlConnection* m_connection;
    const BodyReading* m_reading;
};

} // namespace hookworks
