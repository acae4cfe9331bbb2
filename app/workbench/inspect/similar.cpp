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

Result<QString> deliveryBefore(Reader& reader, DeliveryId id)
{
    const auto known = reader.deliveriesOf({id});
    if (!known)
        return tl::unexpected<Error>(known.error());
    if (known->isEmpty())
        return fail(ErrorCode::NotFound,
                    QCoreApplication::translate("hookworks", "There is no %1.").arg(id.toString()));
    const Delivery& delivery = known->first();
    if (!delivery.replayOf.isEmpty())
        return delivery.replayOf;
    DeliveryFilter filter;
    filter.provider = delivery.provider;
    filter.event = delivery.event;
    filter.webhook = delivery.webhook;
    filter.before = id;
    filter.limit = 1;
    const auto found = reader.findDeliveryIds(filter, patience);
    if (!found)
        return tl::unexpected<Error>(found.error());
    if (found->rows.isEmpty())
        return fail(ErrorCode::NotFound,
                    QCoreApplication::translate("hookworks",
                                                "There is nothing to compare %1 with: no earlier delivery "
                                                "took the same event to the same webhook.")
                        .arg(id.toString()));
    return found->rows.first().toString();
}

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

Result<QString> nameBefore(Reader& reader, const ProviderCatalogue& providers, const QString& name)
{
    const QString owner = name.section(u'/', 0, 0);
    const int attempt = name.section(u'/', 1).toInt();
    if (attempt > 1)
        return QStringLiteral("%1/%2").arg(owner).arg(attempt - 1);
    if (const auto delivery = DeliveryId::parse(owner))
        return deliveryBefore(reader, *delivery);
    return similarBefore(reader, providers, name).map([](CaptureId id) { return id.toString(); });
}

} // namespace hookworks
