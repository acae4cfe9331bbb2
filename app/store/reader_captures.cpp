// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/capture_search.h"
#include "store/conditions.h"
#include "store/connection.h"
#include "store/reader.h"
#include "store/rows.h"

namespace hookworks {

namespace {

QString selectCaptures(bool heads, bool bodies)
{
    return QStringLiteral("SELECT %1 FROM captures").arg(captureColumns(heads, bodies));
}

constexpr qsizetype capturesAtOnce = 500;

QString order(const CaptureFilter& filter)
{
    return filter.oldestFirst ? QStringLiteral("ASC") : QStringLiteral("DESC");
}

} // namespace

Result<CapturePage> Reader::findCaptures(const CaptureFilter& filter, SearchTime time)
{
    if (filter.where.isEverything())
        return allCaptures(filter);
    const auto found = CaptureSearch(connection(), filter, *m_reading, time).run();
    if (!found)
        return tl::unexpected(found.error());
    CapturePage page{{}, found->next, found->unreadable, found->notIndexed};
    for (qsizetype i = 0; i < found->rows.size(); i += capturesAtOnce) {
        const QString sql =
            selectCaptures(filter.heads, filter.bodies) +
            QStringLiteral(" WHERE id IN (%1) ORDER BY id ").arg(numbersOf(found->rows.mid(i, capturesAtOnce))) +
            order(filter);
        auto captures = flattened(
            all(connection().askOnce(sql), [&](Rows& row) { return toCapture(row, connection()); }));
        if (!captures)
            return tl::unexpected(captures.error());
        page.rows += std::move(*captures);
    }
    return page;
}

Result<CapturePage> Reader::allCaptures(const CaptureFilter& filter)
{
    Conditions conditions;
    if (filter.before)
        conditions.add(QStringLiteral("id < ?"), {filter.before->number});
    if (filter.after)
        conditions.add(QStringLiteral("id > ?"), {filter.after->number});
    const QString sql = selectCaptures(filter.heads, filter.bodies) + conditions.where() +
                        QStringLiteral(" ORDER BY id ") + order(filter) + limitOf(filter.limit);
    return flattened(all(connection().askOnce(sql, conditions.values()),
                         [&](Rows& row) { return toCapture(row, connection()); }))
        .map([&](const QList<Capture>& captures) {
            const bool more = filter.limit > 0 && captures.size() == filter.limit;
            return CapturePage{captures, more ? std::optional(captures.last().id) : std::nullopt, 0, 0};
        });
}

Result<QList<Capture>> Reader::captures(const CaptureFilter& filter)
{
    return findCaptures(filter).map([](const CapturePage& page) { return page.rows; });
}

Result<SearchPage<CaptureId, CaptureId>> Reader::captureIds(const CaptureFilter& filter, SearchTime time)
{
    return CaptureSearch(connection(), filter, *m_reading, time).run();
}

Result<qint64> Reader::captureCount(const CaptureFilter& filter)
{
    if (filter.where.isEverything()) // a count of a million wide rows takes a while; the total is kept
        return size().map([](const StoreSize& size) { return size.captures; });
    CaptureFilter all = filter;
    all.limit = 0;
    all.before = all.after = {};
    return captureIds(all).map([](const auto& page) { return qint64(page.rows.size()); });
}

Result<Capture> Reader::capture(CaptureId id)
{
    return theOne(
        first(connection().askOnce(selectCaptures(true, true) + QStringLiteral(" WHERE id = ?"), {id.number}),
              [&](Rows& row) { return toCapture(row, connection()); }),
        QStringLiteral("capture ") + id.toString());
}

Result<QList<Capture>> Reader::capturesOf(const QList<CaptureId>& ids)
{
    const QString sql = selectCaptures(true, false) +
                        QStringLiteral(" WHERE id IN (%1) ORDER BY id DESC").arg(numbersOf(ids));
    return flattened(all(connection().askOnce(sql), [&](Rows& row) { return toCapture(row, connection()); }));
}

Result<QByteArray> Reader::captureBytes(CaptureId id, BodyForm which, qint64 offset, qint64 length)
{
    const char* const sql = which == BodyForm::Decoded
                                ? "SELECT body, body_body FROM captures WHERE id = ?"
                                : "SELECT wire_body, wire_body_body FROM captures WHERE id = ?";
    const auto stored = theOne(first(connection().ask(sql, id),
                                     [](Rows& row) {
                                         StoredBody body;
                                         body.bytes = row.bytes();
                                         body.body = row.maybeInteger();
                                         return body;
                                     }),
                               QStringLiteral("capture ") + id.toString());
    return stored ? loadBodyPart(connection(), *stored, offset, length) : tl::unexpected(stored.error());
}

Result<AttemptKey> Reader::attemptOf(CaptureId id)
{
    return theOne(
        first(connection().ask(
                  "SELECT delivery, attempt_number FROM captures WHERE id = ? AND delivery IS NOT NULL", id),
              [](Rows& row) {
                  const DeliveryId delivery{row.integer()};
                  return AttemptKey{delivery, row.number()};
              }),
        QStringLiteral("attempt that caused ") + id.toString());
}

} // namespace hookworks
