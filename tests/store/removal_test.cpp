// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store_fixture.h"

#include <QSqlDatabase>
#include <QSqlQuery>

using namespace hookworks;
using namespace Qt::StringLiterals;

namespace {

constexpr RemovalId removal{1};
const DeliveryStep delivered{DeliveryState::Delivered, std::nullopt, Origin::Plan};

Capture sampleCapture(int i)
{
    Capture capture;
    capture.listener = ListenerId{1};
    capture.receivedAt = at(i);
    capture.remote = u"127.0.0.1:%1"_s.arg(50'000 + i);
    capture.method = "POST";
    capture.target = "/hook?n=" + QByteArray::number(i);
    capture.head = "POST " + capture.target + " HTTP/1.1\r\nHost: a\r\n\r\n";
    capture.headers = fieldsOfHead(capture.head);
    capture.body = QByteArray(i % 2 ? 10 : 300'000, static_cast<char>('a' + i % 26));
    capture.wireBody = i % 3 ? QByteArray() : QByteArray(20'000, 'w');
    capture.bodyBytes = capture.body.size();
    capture.response = {"HTTP/1.1 200 OK\r\n\r\n", QByteArray(100'000, 'r')}; // one body for all
    if (i % 5 == 0)
        capture.mark = {MarkColour::Green, u"of number %1"_s.arg(i)};
    return capture;
}

/// A delivery with its event and one attempt, which ended.
DeliveryId addDelivery(Writer& writer, int i, std::optional<EventId> event = {})
{
    Delivery delivery;
    delivery.eventId =
        event ? *event
              : writer.addEvent({{}, u"p"_s, u"report.failed"_s, {}, QByteArray(50'000, 'e'), at(i)}).value();
    delivery.messageId = u"m-%1"_s.arg(i);
    delivery.event = u"report.failed"_s;
    delivery.createdAt = at(i);
    delivery.request.url = u"http://a.example/hook"_s;
    delivery.request.body = QByteArray(i % 2 ? 10 : 300'000, 'd');
    delivery.mark = i % 5 ? Mark() : Mark{{}, u"a note"_s};
    const DeliveryId id = writer.addDelivery(delivery).value();
    Attempt attempt;
    attempt.delivery = id;
    attempt.startedAt = at(i);
    if (!writer.attemptStarted(attempt, {DeliveryState::Sending, std::nullopt, Origin::Plan}))
        return {};
    attempt.finishedAt = at(i) + Micros(1000);
    attempt.outcome = Outcome::Success;
    attempt.status = 200;
    attempt.local = u"127.0.0.1:%1"_s.arg(50'000 + i);
    attempt.responseBody = QByteArray(20'000, 'R');
    return writer.attemptFinished(attempt, delivered) ? id : DeliveryId();
}

class RemovalFixture : public StoreFixture
{
public:
    /// Each delivery with the capture of its attempt.
    void fill(int count)
    {
        QVERIFY(write([count](Writer& w) -> Result<void> {
            for (int i = 1; i <= count; ++i) {
                const DeliveryId delivery = addDelivery(w, i);
                const auto capture = w.addCapture(sampleCapture(i));
                if (!delivery || !capture)
                    return fail(ErrorCode::Internal, u"not filled"_s);
            }
            return {};
        }));
    }
    QList<Capture> captures()
    {
        return read([](Reader& r) { return r.captures({.limit = 0, .bodies = true}); }).value();
    }
    QList<Delivery> deliveries()
    {
        return read([](Reader& r) { return r.deliveries({.limit = 0, .bodies = true}); }).value();
    }
    QList<Attempt> attempts()
    {
        return read([](Reader& r) -> Result<QList<Attempt>> {
                   QList<Attempt> all;
                   const QList<DeliveryId> ids = r.deliveryIds().value();
                   for (const DeliveryId id : ids)
                       all += r.attempts(id).value();
                   return all;
               })
            .value();
    }
    QList<Event> events()
    {
        return read([](Reader& r) { return r.events({}, 0); }).value();
    }
    StoreSize size()
    {
        StoreSize size = read([](Reader& r) { return r.size(); }).value();
        size.fileBytes = 0;
        return size;
    }
    /// Of the file itself.
    qint64 bodies()
    {
        qint64 count = -1;
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"removal"_s);
            database.setDatabaseName(path());
            QSqlQuery query(database.open() ? database : QSqlDatabase());
            if (query.exec(u"SELECT count(*) FROM bodies"_s) && query.next())
                count = query.value(0).toLongLong();
        }
        QSqlDatabase::removeDatabase(u"removal"_s);
        return count;
    }
    RemovedRows remove(const QList<CaptureId>& ids)
    {
        return write([&](Writer& w) { return w.removeCaptures(removal, ids); }).value();
    }
    RemovedRows remove(const QList<DeliveryId>& ids)
    {
        return write([&](Writer& w) { return w.removeDeliveries(removal, ids); }).value();
    }
    qint64 bringBack(int most = 1000)
    {
        return write([&](Writer& w) { return w.bringBack(removal, most); }).value();
    }
    qint64 letGo(int most = 1000)
    {
        return write([&](Writer& w) { return w.letGo(removal, most); }).value();
    }
    QList<CaptureId> captureIds()
    {
        return read([](Reader& r) { return r.captureIds({.limit = 0}); })->rows;
    }
    QList<DeliveryId> deliveryIds()
    {
        return read([](Reader& r) { return r.deliveryIds(); }).value();
    }
};

} // namespace

/// What is removed can be brought back exactly, until it is let go or the workspace is closed.
class RemovalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void capturesComeBackAsTheyWere()
    {
        RemovalFixture f;
        f.fill(12);
        const auto captures = f.captures();
        const auto attempts = f.attempts();
        const StoreSize size = f.size();
        QVERIFY(std::ranges::all_of(attempts, [](const Attempt& each) { return each.capture.has_value(); }));
        QCOMPARE(f.remove(f.captureIds() << CaptureId{99}), (RemovedRows{12, 0}));
        QVERIFY(f.captures().isEmpty());
        QCOMPARE(f.size(), (StoreSize{0, 0, 12, 0}));
        QVERIFY(
            std::ranges::none_of(f.attempts(), [](const Attempt& each) { return each.capture.has_value(); }));
        QCOMPARE(f.bringBack(), 12);
        QCOMPARE(f.bringBack(), 0);
        QVERIFY(f.captures() == captures);
        QVERIFY(f.attempts() == attempts);
        QCOMPARE(f.size(), size);
        f.reopen();
        QVERIFY(f.captures() == captures);
    }

    void deliveriesComeBackAsTheyWere()
    {
        RemovalFixture f;
        f.fill(12);
        const auto deliveries = f.deliveries();
        const auto attempts = f.attempts();
        const auto captures = f.captures();
        const auto events = f.events();
        QCOMPARE(f.remove(f.deliveryIds() << DeliveryId{99}), (RemovedRows{12, 0}));
        QVERIFY(f.deliveries().isEmpty() && f.events().isEmpty());
        QVERIFY(std::ranges::none_of(f.captures(),
                                     [](const Capture& each) { return each.delivery.has_value(); }));
        QCOMPARE(f.bringBack(), 12);
        QVERIFY(f.deliveries() == deliveries);
        QVERIFY(f.attempts() == attempts);
        QVERIFY(f.captures() == captures);
        QVERIFY(f.events() == events);
        f.reopen();
        QVERIFY(f.attempts() == attempts);
        QVERIFY(f.events() == events);
    }

    void whatIsBeingSentStays()
    {
        StoreFixture f;
        QList<DeliveryId> ids;
        for (const DeliveryState state :
             {DeliveryState::Waiting, DeliveryState::Sending, DeliveryState::Retrying, DeliveryState::Held,
              DeliveryState::Delivered, DeliveryState::Exhausted, DeliveryState::Unknown,
              DeliveryState::Cancelled}) {
            Delivery delivery;
            delivery.state = state;
            ids << f.write([&](Writer& w) { return w.addDelivery(delivery); }).value();
        }
        QVERIFY(f.write([&](Writer& w) { // cancelled, while an attempt is on its way
            Attempt attempt;
            attempt.delivery = ids.last();
            return w.attemptStarted(attempt, {DeliveryState::Cancelled, std::nullopt, Origin::Plan});
        }));
        QCOMPARE(f.write([&](Writer& w) { return w.removeDeliveries(removal, ids); }), (RemovedRows{3, 5}));
        QCOMPARE(f.read([](Reader& r) { return r.deliveryIds(); }),
                 (QList<DeliveryId>{ids[7], ids[3], ids[2], ids[1], ids[0]}));
    }

    /// An event's payload stays as long as a delivery of it does.
    void anEventGoesWithItsLastDelivery()
    {
        RemovalFixture f;
        EventId event;
        QList<DeliveryId> ids;
        QVERIFY(f.write([&](Writer& w) -> Result<void> {
            ids << addDelivery(w, 1);
            event = w.delivery(ids.first())->eventId;
            ids << addDelivery(w, 2, event);
            return {};
        }));
        QCOMPARE(f.remove(QList<DeliveryId>{ids[0]}).removed, 1);
        QCOMPARE(f.events().size(), 1);
        QVERIFY(f.write([&](Writer& w) { return w.removeDeliveries(RemovalId{2}, {ids[1]}); }));
        QVERIFY(f.events().isEmpty());
        QCOMPARE(f.bringBack(), 1);
        QCOMPARE(f.events().value(0).payload, QByteArray(50'000, 'e'));
        QCOMPARE(f.write([](Writer& w) { return w.letGo(RemovalId{2}, 10); }), qint64(1));
        QCOMPARE(f.events().size(), 1);
    }

    void inSteps()
    {
        RemovalFixture f;
        f.fill(10);
        const auto captures = f.captures();
        const auto ids = f.captureIds();
        QCOMPARE(f.remove(ids.first(4)).removed, 4);
        QCOMPARE(f.remove(ids.sliced(4)).removed, 6);
        QVERIFY(f.captures().isEmpty());
        QCOMPARE(f.bringBack(7), 7);
        QCOMPARE(f.captures().size(), 7);
        QCOMPARE(f.bringBack(7), 3);
        QVERIFY(f.captures() == captures);
    }

    void whatIsLetGoLeavesNothing()
    {
        RemovalFixture f;
        f.fill(10);
        f.remove(f.captureIds());
        f.remove(f.deliveryIds());
        QVERIFY(f.bodies() > 0);
        QCOMPARE(f.letGo(15), 15);
        QCOMPARE(f.letGo(15), 5);
        QCOMPARE(f.letGo(15), 0);
        QCOMPARE(f.bringBack(), 0);
        QCOMPARE(f.bodies(), 0);
        QCOMPARE(f.size(), StoreSize());
    }

    /// The end of the program lets everything go, even in the middle of it.
    void theEndLetsEverythingGo()
    {
        RemovalFixture f;
        f.fill(10);
        const auto last = f.captures().last();
        f.remove(f.captureIds().first(9));
        f.remove(f.deliveryIds());
        f.letGo(3);
        f.reopen();
        QCOMPARE(f.bringBack(), 0);
        QCOMPARE(f.size().captures, 1);
        QCOMPARE(f.captures().first().response, last.response); // others had the same one
        QCOMPARE(f.bodies(), 1);
    }

    /// What went for good meanwhile is not referred to.
    void whatWentMeanwhileIsNotReferredTo()
    {
        RemovalFixture f;
        f.fill(2);
        f.remove(QList<CaptureId>{CaptureId{1}});
        QVERIFY(f.write([](Writer& w) { return w.removeDeliveries(RemovalId{2}, {DeliveryId{1}}); }));
        QCOMPARE(f.bringBack(), 1);
        QVERIFY(!f.read([](Reader& r) { return r.capture(CaptureId{1}); })->delivery);
        QVERIFY(f.write([](Writer& w) { return w.removeDeliveries(removal, {DeliveryId{2}}); }));
        QVERIFY(f.write([](Writer& w) { return w.removeCaptures(RemovalId{3}, {CaptureId{2}}); }));
        QCOMPARE(f.bringBack(), 1);
        QVERIFY(!f.read([](Reader& r) { return r.attempt(DeliveryId{2}, 1); })->capture);
    }

    void aStepThatFailsChangesNothing()
    {
        RemovalFixture f;
        f.fill(3);
        const auto captures = f.captures();
        const auto failed = f.write([](Writer& w) -> Result<void> {
            if (auto removed = w.removeCaptures(removal, {CaptureId{1}, CaptureId{2}}); !removed)
                return tl::unexpected<Error>(removed.error());
            return fail(ErrorCode::Internal, u"no"_s);
        });
        QVERIFY(!failed);
        QVERIFY(f.captures() == captures);
        QCOMPARE(f.bringBack(), 0);
    }

    /// A secret that must be forgotten does not come back.
    void forgettingLetsGo()
    {
        RemovalFixture f;
        f.fill(3);
        f.remove(f.captureIds());
        ForgetPlace place;
        while (!place.isEnd) {
            const auto portion =
                f.write([place](Writer& w) { return w.forget(SecretWritings({"aaaaaaaa"}), place); });
            QVERIFY(portion);
            place = portion->next;
        }
        QCOMPARE(f.bringBack(), 0);
        QVERIFY(f.captures().isEmpty());
    }

    void whatIsRemovedIsTold()
    {
        RemovalFixture f;
        f.fill(4);
        StoreChanges told;
        connect(f.store.get(), &Store::changed, this, [&] { told = f.store->takeChanges(); });
        f.remove(QList<CaptureId>{CaptureId{1}, CaptureId{2}});
        QTRY_COMPARE(told.removedCaptures, (QSet<CaptureId>{CaptureId{1}, CaptureId{2}}));
        f.remove(QList<DeliveryId>{DeliveryId{3}});
        QTRY_COMPARE(told.removedDeliveries, (QSet<DeliveryId>{DeliveryId{3}}));
        f.bringBack();
        QTRY_VERIFY(told.captures.contains(CaptureId{1}) && told.deliveries.contains(DeliveryId{3}));
        QVERIFY(told.removedCaptures.isEmpty() && told.removedDeliveries.isEmpty());
    }
};

QTEST_GUILESS_MAIN(RemovalTest)
#include "removal_test.moc"
