// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/rule_engine.h"

#include <QTest>

using namespace hookworks;
using namespace Qt::StringLiterals;

namespace {

/// `{"event":"report.failed"}` as gzip makes it.
const QByteArray packed = QByteArray::fromHex("1f8b08000000000002ffab564a2d4bcd2b51b2522a4a2dc82f2ad14b4bcc"
                                              "cc494d51aa0500148291dc19000000");

ReplyRule ruleOn(const QString& path, const QString& value)
{
    ReplyRule rule;
    rule.replies = {Reply()};
    rule.replies.first().status = 503;
    rule.match.body = {{path, value}};
    return rule;
}

HeaderList coded(const QByteArray& coding)
{
    HeaderList headers;
    if (!coding.isEmpty())
        headers.append("content-encoding", coding);
    return headers;
}

QByteArray utf16(const QByteArray& ascii, bool bigEndian)
{
    QByteArray text;
    for (const char c : ascii)
        text += bigEndian ? QByteArray(1, '\0') + c : QByteArray(1, c) + '\0';
    return text;
}

} // namespace

/// Conditions on what is in a body, however it is written.
class BodyConditionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valuesAreFoundHoweverTheBodyIsWritten_data();
    void valuesAreFoundHoweverTheBodyIsWritten();
    void numbersAreComparedByValue_data();
    void numbersAreComparedByValue();
    void whatCannotBeJudgedIsSaidAtTheRule_data();
    void whatCannotBeJudgedIsSaidAtTheRule();
    void onlyARuleWhoseRestFitsIsTold();
    void manyPathsCostLittle();
};

void BodyConditionsTest::valuesAreFoundHoweverTheBodyIsWritten_data()
{
    QTest::addColumn<QByteArray>("coding");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("holds");
    const QByteArray plain = R"({"event":"report.failed"})";
    QTest::newRow("plain") << QByteArray() << plain << true;
    QTest::newRow("gzip") << QByteArray("gzip") << packed << true;
    QTest::newRow("gzip in capitals") << QByteArray("GZIP") << packed << true;
    QTest::newRow("a mark") << QByteArray() << "\xEF\xBB\xBF" + plain << true;
    QTest::newRow("UTF-16") << QByteArray() << utf16(plain, false) << true;
    QTest::newRow("UTF-16 with a mark") << QByteArray() << "\xFF\xFE" + utf16(plain, false) << true;
    QTest::newRow("big-endian UTF-16") << QByteArray() << "\xFE\xFF" + utf16(plain, true) << true;
    QTest::newRow("escaped") << QByteArray() << QByteArray(R"({"\u0065vent":"report\u002efailed"})") << true;
    QTest::newRow("the last of equal keys")
        << QByteArray() << QByteArray(R"({"event":"x","event":"report.failed"})") << true;
    QTest::newRow("not the first of equal keys")
        << QByteArray() << QByteArray(R"({"event":"report.failed","event":"x"})") << false;
    QTest::newRow("another value") << QByteArray() << QByteArray(R"({"event":"report.completed"})") << false;
    QTest::newRow("no value") << QByteArray() << QByteArray("{}") << false;
    QTest::newRow("no body") << QByteArray("gzip") << QByteArray() << false;
}

void BodyConditionsTest::valuesAreFoundHoweverTheBodyIsWritten()
{
    QFETCH(const QByteArray, coding);
    QFETCH(const QByteArray, body);
    QFETCH(const bool, holds);
    RuleEngine engine({ruleOn(u"$.event"_s, u"report.failed"_s)});
    const RuleChoice choice = engine.choose({"POST", "/", coded(coding), body});
    QCOMPARE(choice.reply.status, holds ? 503 : 200);
    QVERIFY(choice.unjudged.isEmpty());
    QCOMPARE(engine.progress().first().unjudged, 0);
}

void BodyConditionsTest::numbersAreComparedByValue_data()
{
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<bool>("holds");
    const auto row = [](const QString& wanted, const char* written, bool holds) {
        QTest::addRow("%s, %s", qPrintable(wanted), written) << wanted << QByteArray(written) << holds;
    };
    row(u"1000"_s, "1e3", true);
    row(u"1e3"_s, "1000.0", true);
    row(u"-0"_s, "0.00", true);
    row(u"0.1"_s, "0.10000000000000000000000001", false);
    row(u"12345678901234567890"_s, "12345678901234567891", false);
    row(u"12345678901234567890"_s, "1234567890123456789.0e1", true);
    row(u"1*"_s, "1e3", true); // a pattern goes by what is written
    row(u"1000"_s, "\"1e3\"", false);
    row(u"1e3"_s, "\"1e3\"", true);
    row(u"1"_s, "true", false);
}

void BodyConditionsTest::numbersAreComparedByValue()
{
    QFETCH(const QString, wanted);
    QFETCH(const QByteArray, written);
    QFETCH(const bool, holds);
    RuleEngine engine({ruleOn(u"$.n[0]"_s, wanted)});
    QCOMPARE(engine.choose({"POST", "/", {}, "{\"n\":[" + written + "]}"}).reply.status, holds ? 503 : 200);
}

void BodyConditionsTest::whatCannotBeJudgedIsSaidAtTheRule_data()
{
    QTest::addColumn<QByteArray>("coding");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("problem");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* name, const QByteArray& coding, const QByteArray& body,
                        const QString& words) {
        QTest::newRow(name) << coding << body << QString() << words;
    };
    row("no gzip", "gzip", R"({"event":1})", u"the body is no valid gzip"_s);
    row("half of it", "gzip", packed.chopped(12), u"the body ends before its gzip data do"_s);
    row("unknown", "snappy", "x", u"content coding \"snappy\""_s);
    row("no JSON", {}, "event=report.failed", u"the body is no JSON (line 1, column 1: "_s);
    row("half of UTF-16", {}, QByteArray("\xFF\xFE{", 3), u"UTF-16 that is not valid"_s);
    row("a long object", {}, "{\"event\":[\"" + QByteArray(300'000, 'x') + "\"]}",
        u"what is at $.event in the body has more than 256 KiB"_s);
    row("too long", {}, "{\"event\":\"" + QByteArray(17 * 1024 * 1024, 'x') + "\"}",
        u"more than 16777216 bytes"_s);
    QTest::newRow("not there") << QByteArray() << QByteArray() << u"it was lost"_s << u"it was lost"_s;
}

void BodyConditionsTest::whatCannotBeJudgedIsSaidAtTheRule()
{
    QFETCH(const QByteArray, coding);
    QFETCH(const QByteArray, body);
    QFETCH(const QString, problem);
    QFETCH(const QString, words);
    ReplyRule rest;
    rest.replies = {Reply()};
    rest.replies.first().status = 201;
    RuleEngine engine({ruleOn(u"$.event"_s, u"*"_s), rest});
    const RuleChoice choice = engine.choose({"POST", "/", coded(coding), body, {}, problem});
    QCOMPARE(choice.reply.status, 201);
    QCOMPARE(choice.unjudged.size(), 1);
    QCOMPARE(choice.unjudged.first().first, u"rule 1"_s);
    QVERIFY2(choice.unjudged.first().second.contains(words), qPrintable(choice.unjudged.first().second));
    QCOMPARE(choice.steps.size(), 2);
    const RuleProgress progress = engine.progress().first();
    QCOMPARE(progress, choice.steps.first().progress);
    QCOMPARE(progress.unjudged, 1);
    QCOMPARE(progress.unjudgedReason, choice.unjudged.first().second);
    QCOMPARE(progress.hits, 0);
}

void BodyConditionsTest::onlyARuleWhoseRestFitsIsTold()
{
    ReplyRule elsewhere = ruleOn(u"$.a"_s, u"1"_s);
    elsewhere.match.path = u"/elsewhere"_s;
    ReplyRule off = ruleOn(u"$.a"_s, u"1"_s);
    off.enabled = false;
    RuleEngine engine({elsewhere, off, ruleOn(u"$.a"_s, u"1"_s)});
    QCOMPARE(engine.choose({"POST", "/", {}, "no JSON"}).unjudged.size(), 1);
    QCOMPARE(engine.progress()[0].unjudged + engine.progress()[1].unjudged, 0);
}

/// What a request costs grows with the body and with the rules, not with one times the other.
void BodyConditionsTest::manyPathsCostLittle()
{
    QList<ReplyRule> rules;
    for (int i = 0; i < 5'000; ++i)
        rules << ruleOn(u"$.k%1.v"_s.arg(i), u"none"_s);
    rules << ruleOn(u"$.last"_s, u"yes"_s);
    QByteArray body = "{";
    for (int i = 0; i < 50'000; ++i)
        body += "\"k" + QByteArray::number(i) + "\":{\"v\":0},";
    RuleEngine engine(rules);
    QCOMPARE(engine.choose({"POST", "/", {}, body + R"("last":"yes"})"}).rule, 5'000);
}

QTEST_APPLESS_MAIN(BodyConditionsTest)
#include "body_conditions_test.moc"
