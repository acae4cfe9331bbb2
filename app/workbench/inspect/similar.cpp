// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/inspect/similar.h"

#include "domain/readable_text.h"
#include "provider/catalogue.h"
#include "provider/event_recognition.h"

#include <QCoreApplication>

namespace hookworks {

namespace {

constexpr auto patience = std::chrono::milliseconds(100);
/// What is larger is not looked into for its event.
constexpr qsizetype longestRecognised = 4 * 1024 * 1024;

} // namespace

/// `*` in a value of `=` stands for any characters.
Query queryFor(const QueryField& field, const QByteArray& value)
{
    if (!isUtf8(value) || value.contains('*') || value.isEmpty())
        return Query::negated({});
    return Query::of({field, QueryOperator::Equal, readableText(value)});
}

std::optional<Capture> newestBefore(Reader& reader, const Query& where, CaptureId id, Bodies bodies)
{
    if (where.kind == Query::Kind::Not)
        return std::nullopt;
    CaptureFilter filter;
    filter.where = where;
    filter.before = id;
    filter.limit = 1;
    filter.bodies = bodies == Bodies::Include;
    const auto found = reader.findCaptures(filter, patience);
    return found && !found->rows.isEmpty() ? std::optional(found->rows.first()) : std::nullopt;
}

std::optional<CaptureId> similarTo(Reader& reader, const ProviderCatalogue& providers, const Capture& capture)
{
    const QByteArray path = capture.target.split('?').first();
    const Query method = queryFor({QueryName::Method, {}, {}}, capture.method);
    const Query place = queryFor({QueryName::Path, {}, {}}, path);
    if (method.kind == Query::Kind::Not || place.kind == Query::Kind::Not)
        return std::nullopt;
    const Query where = Query::all({method, place});
    if (const auto origin = recogniseEvent(providers.profiles(), capture.body.left(longestRecognised))) {
        const Query event = queryFor({QueryName::Event, {}, {}}, origin->event.toUtf8());
        if (const auto same = newestBefore(reader, Query::all({where, event}), capture.id, Bodies::Leave))
            return same->id;
    }
    const auto found = newestBefore(reader, where, capture.id, Bodies::Leave);
    return found ? std::optional(found->id) : std::nullopt;
}

Result<CaptureId> similarBefore(Reader& reader, const ProviderCatalogue& providers, const QString& id)
{
    const auto parsed = CaptureId::parse(id);
    if (!parsed)
        return fail(ErrorCode::BadInput,
                    QCoreApplication::translate("hookworks", "Choose what to compare %1 with.").arg(id));
    const auto capture = reader.capture(*parsed);
    if (!capture)
        return tl::unexpected<Error>(capture.error());
    if (const auto similar = similarTo(reader, providers, *capture))
        return *similar;
    return fail(ErrorCode::NotFound,
                QCoreApplication::translate("hookworks", "No earlier capture has the method and path of %1.")
                    .arg(id));
}

} // namespace hookworks
