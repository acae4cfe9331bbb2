// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/value.h"
#include "workbench/inspect/exporter.h"
#include "workbench/inspect/wire_exchange.h"

namespace hookworks {

/// What a format makes of each exchange, and how a file of several is put together.
enum class FormShape
{
    Pieces,    ///< a text of each, one after the other
    Single,    ///< a text; a file holds one
    Collection ///< an entry of one JSON document
};
FormShape shapeOf(ExportFormat format);
/// The bytes that a receiver gets are made of the request that was on the wire, without the answer.
bool isRequestForm(ExportFormat format);

/// The text of one exchange. BadInput names the exchange and what the form cannot carry. Nothing is masked
/// here.
Result<QByteArray> exchangeText(ExportFormat format, const ExportedExchange& exchange,
                                const WireExchange& wire);
/// Its entry in a collection, likewise.
Result<JsonValue> exchangeEntry(ExportFormat format, const ExportedExchange& exchange,
                                const WireExchange& wire);
/// What stands before the pieces, and the whole of a collection.
QByteArray formHead(ExportFormat format);
QByteArray wholeCollection(ExportFormat format, const QList<JsonValue>& entries);

} // namespace hookworks
