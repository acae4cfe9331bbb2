// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store_fixture.h"

using namespace hookworks;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

RealTime now()
{
    return std::chrono::floor<Micros>(std::chrono::system_clock::now());
}

/// One that is stored in exactly so many bytes.
Capture captureOf(qint64 bytes, RealTime receivedAt = now())
{
    Capture capture;
    capture.listener = ListenerId{1};
    capture.receivedAt = receivedAt;
    capture.method = "POST";
    capture.target = "/";
    capture.head = "POST / HTTP/1.1\r\n\r\n";
    capture.body = QByteArray(bytes - capture.head.size(), 'b');
    return capture;
}

/// What the store told of captures that were removed for the quota.
class Removals : public QObject
{
public:
    explicit Removals(Store& store)
    {
        connect(&store, &Store::changed, this, [this, &store] { m_gone += store.takeChanges().gone; });
    }
    CapturesGone told() const { return m_gone; }

private:
    CapturesGone m_gone;
};

class QuotaFixture : public StoreFixture
{
public:
    Result<void> setQuota(const CaptureQuota& quota)
    {
        return write([&](Writer& w) { return w.setCaptureQuota(quota); });
    }
    Result<CaptureId> add(const Capture& capture)
    {
        return write([&](Writer& w) { return w.addCapture(capture); });
    }
    StoreSize size()
    {
        return read([](Reader& r) { return r.size(); }).value();
    }
    qint64 oldest()
    {
        return read([](Reader& r) { return r.captures({.limit = 0}); })->last().id.number;
    }
    /// A body of so many bytes in two pieces; the error of the first that is refused.
    Result<BodyId> addBody(qint64 bytes)
    {
        auto id = write([](Writer& w) { return w.beginBody(); });
        for (int i = 0; i < 2; ++i) {
            const auto added =
                write([&](Writer& w) { return w.appendBody(*id, QByteArray(bytes / 2, 'p')); });
            if (!added) {
                m_refusedBody = *id;
                return tl::unexpected(added.error());
            }
        }
        return id;
    }
    Result<void> dropRefusedBody()
    {
        return write([&](Writer& w) { return w.dropBody(m_refusedBody); });
    }

private:
    BodyId m_refusedBody;
};

} // namespace

/// How many captures are kept, and what happens where there is no room for more.
class QuotaTest : public QObject
{
    Q_OBJECT

private slots:
    void theQuotaIsKeptInTheWorkspace()
    {
        QuotaFixture f;
        QCOMPARE(f.read([](Reader& r) { return r.captureQuota(); }), CaptureQuota());
        const CaptureQuota quota{1'000, 12, 36h, AtQuota::Refuse};
        QVERIFY(f.setQuota(quota));
        f.reopen();
        QCOMPARE(f.read([](Reader& r) { return r.captureQuota(); }), quota);
        QVERIFY(f.setQuota({}));
        QCOMPARE(f.read([](Reader& r) { return r.captureQuota(); }), CaptureQuota());
    }

    void aQuotaThatCannotBeReadRemovesNothing()
    {
        QuotaFixture f;
        QVERIFY(f.add(captureOf(100)));
        QVERIFY(f.write([](Writer& w) { return w.setSetting(u"captureQuota"_s, u"{\"bytes\":"_s); }));
        f.reopen();
        QCOMPARE(f.read([](Reader& r) { return r.captureQuota(); }).error().code, ErrorCode::Damaged);
        QVERIFY(f.add(captureOf(100)));
        QCOMPARE(f.size().captures, 2);
    }

    void whatIsAnsweredCountsToo()
    {
        QuotaFixture f;
        QVERIFY(f.setQuota({.bytes = 50'000, .atQuota = AtQuota::Refuse}));
        Capture capture = captureOf(1'000);
        capture.response = {"HTTP/1.1 200 OK\r\n\r\n", QByteArray(49'000, 'a')};
        QCOMPARE(f.add(capture).error().code, ErrorCode::Conflict);
        capture.response.body = QByteArray(30'000, 'a');
        for (int i = 1; i <= 10; ++i) // one body for all
            QVERIFY(f.add(capture));
        capture.response.body = QByteArray(30'000, 'b');
        QCOMPARE(f.add(capture).error().code, ErrorCode::Conflict);
        QVERIFY(f.setQuota({.bytes = 50'000}));
        QVERIFY(f.add(capture));
        QCOMPARE(f.size().captures, 1);
        QCOMPARE(f.size().captureBytes, 31'000 + capture.response.head.size());
    }

    /// Somebody wants to find them again: they are the last to make room, and never too old.
    void markedOnesGoLast()
    {
        QuotaFixture f;
        Removals removals(*f.store);
        for (int i = 1; i <= 6; ++i)
            QVERIFY(f.add(captureOf(100, now() - 48h)));
        for (const qint64 id : {1, 2, 4})
            QVERIFY(f.write([id](Writer& w) {
                return w.setCaptureMark(CaptureId{id}, {MarkColour::Red, {}});
            }));
        const auto left = [&f] {
            const auto captures = f.read([](Reader& r) { return r.captures({.limit = 0}); });
            QList<qint64> ids;
            for (const Capture& capture : *captures)
                ids << capture.id.number;
            return ids;
        };
        QVERIFY(f.setQuota({.count = 4}));
        QCOMPARE(left(), (QList<qint64>{6, 4, 2, 1}));
        QVERIFY(f.setQuota({.count = 2}));
        QCOMPARE(left(), (QList<qint64>{4, 2}));
        QVERIFY(f.setQuota({.age = 24h}));
        QCOMPARE(left(), (QList<qint64>{4, 2}));
        QVERIFY(f.write([](Writer& w) { return w.setCaptureMark(CaptureId{4}, {}); }));
        QVERIFY(f.setQuota({.age = 23h}));
        QCOMPARE(left(), (QList<qint64>{2}));
        QTRY_COMPARE(removals.told(), (CapturesGone{0, 4, 1}));
    }

    void theOldestGoForTheNumber()
    {
        QuotaFixture f;
        Removals removals(*f.store);
        QVERIFY(f.setQuota({.count = 3}));
        for (int i = 1; i <= 5; ++i)
            QVERIFY(f.add(captureOf(100)));
        QCOMPARE(f.size().captures, 3);
        QCOMPARE(f.size().captureBytes, 300);
        QCOMPARE(f.oldest(), 3);
        QTRY_COMPARE(removals.told(), (CapturesGone{0, 2, 0}));
    }

    void theOldestGoForTheSizeAlsoInOneGroup()
    {
        QuotaFixture f;
        Removals removals(*f.store);
        QVERIFY(f.setQuota({.bytes = 1'000}));
        QVERIFY(f.write([](Writer& w) {
            for (int i = 1; i <= 50; ++i)
                (void)w.addCapture(captureOf(100));
            return w.addCapture(captureOf(450));
        }));
        QCOMPARE(f.size().captureBytes, 950);
        QCOMPARE(f.size().captures, 6);
        QCOMPARE(f.oldest(), 46);
        QTRY_COMPARE(removals.told(), (CapturesGone{45, 0, 0}));
    }

    void aLowerQuotaTakesEffectAtOnce()
    {
        QuotaFixture f;
        for (int i = 1; i <= 20; ++i)
            QVERIFY(f.add(captureOf(20'000)));
        QVERIFY(f.setQuota({.bytes = 100'000, .count = 7}));
        QCOMPARE(f.size().captures, 5);
        QCOMPARE(f.size().captureBytes, 100'000);
        f.reopen();
        QCOMPARE(f.size().captures, 5);
        QVERIFY(f.setQuota({.count = 1}));
        QCOMPARE(f.size().captureBytes, 20'000);
    }

    void manyGoInMoreThanOneGroup()
    {
        QuotaFixture f;
        QVERIFY(f.write([](Writer& w) {
            for (int i = 1; i < 12'000; ++i)
                (void)w.addCapture(captureOf(100));
            return w.addCapture(captureOf(100));
        }));
        QVERIFY(f.setQuota({.count = 5}));
        QTRY_COMPARE_WITH_TIMEOUT(f.size().captures, 5, 30'000);
        QCOMPARE(f.size().captureBytes, 500);
    }

    void whatIsTooOldGoesByItself()
    {
        QuotaFixture f;
        Removals removals(*f.store);
        QVERIFY(f.add(captureOf(100, now() - 50h)));
        QVERIFY(f.add(captureOf(100, now() - 40h)));
        QVERIFY(f.add(captureOf(100)));
        QVERIFY(f.setQuota({.age = 45h, .atQuota = AtQuota::Refuse}));
        QCOMPARE(f.size().captures, 2);
        QVERIFY(f.setQuota({.age = 2s}));
        QTRY_COMPARE_WITH_TIMEOUT(f.size().captures, 0, 30'000);
        QTRY_COMPARE(removals.told(), (CapturesGone{0, 0, 3}));
    }

    void theAgeIsKeptAfterTheWorkspaceIsOpened()
    {
        QuotaFixture f;
        QVERIFY(f.setQuota({.age = 1h}));
        QVERIFY(f.add(captureOf(100, now() - 59min)));
        f.reopen();
        QVERIFY(f.add(captureOf(100, now() - 2h)));
        QVERIFY(f.setQuota({.age = 58min}));
        QTRY_COMPARE_WITH_TIMEOUT(f.size().captures, 0, 30'000);
    }

    void itRefusesAndTakesAgainWhereThereIsRoom()
    {
        QuotaFixture f;
        QVERIFY(f.setQuota({.bytes = 1'000, .count = 2, .atQuota = AtQuota::Refuse}));
        QVERIFY(f.add(captureOf(300)));
        const Result<CaptureId> second = f.add(captureOf(300));
        QVERIFY(second);
        QCOMPARE(f.add(captureOf(300)).error().code, ErrorCode::Conflict);
        QCOMPARE(f.size().captures, 2);
        f.reopen();
        QCOMPARE(f.add(captureOf(300)).error().code, ErrorCode::Conflict);
        QVERIFY(f.write([&](Writer& w) { return w.removeCaptures(RemovalId{1}, {*second}); }));
        QVERIFY(f.add(captureOf(300)));
        QCOMPARE(f.write([&](Writer& w) { return w.bringBack(RemovalId{1}, 10); }), qint64(1));
        QCOMPARE(f.size().captureBytes, 900);
        QVERIFY(f.setQuota({.bytes = 1'000, .atQuota = AtQuota::Refuse}));
        QCOMPARE(f.add(captureOf(101)).error().code, ErrorCode::Conflict);
        QVERIFY(f.add(captureOf(100)));
        QVERIFY(f.setQuota({.bytes = 2'000, .atQuota = AtQuota::Refuse}));
        QVERIFY(f.add(captureOf(300)));
        QCOMPARE(f.size().captureBytes, 1'300);
    }

    void whatIsLargerThanTheQuotaIsRefusedAndNothingGoes()
    {
        QuotaFixture f;
        QVERIFY(f.setQuota({.bytes = 1'000}));
        for (int i = 0; i < 10; ++i)
            QVERIFY(f.add(captureOf(100)));
        QCOMPARE(f.add(captureOf(1'001)).error().code, ErrorCode::Conflict);
        QCOMPARE(f.size().captures, 10);
        QCOMPARE(f.addBody(1'002).error().code, ErrorCode::Conflict);
        QCOMPARE(f.size().captures, 10);
        QVERIFY(f.dropRefusedBody());
        QVERIFY(f.add(captureOf(1'000)));
        QCOMPARE(f.size().captures, 1);
    }

    void bodiesOnTheirWayCount()
    {
        QuotaFixture f;
        QVERIFY(f.setQuota({.bytes = 1'000, .atQuota = AtQuota::Refuse}));
        const auto body = f.addBody(600);
        QVERIFY(body);
        QCOMPARE(f.add(captureOf(401)).error().code, ErrorCode::Conflict);
        QCOMPARE(f.addBody(600).error().code, ErrorCode::Conflict);
        QVERIFY(f.dropRefusedBody());
        Capture capture = captureOf(50);
        capture.body.clear();
        QVERIFY(f.write([&](Writer& w) { return w.addCapture(capture, *body); }));
        QCOMPARE(f.size().captureBytes, 600 + capture.head.size());
        QVERIFY(f.add(captureOf(300)));
        QCOMPARE(f.addBody(200).error().code, ErrorCode::Conflict);
        f.reopen();
        QVERIFY(f.add(captureOf(80)));
    }

    void aGroupThatIsUndoneLeavesTheTotals()
    {
        QuotaFixture f;
        QVERIFY(f.setQuota({.count = 5}));
        QVERIFY(f.add(captureOf(100)));
        const auto failed = f.write([](Writer& w) -> Result<void> {
            (void)w.addCapture(captureOf(100));
            (void)w.setCaptureQuota({.count = 1});
            return fail(ErrorCode::Internal, u"on purpose"_s);
        });
        QVERIFY(!failed);
        for (int i = 0; i < 9; ++i)
            QVERIFY(f.add(captureOf(100)));
        QCOMPARE(f.size().captures, 5);
        QCOMPARE(f.size().captureBytes, 500);
        QCOMPARE(f.read([](Reader& r) { return r.captureCount(); }), qint64(5));
    }
};

QTEST_GUILESS_MAIN(QuotaTest)
#include "quota_test.moc"
