// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/delivery_summary.h"
#include "domain/listener_config.h"
#include "domain/secret_box.h"
#include "store/tables.h"

namespace hookworks {

/// `SELECT …` of the columns that the functions below take; `end` is a ` WHERE …` or the like.
QByteArray selectDeliveries(RowParts parts, const QByteArray& end);
QByteArray selectDeliverySummaries(const QByteArray& end);

/// A report's row as it lies there; its document may be sealed.
RemovedReport toStoredReport(Rows& row);
Result<Report> toReport(Rows& row, const SecretBox& secrets);
Result<Webhook> toWebhook(Rows& row, const SecretBox& secrets);
Result<ListenerConfig> toListener(Rows& row, const SecretBox& secrets);
Result<Event> toEvent(Rows& row, SqlConnection& connection);
DeliverySummary toDeliverySummary(Rows& row);
Result<Delivery> toDelivery(Rows& row, SqlConnection& connection, RowParts parts);
Result<Attempt> toAttempt(Rows& row, SqlConnection& connection, RowParts parts);
CaptureSummary toCaptureSummary(Rows& row);
Result<Capture> toCapture(Rows& row, SqlConnection& connection, RowParts parts);

/// What of a webhook lies sealed in its row.
SealedWebhook sealed(const Webhook& webhook, const SecretBox& secrets);
StoredListener sealed(const ListenerConfig& listener, const SecretBox& secrets);

tl::unexpected<Error> notThere(const QString& what);

/// The one value that was asked for, or NotFound about `what`.
template <class T>
Result<T> theOne(Result<std::optional<T>> found, const QString& what)
{
    if (!found)
        return tl::unexpected(found.error());
    if (!*found)
        return notThere(what);
    return std::move(**found);
}

template <class T>
Result<T> theOne(Result<std::optional<Result<T>>> found, const QString& what)
{
    if (!found)
        return tl::unexpected(found.error());
    if (!*found)
        return notThere(what);
    return std::move(**found);
}

/// `1,2,3`, for an IN list.
template <class IdType>
QByteArray numbersOf(const QList<IdType>& ids)
{
    QByteArray text;
    for (const IdType id : ids)
        text += (text.isEmpty() ? "" : ",") + QByteArray::number(id.number);
    return text;
}

/// Those of these ids, the newest first: the end of a SELECT.
template <class IdType>
QByteArray amongIds(const QList<IdType>& ids)
{
    return "WHERE id IN (" + numbersOf(ids) + ") ORDER BY id DESC";
}

/// Every row of a table of two columns, the first being the key.
template <class Columns, class Map>
Result<Map> mapOf(SqlConnection& connection)
{
    Result<Map> map;
    auto rows = connection.ask(Records<Columns>::select());
    if (!rows)
        return tl::unexpected(rows.error());
    while (rows->next()) {
        typename Columns::Row row;
        Records<Columns>::read(*rows, wholeRow, std::get<0>(row), std::get<1>(row));
        map->insert(std::get<0>(row), std::get<1>(row));
    }
    if (const auto failure = rows->failure())
        return tl::unexpected(*failure);
    return map;
}

} // namespace hookworks
