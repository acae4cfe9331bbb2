// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/clock_state.h"
#include "domain/delivery.h"
#include "domain/header_list.h"
#include "domain/id.h"
#include "domain/readable_text.h"
#include "domain/reply_rule.h"
#include "domain/rule_progress.h"
#include "domain/secret_names.h"

#include <QTest>

using namespace hookworks;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class DomainTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void idsAreReadExactlyAsWritten_data();
    void idsAreReadExactlyAsWritten();
    void messageIdsCarryTheirTimeAndVersion();
    void isoTimes_data();
    void isoTimes();
    void whatIsNoTimeIsRefused_data();
    void whatIsNoTimeIsRefused();
    void durationsInWords_data();
    void durationsInWords();
    void longTextsAreShortenedBetweenCharacters();
    void theClockRunsAtItsSpeed();
    void theClockNeverGoesBack();
    void pausedNothingAheadComes();
    void aJumpReachesTheDueTimeAndKeepsTheSpeed();
    void reopeningCountsTheTimeWhileClosedAtRealSpeed();
    void headersKeepOrderCaseAndDuplicates();
    void aHeadTellsItsFields();
    void headerGrammar_data();
    void headerGrammar();
    void wordsOfStatesRoundTrip();
    void bytesAreShownAsTheTextTheyAre_data();
    void bytesAreShownAsTheTextTheyAre();
    void secretNamesKnowTheirVariants_data();
    void secretNamesKnowTheirVariants();
    void rulesGoOnFromThoseThatTheyWere_data();
    void rulesGoOnFromThoseThatTheyWere();
};

void DomainTest::bytesAreShownAsTheTextTheyAre_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QByteArray() << QString();
    QTest::newRow("UTF-8") << QByteArray("caf\xc3\xa9 \xf0\x9f\x98\x80") << u"café 😀"_s;
    QTest::newRow("a byte-order mark") << QByteArray("\xef\xbb\xbf{}") << u"\ufeff{}"_s;
    QTest::newRow("Latin-1") << QByteArray("caf\xe9") << u"caf\\xe9"_s;
    QTest::newRow("both") << QByteArray("\xc3\xa9\xe9\xc3") << u"é\\xe9\\xc3"_s;
    QTest::newRow("too long a form") << QByteArray("\xc0\xaf") << u"\\xc0\\xaf"_s;
    QTest::newRow("half a pair") << QByteArray("\xed\xa0\x80") << u"\\xed\\xa0\\x80"_s;
    QTest::newRow("NUL") << QByteArray("a\0b", 3) << QString(u"a"_s + QChar(0) + u'b');
}

void DomainTest::bytesAreShownAsTheTextTheyAre()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    QCOMPARE(readableText(bytes), text);
    QCOMPARE(isUtf8(bytes), text.toUtf8() == bytes);
}

void DomainTest::secretNamesKnowTheirVariants_data()
{
    QTest::addColumn<bool>("secret");
    for (const char* name : {"Authorization",
                             "proxy-authorization",
                             "X-Gitlab-Token",
                             "X-Auth-Token",
                             "X-Api-Key",
                             "api_key",
                             "apiKey",
                             "token",
                             "access_token",
                             "accessToken",
                             "client_secret",
                             "PASSWORD",
                             "user.password",
                             "X-Hub-Signature-256",
                             "sig",
                             "Set-Cookie",
                             "refresh-token",
                             "X-Telegram-Bot-Api-Secret-Token",
                             "x-functions-key",
                             "passwd",
                             "auth_header",
                             "X-Auth-Key",
                             "X-Auth",
                             "X-Passphrase",
                             "X-Credential",
                             "X-Jwt",
                             "secrets",
                             "AZURE_CONNECTION_STRING"})
        QTest::newRow(name) << true;
    for (const char* name : {"Content-Type", "X-Tenant", "event", "tokens_used", "Host", "", "***",
                             "keyboard", "id", "key", "code", "config", "design"})
        QTest::newRow(name) << false;
}

void DomainTest::secretNamesKnowTheirVariants()
{
    QFETCH(bool, secret);
    QCOMPARE(SecretNames().isSecret(QTest::currentDataTag()), secret);
    QVERIFY(!secret || SecretNames().isSecretField(QTest::currentDataTag()));
    QVERIFY(SecretNames().isSecretField("KEY") && !SecretNames().isSecretField("keys"));
    QVERIFY(!SecretNames(QStringList{u"!key"_s}).isSecretField("key"));
    const SecretNames own({u"X-Tenant*"_s, u"*token"_s, u"!next_token"_s});
    QVERIFY(own.isSecret("x-tenant-code") && own.isSecret("aToken") && !own.isSecret("nextToken"));
    QVERIFY(own.kindOf("next-token") == SecretNames::Kind::Open);
    QVERIFY(SecretNames::isName(u"*x*"_s) && SecretNames::isName(u"!x"_s));
    for (const QString& name : {u""_s, u"*"_s, u"!"_s, u"--"_s, u"a*b"_s, QString(300, u'a')})
        QVERIFY2(!SecretNames::isName(name), qPrintable(name));
}

void DomainTest::idsAreReadExactlyAsWritten_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("number");
    QTest::newRow("one") << u"d1"_s << qint64(1);
    QTest::newRow("large") << u"d9223372036854775807"_s << std::numeric_limits<qint64>::max();
    for (const char* wrong :
         {"", "d", "d0", "d01", "D1", "r1", "d1 ", "d-1", "d+1", "d1.0", "d9223372036854775808", "1"})
        QTest::newRow(qPrintable(u"no id: "_s + QString::fromLatin1(wrong)))
            << QString::fromLatin1(wrong) << qint64(0);
}

void DomainTest::idsAreReadExactlyAsWritten()
{
    QFETCH(QString, text);
    QFETCH(qint64, number);
    const auto id = DeliveryId::parse(text);
    QCOMPARE(id ? id->number : 0, number);
    if (id)
        QCOMPARE(id->toString(), text);
    QVERIFY(!looksLikeId(u"report"));
    QVERIFY(looksLikeId(u"c12"));
}

void DomainTest::messageIdsCarryTheirTimeAndVersion()
{
    QCOMPARE(uuidV7(0x017F22E279B0, ~0ULL, ~0ULL), u"017f22e2-79b0-7fff-bfff-ffffffffffff"_s);
    QCOMPARE(uuidV7(0x017F22E279B0, 0, 0), u"017f22e2-79b0-7000-8000-000000000000"_s);
}

void DomainTest::isoTimes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("micros");
    QTest::newRow("epoch") << u"1970-01-01T00:00:00Z"_s << qint64(0);
    QTest::newRow("micros") << u"1970-01-01T00:00:01.000002Z"_s << qint64(1'000'002);
    QTest::newRow("millis") << u"2020-01-12T00:55:32.941Z"_s << qint64(1'578'790'532'941'000);
    QTest::newRow("nanos are cut") << u"1970-01-01T00:00:00.123456789Z"_s << qint64(123'456);
    QTest::newRow("offset") << u"1970-01-01T01:00:00+01:00"_s << qint64(0);
    QTest::newRow("before the epoch") << u"1969-12-31T23:59:59.500000Z"_s << qint64(-500'000);
}

void DomainTest::isoTimes()
{
    QFETCH(QString, text);
    QFETCH(qint64, micros);
    const auto time = realTimeFromIso(text);
    QVERIFY(time);
    QCOMPARE(microsSinceEpoch(*time), micros);
    QCOMPARE(realTimeFromIso(toIso(*time)), time);
    QCOMPARE(toIso(realTimeFromMicros(1'578'790'532'941'007)), u"2020-01-12T00:55:32.941007Z"_s);
    QCOMPARE(toIsoMilliseconds(realTimeFromMicros(1'578'790'532'941'007)), u"2020-01-12T00:55:32.941Z"_s);
}

void DomainTest::whatIsNoTimeIsRefused_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text : {"", "2020-01-12", "2020-01-12T00:55:32", "2020-13-12T00:55:32Z",
                             "2020-01-12T00:55:32.Z", "2020-01-12T00:55:32.1234567890Z", "yesterday"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void DomainTest::whatIsNoTimeIsRefused()
{
    QFETCH(QString, text);
    QVERIFY(!realTimeFromIso(text));
}

void DomainTest::durationsInWords_data()
{
    QTest::addColumn<qint64>("micros");
    QTest::addColumn<QString>("words");
    QTest::newRow("0") << qint64(0) << u"0 s"_s;
    QTest::newRow("250 ms") << qint64(250'000) << u"250 ms"_s;
    QTest::newRow("30 s") << qint64(30'000'000) << u"30 s"_s;
    QTest::newRow("64 min") << qint64(3'840'000'000) << u"1 h 4 min"_s;
    QTest::newRow("7650 s") << qint64(7'650'000'000) << u"2 h 7 min 30 s"_s;
    QTest::newRow("a day") << qint64(86'400'000'000) << u"1 d"_s;
}

void DomainTest::durationsInWords()
{
    QFETCH(qint64, micros);
    QFETCH(QString, words);
    QCOMPARE(durationWords(Micros(micros)), words);
}

void DomainTest::longTextsAreShortenedBetweenCharacters()
{
    QCOMPARE(shortened(u"four"_s, 4), u"four"_s);
    QCOMPARE(shortened(u"fours"_s, 4), u"four…"_s);
    QCOMPARE(shortened(u"for😀"_s, 4), u"for…"_s);
    QCOMPARE(shortened(u"for😀!"_s, 5), u"for😀…"_s);
    QCOMPARE(shortened(u"a"_s, 0), u"…"_s);
}

void DomainTest::theClockRunsAtItsSpeed()
{
    const RealTime start = realTimeFromMicros(1'000'000);
    const ClockState clock = withSpeed(realClock(start), 600, start);
    QCOMPARE(workTimeAt(clock, start + 50ms) - workTimeAt(clock, start), Micros(30s));
    QCOMPARE(realTimeOf(clock, workTimeAt(clock, start) + 30s, start), std::optional(start + 50ms));
}

void DomainTest::theClockNeverGoesBack()
{
    const RealTime start = realTimeFromMicros(10'000'000);
    const ClockState clock = realClock(start);
    QCOMPARE(workTimeAt(clock, start - 5s), clock.anchor);
    const ClockState slowed = withSpeed(clock, 0, start - 5s);
    QCOMPARE(slowed.anchor, clock.anchor);
    QCOMPARE(withSpeed(clock, -3, start).speed, 0.0);
}

void DomainTest::pausedNothingAheadComes()
{
    const RealTime start = realTimeFromMicros(0);
    const ClockState paused = withSpeed(realClock(start), 0, start);
    QCOMPARE(realTimeOf(paused, paused.anchor + 1s, start + 1h), std::optional<RealTime>());
    QCOMPARE(realTimeOf(paused, paused.anchor, start + 1h), std::optional(start + 1h));
}

void DomainTest::aJumpReachesTheDueTimeAndKeepsTheSpeed()
{
    const RealTime start = realTimeFromMicros(0);
    const ClockState clock = withSpeed(realClock(start), 10, start);
    const ClockState jumped = jumpedTo(clock, clock.anchor + 1h, start + 1s);
    QCOMPARE(workTimeAt(jumped, start + 1s), clock.anchor + 1h);
    QCOMPARE(jumped.speed, 10.0);
    QCOMPARE(workTimeAt(jumpedTo(clock, clock.anchor, start + 1s), start + 1s), clock.anchor + 10s);
}

void DomainTest::reopeningCountsTheTimeWhileClosedAtRealSpeed()
{
    const RealTime start = realTimeFromMicros(0);
    const ClockState fast = withSpeed(realClock(start), 600, start);
    const ClockState again = reopened(fast, start + 10s);
    QCOMPARE(again.speed, 1.0);
    QCOMPARE(workTimeAt(again, start + 10s), fast.anchor + 10s);
}

void DomainTest::headersKeepOrderCaseAndDuplicates()
{
    HeaderList headers;
    headers.append("X-A", "1");
    headers.append("x-a", "2");
    headers.append("B", "3");
    QCOMPARE(headers.value("X-a"), std::optional<QByteArray>("1"));
    QCOMPARE(headers.values("x-A"), (QList<QByteArray>{"1", "2"}));
    headers.set("x-a", "4");
    QCOMPARE(headers.fields, (QList<Header>{{"X-A", "4"}, {"B", "3"}}));
    headers.remove("b");
    headers.set("C", "5");
    QCOMPARE(headers.fields, (QList<Header>{{"X-A", "4"}, {"C", "5"}}));
}

void DomainTest::aHeadTellsItsFields()
{
    const QByteArray head = "POST /x:y HTTP/1.1\r\nHost: a\r\nX-A: \t one: two \r\nx-a:\r\n\r\n";
    HeaderList fields;
    fields.append("Host", "a");
    fields.append("X-A", "one: two");
    fields.append("x-a", "");
    QCOMPARE(fieldsOfHead(head), fields);
    QVERIFY(hasFields(head, fields));
    QVERIFY(hasFields("GET / HTTP/1.0\r\n\r\n", HeaderList()));

    HeaderList other = fields;
    other.fields[0].name = "host";
    QVERIFY(!hasFields(head, other));
    other = fields;
    other.fields.removeLast();
    QVERIFY(!hasFields(head, other));
    other = fields;
    other.append("X-B", "1");
    QVERIFY(!hasFields(head, other));
}

void DomainTest::headerGrammar_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("token");
    QTest::addColumn<bool>("value");
    QTest::newRow("name") << QByteArray("X-Tenant") << true << true;
    QTest::newRow("space inside") << QByteArray("a b") << false << true;
    QTest::newRow("tab inside") << QByteArray("a\tb") << false << true;
    QTest::newRow("space at the end") << QByteArray("a ") << false << false;
    QTest::newRow("empty") << QByteArray("") << false << true;
    QTest::newRow("CR") << QByteArray("a\rb") << false << false;
    QTest::newRow("LF") << QByteArray("a\nb") << false << false;
    QTest::newRow("NUL") << QByteArray("a\0b", 3) << false << false;
    QTest::newRow("DEL") << QByteArray("a\x7f") << false << false;
    QTest::newRow("8 bit") << QByteArray("a\xe4") << false << true;
    QTest::newRow("colon") << QByteArray("a:b") << false << true;
}

void DomainTest::headerGrammar()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, token);
    QFETCH(bool, value);
    QCOMPARE(isToken(text), token);
    QCOMPARE(isFieldValue(text), value);
}

void DomainTest::wordsOfStatesRoundTrip()
{
    const QStringList states{u"waiting"_s,   u"sending"_s,   u"retrying"_s, u"held"_s,
                             u"delivered"_s, u"exhausted"_s, u"unknown"_s,  u"cancelled"_s};
    for (const QString& word : states)
        QCOMPARE(toString(deliveryStateFromString(word).value()), word);
    const QStringList outcomes{u"success"_s,    u"rejected"_s,         u"redirected"_s, u"refused"_s,
                               u"unresolved"_s, u"timeout"_s,          u"closed"_s,     u"reset"_s,
                               u"tls"_s,        u"invalid-response"_s, u"blocked"_s,    u"unknown"_s};
    for (const QString& word : outcomes)
        QCOMPARE(toString(outcomeFromString(word).value()), word);
    for (const QString& word :
         QStringList{u"reset"_s, u"close"_s, u"hang"_s, u"drip"_s, u"truncate"_s, u"garbage"_s, u"drop"_s})
        QCOMPARE(toString(faultFromString(word).value()), word);
    QVERIFY(!deliveryStateFromString(u"Delivered"));
    QVERIFY(isFinal(DeliveryState::Unknown) && !isFinal(DeliveryState::Held));
}

namespace {

/// `name/path`, for short.
QList<ReplyRule> rulesOf(const QStringList& texts)
{
    QList<ReplyRule> rules;
    for (const QString& text : texts) {
        ReplyRule rule;
        rule.name = text.section(u'/', 0, 0);
        rule.match.path = text.section(u'/', 1);
        rules << rule;
    }
    return rules;
}

} // namespace

void DomainTest::rulesGoOnFromThoseThatTheyWere_data()
{
    QTest::addColumn<QStringList>("before");
    QTest::addColumn<QStringList>("now");
    QTest::addColumn<QList<qint64>>("hits"); // the rules of `before` had 1, 2, 3, …
    const QStringList three{u"a/x"_s, u"b/y"_s, u"/z"_s};
    const auto row = [&](const char* name, const QStringList& now, const QList<qint64>& hits) {
        QTest::newRow(name) << three << now << hits;
    };
    row("the same", three, {1, 2, 3});
    row("moved", {u"/z"_s, u"a/x"_s, u"b/y"_s}, {3, 1, 2});
    row("one put between", {u"a/x"_s, u"new/x"_s, u"b/y"_s, u"/z"_s}, {1, 0, 2, 3});
    row("one taken out", {u"a/x"_s, u"/z"_s}, {1, 3});
    row("edited", {u"a/x"_s, u"b/other"_s, u"/z"_s}, {1, 2, 3});
    row("renamed", {u"a/x"_s, u"c/y"_s, u"named/z"_s}, {1, 2, 3});
    row("a copy begins anew", {u"a/x"_s, u"a/x"_s, u"b/y"_s, u"/z"_s}, {1, 0, 2, 3});
    row("nameless and edited", {u"a/x"_s, u"b/y"_s, u"/other"_s}, {1, 2, 0});
    row("all others", {u"k/k"_s, u"l/l"_s, u"/m"_s}, {0, 0, 0});
    QTest::newRow("a copy that is edited goes on as the copy")
        << QStringList{u"a/x"_s, u"a/x"_s} << QStringList{u"a/x"_s, u"a/y"_s} << QList<qint64>{1, 2};
}

void DomainTest::rulesGoOnFromThoseThatTheyWere()
{
    QFETCH(const QStringList, before);
    QFETCH(const QStringList, now);
    QFETCH(const QList<qint64>, hits);
    QList<RuleProgress> progress(before.size());
    for (qsizetype i = 0; i < progress.size(); ++i)
        progress[i].hits = progress[i].draws = i + 1;
    const auto carried = carriedOver(rulesOf(before), progress, rulesOf(now));
    QList<qint64> got;
    for (const RuleProgress& one : carried)
        got << one.hits;
    QCOMPARE(got, hits);
}

QTEST_APPLESS_MAIN(DomainTest)
#include "domain_test.moc"
