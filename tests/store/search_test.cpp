// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/matcher.h"
#include "query/parser.h"
#include "query/queried_delivery.h"
#include "store/sqlite/connection.h"
#include "store_fixture.h"

#include <QRandomGenerator>
#include <QSqlDatabase>
#include <QSqlQuery>

#include <atomic>
#include <future>
#include <thread>

using namespace hookworks;
using namespace Qt::StringLiterals;

namespace {

constexpr int manyCaptures = 240;

BodyReading sampleReading()
{
    const auto decode = [](const QByteArray& coding, QByteArray body) {
        std::ranges::reverse(body);
        return coding == "rev" ? std::optional(body) : std::nullopt;
    };
    const auto recognise = [](const QByteArray& body) {
        return body.contains("report.failed") ? RecognisedEvent{u"own"_s, u"report.failed"_s}
                                              : RecognisedEvent();
    };
    return {decode, recognise};
}

QByteArray sampleBody(int i)
{
    switch (i % 12) {
    case 0:
        return "{\"event\":\"report.failed\",\"n\":" + QByteArray::number(i) +
               ",\"s\":\"gr\xC3\xBC\xC3\x9F"
               "e\"}";
    case 1:
        return "{\"e\\u0076ent\":\"report.\\u0066ailed\",\"path\":\"a\\/b\\n\",\"n\":\"1e2\"}";
    case 2:
        return QByteArray("bin\0ary\xFFneedle", 14);
    case 3:
        return QByteArray(9'000, 'x') + "long needle" + QByteArray::number(i);
    case 4:
        return "{ \"a\" : { \"k\" : [1, 2] }, \"list\":[{\"b\":\"x y\"}], \"n\":1e2}";
    case 5:
        return "";
    case 6:
        return i % 24 == 6 ? QByteArray("{broken")
                           : QByteArray("\xFF\xFE{\0\"\0s\0\"\0:\0\"\0g\0r\0\xFC\0\xDF\0e\0\"\0}\0", 28);
    case 7:
        return "name=value&other=" + QByteArray::number(i * 7919);
    default:
        return "{\"event\":\"report.completed\",\"task\":\"t" + QByteArray::number(i * 104'729 % 100'003) +
               "\",\"failed\":false}";
    }
}

Capture sampleCapture(int i)
{
    Capture capture;
    capture.listener = ListenerId{i % 3 + 1};
    capture.receivedAt = at(i);
    capture.remote = u"127.0.0.1:%1"_s.arg(40'000 + i);
    capture.method = i % 5 == 0 ? "GET" : i % 7 == 0 ? "put" : "POST";
    capture.target = i % 4 == 0 ? "/hook?x=" + QByteArray::number(i) : QByteArray("/other/Path");
    capture.valid = i % 11 != 0;
    capture.problem = capture.valid ? QString() : u"no Host"_s;
    capture.head = capture.method + ' ' + capture.target + " HTTP/1.1\r\nHost: a\r\nX-Tenant: t" +
                   QByteArray::number(i % 9) + "\r\nX-Len: " + QByteArray::number(i % 20) + ".0\r\n";
    if (i % 12 == 8)
        capture.head += "Content-Encoding: rev\r\n";
    if (i % 12 == 9 && i % 24 != 9)
        capture.head += "Content-Encoding: strange\r\n";
    capture.head += "\r\n";
    capture.headers = fieldsOfHead(capture.head);
    if (!capture.valid)
        capture.headers.append("X-Folded", "folded value");
    capture.body = sampleBody(i);
    if (i % 12 == 8)
        std::ranges::reverse(capture.body);
    capture.bodyBytes = capture.body.size();
    capture.rule = i % 6 == 0 ? u"down for 3"_s : i % 6 == 1 ? u"5.0"_s : QString();
    capture.responseStatus = i % 8 == 0 ? 503 : i % 8 == 1 ? 0 : 200;
    capture.fault = i % 50 == 0 ? u"reset"_s : QString();
    if (i % 13 == 0)
        capture.mark = {i % 2 ? std::optional(MarkColour::Red) : std::nullopt, u"Look: 5 late ones"_s};
    if (i % 17 == 0)
        capture.mark = {MarkColour::Blue, {}};
    return capture;
}

/// What a query asks, at random, of what the captures have or nearly have.
const QStringList terms{u"report.failed"_s,
                        u"needle"_s,
                        u"NEEDLE1"_s,
                        u"\"x y\""_s,
                        u"tenant"_s,
                        u"c17"_s,
                        u"C17"_s,
                        u"nothing-of-it"_s,
                        u"te"_s,
                        u"grüß"_s,
                        u"\"GRüß\""_s,
                        u"\"e\\\"}\""_s,
                        u"method=GET"_s,
                        u"method:put"_s,
                        u"method=PUT"_s,
                        u"path=/hook"_s,
                        u"path=/o*th"_s,
                        u"path:/OTHER/path"_s,
                        u"target~x=1"_s,
                        u"query=x=12"_s,
                        u"query=*2"_s,
                        u"status=503"_s,
                        u"status>200"_s,
                        u"status=5*"_s,
                        u"status!=200"_s,
                        u"status=0"_s,
                        u"valid=false"_s,
                        u"valid!=false"_s,
                        u"problem~host"_s,
                        u"remote~:4001"_s,
                        u"remote=127.0.0.1:40100"_s,
                        u"rule=\"down for 3\""_s,
                        u"rule=5"_s,
                        u"rule~5"_s,
                        u"rule!=5"_s,
                        u"fault=reset"_s,
                        u"fault!=reset"_s,
                        u"delivery=d1"_s,
                        u"delivery!=d1"_s,
                        u"listener=l2"_s,
                        u"listener=3"_s,
                        u"size>100"_s,
                        u"size=0"_s,
                        u"size<=22.5"_s,
                        u"head~'x-len: 7'"_s,
                        u"body~strange"_s,
                        u"body=''"_s,
                        u"body={broken"_s,
                        u"body~FAILED"_s,
                        u"received>2026-01-01T00:05"_s,
                        u"before:2026-01-01T00:02"_s,
                        u"received=2026-01-01T00:03"_s,
                        u"event=report.failed"_s,
                        u"event!=report.failed"_s,
                        u"provider=own"_s,
                        u"webhook=OneDrive"_s,
                        u"webhook=w4"_s,
                        u"state=waiting"_s,
                        u"message=m-1"_s,
                        u"outcome=rejected"_s,
                        u"is:malformed"_s,
                        u"is:marked"_s,
                        u"note~LATE"_s,
                        u"note:'look: 5 late ones'"_s,
                        u"note=*late*"_s,
                        u"note!='Look: 5 late ones'"_s,
                        u"note~red"_s,
                        u"note>a"_s,
                        u"is:replay"_s,
                        u"header.x-tenant=t3"_s,
                        u"header.X-Len=7"_s,
                        u"header.X-Len>15"_s,
                        u"header.X-Folded~value"_s,
                        u"header.Nope!=x"_s,
                        u"header.content-encoding=rev"_s,
                        u"$.event=report.failed"_s,
                        u"$.event:REPORT.*"_s,
                        u"$.n=100"_s,
                        u"$.n>=100"_s,
                        u"$.n<0"_s,
                        u"remote<127.0.0.1:40050"_s,
                        u"$.s=grüße"_s,
                        u"$.path~b"_s,
                        u"$.path='a/b\n'"_s,
                        u"$.a.k='[1,2]'"_s,
                        u"$.a~'k\":[1'"_s,
                        u"$.list[0].b='x y'"_s,
                        u"$.failed=false"_s,
                        u"$.task~9"_s,
                        u"$.nothing=1"_s,
                        u"$.nothing!=1"_s,
                        u"id>c120"_s,
                        u"id=c77"_s,
                        u"id~77"_s};

QString randomQuery(QRandomGenerator& random, int depth = 0)
{
    const int kind = random.bounded(depth > 2 ? 2 : 5);
    if (kind < 2)
        return terms[random.bounded(terms.size())];
    if (kind == 2)
        return u"not ("_s + randomQuery(random, depth + 1) + u')';
    return u'(' + randomQuery(random, depth + 1) + (kind == 3 ? u" and "_s : u" or "_s) +
           randomQuery(random, depth + 1) + u')';
}

class SearchFixture : public StoreFixture
{
public:
    SearchFixture() { open(Store::Mode::Write); }

    void open(Store::Mode mode)
    {
        store.reset();
        store = std::move(*Store::open(path(), mode, secrets, sampleReading()));
    }
    void fill(int from, int to)
    {
        const auto added = write([=](Writer& w) -> Result<void> {
            for (int i = from; i <= to; ++i) {
                if (auto capture = w.addCapture(sampleCapture(i)); !capture)
                    return tl::unexpected<Error>(capture.error());
            }
            return {};
        });
        QVERIFY(added);
    }
    QList<CaptureId> found(const QString& text, bool oldestFirst = false, int limit = 0)
    {
        CaptureFilter filter{
            .where = parseQuery(text).value(), .now = at(0), .oldestFirst = oldestFirst, .limit = limit};
        QList<CaptureId> ids;
        for (;;) {
            const auto asked =
                read([&](Reader& r) { return r.captureIds(filter, std::chrono::milliseconds(0)); });
            if (!asked)
                qFatal("%s: %s", qPrintable(text), qPrintable(asked.error().message + asked.error().detail));
            const auto& page = *asked;
            ids += page.rows;
            if (!page.next)
                return ids;
            (oldestFirst ? filter.after : filter.before) = page.next;
        }
    }
    QString words(const QString& text)
    {
        QStringList ids;
        for (const CaptureId id : found(text))
            ids << id.toString();
        return ids.join(u' ');
    }
    qint64 notIndexed()
    {
        const CaptureFilter filter{.where = parseQuery(u"zzz").value(), .limit = 1};
        return read([&](Reader& r) { return r.captureIds(filter); }).value().notIndexed;
    }
    bool isIndexed()
    {
        return QTest::qWaitFor([this] { return notIndexed() == 0; }, 20'000) && QTest::qWaitFor([this] {
                   return number(u"SELECT count(*) FROM search_again WHERE pending AND revision < 7"_s) == 0;
               });
    }
    /// Asks the file itself.
    qint64 number(const QString& sql)
    {
        const QString name = u"own"_s;
        qint64 value = -1;
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
            database.setDatabaseName(path());
            if (!database.open())
                return -1;
            QSqlQuery query(database);
            if (query.exec(sql))
                value = query.next() ? query.value(0).toLongLong() : 0;
        }
        QSqlDatabase::removeDatabase(name);
        return value;
    }
    /// Takes the whole index away, as an older program's file has none.
    void forgetIndex()
    {
        store.reset();
        while (
            number(
                u"SELECT count(*) FROM sqlite_master WHERE name LIKE 'search_%' AND sql LIKE 'CREATE VIRTUAL%'"_s) >
            0) {
            const qint64 first =
                number(u"SELECT min(CAST(substr(name, 8) AS INTEGER)) FROM sqlite_master WHERE name LIKE "
                       "'search_%' AND sql LIKE 'CREATE VIRTUAL%'"_s);
            QVERIFY(number(u"DROP TABLE search_%1"_s.arg(first)) >= 0);
        }
        QVERIFY(number(u"DROP TABLE search_segments"_s) >= 0);
        QVERIFY(number(u"DROP TABLE search_again"_s) >= 0);
    }
};

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
