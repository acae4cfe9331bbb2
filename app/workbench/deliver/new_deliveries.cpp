// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/deliver/new_deliveries.h"

#include "workbench/session/io_parts.h"
#include "workbench/session/session.h"

namespace hookworks {

namespace {

Result<void> noteCommand(Writer& writer, const QString& command, const QList<Delivery>& stored)
{
    if (command.isEmpty() || stored.isEmpty())
        return {};
    return writer.setMadeBy(command, stored.first().id, stored.last().id, stored.first().createdAt);
}

Result<QList<Delivery>> storeEvents(Writer& writer, QList<NewEvent> events, const QString& command)
{
    QList<Delivery> stored;
    for (NewEvent& made : events) {
        const auto event = writer.addEvent(made.event);
        if (!event)
            return tl::unexpected<Error>(event.error());
        for (Delivery& delivery : made.deliveries)
            delivery.eventId = *event;
        const auto ids = writer.addDeliveries(made.deliveries);
        if (!ids)
            return tl::unexpected<Error>(ids.error());
        for (qsizetype i = 0; i < ids->size(); ++i)
            made.deliveries[i].id = ids->at(i);
        stored += made.deliveries;
    }
    return noteCommand(writer, command, stored).map([&] { return std::move(stored); });
}

Result<std::optional<QList<Delivery>>> readMadeBy(Reader& reader, const QString& command)
{
    const auto ids = reader.madeBy(command);
    if (!ids)
        return tl::unexpected<Error>(ids.error());
    if (!*ids)
        return std::nullopt;
    QList<Delivery> made;
    for (const DeliveryId id : **ids) {
        const auto delivery = reader.delivery(id);
        if (!delivery)
            return tl::unexpected<Error>(delivery.error());
        made.append(*delivery);
    }
    return made;
}

} // namespace

Delivery newDelivery(Session& session, const Request& request, const RetryPolicy& policy)
{
    Delivery delivery;
    const RealTime now = session.clock().now();
    delivery.createdAt = now;
    delivery.messageId =
        uuidV7(microsSinceEpoch(now) / 1000, session.random().next(), session.random().next());
    delivery.request = request;
    delivery.policy = policy;
    delivery.seed = static_cast<quint32>(session.random().next() >> 32);
    delivery.plan = plan(policy, delivery.seed);
    delivery.nextDueAt = session.live().workNow();
    return delivery;
}

RetryPolicy withTimeout(RetryPolicy policy, std::optional<Micros> webhooks, Micros otherwise)
{
    policy.timeout = webhooks ? webhooks : policy.timeout ? policy.timeout : otherwise;
    return policy;
}

Answer<std::optional<QList<Delivery>>> takeUp(Session& session, const QString& command)
{
    return session.store()
        .read([command](Reader& reader) { return readMadeBy(reader, command); })
        .then(&session, [&session](const Result<std::optional<QList<Delivery>>>& made) {
            QList<DeliveryId> ids;
            for (const Delivery& delivery : made ? made->value_or(QList<Delivery>()) : QList<Delivery>())
                ids.append(delivery.id);
            session.onIo([ids](IoParts& io) { io.dispatcher().takeUp(ids); });
            return made;
        });
}

Answer<QList<Delivery>> storeAndSend(Session& session, QList<NewEvent> events, const QString& command,
                                     Sending sending)
{
    return session.store()
        .write([events = std::move(events), command](Writer& writer) {
            return storeEvents(writer, events, command);
        })
        .then(&session, [&session, sending](const Result<QList<Delivery>>& deliveries) {
            if (deliveries && sending == Sending::Together)
                session.onIo([added = *deliveries](IoParts& io) { io.dispatcher().addTogether(added); });
            else if (deliveries)
                session.onIo([added = *deliveries](IoParts& io) { io.dispatcher().addNew(added); });
            return deliveries;
        });
}

} // namespace hookworks
