// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/capture_reader.h"

#include "store/capture_search.h"
#include "store/conditions.h"
#include "store/quota.h"
#include "store/rows.h"

namespace hookworks {

namespace {

constexpr qsizetype capturesAtOnce = 500;

RowParts partsOf(const CaptureFilter& filter)
{
    RowParts parts = RowPart::Summary;
    parts.setFlag(RowPart::Heads, filter.heads);
    parts.setFlag(RowPart::Bodies, filter.bodies);
    return parts;
}

QByteArray orderOf(const CaptureFilter& filter)
{
    return filter.oldestFirst ? " ORDER BY id ASC" : " ORDER BY id DESC";
}

/// All of a place in the list, newest first or oldest first.
template <class Row, class RowsAt>
Result<SearchPage<Row, CaptureId>> wholePage(const CaptureFilter& filter, RowsAt rowsAt)
{
    Conditions conditions;
    if (filter.before)
        conditions.add(QStringLiteral("id < ?"), {filter.before->number});
    if (filter.after)
        conditions.add(QStringLiteral("id > ?"), {filter.after->number});
    const QByteArray end = conditions.where().toUtf8() + orderOf(filter) + limitOf(filter.limit).toUtf8();
    return rowsAt(end, conditions.values()).map([&](const QList<Row>& rows) {
        const bool more = filter.limit > 0 && rows.size() == filter.limit;
        return SearchPage<Row, CaptureId>{rows, more ? std::optional(rows.last().id) : std::nullopt};
    });
}

/// `rowsAt` asks for the rows that its end of a SELECT names, with its values.
template <class Row, class RowsAt>
Result<SearchPage<Row, CaptureId>> capturePage(const Result<SearchPage<CaptureId, CaptureId>>& found,
                                               const CaptureFilter& filter, RowsAt rowsAt)
{
    if (!found)
        return tl::unexpected<Error>(found.error());
    SearchPage<Row, CaptureId> page{{}, found->next, found->unreadable, found->notIndexed};
    for (qsizetype i = 0; i < found->rows.size(); i += capturesAtOnce) {
        const QByteArray ids = numbersOf(found->rows.mid(i, capturesAtOnce));
        auto rows = rowsAt("WHERE id IN (" + ids + ')' + orderOf(filter), SqlValues());
        if (!rows)
            return tl::unexpected<Error>(rows.error());
        page.rows += std::move(*rows);
    }
    return page;
}

Result<QList<Capture>> capturesAt(SqlConnection& connection, const QByteArray& end, const SqlValues& values,
                                  RowParts parts)
{
    return flattened(all(connection.askOnce(Records<CaptureColumns>::select(end, parts), values),
                         [&](Rows& row) { return toCapture(row, connection, parts); }));
}

Result<QList<CaptureSummary>> captureSummariesAt(SqlConnection& connection, const QByteArray& end,
                                                 const SqlValues& values)
{
    return all(connection.askOnce(Records<CaptureSummaryColumns>::select(end), values), toCaptureSummary);
}

} // namespace

CaptureReader::CaptureReader(SqlConnection& connection, const BodyReading& reading)
    : m_connection(&connection)
    , m_reading(&reading)
{
}

Result<CaptureSummaryPage> CaptureReader::findCaptureSummaries(const CaptureFilter& filter, SearchTime time)
{
    const auto rowsAt = [&](const QByteArray& end, const SqlValues& values) {
        return captureSummariesAt(*m_connection, end, values);
    };
    return filter.where.isEverything()
               ? wholePage<CaptureSummary>(filter, rowsAt)
               : capturePage<CaptureSummary>(captureIds(filter, time), filter, rowsAt);
}

Result<QList<CaptureSummary>> CaptureReader::captureSummaries(const QList<CaptureId>& ids)
{
    return captureSummariesAt(*m_connection, amongIds(ids), {});
}

Result<CapturePage> CaptureReader::findCaptures(const CaptureFilter& filter, SearchTime time)
{
    const auto rowsAt = [&](const QByteArray& end, const SqlValues& values) {
        return capturesAt(*m_connection, end, values, partsOf(filter));
    };
    return filter.where.isEverything() ? wholePage<Capture>(filter, rowsAt)
                                       : capturePage<Capture>(captureIds(filter, time), filter, rowsAt);
}

Result<QList<Capture>> CaptureReader::captures(const CaptureFilter& filter)
{
    return findCaptures(filter).map([](const CapturePage& page) { return page.rows; });
}

Result<SearchPage<CaptureId, CaptureId>> CaptureReader::captureIds(const CaptureFilter& filter,
                                                                   SearchTime time)
{
    return CaptureSearch(*m_connection, filter, *m_reading, time).run();
}

Result<qint64> CaptureReader::captureCount(const CaptureFilter& filter)
{
    if (filter.where.isEverything()) // a count of a million wide rows takes a while; the total is kept
        return heldCaptures(*m_connection).map([](const StoreSize& size) { return size.captures; });
    CaptureFilter all = filter;
    all.limit = 0;
    all.before = all.after = {};
    return captureIds(all).map([](const auto& page) { return qint64(page.rows.size()); });
}

Result<Capture> CaptureReader::capture(CaptureId id)
{
    return theOne(first(m_connection->ask(Records<CaptureColumns>::select("WHERE id = ?"), id),
                        [&](Rows& row) { return toCapture(row, *m_connection, wholeRow); }),
                  QStringLiteral("capture ") + id.toString());
}

Result<QList<Capture>> CaptureReader::capturesOf(const QList<CaptureId>& ids)
{
    return capturesAt(*m_connection, amongIds(ids), {}, RowPart::Summary | RowPart::Heads);
}

Result<QByteArray> CaptureReader::captureBytes(CaptureId id, BodyForm which, qint64 offset, qint64 length)
{
    const char* const sql = which == BodyForm::Decoded
                                ? "SELECT body, body_body FROM captures WHERE id = ?"
                                : "SELECT wire_body, wire_body_body FROM captures WHERE id = ?";
    const auto stored = theOne(first(m_connection->ask(sql, id),
                                     [](Rows& row) {
                                         StoredBody body;
                                         fromSql(row, body.bytes);
                                         fromSql(row, body.body);
                                         return body;
                                     }),
                               QStringLiteral("capture ") + id.toString());
    return stored ? loadBodyPart(*m_connection, *stored, offset, length) : tl::unexpected(stored.error());
}

Result<AttemptKey> CaptureReader::attemptOf(CaptureId id)
{
    return theOne(
        first(m_connection->ask(
                  "SELECT delivery, attempt_number FROM captures WHERE id = ? AND delivery IS NOT NULL", id),
              [](Rows& row) {
                  const DeliveryId delivery{row.integer()};
                  return AttemptKey{delivery, row.number()};
              }),
        QStringLiteral("attempt that caused ") + id.toString());
}

} // namespace hookworks
