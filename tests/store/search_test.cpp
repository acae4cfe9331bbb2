// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/matcher.h"
#include "query/queried_delivery.h"
#include "random_query.h"
#include "search_fixture.h"

#include <atomic>
#include <future>
#include <thread>

using namespace hookworks;

namespace {

constexpr int manyCaptures = 240;

} // namespace

class SearchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// The same query on each capture in memory is the answer; index or none, newest or oldest first, at once
    /// or window by window.
    void findsWhatTheMatcherFinds()
    {
        SearchFixture f;
        const DeliveryId delivery = f.write([](Writer& w) {
                                         Delivery made;
                                         made.event = u"report.failed"_s;
                                         made.provider = u"p"_s;
                                         made.webhook = WebhookId{4};
                                         made.webhookName = u"OneDrive"_s;
                                         made.messageId = u"m-1"_s;
                                         made.replayOf = u"c1"_s;
                                         return w.addDelivery(made);
                                     }).value();
        f.fill(1, manyCaptures / 2);
        QVERIFY(f.write([&](Writer& w) {
            Capture matched = sampleCapture(manyCaptures);
            matched.delivery = delivery;
            matched.attemptNumber = 1;
            return w.addCapture(matched);
        }));
        f.fill(manyCaptures / 2 + 1, manyCaptures);
        QVERIFY(f.isIndexed());
        const auto captures =
            f.read([](Reader& r) { return r.captures({.limit = 0, .bodies = true}); }).value();
        CaptureParts matched;
        matched.facts = DeliveryFacts{delivery, u"p"_s, u"report.failed"_s, WebhookId{4}, u"OneDrive"_s};
        matched.facts->state = DeliveryState::Waiting;
        matched.facts->messageId = u"m-1"_s;
        matched.facts->isReplay = true;
        const BodyReading reading = sampleReading();
        QRandomGenerator random(11);
        QStringList texts;
        for (int i = 0; i < 120; ++i)
            texts << randomQuery(random);
        for (const bool indexed : {true, false}) {
            if (!indexed) {
                f.forgetIndex();
                f.open(Store::Mode::Read);
                QCOMPARE(f.notIndexed(), qint64(captures.size()));
            }
            for (const QString& text : std::as_const(texts)) {
                const QueryMatcher matcher(parseQuery(text).value(), at(0));
                QList<CaptureId> expected;
                for (const Capture& capture : captures) {
                    if (matcher.on(QueriedCapture(capture, capture.delivery ? matched : CaptureParts(),
                                                  reading)) == QueryVerdict::Yes)
                        expected << capture.id;
                }
                QVERIFY2(f.found(text) == expected, qPrintable(text));
                QVERIFY2(f.found(text, false, 7) == expected, qPrintable(text));
                std::ranges::reverse(expected);
                QVERIFY2(f.found(text, true, 50) == expected, qPrintable(text));
            }
        }
    }

    void countsWhatItCannotLookAt()
    {
        SearchFixture f;
        f.fill(1, 48);
        for (const bool indexed : {false, true}) {
            QVERIFY(!indexed || f.isIndexed());
            const auto unreadable = [&](const QString& text) {
                const CaptureFilter filter{.where = parseQuery(text).value(), .limit = 0};
                return f.read([&](Reader& r) { return r.findCaptures(filter); }).value().unreadable;
            };
            QCOMPARE(unreadable(u"body~completed"_s), 2);
            QCOMPARE(unreadable(u"nothing"_s), 2);
            QCOMPARE(unreadable(u"status=200"_s), 0);
            QCOMPARE(unreadable(u"body~completed id<c22"_s), 1);
        }
    }

    void aSearchEndsInTime()
    {
        SearchFixture f;
        f.fill(1, 5'000);
        const CaptureFilter filter{.where = parseQuery(u"$.n<0").value(), .limit = 200};
        const auto page =
            f.read([&](Reader& r) { return r.findCaptures(filter, std::chrono::milliseconds(0)); }).value();
        QVERIFY(page.rows.isEmpty());
        QVERIFY(page.next && page.next->number < 5'000);
    }

    void aSupersededSearchEndsAndHurtsNoWrite()
    {
        SearchFixture f;
        f.fill(1, 20'000);
        const Asker asker = Asker::make();
        CaptureFilter filter{.where = parseQuery(u"$.n<0").value(), .limit = 200};
        filter.asker = asker;
        std::promise<void> begun;
        const auto whole = f.store->read(
            [&](Reader& r) {
                begun.set_value();
                Result<CapturePage> page;
                do
                    page = r.findCaptures(filter, std::nullopt); // without end, if nobody superseded it
                while (page);
                return page;
            },
            asker);
        const auto waits = f.store->read([](Reader& r) { return r.findCaptures({}, std::nullopt); }, asker);
        const auto other = f.store->read([](Reader& r) { return r.capture(CaptureId{1}); });
        begun.get_future().wait();
        const auto written = f.store->write([](Writer& w) { return w.setSetting(u"a"_s, u"b"_s); });
        Asker(asker).supersede();
        QCOMPARE(whole.result().error().code, ErrorCode::Interrupted);
        QCOMPARE(waits.result().error().code, ErrorCode::Interrupted);
        QVERIFY(other.result());
        QVERIFY(written.result());
        QCOMPARE(f.read([](Reader& r) { return r.setting(u"a"_s); }).value(), u"b"_s);
    }

    void deliveriesAreFoundByTheirBodies()
    {
        SearchFixture f;
        QVERIFY(f.write([](Writer& w) {
            QList<Delivery> deliveries;
            for (int i = 1; i <= 300; ++i) {
                Delivery delivery;
                delivery.event = i % 2 ? u"report.failed"_s : u"report.completed"_s;
                delivery.request.url = u"https://example.com/hook"_s;
                delivery.request.body = sampleBody(i);
                delivery.messageId = u"m-%1"_s.arg(i);
                deliveries << delivery;
            }
            return w.addDeliveries(deliveries);
        }));
        const auto ids = [&](const QString& text) {
            const auto found = f.read(
                [&](Reader& r) { return r.deliveries({.where = parseQuery(text).value(), .limit = 3}); });
            QStringList words;
            for (const Delivery& delivery : *found)
                words << delivery.id.toString();
            return words.join(u' ');
        };
        QCOMPARE(ids(u"$.n=144"_s), u"d144"_s);
        QCOMPARE(ids(u"needle15"_s), u"d159 d15"_s);
        QCOMPARE(ids(u"event=report.failed $.event=report.completed"_s), u"d299 d297 d287"_s);
        QCOMPARE(ids(u"message=m-7"_s), u"d7"_s);
        QCOMPARE(ids(u"message~m-29 not id=d299"_s), u"d298 d297 d296"_s);
    }

    /// As a list judges one that comes in while it is shown.
    void deliveriesAreFoundAsTheMatcherFindsThem()
    {
        SearchFixture f;
        QVERIFY(f.write([](Writer& w) {
            QList<Delivery> deliveries;
            for (int i = 1; i <= 60; ++i) {
                Delivery delivery;
                delivery.event = i % 2 ? u"report.failed"_s : u"report.completed"_s;
                delivery.request.url = i % 5 ? u"https://example.com/hook"_s : u"http://a/b?c=1"_s;
                delivery.request.body = sampleBody(i);
                delivery.replayOf = i % 4 ? QString() : u"c%1"_s.arg(i);
                if (i % 7 == 0)
                    delivery.mark = {MarkColour::Green, i % 2 ? u"ask Ann"_s : QString()};
                deliveries << delivery;
            }
            return w.addDeliveries(deliveries);
        }));
        QVERIFY(f.write([](Writer& w) { return w.setDeliveryMark(DeliveryId{5}, {{}, u"ask Bob"_s}); }));
        QVERIFY(f.write([](Writer& w) { return w.setDeliveryMark(DeliveryId{7}, {}); }));
        const auto all = f.read([](Reader& r) { return r.deliveries({.limit = 0, .bodies = true}); }).value();
        const BodyReading reading = sampleReading();
        for (const char* const text :
             {"is:marked", "not is:marked", "is:replay", "not is:replay", "is:malformed", "not is:malformed",
              "note~ask", "note='ask Bob'", "note!='ask Bob'", "note:'ASK *'", "note~green", "path=/hook",
              "path=/b", "query=c=1", "is:marked or is:replay", "is:marked event=report.failed"}) {
            const Query query = parseQuery(QString::fromUtf8(text)).value();
            const QueryMatcher matcher(query, at(0));
            QList<DeliveryId> expected;
            for (const Delivery& delivery : all) {
                if (matcher.on(QueriedDelivery(delivery, DeliveryParts(), reading)) == QueryVerdict::Yes)
                    expected << delivery.id;
            }
            QVERIFY2(!expected.isEmpty() || QByteArray(text) == "is:malformed" ||
                         QByteArray(text) == "note~green",
                     text);
            QVERIFY2(f.read([&](Reader& r) { return r.deliveryIds({.where = query}); }) == expected, text);
        }
    }

    /// A mark is found as soon as it is set, and no longer once it is taken away.
    void marksAreFound()
    {
        SearchFixture f;
        f.fill(1, 40);
        QVERIFY(f.isIndexed());
        QCOMPARE(f.words(u"is:marked"_s), u"c39 c34 c26 c17 c13"_s);
        QVERIFY(f.write([](Writer& w) { return w.setCaptureMark(CaptureId{5}, {{}, u"grüße"_s}); }));
        QVERIFY(f.write([](Writer& w) { return w.setCaptureMark(CaptureId{34}, {}); }));
        QCOMPARE(f.words(u"is:marked"_s), u"c39 c26 c17 c13 c5"_s);
        QCOMPARE(f.words(u"note~GRüßE"_s), u"c5"_s);
        QCOMPARE(f.read([](Reader& r) { return r.capture(CaptureId{5}); })->mark, (Mark{{}, u"grüße"_s}));
        QCOMPARE(f.read([](Reader& r) { return r.captureSummaries({CaptureId{5}}); })->first().mark.note,
                 u"grüße"_s);
        const auto nobody = f.write([](Writer& w) { return w.setCaptureMark(CaptureId{99}, {}); });
        QCOMPARE(nobody.error().code, ErrorCode::NotFound);
    }
};

QTEST_GUILESS_MAIN(SearchTest)
#include "search_test.moc"
