// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/secret_box.h"
#include "store/bodies.h"
#include "store/connection.h"

namespace hookworks {

/// The columns that make a value, in the order in which the functions below take them. Without bodies, those
/// are empty.
QString deliveryColumns(bool bodies);
QString attemptColumns(bool bodies);
QString captureColumns(bool heads, bool bodies);

/// A report's row as it lies there; its document may be sealed.
RemovedReport toStoredReport(Rows& row);
Result<Report> toReport(Rows& row, const SecretBox& secrets);
Result<Webhook> toWebhook(Rows& row, const SecretBox& secrets);
Result<Event> toEvent(Rows& row, SqlConnection& connection);
Result<Delivery> toDelivery(Rows& row, SqlConnection& connection);
Result<Attempt> toAttempt(Rows& row, SqlConnection& connection);
Result<Capture> toCapture(Rows& row, SqlConnection& connection);

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
QString numbersOf(const QList<IdType>& ids)
{
    QString text;
    for (const IdType id : ids)
        text += (text.isEmpty() ? QString() : QStringLiteral(",")) + QString::number(id.number);
    return text;
}

} // namespace hookworks
