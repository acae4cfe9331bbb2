// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/handon/case_reading.h"

#include "store/writer.h"
#include "workbench/handon/case_secrets.h"
#include "workbench/inspect/hand_on_text.h"

#include <algorithm>

namespace hookworks {

namespace {

/// A rule of somebody else reads no file here.
ReplyRule withoutFiles(ReplyRule rule)
{
    for (Reply& reply : rule.replies)
        reply.bodyFile.clear();
    if (rule.otherwise)
        rule.otherwise->bodyFile.clear();
    return rule;
}

/// One case on its way into the workspace.
class CaseStoring
{
public:
    CaseStoring(Writer& writer, const CaseFile& file, const PlaceholderValues& values)
        : m_writer(&writer)
        , m_file(&file)
        , m_values(&values)
    {
    }

    Result<ImportDone> store()
    {
        return addListeners()
            .and_then([this] { return addDeliveries(); })
            .and_then([this] { return addCaptures(); })
            .and_then([this] { return remember(); })
            .map([this] { return std::move(m_done); });
    }

private:
    Result<void> addListeners()
    {
        for (const CaseListener& each : m_file->listeners) {
            if (each.rules.isEmpty())
                continue;
            ListenerConfig config;
            const auto name = freeName(each.name);
            if (!name)
                return tl::unexpected<Error>(name.error());
            config.name = *name;
            config.port = each.port;
            config.tls = each.tls;
            for (const ReplyRule& rule : filled(each.rules, *m_values))
                config.rules << withoutFiles(rule);
            const auto id = m_writer->addListener(config);
            if (!id)
                return tl::unexpected<Error>(id.error());
            m_listeners.insert(each.id, *id);
            m_done.listeners << *id;
            m_done.notes << HandOnText::tr("The reply rules that answered are in the listener “%1”, which is "
                                           "off.")
                                .arg(config.name);
        }
        return {};
    }

    /// No two listeners have the same.
    Result<QString> freeName(const QString& name)
    {
        return m_writer->listeners().map([&name](const QList<ListenerConfig>& listeners) {
            const auto isTaken = [&listeners](const QString& each) {
                return std::ranges::find(listeners, each, &ListenerConfig::name) != listeners.end();
            };
            const QString first = HandOnText::tr("%1 (of a case)").arg(name);
            QString free = first;
            for (int number = 2; isTaken(free); ++number)
                free = QStringLiteral("%1 %2").arg(first).arg(number);
            return free;
        });
    }

    Result<void> addDeliveries()
    {
        for (const DeliveryRecord& record : m_file->deliveries) {
            if (const auto added = addDelivery(record); !added)
                return added;
        }
        return {};
    }

    Result<void> addDelivery(const DeliveryRecord& record)
    {
        Delivery delivery = record.delivery;
        const auto event = eventOf(delivery);
        if (!event)
            return tl::unexpected<Error>(event.error());
        delivery.id = {};
        delivery.eventId = *event;
        delivery.replayOf = m_ids.value(record.delivery.replayOf);
        const auto id = m_writer->addDelivery(delivery);
        if (!id)
            return tl::unexpected<Error>(id.error());
        delivery.id = *id;
        QList<Attempt> attempts = record.attempts;
        for (Attempt& attempt : attempts) {
            attempt.delivery = *id;
            attempt.capture = {};
        }
        m_ids.insert(record.delivery.id.toString(), id->toString());
        m_places.insert(*id, m_done.deliveries.size());
        m_done.deliveries << DeliveryRecord{delivery, attempts};
        return m_writer->addAttempts(attempts);
    }

    /// Deliveries of one event stay so.
    Result<EventId> eventOf(const Delivery& delivery)
    {
        if (const auto known = m_events.constFind(delivery.eventId); known != m_events.cend())
            return *known;
        const auto id = m_writer->addEvent(
            {{}, delivery.provider, delivery.event, {}, delivery.request.body, delivery.createdAt});
        if (id && delivery.eventId)
            m_events.insert(delivery.eventId, *id);
        return id;
    }

    Result<void> addCaptures()
    {
        for (const Capture& each : m_file->captures) {
            Capture capture = each;
            Attempt* const attempt = attemptBehind(each);
            capture.id = {};
            capture.listener = m_listeners.value(each.listener.toString());
            capture.delivery = attempt ? std::optional(attempt->delivery) : std::nullopt;
            capture.attemptNumber = attempt ? attempt->number : 0;
            const auto id = m_writer->addCapture(capture);
            if (!id)
                return tl::unexpected<Error>(id.error());
            capture.id = *id;
            if (attempt)
                attempt->capture = *id;
            m_ids.insert(each.id.toString(), id->toString());
            m_done.captures << capture;
        }
        return nameReplayedCaptures();
    }

    /// Null pointer: none, or one that has its capture already.
    Attempt* attemptBehind(const Capture& capture)
    {
        const auto id =
            DeliveryId::parse(capture.delivery ? m_ids.value(capture.delivery->toString()) : QString());
        if (!id)
            return nullptr;
        QList<Attempt>& attempts = m_done.deliveries[m_places.value(*id)].attempts;
        const auto attempt = std::ranges::find(attempts, capture.attemptNumber, &Attempt::number);
        return attempt == attempts.end() || attempt->capture ? nullptr : &*attempt;
    }

    /// Captures have their new ids after the deliveries.
    Result<void> nameReplayedCaptures()
    {
        for (qsizetype i = 0; i < m_done.deliveries.size(); ++i) {
            Delivery& delivery = m_done.deliveries[i].delivery;
            const QString source = m_ids.value(m_file->deliveries[i].delivery.replayOf);
            if (source == delivery.replayOf)
                continue;
            delivery.replayOf = source;
            if (const auto updated = m_writer->updateDelivery(delivery); !updated)
                return updated;
        }
        return {};
    }

    Result<void> remember()
    {
        OpenedCase opened;
        if (!m_done.captures.isEmpty()) {
            opened.firstCapture = m_done.captures.first().id;
            opened.lastCapture = m_done.captures.last().id;
        }
        if (!m_done.deliveries.isEmpty()) {
            opened.firstDelivery = m_done.deliveries.first().delivery.id;
            opened.lastDelivery = m_done.deliveries.last().delivery.id;
        }
        opened.listeners = m_listeners.values();
        opened.placeholders = m_file->placeholders;
        for (const QString& id : m_file->lost) {
            if (m_ids.contains(id))
                opened.lost << m_ids.value(id);
        }
        for (const Placeholder& each : m_file->placeholders) {
            if (m_values->contains(each.name))
                opened.values.insert(each.name, m_values->value(each.name));
            else
                m_done.unfilled << each;
        }
        return opened.placeholders.isEmpty() && opened.lost.isEmpty() ? Result<void>()
                                                                      : rememberCase(*m_writer, opened);
    }

    Writer* m_writer;
    const CaseFile* m_file;
    const PlaceholderValues* m_values;
    QHash<QString, ListenerId> m_listeners; ///< by the id in the case
    QHash<EventId, EventId> m_events;
    QHash<DeliveryId, qsizetype> m_places; ///< in m_done
    QHash<QString, QString> m_ids;         ///< from those in the case to those here
    ImportDone m_done;
};

Result<void> checkNames(const CaseFile& file, const PlaceholderValues& values)
{
    for (const QString& name : values.keys()) {
        const auto isIt = [&name](const Placeholder& each) { return each.name == name; };
        if (std::ranges::none_of(file.placeholders, isIt))
            return fail(ErrorCode::BadInput, HandOnText::tr("The case has no placeholder \"%1\".").arg(name));
    }
    return {};
}

} // namespace

Result<ImportDone> storeCase(Writer& writer, const CaseFile& file, const PlaceholderValues& values)
{
    return checkNames(file, values).and_then([&] { return CaseStoring(writer, file, values).store(); });
}

} // namespace hookworks
