// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/deliver/replay_run.h"

#include "workbench/deliver/bulk.h"
#include "workbench/session/session.h"

#include <algorithm>
#include <numeric>

namespace hookworks {

namespace {

using namespace std::chrono_literals;
using Clockwork = std::chrono::steady_clock;

constexpr int mostMaking = 16;
/// Stored ahead of what has been sent.
constexpr int mostUnsent = 256;
constexpr auto tellEvery = 100ms;

/// With a rate, that alone decides.
Clockwork::time_point untilNextTry(const ReplayPace& pace)
{
    constexpr auto pause = 1s;
    return pace.kind == ReplayPace::Kind::Rate ? Clockwork::time_point() : Clockwork::now() + pause;
}

/// In the order in which they came.
void sortByTime(QStringList& sources, QList<RealTime>& times)
{
    QList<qsizetype> order(sources.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, {}, [&times](qsizetype place) { return times[place]; });
    QStringList sorted;
    QList<RealTime> sortedTimes;
    for (const qsizetype place : std::as_const(order)) {
        sorted << sources[place];
        sortedTimes << times[place];
    }
    sources = sorted;
    times = sortedTimes;
}

} // namespace

ReplayRun::ReplayRun(Session& session, Replayer& replayer, const ReplaySeries& series)
    : QObject(&replayer)
    , m_session(session)
    , m_replayer(replayer)
    , m_series(series)
    , m_pacing(series.pace)
{
    m_series.each.count = std::max(1, series.each.count);
    m_series.each.since = session.clock().now();
    m_progress.total = series.untilSuccess ? series.sources.size() : m_series.requests();
    m_wait.setSingleShot(true);
    m_wait.setTimerType(Qt::PreciseTimer);
    m_telling.setSingleShot(true);
    m_telling.setInterval(tellEvery);
    connect(&m_wait, &QTimer::timeout, this, &ReplayRun::fill);
    connect(&m_telling, &QTimer::timeout, this, [this] { Q_EMIT progressed(m_progress); });
    connect(&session, &Session::committed, this, [this](const StoreChanges& changes) {
        for (const DeliveryId id : changes.deliveries) {
            if (m_open.contains(id))
                m_touched.insert(id);
        }
        look();
    });
    QMetaObject::invokeMethod(this, &ReplayRun::begin, Qt::QueuedConnection);
}

void ReplayRun::begin()
{
    adopt();
    ReplayPacing::timesOf(m_session, m_series).then(this, [this](const Result<QList<RealTime>>& times) {
        if (!times) {
            m_progress.stopped = true;
            return refuse({}, times.error());
        }
        QList<RealTime> sorted = *times;
        if (!sorted.isEmpty())
            sortByTime(m_series.sources, sorted);
        m_pacing.begin(Clockwork::now(), sorted);
        m_copy = m_adopted.value(m_series.sources.value(0));
        if (m_series.pace.kind == ReplayPace::Kind::Together && m_series.made.isEmpty())
            makeTogether();
        else
            fill();
    });
}

/// What a process that is gone had made goes on here.
void ReplayRun::adopt()
{
    QList<DeliveryId> ids;
    for (const Delivery& delivery : std::as_const(m_series.made)) {
        follow({delivery.replayOf, ++m_adopted[delivery.replayOf], {}}, delivery.id);
        ids << delivery.id;
    }
    if (!ids.isEmpty())
        Q_EMIT made(ids);
    look();
}

void ReplayRun::stop()
{
    m_progress.stopped = true;
    m_wait.stop();
    m_again.clear();
    for (auto open = m_open.cbegin(); open != m_open.cend(); ++open)
        actOn(m_session, BulkAction::Cancel, open.key());
    finishWhenDone();
}

void ReplayRun::fill()
{
    while (!m_progress.stopped && m_making < mostMaking && m_making + m_unsent < mostUnsent) {
        const std::optional<Next> next = takeNext();
        if (!next)
            break;
        make(*next);
    }
    finishWhenDone();
}

/// What is next, where it is due; else the timer waits for it.
std::optional<ReplayRun::Next> ReplayRun::takeNext()
{
    const int copies = m_series.untilSuccess ? 1 : m_series.each.count;
    while (m_source < m_series.sources.size() && m_copy >= copies)
        m_copy = m_adopted.value(m_series.sources.value(++m_source));
    const bool first = m_source < m_series.sources.size();
    const auto now = Clockwork::now();
    const bool again = !m_again.empty() && (!first || m_again.front().due <= now);
    if (!first && !again)
        return std::nullopt;
    const auto due =
        again ? std::max(m_again.front().due, m_pacing.dueAt(m_source)) : m_pacing.dueAt(m_source);
    if (due > now) {
        m_wait.start(std::chrono::ceil<std::chrono::milliseconds>(due - now));
        return std::nullopt;
    }
    m_pacing.passed(now);
    if (!again)
        return Next{m_series.sources[m_source], ++m_copy, {}};
    const Next next = m_again.front();
    m_again.pop_front();
    return next;
}

void ReplayRun::make(const Next& next)
{
    ++m_making;
    ReplayChoice choice = m_series.each;
    choice.source = next.source;
    choice.count = 1;
    m_replayer.replay(choice).then(this, [this, next](const Result<QList<Delivery>>& deliveries) {
        --m_making;
        took(next, deliveries);
        fill();
    });
}

void ReplayRun::makeTogether()
{
    ++m_making;
    m_source = m_series.sources.size();
    m_replayer.replayTogether(m_series.each, m_series.sources)
        .then(this, [this](const Result<QList<Delivery>>& deliveries) {
            --m_making;
            took({m_series.sources.value(0), 1, {}}, deliveries);
            fill();
        });
}

void ReplayRun::took(const Next& next, const Result<QList<Delivery>>& deliveries)
{
    if (!deliveries)
        return refuse(next.source, deliveries.error());
    QList<DeliveryId> ids;
    for (const Delivery& delivery : *deliveries) {
        ids << delivery.id;
        follow({delivery.replayOf, next.tries, {}}, delivery.id);
        if (m_progress.stopped)
            actOn(m_session, BulkAction::Cancel, delivery.id);
    }
    Q_EMIT made(ids);
    tell();
    look();
}

void ReplayRun::refuse(const QString& source, const Error& error)
{
    if (++m_progress.refused == 1)
        m_progress.firstProblem = error.message;
    Q_EMIT refused(source, error);
    tell();
    finishWhenDone();
}

/// It may have ended before anybody knew that it is of this.
void ReplayRun::follow(const Next& next, DeliveryId id)
{
    m_open.insert(id, {next.source, next.tries, false});
    m_touched.insert(id);
    ++m_progress.made;
    ++m_unsent;
}

void ReplayRun::look()
{
    if (m_looking || m_touched.isEmpty())
        return;
    m_looking = true;
    const QList<DeliveryId> ids = std::exchange(m_touched, {}).values();
    m_session.store()
        .read([ids](Reader& reader) { return reader.deliverySummaries(ids); })
        .then(this, [this, ids](const Result<QList<DeliverySummary>>& deliveries) {
            m_looking = false;
            if (deliveries)
                take(ids, *deliveries);
            look();
            fill();
        });
}

void ReplayRun::take(const QList<DeliveryId>& asked, const QList<DeliverySummary>& deliveries)
{
    QSet<DeliveryId> gone(asked.begin(), asked.end());
    for (const DeliverySummary& delivery : deliveries) {
        gone.remove(delivery.id);
        const auto open = m_open.find(delivery.id);
        if (open == m_open.end())
            continue;
        const bool underWay = delivery.state == DeliveryState::Sending && delivery.attempts <= 1;
        if (!open->sent && delivery.attempts > 0 && !underWay) {
            open->sent = true;
            ++m_progress.sent;
            --m_unsent;
        }
        if (isFinal(delivery.state)) {
            countEnd(delivery, *open);
            end(delivery.id);
        }
    }
    for (const DeliveryId id : std::as_const(gone))
        end(id);
    tell();
}

void ReplayRun::countEnd(const DeliverySummary& delivery, const Open& open)
{
    const auto verdict = verdictOf(delivery.replayOf, delivery.basis, delivery.state);
    if (!verdict) {
        ++m_progress.cancelled;
        return;
    }
    ++m_progress.verdicts[*verdict];
    if (delivery.state == DeliveryState::Delivered) {
        ++m_progress.delivered;
        return;
    }
    ++m_progress.failed;
    if (!m_series.untilSuccess || m_progress.stopped || open.tries < m_adopted.value(open.source))
        return;
    if (open.tries < m_series.each.count)
        m_again.push_back({open.source, open.tries + 1, untilNextTry(m_series.pace)});
    else
        ++m_progress.unsolved;
}

void ReplayRun::end(DeliveryId id)
{
    const auto open = m_open.constFind(id);
    if (open == m_open.cend())
        return;
    if (!open->sent)
        --m_unsent;
    m_open.erase(open);
    Q_EMIT ended(id);
}

void ReplayRun::tell()
{
    if (!m_telling.isActive())
        m_telling.start();
}

void ReplayRun::finishWhenDone()
{
    const bool allMade = m_progress.stopped || (m_source >= m_series.sources.size() && m_again.empty());
    if (!allMade || m_making > 0 || !m_open.isEmpty() || std::exchange(m_finished, true))
        return;
    m_telling.stop();
    Q_EMIT progressed(m_progress);
    Q_EMIT finished(m_progress);
    deleteLater();
}

} // namespace hookworks
