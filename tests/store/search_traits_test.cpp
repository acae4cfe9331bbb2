// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/matcher.h"
#include "random_query.h"
#include "search_fixture.h"
#include "store/packed.h"
#include "store/ruled_out.h"

using namespace hookworks;

namespace {

constexpr int stretch = int(capturesInStretch);

/// Of captures that share nearly all; every fourth is a GET.
CommonTraits traitsOfAStretch()
{
    TraitCount count;
    for (int i = 0; i < stretch; ++i) {
        Capture capture;
        capture.method = i % 4 == 0 ? "GET" : "POST";
        capture.head = capture.method + " /in/" + QByteArray::number(i) +
                       " HTTP/1.1\r\nHost: Example\r\nX-Id: " + QByteArray::number(i * 7919) + "\r\n\r\n";
        capture.headers = fieldsOfHead(capture.head);
        capture.body = "{\"at\":\"2026-11-30T12:" + QByteArray::number(10 + i % 50) +
                       ":00Z\",\"k\":{\"e\":[\"" + (i % 2 ? "on" : "off") +
                       "\",4]},\"x\":1,\"x\":2,\"u\":" + QByteArray::number(i) + '}';
        eachTrait(capture, {}, sampleReading(), [&](const CaptureTrait& trait) { count.add(i, trait); });
    }
    return unpackedTraits(packed(count.common())).value();
}

/// All but the few captures with which a trait came first.
bool isNearly(qsizetype count, qsizetype of)
{
    return count <= of && count > of - 4;
}

} // namespace

/// What captures share rules out what is asked, and never too much.
class SearchTraitsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sharedTraitsRuleOut_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<int>("out");
        QTest::newRow("a word") << u"not EXAMPLE"_s << stretch;
        QTest::newRow("part of a line") << u"not \"host: ex\""_s << stretch;
        QTest::newRow("how what differs begins") << u"not 2026-11-30t12"_s << stretch;
        QTest::newRow("a header") << u"header.host!=Example"_s << stretch;
        QTest::newRow("another header") << u"not header.host=example"_s << 0;
        QTest::newRow("a header that is another") << u"header.host=example"_s << 0;
        QTest::newRow("a path") << u"not $.k.e[1]=4"_s << stretch;
        QTest::newRow("a path's number") << u"$.k.e[1]!=4.0"_s << stretch;
        QTest::newRow("a path that is another") << u"$.k.e[1]=5"_s << stretch;
        QTest::newRow("half of a path") << u"$.k.e[0]=on"_s << stretch / 2;
        QTest::newRow("the last of two members") << u"$.x=1"_s << stretch;
        QTest::newRow("a column") << u"method=GET"_s << stretch * 3 / 4;
        QTest::newRow("its opposite") << u"not method=GET"_s << stretch / 4;
        QTest::newRow("in the body alone") << u"not head~2026"_s << 0;
        QTest::newRow("the whole head") << u"not head=Example"_s << 0;
        QTest::newRow("both") << u"not (example and method=GET)"_s << stretch / 4;
        QTest::newRow("either") << u"not example or $.k.e[0]=on"_s << stretch / 2;
        QTest::newRow("what each has alone") << u"not $.u=7"_s << 0;
        QTest::newRow("what is not known") << u"absent"_s << 0;
        QTest::newRow("of a delivery") << u"state=waiting"_s << stretch;
        QTest::newRow("of none") << u"state!=waiting"_s << 0;
    }

    void sharedTraitsRuleOut()
    {
        QFETCH(QString, query);
        QFETCH(int, out);
        static const CommonTraits traits = traitsOfAStretch();
        const RuledOut ruledOut(parseQuery(query).value(), at(0));
        const qsizetype count = ruledOut.among(traits).count(true);
        QVERIFY2(out == 0 ? count == 0 : isNearly(count, out), qPrintable(QString::number(count)));
    }

    void whatIsKnownIsBounded()
    {
        TraitCount count;
        for (int i = 0; i < stretch; ++i) {
            for (int each = 0; each < 1'000; ++each)
                count.add(i, {TraitKind::Body, {}, "shared" + QByteArray::number(each * 7919)});
        }
        const CommonTraits traits = count.common();
        QCOMPARE(traits.size(), size_t(255));
        QVERIFY(!unpackedTraits("nobody packed this"));
        QVERIFY(!unpackedTraits(packed(QList<QByteArray>{"bno name", ""})));
    }

    /// As each capture in memory says.
    void findsWhatTheMatcherFinds()
    {
        SearchFixture f;
        f.fill(1, 2 * stretch + 100);
        QVERIFY(f.isIndexed() && f.areTraitsKnown(2));
        const auto captures =
            f.read([](Reader& r) { return r.captures({.limit = 0, .bodies = true}); }).value();
        const BodyReading reading = sampleReading();
        QRandomGenerator random(5);
        for (int i = 0; i < 60; ++i) {
            const QString text = u"not ("_s + randomQuery(random) + u')';
            const QueryMatcher matcher(parseQuery(text).value(), at(0));
            QList<CaptureId> expected;
            for (const Capture& capture : captures) {
                const CaptureParts parts;
                if (matcher.on(QueriedCapture(capture, parts, reading)) == QueryVerdict::Yes)
                    expected << capture.id;
            }
            QVERIFY2(f.found(text) == expected, qPrintable(text));
            std::ranges::reverse(expected);
            QVERIFY2(f.found(text, true, 500) == expected, qPrintable(text));
        }
    }

    /// What captures are now counts, not what they shared when that was found out.
    void followsWhatChanges()
    {
        SearchFixture f;
        f.fill(1, stretch);
        QVERIFY(f.isIndexed() && f.areTraitsKnown(1));
        const qsizetype others = f.found(u"not status=200"_s).size();
        CaptureAnswer answer;
        answer.responseStatus = 418;
        QVERIFY(f.write([&](Writer& w) { return w.captureAnswered(CaptureId{6}, answer); }));
        for (const bool again : {false, true}) {
            QVERIFY(!again || (f.isIndexed() && f.areTraitsKnown(1)));
            QCOMPARE(f.found(u"not status=200"_s).size(), others + 1);
        }
        QVERIFY(f.write([](Writer& w) { return w.removeCaptures(RemovalId{1}, {CaptureId{6}}); }));
        QCOMPARE(f.found(u"not status=200"_s).size(), others);
        QVERIFY(f.areTraitsKnown(1));
        QVERIFY(f.write([&](Writer& w) { return w.bringBack(RemovalId{1}, 10); }));
        QCOMPARE(f.found(u"not status=200"_s).size(), others + 1);
    }

    /// A secret that is forgotten is in no trait, and traits that were lost are found again.
    void forgetsWhatIsForgotten()
    {
        SearchFixture f;
        f.fill(1, stretch);
        QVERIFY(f.isIndexed() && f.areTraitsKnown(1));
        const QString secret =
            u"SELECT count(*) FROM search_traits WHERE instr(traits, CAST('long needle' AS "
            "BLOB)) + instr(traits, CAST('folded value' AS BLOB)) > 0"_s;
        QCOMPARE(f.number(secret), 1);
        ForgetPlace place;
        while (!place.isEnd) {
            const auto portion = f.write([place](Writer& w) {
                return w.forget(SecretWritings({"needle", "folded value"}), place);
            });
            QVERIFY(portion);
            place = portion->next;
        }
        QTRY_COMPARE(f.number(secret), 0);
        QVERIFY(f.areTraitsKnown(1));
        QCOMPARE(f.number(secret), 0);
        f.store.reset();
        QVERIFY(f.number(u"DELETE FROM search_traits"_s) >= 0);
        f.open(Store::Mode::Write);
        QVERIFY(f.areTraitsKnown(1));
    }
};

QTEST_GUILESS_MAIN(SearchTraitsTest)
#include "search_traits_test.moc"
