// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/removal.h"

#include "store/ledger.h"
#include "store/quota.h"
#include "store/rows.h"

namespace hookworks {

namespace {

constexpr int letGoAtOnce = 500;

using OldBodies = QList<std::optional<qint64>>;

/// Where the rows of a table lie once they were removed.
template <class Columns>
QByteArray removedTable()
{
    return QByteArray("removed_") + Columns::name;
}

Result<void> executed(SqlConnection& connection, const QByteArray& sql)
{
    return connection.execute(QString::fromUtf8(sql));
}

template <class Columns>
Result<void> makeTable(SqlConnection& connection)
{
    const QByteArray table = removedTable<Columns>();
    const QByteArray key = Records<Columns>::names(everyPart).split(',').first();
    return executed(connection, "CREATE TEMP TABLE IF NOT EXISTS " + table + " AS SELECT 0 AS removal, " +
                                    Records<Columns>::names(everyPart) + " FROM " + Columns::name +
                                    " WHERE 0")
        .and_then([&] {
            return executed(connection, "CREATE INDEX IF NOT EXISTS temp." + table + "_rows ON " + table +
                                            " (" + key + ')');
        });
}

/// Temporary tables that are there from the first removal on.
Result<void> makeTables(SqlConnection& connection)
{
    return makeTable<CaptureColumns>(connection)
        .and_then([&] { return makeTable<EventColumns>(connection); })
        .and_then([&] { return makeTable<DeliveryColumns>(connection); })
        .and_then([&] { return makeTable<DeliveryRequestColumns>(connection); })
        .and_then([&] { return makeTable<AttemptColumns>(connection); });
}

Result<bool> areTablesMade(SqlConnection& connection)
{
    return first(connection.ask("SELECT 1 FROM sqlite_temp_master WHERE name = 'removed_attempts'"),
                 [](Rows& row) { return row.integer(); })
        .map([](const std::optional<qint64>& found) { return found.has_value(); });
}

/// `key`: the column by which the rows are chosen, among `numbers`.
template <class Columns>
Result<void> moveOut(SqlConnection& connection, RemovalId removal, const QByteArray& key,
                     const QByteArray& numbers)
{
    const QByteArray names = Records<Columns>::names(everyPart);
    return executed(connection, "INSERT INTO " + removedTable<Columns>() + " (removal, " + names +
                                    ") SELECT " + QByteArray::number(removal.number) + ", " + names +
                                    " FROM " + Columns::name + " WHERE " + key + " IN (" + numbers + ')');
}

template <class Columns>
Result<void> moveBack(SqlConnection& connection, const QByteArray& key, const QByteArray& numbers)
{
    const QByteArray names = Records<Columns>::names(everyPart);
    const QByteArray chosen = " FROM " + removedTable<Columns>() + " WHERE " + key + " IN (" + numbers + ')';
    return executed(connection,
                    QByteArray("INSERT INTO ") + Columns::name + " (" + names + ") SELECT " + names + chosen)
        .and_then([&] { return executed(connection, "DELETE" + chosen); });
}

Result<OldBodies> bodiesAt(SqlConnection& connection, const QByteArray& sql)
{
    return all(connection.askOnce(sql), [](Rows& row) { return row.maybeInteger(); });
}

/// No row refers to them for a while; what nobody comes back to is deleted when the workspace is opened.
Result<void> loosen(SqlConnection& connection, const OldBodies& bodies)
{
    for (const auto& body : bodies) {
        auto loosened =
            body ? connection.run("UPDATE bodies SET kept = kept - 1 WHERE id = ?", *body) : Result<int>(0);
        if (!loosened)
            return done(loosened);
    }
    return {};
}

Result<void> fasten(SqlConnection& connection, const OldBodies& bodies)
{
    for (const auto& body : bodies) {
        auto kept = body ? keepBody(connection, BodyId{*body}) : Result<void>();
        if (!kept)
            return kept;
    }
    return {};
}

Result<void> deleteLoose(SqlConnection& connection, const OldBodies& bodies)
{
    for (const auto& body : bodies) {
        if (!body)
            continue;
        const auto loose = first(connection.ask("SELECT 1 FROM bodies WHERE id = ? AND kept = 0", *body),
                                 [](Rows& row) { return row.integer(); });
        if (!loose)
            return tl::unexpected(loose.error());
        if (auto deleted = *loose ? deleteBody(connection, BodyId{*body}) : Result<void>(); !deleted)
            return deleted;
    }
    return {};
}

/// An answer's long body counts for the workspace as long as any capture refers to it.
Result<qint64> answerBytes(SqlConnection& connection, const std::optional<qint64>& body, int lastKept)
{
    if (!body)
        return 0;
    return first(connection.ask("SELECT bytes FROM bodies WHERE id = ? AND kept = ?", *body, lastKept),
                 [](Rows& row) { return row.integer(); })
        .map([](const std::optional<qint64>& bytes) { return bytes.value_or(0); });
}

Result<void> takeOut(SqlConnection& connection, Ledger& ledger, const StoredCapture& capture)
{
    const auto answer = answerBytes(connection, capture.answerBody, 1);
    if (!answer)
        return tl::unexpected(answer.error());
    ledger.capturesAdded(0, -*answer);
    return loosen(connection, {capture.body, capture.wireBody, capture.answerBody}).and_then([&] {
        return deleteCaptureRow(connection, ledger, capture);
    });
}

/// A capture is back in its table: so is what it stands for elsewhere.
Result<void> putBack(SqlConnection& connection, Ledger& ledger, const StoredCapture& capture)
{
    const auto answer = answerBytes(connection, capture.answerBody, 0);
    if (!answer)
        return tl::unexpected(answer.error());
    ledger.capturesAdded(1, capture.bytes + *answer);
    ledger.changes().captures.insert(capture.id);
    ledger.changes().removedCaptures.remove(capture.id);
    if (auto kept = fasten(connection, {capture.body, capture.wireBody, capture.answerBody}); !kept)
        return kept;
    if (!capture.delivery)
        return {};
    ledger.changes().deliveries.insert(*capture.delivery);
    const auto tied = connection.run(
        "UPDATE attempts SET capture = ? WHERE delivery = ? AND number = ? AND capture IS NULL", capture.id,
        *capture.delivery, capture.attempt);
    if (!tied || *tied > 0)
        return done(tied);
    return done(connection.run("UPDATE captures SET delivery = NULL, attempt_number = 0 WHERE id = ?",
                               capture.id)); // its delivery went meanwhile
}

template <class IdType>
Result<QList<IdType>> removedOf(SqlConnection& connection, const QByteArray& table, RemovalId removal,
                                int most)
{
    const QByteArray sql = "SELECT id FROM " + table +
                           " WHERE removal = " + QByteArray::number(removal.number) +
                           " ORDER BY rowid LIMIT " + QByteArray::number(most);
    return all(connection.askOnce(sql), [](Rows& row) { return IdType{row.integer()}; });
}

Result<void> bringCapturesBack(SqlConnection& connection, Ledger& ledger, const QList<CaptureId>& ids)
{
    if (auto moved = moveBack<CaptureColumns>(connection, "id", numbersOf(ids)); !moved)
        return moved;
    const auto captures = storedCaptures(connection, ids);
    if (!captures)
        return tl::unexpected(captures.error());
    for (const StoredCapture& capture : *captures) {
        if (auto back = putBack(connection, ledger, capture); !back)
            return back;
    }
    return {};
}

/// Long bodies of deliveries; `prefix` is that of the tables they lie in.
Result<OldBodies> bodiesOfDeliveries(SqlConnection& connection, const QByteArray& prefix,
                                     const QByteArray& numbers)
{
    return bodiesAt(connection, "SELECT body_body FROM " + prefix + "delivery_requests WHERE delivery IN (" +
                                    numbers +
                                    ") AND body_body IS NOT NULL UNION ALL SELECT "
                                    "response_body_body FROM " +
                                    prefix + "attempts WHERE delivery IN (" + numbers +
                                    ") AND response_body_body IS NOT NULL");
}

Result<OldBodies> bodiesOfEvents(SqlConnection& connection, const QByteArray& prefix,
                                 const QByteArray& numbers)
{
    return bodiesAt(connection, "SELECT payload_body FROM " + prefix + "events WHERE id IN (" + numbers +
                                    ") AND payload_body IS NOT NULL");
}

Result<QList<EventId>> eventsAt(SqlConnection& connection, const QByteArray& sql)
{
    return all(connection.askOnce(sql), [](Rows& row) { return EventId{row.integer()}; });
}

/// Of what deliveries in `table` tell, the events that are in `events` and that no delivery is left of.
QByteArray eventsWithout(const QByteArray& table, const QByteArray& events, const QByteArray& numbers)
{
    return "SELECT DISTINCT event_id FROM " + table + " WHERE id IN (" + numbers +
           ") AND event_id IN (SELECT id FROM " + events +
           ") AND NOT EXISTS (SELECT 1 FROM deliveries d WHERE d.event_id = " + table + ".event_id)";
}

/// With the last delivery of an event.
Result<void> moveEventsOut(SqlConnection& connection, Ledger& ledger, RemovalId removal,
                           const QByteArray& numbers)
{
    const auto events = eventsAt(connection, eventsWithout("removed_deliveries", "events", numbers));
    if (!events || events->isEmpty())
        return events.map([](const auto&) {});
    for (const EventId event : *events)
        ledger.changes().events.insert(event);
    const QByteArray ids = numbersOf(*events);
    return bodiesOfEvents(connection, {}, ids)
        .and_then([&](const OldBodies& bodies) { return loosen(connection, bodies); })
        .and_then([&] { return moveOut<EventColumns>(connection, removal, "id", ids); })
        .and_then([&] { return executed(connection, "DELETE FROM events WHERE id IN (" + ids + ')'); });
}

Result<void> bringEventsBack(SqlConnection& connection, Ledger& ledger, const QByteArray& deliveries)
{
    const auto events =
        eventsAt(connection, "SELECT DISTINCT id FROM removed_events WHERE id IN (SELECT event_id FROM "
                             "deliveries WHERE id IN (" +
                                 deliveries + "))");
    if (!events || events->isEmpty())
        return events.map([](const auto&) {});
    for (const EventId event : *events)
        ledger.changes().events.insert(event);
    const QByteArray ids = numbersOf(*events);
    return moveBack<EventColumns>(connection, "id", ids)
        .and_then([&] { return bodiesOfEvents(connection, {}, ids); })
        .and_then([&](const OldBodies& bodies) { return fasten(connection, bodies); });
}

/// The captures that attempts of these deliveries caused.
Result<void> setCaptures(SqlConnection& connection, Ledger& ledger, const QByteArray& deliveries, bool tied)
{
    const auto attempts =
        all(connection.askOnce("SELECT delivery, number, capture FROM attempts WHERE delivery IN (" +
                               deliveries + ") AND capture IS NOT NULL"),
            [](Rows& row) {
                const DeliveryId delivery{row.integer()};
                const int number = row.number();
                return std::pair(AttemptKey{delivery, number}, CaptureId{row.integer()});
            });
    if (!attempts)
        return tl::unexpected(attempts.error());
    for (const auto& [attempt, capture] : *attempts) {
        ledger.changes().captures.insert(capture);
        const auto set =
            tied ? connection.run("UPDATE captures SET delivery = ?, attempt_number = ? WHERE id = ?",
                                  attempt.delivery, attempt.number, capture)
                 : connection.run("UPDATE captures SET delivery = NULL, attempt_number = 0 WHERE id = ?",
                                  capture);
        if (!set)
            return done(set);
        if (*set > 0)
            continue;
        auto freed = connection.run("UPDATE attempts SET capture = NULL WHERE delivery = ? AND number = ?",
                                    attempt.delivery, attempt.number); // its capture went meanwhile
        if (!freed)
            return done(freed);
    }
    return {};
}

Result<void> bringDeliveriesBack(SqlConnection& connection, Ledger& ledger, const QList<DeliveryId>& ids)
{
    const QByteArray numbers = numbersOf(ids);
    for (const DeliveryId id : ids) {
        ledger.changes().deliveries.insert(id);
        ledger.changes().removedDeliveries.remove(id);
    }
    return moveBack<DeliveryColumns>(connection, "id", numbers)
        .and_then([&] { return moveBack<DeliveryRequestColumns>(connection, "delivery", numbers); })
        .and_then([&] { return moveBack<AttemptColumns>(connection, "delivery", numbers); })
        .and_then([&] { return bodiesOfDeliveries(connection, {}, numbers); })
        .and_then([&](const OldBodies& bodies) { return fasten(connection, bodies); })
        .and_then([&] { return bringEventsBack(connection, ledger, numbers); })
        .and_then([&] { return setCaptures(connection, ledger, numbers, true); });
}

Result<void> letCapturesGo(SqlConnection& connection, const QByteArray& numbers)
{
    const QByteArray chosen = " FROM removed_captures WHERE id IN (" + numbers + ')';
    return bodiesAt(connection, "SELECT body_body" + chosen + " UNION ALL SELECT wire_body_body" + chosen +
                                    " UNION ALL SELECT response_body" + chosen)
        .and_then([&](const OldBodies& bodies) { return deleteLoose(connection, bodies); })
        .and_then([&] { return executed(connection, "DELETE" + chosen); });
}

Result<void> letEventsGo(SqlConnection& connection, const QByteArray& deliveries)
{
    const auto events =
        eventsAt(connection, eventsWithout("removed_deliveries", "removed_events", deliveries));
    if (!events)
        return tl::unexpected(events.error());
    const QByteArray ids = numbersOf(*events);
    return bodiesOfEvents(connection, "removed_", ids)
        .and_then([&](const OldBodies& bodies) { return deleteLoose(connection, bodies); })
        .and_then(
            [&] { return executed(connection, "DELETE FROM removed_events WHERE id IN (" + ids + ')'); });
}

Result<void> letDeliveriesGo(SqlConnection& connection, const QByteArray& numbers)
{
    const QByteArray ofThese = " WHERE delivery IN (" + numbers + ')';
    return letEventsGo(connection, numbers)
        .and_then([&] { return bodiesOfDeliveries(connection, "removed_", numbers); })
        .and_then([&](const OldBodies& bodies) { return deleteLoose(connection, bodies); })
        .and_then([&] { return executed(connection, "DELETE FROM removed_attempts" + ofThese); })
        .and_then([&] { return executed(connection, "DELETE FROM removed_delivery_requests" + ofThese); })
        .and_then([&] {
            return executed(connection, "DELETE FROM removed_deliveries WHERE id IN (" + numbers + ')');
        });
}

/// The next rows of a removal, given to `captures` and `deliveries`.
template <class OnCaptures, class OnDeliveries>
Result<qint64> step(SqlConnection& connection, RemovalId removal, int most, OnCaptures onCaptures,
                    OnDeliveries onDeliveries)
{
    if (auto made = makeTables(connection); !made)
        return tl::unexpected(made.error());
    const auto captures = removedOf<CaptureId>(connection, "removed_captures", removal, most);
    const auto deliveries = captures.and_then([&](const QList<CaptureId>& found) {
        return removedOf<DeliveryId>(connection, "removed_deliveries", removal,
                                     most - static_cast<int>(found.size()));
    });
    if (!deliveries)
        return tl::unexpected(deliveries.error());
    auto stepped = captures->isEmpty() ? Result<void>() : onCaptures(*captures);
    if (stepped && !deliveries->isEmpty())
        stepped = onDeliveries(*deliveries);
    return stepped.map([&] { return qint64(captures->size() + deliveries->size()); });
}

} // namespace

RemovalWriter::RemovalWriter(SqlConnection& connection, Ledger& ledger)
    : m_connection(&connection)
    , m_ledger(&ledger)
{
}

Result<RemovedRows> RemovalWriter::removeCaptures(RemovalId removal, const QList<CaptureId>& ids)
{
    const auto captures =
        makeTables(*m_connection).and_then([&] { return storedCaptures(*m_connection, ids); });
    if (!captures)
        return tl::unexpected(captures.error());
    m_ledger->answers() = RecentAnswers(); // a body that is loose now is nobody's to share
    if (auto moved = moveOut<CaptureColumns>(*m_connection, removal, "id", numbersOf(ids)); !moved)
        return tl::unexpected(moved.error());
    for (const StoredCapture& capture : *captures) {
        if (auto taken = takeOut(*m_connection, *m_ledger, capture); !taken)
            return tl::unexpected(taken.error());
    }
    return RemovedRows{qint64(captures->size()), 0};
}

Result<RemovedRows> RemovalWriter::removeDeliveries(RemovalId removal, const QList<DeliveryId>& ids)
{
    auto& sql = *m_connection;
    const auto found = makeTables(sql).and_then([&] {
        return all(
            sql.askOnce("SELECT id, state IN ('waiting', 'sending', 'retrying', 'held') OR EXISTS (SELECT "
                        "1 FROM attempts WHERE delivery = id AND outcome IS NULL) FROM deliveries WHERE "
                        "id IN (" +
                        numbersOf(ids) + ')'),
            [](Rows& row) {
                const DeliveryId id{row.integer()};
                return std::pair(id, row.flag());
            });
    });
    if (!found)
        return tl::unexpected(found.error());
    QList<DeliveryId> ended;
    for (const auto& [id, isOpen] : *found) {
        if (!isOpen)
            ended << id;
    }
    const QByteArray numbers = numbersOf(ended);
    for (const DeliveryId id : std::as_const(ended)) {
        m_ledger->changes().deliveries.insert(id);
        m_ledger->changes().removedDeliveries.insert(id);
    }
    return bodiesOfDeliveries(sql, {}, numbers)
        .and_then([&](const OldBodies& bodies) { return loosen(sql, bodies); })
        .and_then([&] { return moveOut<DeliveryColumns>(sql, removal, "id", numbers); })
        .and_then([&] { return moveOut<DeliveryRequestColumns>(sql, removal, "delivery", numbers); })
        .and_then([&] { return moveOut<AttemptColumns>(sql, removal, "delivery", numbers); })
        .and_then([&] { return setCaptures(sql, *m_ledger, numbers, false); })
        .and_then([&] { return executed(sql, "DELETE FROM deliveries WHERE id IN (" + numbers + ')'); })
        .and_then([&] { return moveEventsOut(sql, *m_ledger, removal, numbers); })
        .map([&] {
            return RemovedRows{qint64(ended.size()), qint64(found->size() - ended.size())};
        });
}

Result<qint64> RemovalWriter::bringBack(RemovalId removal, int most)
{
    return step(
        *m_connection, removal, most,
        [this](const QList<CaptureId>& ids) { return bringCapturesBack(*m_connection, *m_ledger, ids); },
        [this](const QList<DeliveryId>& ids) { return bringDeliveriesBack(*m_connection, *m_ledger, ids); });
}

Result<qint64> RemovalWriter::letGo(RemovalId removal, int most)
{
    return step(
        *m_connection, removal, most,
        [this](const QList<CaptureId>& ids) { return letCapturesGo(*m_connection, numbersOf(ids)); },
        [this](const QList<DeliveryId>& ids) { return letDeliveriesGo(*m_connection, numbersOf(ids)); });
}

Result<bool> letSomeGo(SqlConnection& connection)
{
    const auto made = areTablesMade(connection);
    if (!made || !*made)
        return made;
    const auto next =
        first(connection.ask("SELECT removal FROM removed_captures UNION ALL SELECT removal FROM "
                             "removed_deliveries LIMIT 1"),
              [](Rows& row) { return RemovalId{row.integer()}; });
    if (!next)
        return tl::unexpected(next.error());
    if (!*next)
        return false;
    return step(
               connection, **next, letGoAtOnce,
               [&](const QList<CaptureId>& ids) { return letCapturesGo(connection, numbersOf(ids)); },
               [&](const QList<DeliveryId>& ids) { return letDeliveriesGo(connection, numbersOf(ids)); })
        .map([](qint64) { return true; });
}

} // namespace hookworks
