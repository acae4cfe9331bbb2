// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/parser.h"
#include "store_fixture.h"

#include <QElapsedTimer>

using namespace hookworks;
using namespace Qt::StringLiterals;

namespace {

Delivery sampleDelivery(int number = 1)
{
    Delivery delivery;
    delivery.messageId = u"0190-%1"_s.arg(number);
    delivery.eventId = EventId{7};
    delivery.provider = u"hybiscus"_s;
    delivery.event = u"report.failed"_s;
    delivery.report = ReportId{3};
    delivery.webhook = WebhookId{4};
    delivery.webhookName = u"OneDrive"_s;
    delivery.request.url = u"http://127.0.0.1:9000/hook"_s;
    delivery.request.headers.append("Content-Type", "application/json");
    delivery.request.headers.append("X", "");
    delivery.request.body = "{\"event\":\"report.failed\"}";
    delivery.request.exactHead = "POST / HTTP/1.1\r\n\r\n";
    delivery.request.bare = true;
    delivery.policy.name = u"fixed:30x1"_s;
    delivery.policy.kind = RetryPolicy::Kind::Fixed;
    delivery.policy.firstGap = std::chrono::seconds(30);
    delivery.policy.count = 1;
    delivery.seed = 4'000'000'000;
    delivery.plan = {{1, Micros(0), Micros(0)}, {2, Micros(30'000'000), Micros(30'000'000)}};
    delivery.createdAt = at(number);
    delivery.nextDueAt = due(number);
    delivery.replayOf = u"c5"_s;
    return delivery;
}

Attempt sampleAttempt(DeliveryId delivery, int number = 1)
{
    Attempt attempt;
    attempt.delivery = delivery;
    attempt.number = number;
    attempt.dueAt = due(1);
    attempt.startedClock = due(2);
    attempt.startedAt = at(3);
    return attempt;
}

Attempt finished(Attempt attempt)
{
    attempt.finishedAt = attempt.startedAt + Micros(31'000);
    attempt.outcome = Outcome::Rejected;
    attempt.status = 503;
    attempt.error = u"The receiver answered 503"_s;
    attempt.sentHead = "POST /hook HTTP/1.1\r\n\r\n";
    attempt.responseHead = "HTTP/1.1 503 No\r\n\r\n";
    attempt.responseHeaders.append("Retry-After", "2");
    attempt.responseBody = QByteArray(300'000, 'r');
    attempt.local = u"127.0.0.1:51234"_s;
    attempt.remote = u"127.0.0.1:9000"_s;
    attempt.proxy = u"http://proxy.example:3128"_s;
    attempt.clientCertificate = u"CN=client"_s;
    attempt.sentAgain = true;
    attempt.timings.connect = Micros(300);
    attempt.timings.wait = Micros(12'000);
    return attempt;
}

const DeliveryStep sending{DeliveryState::Sending, std::nullopt, Origin::Plan};

} // namespace

/// What is sent, and when it will be sent, survives as it was.
class DeliveriesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatACommandMadeIsFoundAgain()
    {
        StoreFixture f;
        const auto made = f.write([](Writer& w) -> Result<QList<DeliveryId>> {
            auto ids = w.addDeliveries({sampleDelivery(1), sampleDelivery(2), sampleDelivery(3)});
            if (auto noted = w.setMadeBy(u"run"_s, ids->first(), ids->last(), at(1)); !noted)
                return tl::unexpected<Error>(noted.error());
            return ids;
        });
        QVERIFY(f.write([](Writer& w) { return w.addDelivery(sampleDelivery(4)); }));
        f.reopen();
        const auto found = f.read([](Reader& r) { return r.madeBy(u"run"_s); });
        QVERIFY(found && *found);
        QCOMPARE(**found, *made);
        QVERIFY(f.write([&](Writer& w) {
            return w.setDeliveryStep(made->at(1), {DeliveryState::Cancelled, {}, Origin::Plan});
        }));
        QVERIFY(f.write([&](Writer& w) { return w.removeDeliveries(RemovalId{1}, {made->at(1)}); }));
        const auto rest = f.read([](Reader& r) { return r.madeBy(u"run"_s); });
        QVERIFY(rest && *rest);
        QCOMPARE(**rest, QList<DeliveryId>({made->first(), made->last()}));
        const auto none = f.read([](Reader& r) { return r.madeBy(u"another run"_s); });
        QVERIFY(none && !*none);
    }

    void whatACommandMadeBitByBitIsFoundWithoutWhatOthersMade()
    {
        StoreFixture f;
        const auto make = [&f](int number, const QString& command) {
            return f
                .write([&](Writer& w) -> Result<DeliveryId> {
                    const auto id = w.addDelivery(sampleDelivery(number));
                    if (auto noted = id ? w.setMadeBy(command, *id, *id, at(1)) : Result<void>(); !noted)
                        return tl::unexpected<Error>(noted.error());
                    return id;
                })
                .value();
        };
        const DeliveryId one = make(1, u"run"_s);
        const DeliveryId two = make(2, u"run"_s);
        make(3, u"another run"_s);
        const DeliveryId four = make(4, u"run"_s);
        QCOMPARE(**f.read([](Reader& r) { return r.madeBy(u"run"_s); }), QList<DeliveryId>({one, two, four}));
    }

    void theLastOutcomeIsOfTheChainTheAddressAndBefore()
    {
        StoreFixture f;
        const auto make = [&f](int at, const QString& url, DeliveryState state) {
            Delivery delivery = sampleDelivery(at);
            delivery.request.url = url;
            delivery.state = state;
            delivery.createdAt = hookworks::at(at);
            delivery.basis.root = u"d1"_s;
            return f.write([&](Writer& w) { return w.addDelivery(delivery); }).value();
        };
        const QString here = u"http://a.example/hook"_s, there = u"http://b.example/hook"_s;
        const DeliveryId failed = make(10, here, DeliveryState::Exhausted);
        const DeliveryId passed = make(20, here, DeliveryState::Delivered);
        make(25, here, DeliveryState::Cancelled);
        make(26, here, DeliveryState::Waiting);
        make(27, there, DeliveryState::Unknown);
        const auto last = [&f](const QString& root, const QStringList& urls, int before) {
            return f.read([&](Reader& r) { return r.lastOutcome(root, urls, hookworks::at(before)); })
                .value();
        };
        QCOMPARE(last(u"d1"_s, {here}, 100), (ReplayOutcome{passed, true}));
        QCOMPARE(last(u"d1"_s, {u"{listener}/hook"_s, here}, 20), (ReplayOutcome{failed, false}));
        QVERIFY(!last(u"d1"_s, {here}, 10));
        QVERIFY(!last(u"d2"_s, {here}, 100));
        QVERIFY(!last(u""_s, {here}, 100));
    }

    void whatWasTriedAndHasNotEndedHasAnOutcome()
    {
        StoreFixture f;
        const QString here = u"http://a.example/hook"_s;
        const auto tried = [&](int at, DeliveryState state, Outcome outcome) {
            Delivery delivery = sampleDelivery(at);
            delivery.request.url = here;
            delivery.state = state;
            delivery.createdAt = hookworks::at(at);
            delivery.basis.root = u"d1"_s;
            return f
                .write([&](Writer& w) {
                    return w.addDelivery(delivery).and_then([&](DeliveryId id) {
                        Attempt attempt = finished(sampleAttempt(id));
                        attempt.outcome = outcome;
                        return w.addAttempts({attempt}).map([id] { return id; });
                    });
                })
                .value();
        };
        const auto last = [&] {
            return f.read([&](Reader& r) { return r.lastOutcome(u"d1"_s, {here}, hookworks::at(100)); })
                .value();
        };
        tried(10, DeliveryState::Retrying, Outcome::Blocked);
        tried(11, DeliveryState::Cancelled, Outcome::Unknown);
        QVERIFY(!last());
        const DeliveryId retrying = tried(12, DeliveryState::Retrying, Outcome::Rejected);
        QCOMPARE(last(), (ReplayOutcome{retrying, false}));
        const DeliveryId cancelled = tried(13, DeliveryState::Cancelled, Outcome::Timeout);
        QCOMPARE(last(), (ReplayOutcome{cancelled, false}));
    }

    void whatIsOldIsForgotten()
    {
        StoreFixture f;
        QVERIFY(
            f.write([](Writer& w) { return w.setMadeBy(u"old"_s, DeliveryId{1}, DeliveryId{2}, at(1)); }));
        const RealTime later = at(1) + std::chrono::hours(8 * 24);
        QVERIFY(f.write(
            [later](Writer& w) { return w.setMadeBy(u"new"_s, DeliveryId{3}, DeliveryId{3}, later); }));
        const auto old = f.read([](Reader& r) { return r.madeBy(u"old"_s); });
        QVERIFY(old && !*old);
    }

    void aDeliveryComesBackAsItWas_data()
    {
        QTest::addColumn<qsizetype>("bytes");
        for (const qsizetype bytes : {0, 1, 8192, 8193, 262144, 262145, 3'000'001})
            QTest::addRow("%lld bytes", static_cast<long long>(bytes)) << bytes;
    }
    void aDeliveryComesBackAsItWas()
    {
        QFETCH(qsizetype, bytes);
        StoreFixture f;
        Delivery delivery = sampleDelivery();
        delivery.request.body = QByteArray(bytes, 'b');
        if (bytes > 0)
            delivery.request.body.back() = '\0';
        delivery.id = f.write([&](Writer& w) { return w.addDelivery(delivery); }).value();
        f.reopen();
        QVERIFY(f.read([&](Reader& r) { return r.delivery(delivery.id); }) == delivery);
        delivery.nextDueAt.reset();
        delivery.state = DeliveryState::Cancelled;
        delivery.plan.clear();
        delivery.webhook.reset();
        QVERIFY(f.write([&](Writer& w) { return w.updateDelivery(delivery); }));
        DeliveryFilter filter;
        filter.bodies = true;
        QVERIFY(f.read([&](Reader& r) { return r.deliveries(filter); }) == QList<Delivery>{delivery});
        delivery.request.body.clear();
        QVERIFY(f.read([&](Reader& r) { return r.deliveriesOf({delivery.id}); }) ==
                QList<Delivery>{delivery});
    }

    void anEventKeepsItsPayload()
    {
        StoreFixture f;
        Event event{EventId(), u"hybiscus"_s, u"report.failed"_s, ReportId{1}, QByteArray(500'000, 'p'),
                    at(1)};
        event.id = f.write([&](Writer& w) { return w.addEvent(event); }).value();
        QVERIFY(f.read([&](Reader& r) { return r.event(event.id); }) == event);
        QVERIFY(f.read([&](Reader& r) { return r.events(); }) == QList<Event>{event});
        QVERIFY(f.read([&](Reader& r) { return r.events(event.id); }).value().isEmpty());
    }

    void anAttemptIsStoredBeforeItIsSentAndAgainWithItsOutcome()
    {
        StoreFixture f;
        const DeliveryId id = f.write([](Writer& w) { return w.addDelivery(sampleDelivery()); }).value();
        const Attempt started = sampleAttempt(id);
        QVERIFY(f.write([&](Writer& w) { return w.attemptStarted(started, sending); }));
        f.reopen();
        QVERIFY(f.read([](Reader& r) { return r.unfinishedAttempts(); }) == QList<Attempt>{started});
        QVERIFY(f.read([&](Reader& r) { return r.delivery(id); })->state == DeliveryState::Sending);
        QCOMPARE(f.read([&](Reader& r) { return r.delivery(id); })->attempts, 1);
        QVERIFY(f.read([](Reader& r) { return r.waiting(); }).value().isEmpty());

        const Attempt ended = finished(started);
        const DeliveryStep retrying{DeliveryState::Retrying, due(33), Origin::Plan};
        QVERIFY(f.write([&](Writer& w) { return w.attemptFinished(ended, retrying); }));
        f.reopen();
        QVERIFY(f.read([](Reader& r) { return r.unfinishedAttempts(); }).value().isEmpty());
        QVERIFY(f.read([&](Reader& r) { return r.attempts(id); }) == QList<Attempt>{ended});
        QVERIFY(f.read([&](Reader& r) { return r.attempt(id, 1); }) == ended);
        QCOMPARE(f.read([&](Reader& r) { return r.attempt(id, 2); }).error().code, ErrorCode::NotFound);
        const WaitingRow waiting{id, due(33), WebhookId{4}, DeliveryState::Retrying, Origin::Plan};
        QVERIFY(f.read([](Reader& r) { return r.waiting(); }) == QList<WaitingRow>{waiting});
    }

    void timelinesAreReadWithoutBodies()
    {
        StoreFixture f;
        const auto ids = f.write([](Writer& w) {
                              return w.addDeliveries({sampleDelivery(1), sampleDelivery(2)});
                          }).value();
        QVERIFY(f.write([&](Writer& w) -> Result<void> {
            for (const DeliveryId id : {ids[1], ids[0]}) {
                for (const int number : {2, 1}) {
                    if (auto done = w.attemptFinished(finished(sampleAttempt(id, number)), sending); !done)
                        return done;
                }
            }
            return {};
        }));
        const auto attempts = f.read([&](Reader& r) { return r.attemptsOf(ids); }).value();
        QCOMPARE(attempts.size(), 4);
        for (int i = 0; i < 4; ++i) {
            QCOMPARE(attempts[i].delivery, ids[i / 2]);
            QCOMPARE(attempts[i].number, i % 2 + 1);
            QVERIFY(attempts[i].responseBody.isEmpty());
            QCOMPARE(attempts[i].status, 503);
        }
    }

    void anAttemptOfNothingIsRefused()
    {
        StoreFixture f;
        const auto stored =
            f.write([](Writer& w) { return w.attemptStarted(sampleAttempt(DeliveryId{9}), sending); });
        QCOMPARE(stored.error().code, ErrorCode::NotFound);
        const auto step = f.write([](Writer& w) { return w.setDeliveryStep(DeliveryId{9}, sending); });
        QCOMPARE(step.error().code, ErrorCode::NotFound);
    }

    void listsAreFilteredNewestFirstAndPaged()
    {
        StoreFixture f;
        QVERIFY(f.write([](Writer& w) -> Result<void> {
            for (int i = 1; i <= 10; ++i) {
                Delivery delivery = sampleDelivery(i);
                delivery.state = i % 2 ? DeliveryState::Waiting : DeliveryState::Delivered;
                delivery.event = i <= 5 ? u"report.failed"_s : u"report.completed"_s;
                delivery.webhook = WebhookId{i <= 3 ? 1 : 2};
                delivery.webhookName = i == 7 ? u"50% off_er"_s : u"OneDrive"_s;
                if (auto added = w.addDelivery(delivery); !added)
                    return tl::unexpected(added.error());
            }
            return {};
        }));
        const auto found = [&](const DeliveryFilter& filter) {
            QStringList ids;
            const auto deliveries = f.read([&](Reader& r) { return r.deliveries(filter); });
            for (const Delivery& delivery : *deliveries)
                ids << delivery.id.toString();
            if (!filter.before && filter.limit == 200 &&
                f.read([&](Reader& r) { return r.deliveryCount(filter); }) != ids.size())
                return u"count differs"_s;
            if (!filter.before && filter.limit == 200 &&
                f.read([&](Reader& r) { return r.deliveryIds(filter); })->size() != ids.size())
                return u"ids differ"_s;
            return ids.join(u' ');
        };
        QCOMPARE(found({}), u"d10 d9 d8 d7 d6 d5 d4 d3 d2 d1"_s);
        QCOMPARE(found({.states = {DeliveryState::Waiting}}), u"d9 d7 d5 d3 d1"_s);
        QCOMPARE(found({.states = {DeliveryState::Delivered}, .event = u"report.failed"_s}), u"d4 d2"_s);
        QCOMPARE(found({.webhook = WebhookId{1}}), u"d3 d2 d1"_s);
        QCOMPARE(found({.eventId = EventId{8}}), QString());
        const auto foundBy = [&](const QString& text) { return found({.where = parseQuery(text).value()}); };
        QCOMPARE(foundBy(u"\"50% OFF_\""_s), u"d7"_s);
        QCOMPARE(foundBy(u"\"50%\""_s), u"d7"_s);
        QCOMPARE(foundBy(u"d4"_s), u"d4"_s);
        QCOMPARE(foundBy(u"state=waiting id<5"_s), u"d3 d1"_s);
        QCOMPARE(found({.before = DeliveryId{4}, .limit = 2}), u"d3 d2"_s);
        const DeliveryCounts counts{{DeliveryState::Waiting, 5}, {DeliveryState::Delivered, 5}};
        QVERIFY(f.read([](Reader& r) { return r.deliveryCounts(); }) == counts);
    }

    void backToRealTimeShiftsWhatWaitsAndNothingElse()
    {
        StoreFixture f;
        QVERIFY(f.write([](Writer& w) {
            Delivery done = sampleDelivery(2);
            done.nextDueAt.reset();
            return w.addDeliveries({sampleDelivery(1), done, sampleDelivery(3)});
        }));
        QVERIFY(f.write([](Writer& w) { return w.shiftWaiting(-Micros(1'000'000)); }));
        const auto waiting = f.read([](Reader& r) { return r.waiting(); }).value();
        QCOMPARE(waiting.size(), 2);
        QVERIFY(waiting[0].dueAt == due(0));
        QVERIFY(waiting[1].dueAt == due(2));
    }

    void twoHundredThousandWaitingAreStoredAndReadQuickly()
    {
        StoreFixture f;
        const QList<Delivery> burst(1000, sampleDelivery());
        QElapsedTimer timer;
        timer.start();
        QList<QFuture<Result<QList<DeliveryId>>>> stored;
        for (int i = 0; i < 200; ++i)
            stored << f.store->write([&](Writer& w) { return w.addDeliveries(burst); });
        for (const auto& each : stored)
            QVERIFY(each.result());
        const qint64 writing = timer.restart();
        const auto waiting = f.read([](Reader& r) { return r.waiting(); });
        const qint64 reading = timer.elapsed();
        QCOMPARE(waiting->size(), 200'000);
        qInfo("200,000 deliveries: stored in %lld ms, the waiting ones read in %lld ms",
              static_cast<long long>(writing), static_cast<long long>(reading));
        QVERIFY(reading < 10'000);
    }
};

QTEST_GUILESS_MAIN(DeliveriesTest)
#include "deliveries_test.moc"
