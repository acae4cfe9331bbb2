// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/decimal.h"
#include "query/completion.h"
#include "query/moments.h"
#include "query/parser.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace hookworks;
using namespace Qt::StringLiterals;

class ParserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// The canonical text shows the tree.
    void readsTheGrammar_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("canonical");
        const auto row = [](const char* name, const QString& text, const QString& canonical) {
            QTest::newRow(name) << text << canonical;
        };
        row("nothing", u"  "_s, u""_s);
        row("a word", u" failed "_s, u"failed"_s);
        row("side by side", u"a b"_s, u"a and b"_s);
        row("and", u"a AND b and c"_s, u"a and b and c"_s);
        row("or binds less", u"a b or c and d"_s, u"a and b or c and d"_s);
        row("parentheses", u"(a or b) c"_s, u"(a or b) and c"_s);
        row("idle parentheses", u"((a)) (b c)"_s, u"a and b and c"_s);
        row("not binds most", u"not a b"_s, u"not a and b"_s);
        row("not of more", u"Not (a b) or not not c"_s, u"not (a and b) or not not c"_s);
        row("comparison", u"status>=500"_s, u"status>=500"_s);
        row("spaces around an operator", u"status >= 500 and method != GET"_s,
            u"status>=500 and method!=GET"_s);
        row("names have no case", u"STATUS=200 Header.X-a:b BODY.a~b"_s,
            u"status=200 and header.X-a:b and $.a~b"_s);
        row("old name", u"bytes<5"_s, u"size<5"_s);
        row("is", u"is:malformed"_s, u"is:malformed"_s);
        row("quotes", u"rule=\"a and b\" 'it is'"_s, u"rule=\"a and b\" and \"it is\""_s);
        row("escapes", uR"('it\'s \"x\" \\ \n')"_s, uR"("it's \"x\" \\ \\n")"_s);
        row("a keyword in quotes", u"\"and\" \"or\""_s, u"\"and\" and \"or\""_s);
        row("an empty value", u"rule=''"_s, u"rule=\"\""_s);
        row("a time has colons", u"received>2026-03-01T10:15:00Z"_s, u"received>\"2026-03-01T10:15:00Z\""_s);
        row("a target with an operator", u"target=/a?x=1"_s, u"target=\"/a?x=1\""_s);
        row("a port", u"remote~:8717"_s, u"remote~\":8717\""_s);
        row("ago", u"after:10m before:2h"_s, u"after:10m and before:2h"_s);
        row("path", u"$.a[0].b=1"_s, u"$.a[0].b=1"_s);
        row("path with quotes", u"$['a b']=1 $.\"c d\"=2"_s, u"$['a b']=1 and $['c d']=2"_s);
        row("path from the body", u"body.a[2]:x body[0]=1"_s, u"$.a[2]:x and $[0]=1"_s);
        row("the root", u"$=5"_s, u"$=5"_s);
        row("body.png is a word", u"body.png"_s, u"body.png"_s);
        row("a price is a word", u"$5"_s, u"\"$5\""_s);
        row("a field's name is a word", u"status failed"_s, u"status and failed"_s);
        row("an apostrophe inside", u"it's"_s, u"\"it's\""_s);
        row("a mark inside", u"stop!"_s, u"\"stop!\""_s);
        row("not only ASCII", u"rule=größe or \u540d"_s, u"rule=größe or \u540d"_s);
    }
    void readsTheGrammar()
    {
        QFETCH(QString, text);
        QFETCH(QString, canonical);
        const auto query = readQuery(text);
        QVERIFY2(query, query ? "" : qPrintable(query.error().message()));
        QCOMPARE(toString(*query), canonical);
        const auto again = readQuery(canonical);
        QVERIFY2(again, again ? "" : qPrintable(again.error().message()));
        QVERIFY(*again == *query);
    }

    void namesTheCharacterThatIsWrong_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("character");
        const auto row = [](const char* text, int character) {
            QTest::newRow(text) << QString::fromUtf8(text) << character;
        };
        row("colour=red", 1);
        row("method=GET and colour=red", 16);
        row("rule=\"a and b\" and colour=red", 20);
        row("http://example.com/", 1);
        row("status=", 7);
        row("status>= and x", 7);
        row("rule=or", 5);
        row("status=many", 8);
        row("status=\"12 a\"", 8);
        row("size<x", 6);
        row("received>yesterday", 10);
        row("received>2026-13-01", 10);
        row("valid=maybe", 7);
        row("valid>true", 7);
        row("state=lost", 7);
        row("is:new", 4);
        row("id=cat", 4);
        row("after>10m", 7);
        row("a and", 3);
        row("a or or b", 6);
        row("and a", 1);
        row("not", 1);
        row("(a or b", 1);
        row("a (b", 3);
        row("a)", 2);
        row("()", 2);
        row("=5", 1);
        row("a \"b c", 3);
        row("rule='it", 6);
        row("\"a\"b", 4);
        row("\"status\"=5", 9);
        row("rule=a\"b\"", 7);
        row("method==GET", 8);
        row("$.a", 1);
        row("$.=1", 3);
        row("$[x]=1", 3);
        row("$.a[1=2", 6);
        row("\xC3\xA4\xF0\x9F\x98\x80 colour=red", 4);
    }
    void namesTheCharacterThatIsWrong()
    {
        QFETCH(QString, text);
        QFETCH(int, character);
        const auto query = readQuery(text);
        QVERIFY2(!query, query ? qPrintable(toString(*query)) : "");
        QVERIFY2(query.error().character == character, qPrintable(query.error().message()));
        QVERIFY(query.error().offset <= text.size());
        const auto error = parseQuery(text).error();
        QCOMPARE(error.code, ErrorCode::BadInput);
        QVERIFY(error.message.contains(u"character %1:"_s.arg(character)));
    }

    void hostileTextsAreRefused()
    {
        QVERIFY(!readQuery(QString(20'000, u'a')));
        QVERIFY(!readQuery(QString(10'000, u'(')));
        QVERIFY(!readQuery(u"not "_s.repeated(4'000) + u'a'));
        QVERIFY(!readQuery(u"a "_s.repeated(201)));
        QVERIFY(readQuery(u"a "_s.repeated(200)));
        QVERIFY(readQuery(u"("_s.repeated(100) + u'a' + u")"_s.repeated(100)));
    }

    /// Whatever is read has a text that is read as the same; nothing crashes; completion takes any text.
    void randomTexts()
    {
        const QStringList pieces{
            u"("_s,    u")"_s,          u" "_s,           u"and "_s,   u"or "_s,
            u"not "_s, u"status"_s,     u"="_s,           u":"_s,      u"~"_s,
            u"<"_s,    u"!="_s,         u"\""_s,          u"'"_s,      u"\\"_s,
            u"$.a"_s,  u"['b c']"_s,    u"[0]"_s,         u"body.x"_s, u"header.X"_s,
            u"500"_s,  u"*"_s,          u"10m"_s,         u"word"_s,   u"\u00e9"_s,
            u"rule"_s, u"is:replay "_s, u"valid=true "_s, u"\n"_s,     QString(QChar(0xd800))};
        QRandomGenerator random(7);
        int read = 0;
        for (int round = 0; round < 20'000; ++round) {
            QString text;
            for (int i = random.bounded(9); i >= 0; --i)
                text += pieces[random.bounded(pieces.size())];
            (void)completeQuery(text, random.bounded(text.size() + 1));
            const auto query = readQuery(text);
            if (!query) {
                QVERIFY(query.error().character >= 1 && query.error().offset <= text.size());
                continue;
            }
            ++read;
            const auto again = readQuery(toString(*query));
            QVERIFY2(again && *again == *query, qPrintable(text + u" -> "_s + toString(*query)));
        }
        QVERIFY(read > 1000);
    }

    void numbersAreExact_data()
    {
        QTest::addColumn<QByteArray>("left");
        QTest::addColumn<QByteArray>("right");
        QTest::addColumn<int>("order");
        const auto row = [](const char* left, const char* right, int order) {
            QTest::addRow("%s %s", left, right) << QByteArray(left) << QByteArray(right) << order;
        };
        row("1e3", "1000", 0);
        row("1000.0", "1000", 0);
        row("0", "-0.00e5", 0);
        row("0.1", "1e-1", 0);
        row("9007199254740993", "9007199254740992", 1);
        row("0.30000000000000000000000001", "0.3", 1);
        row("-2", "-10", 1);
        row("-1", "1", -1);
        row("1e400", "1e401", -1);
        row("1e99999999999999999", "2", 1);
        row("100", "99.99", 1);
        row("0.05", "0.5", -1);
    }
    void numbersAreExact()
    {
        QFETCH(QByteArray, left);
        QFETCH(QByteArray, right);
        QFETCH(int, order);
        const auto l = Decimal::parse(left), r = Decimal::parse(right);
        QVERIFY(l && r);
        QVERIFY((*l <=> *r) == (order <=> 0));
        QVERIFY((*r <=> *l) == (0 <=> order));
    }
    void whatIsNoNumber()
    {
        for (const char* text :
             {"", "-", "01", "1.", ".5", "+1", "1e", "1e+", "0x1", "1 ", "NaN", "1e999999999999999999"})
            QVERIFY2(!Decimal::parse(text), text);
        QCOMPARE(Decimal::parse("12e2")->toInteger(), 1200);
        QCOMPARE(Decimal::parse("-5")->toInteger(), -5);
        QCOMPARE(Decimal::parse("9223372036854775807")->toInteger(), std::numeric_limits<qint64>::max());
        QVERIFY(!Decimal::parse("9223372036854775808")->toInteger());
        QVERIFY(!Decimal::parse("1.5")->toInteger());
        QVERIFY(!Decimal::parse("1e30")->toInteger());
        const std::pair<const char*, const char*> texts[] = {{"1200.0", "1200"},
                                                             {"12e2", "1200"},
                                                             {"-0.50", "-0.5"},
                                                             {"0e7", "0"},
                                                             {"-0", "0"},
                                                             {"1.25e1", "12.5"},
                                                             {"5e-3", "0.005"},
                                                             {"1e30", "1e30"},
                                                             {"120e29", "1.2e31"},
                                                             {"1E-30", "1e-30"},
                                                             {"1e19", "10000000000000000000"},
                                                             {"-7", "-7"}};
        for (const auto& [written, text] : texts) {
            QCOMPARE(Decimal::parse(written)->toText(), QByteArray(text));
            QVERIFY(Decimal::parse(text) == Decimal::parse(written));
        }
    }

    void times_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        const auto row = [](const char* text, const char* from, const char* to) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(from)
                                << QString::fromUtf8(to);
        };
        row("2026-03-01", "2026-03-01T00:00:00.000000Z", "2026-03-02T00:00:00.000000Z");
        row("2026-03-01T10:15", "2026-03-01T10:15:00.000000Z", "2026-03-01T10:16:00.000000Z");
        row("2026-03-01 10:15:05Z", "2026-03-01T10:15:05.000000Z", "2026-03-01T10:15:06.000000Z");
        row("2026-03-01T10:15:05.25+02:00", "2026-03-01T08:15:05.250000Z", "2026-03-01T08:15:05.260000Z");
        row("2026-03-01T10:15:05.1234567Z", "2026-03-01T10:15:05.123456Z", "2026-03-01T10:15:05.123457Z");
        row("90s", "2026-02-28T23:58:30.000000Z", "2026-02-28T23:58:30.000001Z");
        row("10m", "2026-02-28T23:50:00.000000Z", "2026-02-28T23:50:00.000001Z");
        row("2h", "2026-02-28T22:00:00.000000Z", "2026-02-28T22:00:00.000001Z");
        row("3d", "2026-02-26T00:00:00.000000Z", "2026-02-26T00:00:00.000001Z");
    }
    void times()
    {
        QFETCH(QString, text);
        QFETCH(QString, from);
        QFETCH(QString, to);
        const auto moment = momentOf(text, *realTimeFromIso(u"2026-03-01T00:00:00Z"));
        QVERIFY(moment);
        QCOMPARE(toIso(moment->from), from);
        QCOMPARE(toIso(moment->to), to);
    }
    void whatIsNoTime()
    {
        for (const char* text : {"", "m", "10", "10y", "-1h", "1234567d", "2026-02-30", "2026-3-1",
                                 "0000-01-01", "2026-03-01T24:00", "2026-03-01T10", "2026-03-01Z"})
            QVERIFY2(!momentOf(QString::fromUtf8(text), RealTime()), text);
    }

    void completes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("begin");
        QTest::addColumn<QStringList>("some");
        QTest::addColumn<QStringList>("none");
        const auto row = [](const char* text, int begin, const QStringList& some, const QStringList& none) {
            QTest::newRow(text) << QString::fromUtf8(text) << begin << some << none;
        };
        row("", 0, {u"status"_s, u"header."_s, u"$."_s, u"not"_s}, {});
        row("a and st", 6, {u"status"_s, u"state"_s}, {u"path"_s});
        row("status", 0, {u"status="_s, u"status>="_s}, {u"state"_s});
        row("state", 0, {u"state:"_s}, {u"state<"_s});
        row("state=de", 6, {u"delivered"_s}, {u"waiting"_s});
        row("state=", 6, {u"waiting"_s}, {});
        row("(is:", 4, {u"malformed"_s, u"replay"_s}, {});
        row("rule:\"do", 5, {u"\"down for 3\""_s}, {u"other"_s});
        row("rule:o", 5, {u"other"_s}, {u"\"down for 3\""_s});
        row("status=500 ", 11, {u"status"_s, u"and"_s}, {});
        row("\"st", 0, {}, {u"status"_s});
    }
    void completes()
    {
        QFETCH(QString, text);
        QFETCH(int, begin);
        QFETCH(QStringList, some);
        QFETCH(QStringList, none);
        const auto values = [](const QueryField& field, const QString&) {
            return field.name == QueryName::Rule ? QStringList{u"down for 3"_s, u"other"_s} : QStringList();
        };
        const QueryCompletions completions = completeQuery(text, text.size(), values);
        QCOMPARE(completions.begin, begin);
        QStringList texts;
        for (const QueryCompletion& choice : completions.choices)
            texts << choice.text;
        for (const QString& choice : some)
            QVERIFY2(texts.contains(choice), qPrintable(texts.join(u' ')));
        for (const QString& choice : none)
            QVERIFY2(!texts.contains(choice), qPrintable(texts.join(u' ')));
    }
};

QTEST_APPLESS_MAIN(ParserTest)
#include "parser_test.moc"
