// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/deliver/bulk.h"

#include "workbench/session/io_parts.h"
#include "workbench/session/session.h"

namespace hookworks {

namespace {

constexpr int atATime = 64;

void tell(Dispatcher& dispatcher, BulkAction action, DeliveryId id, Dispatcher::Done done)
{
    switch (action) {
    case BulkAction::Retry:
        dispatcher.retryNow(id, std::move(done));
        return;
    case BulkAction::Cancel:
        dispatcher.cancel(id, std::move(done));
        return;
    case BulkAction::Hold:
        dispatcher.hold(id, std::move(done));
        return;
    case BulkAction::Release:
        dispatcher.release(id, std::move(done));
        return;
    }
}

Result<QList<DeliveryRecord>> records(Reader& reader, const QList<DeliveryId>& ids)
{
    QList<DeliveryRecord> records;
    for (const DeliveryId id : ids) {
        auto delivery = reader.delivery(id);
        auto attempts = reader.attempts(id);
        if (!delivery || !attempts)
            return tl::unexpected<Error>(!delivery ? delivery.error() : attempts.error());
        records.append({std::move(*delivery), std::move(*attempts)});
    }
    return records;
}

} // namespace

Answer<void> actOn(Session& session, BulkAction action, DeliveryId id)
{
    return session.askIoLater<void>([action, id](IoParts& io, std::function<void(Result<void>)> done) {
        tell(io.dispatcher(), action, id, std::move(done));
    });
}

StepwiseBulk::StepwiseBulk(Session& session, BulkAction action, QList<DeliveryId> ids, QObject* parent)
    : BulkRun(parent)
    , m_session(session)
    , m_action(action)
{
    QMetaObject::invokeMethod(
        this, [this, ids = std::move(ids)] { begin(ids); }, Qt::QueuedConnection);
}

StepwiseBulk::StepwiseBulk(Session& session, BulkAction action, Answer<QList<DeliveryId>> ids,
                           QObject* parent)
    : BulkRun(parent)
    , m_session(session)
    , m_action(action)
{
    ids.then(this, [this](const Result<QList<DeliveryId>>& found) {
        if (!found)
            m_progress.firstProblem = found.error().message;
        begin(found.value_or(QList<DeliveryId>()));
    });
}

void StepwiseBulk::begin(QList<DeliveryId> ids)
{
    m_ids = std::move(ids);
    m_progress.total = m_ids.size();
    fill();
}

void StepwiseBulk::stop()
{
    m_progress.stopped = m_next < m_ids.size();
    m_next = m_ids.size();
    if (m_open == 0)
        end();
}

void StepwiseBulk::fill()
{
    while (m_open < atATime && m_next < m_ids.size()) {
        ++m_open;
        actOn(m_session, m_action, m_ids[m_next++]).then(this, [this](const Result<void>& result) {
            took(result);
        });
    }
    if (m_open == 0)
        end();
}

void StepwiseBulk::took(const Result<void>& result)
{
    --m_open;
    ++m_progress.done;
    if (result)
        ++m_progress.changed;
    else if (++m_progress.refused == 1)
        m_progress.firstProblem = result.error().message;
    if (m_progress.done % atATime == 0)
        Q_EMIT progressed(m_progress);
    fill();
}

void StepwiseBulk::end()
{
    if (std::exchange(m_ended, true))
        return;
    Q_EMIT progressed(m_progress);
    Q_EMIT finished(m_progress);
    deleteLater();
}

FinalWait::FinalWait(Session& session, QList<DeliveryId> ids, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_ids(std::move(ids))
    , m_open(m_ids.begin(), m_ids.end())
{
    m_promise.start();
    connect(&session, &Session::committed, this, [this](const StoreChanges& changes) {
        if (changes.deliveries.intersects(m_open))
            look();
    });
    look();
}

void FinalWait::look()
{
    m_again = m_looking;
    if (std::exchange(m_looking, true))
        return;
    m_session.store()
        .read([open = m_open.values()](Reader& reader) { return reader.deliveriesOf(open); })
        .then(this, [this](const Result<QList<Delivery>>& deliveries) {
            m_looking = false;
            finish(deliveries);
            if (m_again && !m_open.isEmpty())
                look();
        });
}

void FinalWait::finish(const Result<QList<Delivery>>& deliveries)
{
    QSet<DeliveryId> open;
    for (const Delivery& delivery : deliveries.value_or(QList<Delivery>())) {
        if (!isFinal(delivery.state))
            open.insert(delivery.id);
    }
    m_open = open;
    if (!m_open.isEmpty())
        return;
    m_session.store()
        .read([ids = m_ids](Reader& reader) { return records(reader, ids); })
        .then(this, [this](const Result<QList<DeliveryRecord>>& final) {
            m_promise.addResult(final);
            m_promise.finish();
            deleteLater();
        });
}

} // namespace hookworks
