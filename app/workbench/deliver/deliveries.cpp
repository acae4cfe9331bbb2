// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/deliver/deliveries.h"

#include "workbench/deliver/bulk.h"
#include "workbench/deliver/new_deliveries.h"
#include "workbench/session/io_parts.h"
#include "workbench/session/page_gathering.h"
#include "workbench/session/session.h"

#include <QMetaMethod>

#include <algorithm>

namespace hookworks {

namespace {

constexpr qsizetype readAtOnce = 200;

using DeliveryIdPage = SearchPage<DeliveryId, DeliveryId>;

template <class Page>
void nextDeliveries(DeliveryFilter& filter, const Page& page)
{
    filter.before = page.next;
}

template <class Record, class Row>
Result<QList<Record>> withAttempts(DeliveryReader& reader, const QList<Row>& deliveries)
{
    QList<DeliveryId> ids;
    ids.reserve(deliveries.size());
    for (const Row& delivery : deliveries)
        ids.append(delivery.id);
    const auto attempts = reader.attemptsOf(ids);
    if (!attempts)
        return tl::unexpected<Error>(attempts.error());
    QHash<DeliveryId, QList<Attempt>> byDelivery;
    for (const Attempt& attempt : *attempts)
        byDelivery[attempt.delivery].append(attempt);
    QList<Record> records;
    records.reserve(deliveries.size());
    for (const Row& delivery : deliveries)
        records.append({delivery, byDelivery.value(delivery.id)});
    return records;
}

/// A page of deliveries as one of records.
template <class Record, class Row>
Result<SearchPage<Record, DeliveryId>> pageWithAttempts(DeliveryReader& reader,
                                                        const Result<SearchPage<Row, DeliveryId>>& page)
{
    if (!page)
        return tl::unexpected<Error>(page.error());
    return withAttempts<Record>(reader, page->rows).map([&](const QList<Record>& records) {
        return SearchPage<Record, DeliveryId>{records, page->next, page->unreadable, 0};
    });
}

Result<QList<DeliveryRecord>> lightRecords(DeliveryReader& reader, const QList<DeliveryId>& ids)
{
    return reader.deliveriesOf(ids).and_then(
        [&](const QList<Delivery>& deliveries) { return withAttempts<DeliveryRecord>(reader, deliveries); });
}

} // namespace

/// Reads what a batch of commits changed, one batch after the other.
class Deliveries::Changes : public QObject
{
public:
    Changes(Session& session, Deliveries& deliveries)
        : m_session(session)
        , m_deliveries(deliveries)
    {
        connect(&session, &Session::committed, this, [this](const StoreChanges& changes) {
            static const QMetaMethod signal = QMetaMethod::fromSignal(&Deliveries::changed);
            if (!m_deliveries.isSignalConnected(signal))
                return;
            m_removed.subtract(changes.deliveries);
            m_removed |= changes.removedDeliveries;
            m_ids |= changes.deliveries;
            m_ids.subtract(changes.removedDeliveries);
            m_allMoved |= changes.waitingShifted;
            read();
        });
    }

private:
    void read()
    {
        if (m_reading || (m_ids.isEmpty() && m_removed.isEmpty() && !m_allMoved))
            return;
        m_reading = true;
        QList<DeliveryId> ids = std::exchange(m_ids, {}).values();
        std::ranges::sort(ids, std::greater());
        const QList<DeliveryId> rest = ids.sliced(std::min(readAtOnce, ids.size()));
        ids.resize(ids.size() - rest.size());
        const bool moved = std::exchange(m_allMoved, false);
        const QSet<DeliveryId> removed = std::exchange(m_removed, {});
        m_session.store()
            .read([ids](Reader& reader) { return lightRecords(reader, ids); })
            .then(this, [this, ids, rest, moved, removed](const Result<QList<DeliveryRecord>>& records) {
                m_reading = false;
                DeliveryChanges changes{records.value_or(QList<DeliveryRecord>()), rest, {}, moved};
                QSet<DeliveryId> gone;
                if (records)
                    gone = {ids.begin(), ids.end()};
                for (const DeliveryRecord& record : changes.records)
                    gone.remove(record.delivery.id);
                changes.removed = (gone | removed).values();
                Q_EMIT m_deliveries.changed(changes);
                read();
            });
    }

    Session& m_session;
    Deliveries& m_deliveries;
    QSet<DeliveryId> m_ids, m_removed;
    bool m_allMoved = false;
    bool m_reading = false;
};

Deliveries::Deliveries(Session& session)
    : m_session(&session)
    , m_changes(std::make_unique<Changes>(session, *this))
{
}

Deliveries::~Deliveries() = default;

Answer<DeliveryRecordPage> Deliveries::find(DeliveryFilter filter)
{
    filter.now = m_session->clock().now();
    return m_session->store().read(
        [filter](DeliveryReader& reader) {
            return pageWithAttempts<DeliveryRecord>(reader, reader.findDeliveries(filter, onePage));
        },
        filter.asker);
}

Answer<DeliverySummaryRecordPage> Deliveries::findSummaries(DeliveryFilter filter)
{
    filter.now = m_session->clock().now();
    return m_session->store().read(
        [filter](DeliveryReader& reader) {
            return pageWithAttempts<DeliverySummaryRecord>(reader,
                                                           reader.findDeliverySummaries(filter, onePage));
        },
        filter.asker);
}

Answer<DeliverySummaryRecordPage> Deliveries::findAllSummaries(DeliveryFilter filter)
{
    return PageGathering<DeliverySummaryRecordPage, DeliveryFilter>::gathered(
        *this, filter, [this](const DeliveryFilter& one) { return findSummaries(one); },
        nextDeliveries<DeliverySummaryRecordPage>);
}

Answer<DeliveryRecordPage> Deliveries::findAll(DeliveryFilter filter)
{
    return PageGathering<DeliveryRecordPage, DeliveryFilter>::gathered(
        *this, filter, [this](const DeliveryFilter& one) { return find(one); },
        nextDeliveries<DeliveryRecordPage>);
}

Answer<QList<Delivery>> Deliveries::list(const DeliveryFilter& filter)
{
    return findAll(filter).then(this, [](const Result<DeliveryRecordPage>& page) {
        return page.map([](const DeliveryRecordPage& found) {
            QList<Delivery> deliveries;
            for (const DeliveryRecord& record : found.rows)
                deliveries << record.delivery;
            return deliveries;
        });
    });
}

Answer<QList<DeliveryRecord>> Deliveries::listLight(const DeliveryFilter& filter)
{
    return findAll(filter).then(this, [](const Result<DeliveryRecordPage>& page) {
        return page.map([](const DeliveryRecordPage& found) { return found.rows; });
    });
}

Answer<QList<DeliveryId>> Deliveries::ids(DeliveryFilter filter)
{
    filter.now = m_session->clock().now();
    filter.limit = 0;
    filter.before.reset();
    const auto find = [this](const DeliveryFilter& one) {
        return m_session->store().read(
            [one](Reader& reader) { return reader.findDeliveryIds(one, onePage); });
    };
    return PageGathering<DeliveryIdPage, DeliveryFilter>::gathered(*this, filter, find,
                                                                   nextDeliveries<DeliveryIdPage>)
        .then(this, [](const Result<DeliveryIdPage>& page) {
            return page.map([](const DeliveryIdPage& found) { return found.rows; });
        });
}

Answer<QList<DeliveryRecord>> Deliveries::light(const QList<DeliveryId>& ids)
{
    return m_session->store().read([ids](Reader& reader) { return lightRecords(reader, ids); });
}

Answer<DeliveryCounts> Deliveries::counts()
{
    return m_session->store().read([](Reader& reader) { return reader.deliveryCounts(); });
}

Answer<DeliveryRecord> Deliveries::get(DeliveryId id)
{
    return m_session->store().read([id](Reader& reader) -> Result<DeliveryRecord> {
        auto delivery = reader.delivery(id);
        auto attempts = reader.attempts(id);
        if (!delivery || !attempts)
            return tl::unexpected<Error>(!delivery ? delivery.error() : attempts.error());
        return DeliveryRecord{std::move(*delivery), std::move(*attempts)};
    });
}

Answer<void> Deliveries::retryNow(DeliveryId id)
{
    return actOn(*m_session, BulkAction::Retry, id);
}

Answer<void> Deliveries::cancel(DeliveryId id)
{
    return actOn(*m_session, BulkAction::Cancel, id);
}

Answer<void> Deliveries::hold(DeliveryId id)
{
    return actOn(*m_session, BulkAction::Hold, id);
}

Answer<void> Deliveries::release(DeliveryId id)
{
    return actOn(*m_session, BulkAction::Release, id);
}

BulkRun* Deliveries::bulk(BulkAction action, const QList<DeliveryId>& ids)
{
    return new StepwiseBulk(*m_session, action, ids, this);
}

BulkRun* Deliveries::bulk(BulkAction action, const DeliveryFilter& filter)
{
    return new StepwiseBulk(*m_session, action, ids(filter), this);
}

Answer<std::optional<QList<Delivery>>> Deliveries::takeUp(const QString& command)
{
    return hookworks::takeUp(*m_session, command);
}

Answer<QList<DeliveryRecord>> Deliveries::untilFinal(const QList<DeliveryId>& ids)
{
    return (new FinalWait(*m_session, ids, this))->answer();
}

} // namespace hookworks
