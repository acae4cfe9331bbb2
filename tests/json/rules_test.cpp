// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/values_rules.h"

#include <QTest>

using namespace hookworks;
using namespace Qt::StringLiterals;

class RulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theContractsExampleIsUnderstood();
    void theContractsExampleIsWrittenAsItStands();
    void basicMayBeAPair();
    void everyFieldOfAReplyIsUnderstood();
    void aMistakeIsNamedAtItsPlace_data();
    void aMistakeIsNamedAtItsPlace();
    void theLineCounts();
    void tooMuchIsRefusedBeforeItIsRead_data();
    void tooMuchIsRefusedBeforeItIsRead();
    void aFileMayBeginWithAMarkOrBeUtf16_data();
    void aFileMayBeginWithAMarkOrBeUtf16();
};

namespace {

const QByteArray example =
    R"({"rules":[{"name":"down for 3","match":{"method":"POST","path":"/hook","header":{"X-Tenant":"a*"},)"
    R"("body":{"$.event":"report.failed"}},"times":3,"reply":{"status":503,"headers":[["Retry-After","2"]],)"
    R"("body":"down","delayMs":10}},{"match":{"path":"/flaky"},"sequence":[{"status":500},{"fault":"reset"},)"
    R"({"status":200}],"repeat":true},{"match":{"path":"/hook"},"forSeconds":600,"reply":{"status":503}},)"
    R"({"match":{"path":"/secure"},"reply":{"status":204},"require":{"bearer":"token"},"otherwise":{"status":401}}]})";

} // namespace

void RulesTest::theContractsExampleIsUnderstood()
{
    const auto read = rulesFromJson(example);
    QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().message));
    QCOMPARE(read->size(), 4);
    const ReplyRule& down = read->at(0);
    QCOMPARE(down.name, u"down for 3"_s);
    QCOMPARE(down.match.method, u"POST"_s);
    QCOMPARE(down.match.header, (QList<std::pair<QString, QString>>{{u"X-Tenant"_s, u"a*"_s}}));
    QCOMPARE(down.match.body, (QList<std::pair<QString, QString>>{{u"$.event"_s, u"report.failed"_s}}));
    QCOMPARE(down.times, 3);
    QCOMPARE(down.replies.size(), 1);
    QCOMPARE(down.replies[0].status, 503);
    QCOMPARE(down.replies[0].body, QByteArray("down"));
    QCOMPARE(down.replies[0].delay.min, Micros(10'000));
    QCOMPARE(down.replies[0].delay.max, Micros(10'000));
    QCOMPARE(read->at(1).replies.size(), 3);
    QVERIFY(read->at(1).replies[1].fault == Fault::Reset);
    QVERIFY(read->at(1).repeat);
    QCOMPARE(read->at(2).forTime, Micros(600'000'000));
    QCOMPARE(read->at(3).require->bearer, u"token"_s);
    QCOMPARE(read->at(3).otherwise->status, 401);
}

void RulesTest::theContractsExampleIsWrittenAsItStands()
{
    QCOMPARE(compactJson(rulesJson(rulesFromJson(example).value())), example);
    QCOMPARE(compactJson(rulesJson({})), QByteArray(R"({"rules":[]})"));
}

void RulesTest::basicMayBeAPair()
{
    const auto read = rulesFromJson(R"({"rules": [{"require": {"basic": "u:p:q"}}]})");
    QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().message));
    QCOMPARE(read->first().require->basicUser, u"u"_s);
    QCOMPARE(read->first().require->basicPassword, u"p:q"_s);
}

void RulesTest::everyFieldOfAReplyIsUnderstood()
{
    const auto read = rulesFromJson(R"({"rules": [{"enabled": false, "probability": 0.5, "seed": 7,
        "match": {"query": {"x": "1", "x": "2"}}, "forward": "http://127.0.0.1:1/",
        "require": {"basic": {"user": "u", "password": "p"}},
        "sequence": [{"bodyFile": "a.json", "delayMs": {"min": 0.5, "max": 20}},
                     {"bodyBase64": "AP8=", "headers": [["X", {"base64": "/w=="}]]},
                     {"fault": "drip", "delayMs": null}]}]})");
    QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().message));
    const ReplyRule& rule = read->first();
    QVERIFY(!rule.enabled);
    QCOMPARE(rule.probability, 0.5);
    QCOMPARE(rule.seed, 7U);
    QCOMPARE(rule.match.query.size(), 2);
    QCOMPARE(rule.forwardTo, u"http://127.0.0.1:1/"_s);
    QCOMPARE(rule.require->basicUser, u"u"_s);
    QCOMPARE(rule.replies[0].bodyFile, u"a.json"_s);
    QCOMPARE(rule.replies[0].delay.min, Micros(500));
    QCOMPARE(rule.replies[0].delay.max, Micros(20'000));
    QCOMPARE(rule.replies[1].body, QByteArray("\0\xFF", 2));
    QCOMPARE(rule.replies[1].headers.fields[0].value, QByteArray("\xFF"));
    QVERIFY(rule.replies[2].fault == Fault::Drip);
}

static void row(const char* name, const char* rule, const QString& words)
{
    QTest::newRow(name) << QByteArray(rule) << words;
}

static void mistakesInWhatIsRequired()
{
    row("nothing required", R"({"require":{}})",
        u"22 ($.rules[0].require): What is required is \"bearer\" or \"basic\", one of them"_s);
    row("basic without password", R"({"require":{"basic":{"user":"u"}}})",
        u"31 ($.rules[0].require.basic): \"password\" is missing"_s);
    row("basic without colon", R"({"require":{"basic":"u"}})",
        u"31 ($.rules[0].require.basic): There is no colon between a user and a password"_s);
}

static void mistakesInStatusesAndTimes()
{
    row("status past the end", R"({"reply":{"status":600}})",
        u"30 ($.rules[0].reply.status): This must be from 100 to 599"_s);
    row("an interim status", R"({"otherwise":{"status":103}})",
        u"34 ($.rules[0].otherwise.status): 103 is an interim status, behind which a final answer must come: "
        "give one from 200 to 599"_s);
    row("no time", R"({"forSeconds":0})", u"25 ($.rules[0].forSeconds): This must be more than 0"_s);
    row("time as text", R"({"forSeconds":"1"})", u"25 ($.rules[0].forSeconds): This must be a number"_s);
}

static void mistakesInWhereItIsPassedOn()
{
    row("forward without a scheme", R"({"forward":"localhost:3000"})",
        u"22 ($.rules[0].forward): A URL begins with http:// or https://."_s);
    row("forward with a password", R"({"forward":"http://u:p@127.0.0.1:1"})",
        u"22 ($.rules[0].forward): An address to pass requests on to has no user and password: what the "
        u"sender "
        "gives as Authorization is passed on."_s);
    row("forward to a fragment", R"({"forward":"http://h/a#b"})",
        u"22 ($.rules[0].forward): An address to pass requests on to has no fragment (#): leave it out."_s);
    row("forward to a host beyond ASCII", R"({"forward":"http://bücher.localhost:1/ä"})",
        u"22 ($.rules[0].forward): Write this host in ASCII: xn--bcher-kva.localhost:1."_s);
}

void RulesTest::aMistakeIsNamedAtItsPlace_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<QString>("words");
    // The rule starts at column 11.
    row("misspelt", R"({"replly":{}})", u"12 ($.rules[0].replly): \"replly\" is not known here"_s);
    row("in the match", R"({"match":{"verb":"GET"}})",
        u"21 ($.rules[0].match.verb): \"verb\" is not known here"_s);
    row("in the reply", R"({"reply":{"code":1}})",
        u"21 ($.rules[0].reply.code): \"code\" is not known here"_s);
    row("in a delay", R"({"reply":{"delayMs":{"max":1,"avg":2}}})",
        u"40 ($.rules[0].reply.delayMs.avg): \"avg\" is not known here"_s);
    row("no object", "7", u"11 ($.rules[0]): This must be an object"_s);
    row("status as text", R"({"reply":{"status":"503"}})",
        u"30 ($.rules[0].reply.status): This must be a number"_s);
    row("status out of range", R"({"reply":{"status":99}})",
        u"30 ($.rules[0].reply.status): This must be from 100 to 599"_s);
    row("half a status", R"({"reply":{"status":200.5}})",
        u"30 ($.rules[0].reply.status): This must be a whole number"_s);
    row("unknown fault", R"({"reply":{"fault":"explode"}})",
        u"29 ($.rules[0].reply.fault): \"explode\" is no word that is known here"_s);
    row("negative delay", R"({"reply":{"delayMs":-1}})",
        u"31 ($.rules[0].reply.delayMs): This must be from 0 to 3.2e+12"_s);
    row("delay the wrong way round", R"({"reply":{"delayMs":{"min":2,"max":1}}})",
        u"31 ($.rules[0].reply.delayMs): \"min\" is greater than \"max\""_s);
    row("delay without an end", R"({"reply":{"delayMs":{"min":2}}})",
        u"31 ($.rules[0].reply.delayMs): \"max\" is missing"_s);
    row("two bodies", R"({"reply":{"body":"a","bodyFile":"b"}})",
        u"28 ($.rules[0].reply.body): A reply has one body: \"body\" or \"bodyFile\""_s);
    row("header as an object", R"({"reply":{"headers":{"A":"b"}}})",
        u"31 ($.rules[0].reply.headers): This must be an array"_s);
    row("header that is no pair", R"({"reply":{"headers":[["A"]]}})",
        u"32 ($.rules[0].reply.headers[0]): A header must be [\"Name\", \"value\"]"_s);
    row("header name with a blank", R"({"reply":{"headers":[["A b","c"]]}})",
        u"33 ($.rules[0].reply.headers[0][0]): This is no name of an HTTP header"_s);
    row("header value with a line break", R"({"reply":{"headers":[["A","b\nC: d"]]}})",
        u"37 ($.rules[0].reply.headers[0][1]): This is no value of an HTTP header"_s);
    row("no Base64", R"({"reply":{"bodyBase64":"*"}})",
        u"34 ($.rules[0].reply.bodyBase64): This is no Base64"_s);
    row("reply and sequence", R"({"reply":{},"sequence":[{}]})",
        u"34 ($.rules[0].sequence): A rule has \"reply\" or \"sequence\", not both"_s);
    row("empty sequence", R"({"sequence":[]})",
        u"23 ($.rules[0].sequence): A sequence has at least one reply"_s);
    row("times zero", R"({"times":0})", u"20 ($.rules[0].times): This must be from 1 to 2147483647"_s);
    row("probability over one", R"({"probability":1.5})",
        u"26 ($.rules[0].probability): This must be from 0 to 1"_s);
    row("no JSON path", R"({"match":{"body":{"event":"x"}}})",
        u"37 ($.rules[0].match.body.event): \"event\" is no JSON path"_s);
    row("a number to match", R"({"match":{"header":{"A":1}}})",
        u"35 ($.rules[0].match.header.A): This must be a text in double quotes"_s);
    mistakesInWhatIsRequired();
    mistakesInWhereItIsPassedOn();
    mistakesInStatusesAndTimes();
    row("name twice", R"({"name":"a","name":"b"})", u"23 ($.rules[0].name): \"name\" is here twice"_s);
}

void RulesTest::aMistakeIsNamedAtItsPlace()
{
    QFETCH(const QByteArray, rule);
    QFETCH(const QString, words);
    const auto read = rulesFromJson("{\"rules\":[" + rule + "]}");
    QVERIFY(!read);
    QCOMPARE(read.error().message, u"Line 1, column "_s + words);
    QCOMPARE(read.error().code, ErrorCode::BadInput);
}

void RulesTest::theLineCounts()
{
    const auto misspelt = rulesFromJson("{\n  \"rules\": [\n    {\"näme\": 1}\n  ]\n}");
    QCOMPARE(misspelt.error().message, u"Line 3, column 6 ($.rules[0].näme): \"näme\" is not known here"_s);
    const auto broken = rulesFromJson("{\n  \"rules\": [\n    {\"nam");
    QVERIFY(broken.error().message.startsWith(u"Line 3, column "_s));
    QCOMPARE(rulesFromJson("{}").error().message, u"Line 1, column 1 ($): \"rules\" is missing"_s);
    QCOMPARE(rulesFromJson(R"({"rules":[],"version":1})").error().message,
             u"Line 1, column 13 ($.version): \"version\" is not known here"_s);
}

void RulesTest::tooMuchIsRefusedBeforeItIsRead_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("words");
    const auto rules = [](int count) { return "{\"rules\":[" + QByteArray("{},").repeated(count) + "{}]}"; };
    QTest::newRow("as many as may be") << rules(9'999) << QString();
    QTest::newRow("one more") << rules(10'000)
                              << u"Line 1, column 30011 ($.rules[10000]): There are more than 10000 rules"_s;
    QTest::newRow("two million") << rules(2'000'000) << u"There are more than 10000 rules"_s;
    QTest::newRow("a long body") << R"({"rules":[{"reply":{"body":")" + QByteArray(8 * 1024 * 1024, 'x') +
                                        "\"}}]}"
                                 << u"bodyFile"_s;
    QByteArray conditions;
    for (int i = 0; i < 101; ++i)
        conditions += (i > 0 ? ",\"$.k" : "\"$.k") + QByteArray::number(i) + "\":\"\"";
    QTest::newRow("conditions")
        << R"({"rules":[{"match":{"body":{)" + conditions + "}}}]}"
        << u"Line 1, column 20 ($.rules[0].match): A rule has at most 100 conditions"_s;
    QTest::newRow("a condition") << R"({"rules":[{"match":{"path":")" + QByteArray(4097, '*') + "\"}}]}"
                                 << u"A condition has at most 4096 characters"_s;
    QTest::newRow("replies") << R"({"rules":[{"sequence":[)" + QByteArray("{},").repeated(1000) + "{}]}]}"
                             << u"A sequence has at most 1000 replies"_s;
}

void RulesTest::tooMuchIsRefusedBeforeItIsRead()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, words);
    const auto read = rulesFromJson(text);
    QCOMPARE(read.has_value(), words.isEmpty());
    if (!read)
        QVERIFY2(read.error().message.contains(words), qPrintable(read.error().message));
}

void RulesTest::aFileMayBeginWithAMarkOrBeUtf16_data()
{
    QTest::addColumn<QByteArray>("text");
    QByteArray big(example.size() * 2, '\0');
    QByteArray little = big;
    for (qsizetype i = 0; i < example.size(); ++i)
        big[2 * i + 1] = little[2 * i] = example[i];
    QTest::newRow("UTF-8") << "\xEF\xBB\xBF" + example;
    QTest::newRow("UTF-16, marked") << "\xFF\xFE" + little;
    QTest::newRow("UTF-16 the other way, marked") << "\xFE\xFF" + big;
    QTest::newRow("UTF-16") << little;
    QTest::newRow("UTF-16 the other way") << big;
}

void RulesTest::aFileMayBeginWithAMarkOrBeUtf16()
{
    QFETCH(const QByteArray, text);
    const auto read = rulesFromJson(text);
    QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().message));
    QCOMPARE(read->size(), 4);
    QVERIFY(!rulesFromJson(text.chopped(1)));
}

QTEST_GUILESS_MAIN(RulesTest)
#include "rules_test.moc"
