// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "search_fixture.h"

using namespace hookworks;

/// The index follows the captures, and answers as if each were looked at.
class SearchIndexTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// A capture that is answered, matched or put back after it was indexed is found by what it is now.
    void followsWhatChanges()
    {
        SearchFixture f;
        f.fill(1, 40);
        QVERIFY(f.isIndexed());
        QCOMPARE(f.words(u"fault=garbage"_s), QString());
        CaptureAnswer answer;
        answer.responseStatus = 418;
        answer.fault = u"garbage"_s;
        QVERIFY(f.write([&](Writer& w) { return w.captureAnswered(CaptureId{5}, answer); }));
        QCOMPARE(f.words(u"fault=garbage status=418"_s), u"c5"_s);
        QVERIFY(f.isIndexed());
        QCOMPARE(f.words(u"fault=garbage status=418"_s), u"c5"_s);
        QVERIFY(f.write([](Writer& w) { return w.removeCaptures(RemovalId{1}, {CaptureId{12}}); }));
        QCOMPARE(f.words(u"$.n=12"_s), QString());
        QVERIFY(f.write([&](Writer& w) { return w.bringBack(RemovalId{1}, 10); }));
        QCOMPARE(f.words(u"$.n=12"_s), u"c12"_s);
        for (int i = 0; i < 20; ++i) {
            answer.fault = u"fault%1"_s.arg(i);
            QVERIFY(f.write([&](Writer& w) { return w.captureAnswered(CaptureId{7}, answer); }));
            QVERIFY(f.isIndexed());
            QCOMPARE(f.words(u"fault="_s + answer.fault), u"c7"_s);
        }
    }

    /// What a field is not, or is more than, is asked by what it is known to be: nothing is scanned.
    void theIndexAnswersWhatIsNot()
    {
        SearchFixture f;
        f.fill(1, 5'000);
        QVERIFY(f.isIndexed());
        for (const char* const text :
             {"not method:*", "not (status=200 or status=503 or status=0)", "status>600",
              "rule>x not path=/hook", "needle not (path=/hook or path:/other/*)",
              "not event=report.failed provider=own"}) {
            const CaptureFilter filter{.where = parseQuery(QString::fromUtf8(text)).value(), .limit = 200};
            const auto page = f.read([&](Reader& r) {
                                   return r.findCaptures(filter, std::chrono::milliseconds(0));
                               }).value();
            QVERIFY2(page.rows.isEmpty() && (!page.next || page.next->number < 2), text);
        }
        QVERIFY(!f.words(u"is:malformed not status=200 not rule:*"_s).isEmpty());
    }

    /// Of a delivery that goes, its captures no longer have the event.
    void aRemovedDeliverysCapturesAreFoundByWhatTheyAre()
    {
        SearchFixture f;
        const DeliveryId delivery = f.write([](Writer& w) {
                                         Delivery made;
                                         made.event = u"report.completed"_s;
                                         made.state = DeliveryState::Delivered;
                                         made.webhook = WebhookId{4};
                                         return w.addDelivery(made);
                                     }).value();
        QVERIFY(f.write([&](Writer& w) -> Result<void> {
            Attempt attempt;
            attempt.delivery = delivery;
            attempt.number = 1;
            attempt.outcome = Outcome::Success;
            attempt.capture = w.addCapture(sampleCapture(10)).value();
            return w.addAttempts({attempt});
        }));
        f.fill(2, 40);
        QVERIFY(f.isIndexed());
        QCOMPARE(f.words(u"webhook=w4"_s), u"c1"_s);
        QVERIFY(!f.words(u"not webhook=w4"_s).endsWith(u" c1"_s));
        QVERIFY(f.write([&](Writer& w) { return w.removeDeliveries(RemovalId{1}, {delivery}); }));
        for (const bool again : {false, true}) {
            QVERIFY(!again || f.isIndexed());
            QCOMPARE(f.words(u"webhook=w4"_s), QString());
            QVERIFY(f.words(u"not webhook=w4"_s).endsWith(u" c1"_s));
        }
    }

    /// What another program made says something else, and is of no use until it is made anew.
    void anotherProgramsIndexIsMadeAnew()
    {
        SearchFixture f;
        f.fill(1, 100);
        QVERIFY(f.isIndexed());
        f.store.reset();
        QVERIFY(f.number(u"UPDATE search_made SET format = format - 1"_s) >= 0);
        f.open(Store::Mode::Read);
        QCOMPARE(f.notIndexed(), 100);
        QCOMPARE(f.words(u"rule=\"down for 3\" $.n=12"_s), u"c12"_s);
        f.open(Store::Mode::Write);
        f.fill(101, 200);
        QVERIFY(f.isIndexed());
        QCOMPARE(f.words(u"rule=\"down for 3\" $.n=12"_s), u"c12"_s);
        QCOMPARE(f.found(u"not method=POST"_s).size() + f.found(u"method=POST"_s).size(), 200);
    }

    void numbersAreFoundHoweverTheyAreWritten()
    {
        SearchFixture f;
        const QList<QByteArray> bodies{
            "{\"n\":1200}",           "{\"n\": 1.2e3}",        "{\"n\":\"120E+1\"}",
            "{\"n\":1200.00}",        "{\"n\":12001}",         "{\"n\":\"1200 \"}",
            "{\"n\":\"\\u0031200\"}", "{\"n\":-0.5, \"m\":7}", "{\"n\":1e300}"};
        QVERIFY(f.write([&](Writer& w) -> Result<void> {
            for (const QByteArray& body : bodies) {
                Capture capture = sampleCapture(1);
                capture.body = body;
                if (auto added = w.addCapture(capture); !added)
                    return tl::unexpected<Error>(added.error());
            }
            return {};
        }));
        QVERIFY(f.isIndexed());
        QCOMPARE(f.words(u"$.n=1200"_s), u"c7 c4 c3 c2 c1"_s);
        QCOMPARE(f.words(u"$.n:12e2"_s), u"c7 c4 c3 c2 c1"_s);
        QCOMPARE(f.words(u"$.n=-5e-1"_s), u"c8"_s);
        QCOMPARE(f.words(u"$.m=7.0"_s), u"c8"_s);
        QCOMPARE(f.words(u"$.n=10e299"_s), u"c9"_s);
        QCOMPARE(f.words(u"header.x-len=1 $.m=7"_s), u"c8"_s);
    }

    void aWorkspaceWithoutAnIndexGetsOne()
    {
        SearchFixture f;
        f.fill(1, 500);
        f.forgetIndex();
        f.open(Store::Mode::Write);
        QVERIFY(f.isIndexed());
        QVERIFY(f.number(u"SELECT count(*) FROM search_1 WHERE search_1 MATCH '\"nee\"'"_s) > 50);
        QCOMPARE(f.words(u"$.n=12"_s), u"c12"_s);
    }

    void theIndexGoesWithItsCaptures()
    {
        SearchFixture f;
        f.fill(1, 100);
        QVERIFY(f.isIndexed());
        CaptureQuota quota;
        quota.count = 1;
        QVERIFY(f.write([&](Writer& w) { return w.setCaptureQuota(quota); }));
        QTRY_COMPARE(f.read([](Reader& r) { return r.size(); })->captures, 1);
        QVERIFY(f.write([](Writer& w) {
            return w.removeCaptures(RemovalId{1}, {CaptureId{91}});
        })); // the newest with a mark
        QTRY_COMPARE(f.number(u"SELECT count(*) FROM search_segments"_s), 0);
        f.fill(101, 101);
        QVERIFY(f.isIndexed());
        QCOMPARE(f.words(u"remote~40101"_s), u"c101"_s);
    }

    /// What was overwritten in the captures does not stay in the index.
    void theIndexForgetsWhatIsForgotten()
    {
        SearchFixture f;
        f.fill(1, 48);
        QVERIFY(f.isIndexed());
        const QString pieces = u"SELECT count(*) FROM search_1 WHERE search_1 MATCH '\"nee\" AND \"eed\"'"_s;
        QVERIFY(f.number(pieces) > 0);
        ForgetPlace place;
        while (!place.isEnd) {
            const auto portion =
                f.write([place](Writer& w) { return w.forget(SecretWritings({"needle"}), place); });
            QVERIFY(portion);
            place = portion->next;
        }
        QTRY_COMPARE(f.number(pieces), 0);
        QCOMPARE(f.words(u"needle"_s), QString());
        QCOMPARE(f.words(u"$.n=12"_s), u"c12"_s);
    }
};

QTEST_GUILESS_MAIN(SearchIndexTest)
#include "search_index_test.moc"
