// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/decimal.h"
#include "query/queried_capture.h"
#include "store/known_values.h"

namespace hookworks {

constexpr qsizetype longestIndexedBody = 512 * 1024; ///< bytes; a longer one is looked at each time

/// What the search index holds of a capture.
struct IndexedCapture
{
    QString text; ///< head, body and columns, so that every text that a query can find is in it, in any case
    QList<std::pair<QueryName, FieldValue>> values; ///< of KnownValues::fields()
};

/// nullopt: it cannot be told (a body that is too long or cannot be decoded).
std::optional<IndexedCapture> indexed(const Capture& capture, const CaptureParts& parts,
                                      const BodyReading& reading);

/// The columns that the text holds.
bool isIndexed(QueryName column);
/// Stands before and after a column's value, so that short ones have three letters, and tells the columns
/// apart.
QChar indexMark(QueryName column);
/// How the text has one value of a field of KnownValues::fields(): as a whole column, or the beginning of
/// one.
QString indexedValue(QueryName field, const QByteArray& value);
/// What the text has where a capture lacks such a field.
QString indexedLack(QueryName field);
/// How the text has a number, whichever way a head or body writes it: as long as three letters.
QString indexedNumber(const Decimal& number);
/// Without what the index cannot take.
QString indexable(QString text);

} // namespace hookworks
