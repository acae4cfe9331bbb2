// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
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

bool findsAll(const CaptureFilter& filter)
{
    return filter.method.isEmpty() && filter.path.isEmpty() && !filter.status && !filter.valid &&
           !filter.listener && filter.text.isEmpty() && filter.where.isEmpty();
}

} // namespace

Result<QList<Capture>> Reader::captures(const CaptureFilter& filter)
{
    auto conditions = conditionsOf(filter);
    if (!conditions)
        return tl::unexpected(conditions.error());
    if (filter.before)
        conditions->add(QStringLiteral("id < ?"), {filter.before->number});
    if (filter.after)
        conditions->add(QStringLiteral("id > ?"), {filter.after->number});
    const QString sql =
        selectCaptures(filter.heads, filter.bodies) + conditions->where() +
        (filter.oldestFirst ? QStringLiteral(" ORDER BY id") : QStringLiteral(" ORDER BY id DESC")) +
        limitOf(filter.limit);
    return flattened(all(connection().askOnce(sql, conditions->values()),
                         [&](Rows& row) { return toCapture(row, connection()); }));
}

Result<qint64> Reader::captureCount(const CaptureFilter& filter)
{
    if (findsAll(filter)) // a count of a million wide rows takes a while; the total is kept
        return size().map([](const StoreSize& size) { return size.captures; });
    const auto conditions = conditionsOf(filter);
    if (!conditions)
        return tl::unexpected(conditions.error());
    return theOne(
        first(connection().askOnce(QStringLiteral("SELECT count(*) FROM captures") + conditions->where(),
                                   conditions->values()),
              [](Rows& row) { return row.integer(); }),
        QString());
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
