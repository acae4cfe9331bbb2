// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/capture.h"
#include "json/bodies.h"
#include "query/query.h"
#include "store/reader.h"

namespace hookworks {

class ProviderCatalogue;

// Earlier captures and deliveries that are like one; a search that takes too long finds none.

/// Captures of which the field is exactly this; Everything negated where a query cannot say it.
Query queryFor(const QueryField& field, const QByteArray& value);
/// The newest one before `id` that it finds.
std::optional<Capture> newestBefore(Reader& reader, const Query& where, CaptureId id, Bodies bodies);
/// The newest one before it with the same method, path and event; else with the same method and path.
std::optional<CaptureId> similarTo(Reader& reader, const ProviderCatalogue& providers,
                                   const Capture& capture);
/// The same for an id. NotFound, with words; BadInput where it is no capture's.
Result<CaptureId> similarBefore(Reader& reader, const ProviderCatalogue& providers, const QString& id);

/// What one compares `name` with, unless somebody says otherwise: the attempt before an attempt, what a
/// replay replays, the newest earlier delivery of the same event to the same webhook, the capture that
/// similarBefore() finds. Names as comparedEntry() takes them. NotFound, with words, where there is none.
Result<QString> nameBefore(Reader& reader, const ProviderCatalogue& providers, const QString& name);

} // namespace hookworks
