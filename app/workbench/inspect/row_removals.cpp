// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/inspect/row_removals.h"

#include "domain/words.h"
#include "workbench/session/session.h"

namespace hookworks {

namespace {

constexpr int rowsInStep = 500;

/// One step after the other, until there are none or it is stopped.
class RemovalRun final : public BulkRun
{
public:
    /// Of so many rows from there; gives how many of them it was about.
    struct Step
    {
        qint64 rows = 0;
        RemovedRows came;
    };
    using TakeStep = std::function<Answer<Step>(qint64 from)>;

    explicit RemovalRun(QObject* parent)
        : BulkRun(parent)
    {
    }
    void begin(qint64 total, TakeStep takeStep)
    {
        m_progress.total = total;
        m_takeStep = std::move(takeStep);
        next();
    }
    void fail(const Error& error)
    {
        m_progress.firstProblem = error.message;
        m_progress.refused = std::max<qint64>(1, m_progress.total - m_progress.done);
        end();
    }
    void stop() override { m_stopped = true; }

private:
    void next()
    {
        m_progress.stopped = m_stopped && m_progress.done < m_progress.total;
        if (m_progress.stopped || m_progress.done >= m_progress.total)
            return end();
        m_takeStep(m_progress.done).then(this, [this](const Result<Step>& step) {
            if (!step)
                return fail(step.error());
            take(*step);
        });
    }
    void take(const Step& step)
    {
        m_progress.done += step.rows;
        m_progress.changed += step.came.removed;
        m_progress.refused += step.came.open;
        if (step.came.open > 0 && m_progress.firstProblem.isEmpty())
            m_progress.firstProblem = tr("Deliveries that are still being sent stay; cancel them first.");
        if (step.rows == 0)
            m_progress.total = m_progress.done;
        Q_EMIT progressed(m_progress);
        next();
    }
    void end()
    {
        Q_EMIT progressed(m_progress);
        Q_EMIT finished(m_progress);
        deleteLater();
    }

    TakeStep m_takeStep;
    BulkProgress m_progress;
    bool m_stopped = false;
};

Result<RemovedRows> removeRows(RemovalWriter& writer, RemovalId removal, const QList<CaptureId>& ids)
{
    return writer.removeCaptures(removal, ids);
}

Result<RemovedRows> removeRows(RemovalWriter& writer, RemovalId removal, const QList<DeliveryId>& ids)
{
    return writer.removeDeliveries(removal, ids);
}

template <class IdType>
void removeInSteps(Session& session, RemovalRun& run, RemovalId removal, const QList<IdType>& ids)
{
    run.begin(ids.size(), [&session, removal, ids](qint64 from) {
        return session.store().write(
            [removal, some = ids.mid(from, rowsInStep)](Writer& writer) -> Result<RemovalRun::Step> {
                return removeRows(writer, removal, some).map([&](const RemovedRows& came) {
                    return RemovalRun::Step{some.size(), came};
                });
            });
    });
}

/// All of them are found before the first is removed; nothing happens before the caller has connected.
template <class IdType>
BulkRun* removeFound(Session& session, RowRemovals& home, RemovalId removal,
                     const Answer<QList<IdType>>& found)
{
    auto* const run = new RemovalRun(&home);
    const auto start = [&session, run, removal, found] {
        found.then(run, [&session, run, removal](const Result<QList<IdType>>& ids) {
            ids ? removeInSteps(session, *run, removal, *ids) : run->fail(ids.error());
        });
    };
    QMetaObject::invokeMethod(run, start, Qt::QueuedConnection);
    return run;
}

} // namespace

RowRemovals::RowRemovals(Session& session)
    : m_session(&session)
{
}

BulkRun* RowRemovals::remove(RemovalId removal, const Answer<QList<CaptureId>>& ids)
{
    return removeFound(*m_session, *this, removal, ids);
}

BulkRun* RowRemovals::remove(RemovalId removal, const Answer<QList<DeliveryId>>& ids)
{
    return removeFound(*m_session, *this, removal, ids);
}

BulkRun* RowRemovals::bringBack(RemovalId removal, qint64 count)
{
    auto* const run = new RemovalRun(this);
    const auto takeStep = [this, removal](qint64) {
        return m_session->store().write([removal](Writer& writer) -> Result<RemovalRun::Step> {
            return writer.bringBack(removal, rowsInStep).map([](qint64 rows) {
                return RemovalRun::Step{rows, {rows, 0}};
            });
        });
    };
    QMetaObject::invokeMethod(
        run, [run, count, takeStep] { run->begin(count, takeStep); }, Qt::QueuedConnection);
    return run;
}

Answer<void> RowRemovals::letGo(RemovalId removal)
{
    return m_session->store()
        .write([removal](Writer& writer) { return writer.letGo(removal, rowsInStep); })
        .then(this, [this, removal](const Result<qint64>& gone) {
            if (!gone)
                return readyAnswer<void>(tl::unexpected<Error>(gone.error()));
            return *gone < rowsInStep ? readyAnswer<void>({}) : letGo(removal);
        });
}

} // namespace hookworks
