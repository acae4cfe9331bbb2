// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/request_facts.h"
#include "capture/rule_engine.h"

#include <QTest>

using namespace hookworks;

namespace {

Reply status(int code)
{
    Reply reply;
    reply.status = code;
    return reply;
}

ReplyRule ruleWith(const QList<Reply>& replies)
{
    ReplyRule rule;
    rule.replies = replies;
    return rule;
}

HeaderList header(const QByteArray& name, const QByteArray& value)
{
    HeaderList headers;
    headers.append(name, value);
    return headers;
}

int ask(RuleEngine& engine, const HeaderList& headers = {}, const QByteArray& target = "/",
        const QByteArray& body = {}, const QByteArray& method = "POST")
{
    return engine.choose({method, target, headers, body}).reply.status;
}

QList<qint64> hits(const RuleEngine& engine)
{
    QList<qint64> all;
    for (const RuleProgress& progress : engine.progress())
        all << progress.hits;
    return all;
}

} // namespace

class RuleEngineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void patternsFitWholeTexts_data();
    void patternsFitWholeTexts();
    void everyConditionMustHold_data();
    void everyConditionMustHold();
    void aTargetWithoutAPathHasTheRootsPath();
    void theFirstMatchWinsAndElseIsTheDefault();
    void aDisabledOrUsedUpRuleIsPassedOver();
    void aChoiceSaysWhichOfTheRulesRequestsItIs();
    void aSequenceStaysAtItsEndOrRepeats();
    void probabilityIsDrawnFromTheSeed();
    void credentialsAreRequired_data();
    void credentialsAreRequired();
    void withoutOtherwiseThereIs401();
    void anEqualRuleKeepsItsCountsWhenRulesAreReplaced();
    void aBodyIsNeededOnlyWhereTheRestHolds();
    void delaysAreDrawnWithinTheirBounds();
    void onlyAnUnconditionalDropComesBeforeReading();
    void aRuleForATimeEndsOnTheWorkbenchsClock();
    void whatRulesHaveComeToGoesOnElsewhere();
    void resettingBeginsAnew();
};

void RuleEngineTest::patternsFitWholeTexts_data()
{
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("fits");
    const auto row = [](const char* pattern, const char* text, bool fits) {
        QTest::addRow("%s ~ %s", pattern, text) << QByteArray(pattern) << QByteArray(text) << fits;
    };
    row("", "", true);
    row("", "a", false);
    row("*", "", true);
    row("a", "A", false);
    row("a*c", "abc", true);
    row("a*c", "ac", true);
    row("a*c", "abcd", false);
    row("*b*", "abc", true);
    row("a*b*c", "a-b-b-c", true);
    row("**", "x", true);
    row("*aab", "aaaab", true);
}

void RuleEngineTest::patternsFitWholeTexts()
{
    QFETCH(QByteArray, pattern);
    QFETCH(QByteArray, text);
    QFETCH(bool, fits);
    QCOMPARE(matchesPattern(pattern, text), fits);
}

void RuleEngineTest::everyConditionMustHold_data()
{
    QTest::addColumn<ReplyMatch>("match");
    QTest::addColumn<bool>("holds");
    const auto row = [](const char* name, const ReplyMatch& match, bool holds) {
        QTest::newRow(name) << match << holds;
    };
    const auto query = [](const QString& name, const QString& value) {
        return ReplyMatch{{}, {}, {{name, value}}, {}, {}};
    };
    const auto field = [](const QString& name, const QString& value) {
        return ReplyMatch{{}, {}, {}, {{name, value}}, {}};
    };
    const auto body = [](const QString& path, const QString& value) {
        return ReplyMatch{{}, {}, {}, {}, {{path, value}}};
    };
    row("none", {}, true);
    row("method", {QStringLiteral("POST"), {}, {}, {}, {}}, true);
    row("other method", {QStringLiteral("GET"), {}, {}, {}, {}}, false);
    row("path without the query", {{}, QStringLiteral("/hooks/a"), {}, {}, {}}, true);
    row("path pattern", {{}, QStringLiteral("/hooks/*"), {}, {}, {}}, true);
    row("path prefix is not enough", {{}, QStringLiteral("/hooks"), {}, {}, {}}, false);
    row("query", query(QStringLiteral("mode"), QStringLiteral("test")), true);
    row("query decoded", query(QStringLiteral("a b"), QStringLiteral("c&d")), true);
    row("query without a value", query(QStringLiteral("flag"), QString()), true);
    row("query of another value", query(QStringLiteral("mode"), QStringLiteral("live")), false);
    row("query missing", query(QStringLiteral("none"), QStringLiteral("*")), false);
    row("field with *", field(QStringLiteral("x-EVENT"), QStringLiteral("invoice.*")), true);
    row("field's second value", field(QStringLiteral("X-Event"), QStringLiteral("second")), true);
    row("field of another value", field(QStringLiteral("X-Event"), QStringLiteral("charge.*")), false);
    row("field missing", field(QStringLiteral("X-None"), QStringLiteral("*")), false);
    row("JSON path", body(QStringLiteral("$.data.object.id"), QStringLiteral("in_*")), true);
    row("JSON number", body(QStringLiteral("$.data.amount"), QStringLiteral("12")), true);
    row("JSON missing", body(QStringLiteral("$.data.none"), QStringLiteral("*")), false);
    row("one of two", {QStringLiteral("POST"), QStringLiteral("/other"), {}, {}, {}}, false);
}

void RuleEngineTest::everyConditionMustHold()
{
    QFETCH(ReplyMatch, match);
    QFETCH(bool, holds);
    ReplyRule rule = ruleWith({status(201)});
    rule.match = match;
    RuleEngine engine({rule});
    HeaderList headers = header("X-Event", "invoice.paid");
    headers.append("x-event", "second");
    const QByteArray target = "/hooks/a?mode=test&a+b=c%26d&flag";
    const QByteArray body = R"({"data":{"object":{"id":"in_1"},"amount":12}})";
    QCOMPARE(ask(engine, headers, target, body), holds ? 201 : 200);
    QCOMPARE(ask(engine, headers, "http://a" + target, body), holds ? 201 : 200);
    if (!match.body.isEmpty())
        QCOMPARE(ask(engine, headers, target, "no JSON"), 200);
}

void RuleEngineTest::aTargetWithoutAPathHasTheRootsPath()
{
    ReplyRule rule = ruleWith({status(201)});
    rule.match.path = QStringLiteral("/");
    rule.match.query = {{QStringLiteral("x"), QStringLiteral("/y")}};
    RuleEngine engine({rule});
    QCOMPARE(ask(engine, {}, "http://a?x=/y"), 201);
    QCOMPARE(ask(engine, {}, "/?x=/y"), 201);
    QCOMPARE(ask(engine, {}, "/z?x=/y"), 200);
}

void RuleEngineTest::theFirstMatchWinsAndElseIsTheDefault()
{
    ReplyRule first = ruleWith({status(201)});
    first.match.path = QStringLiteral("/a");
    ReplyRule second = ruleWith({status(202)});
    second.name = QStringLiteral("gets");
    second.match.method = QStringLiteral("GET");
    RuleEngine engine({first, second});
    const RuleChoice both = engine.choose({"GET", "/a", {}, {}});
    QCOMPARE(both.rule, 0);
    QCOMPARE(both.name, QStringLiteral("rule 1"));
    QCOMPARE(engine.choose({"GET", "/b", {}, {}}).name, QStringLiteral("gets"));
    const RuleChoice neither = engine.choose({"POST", "/b", {}, {}});
    QVERIFY(neither == RuleChoice());
    QCOMPARE(hits(engine), (QList<qint64>{1, 1}));
}

void RuleEngineTest::aDisabledOrUsedUpRuleIsPassedOver()
{
    ReplyRule off = ruleWith({status(500)});
    off.enabled = false;
    ReplyRule twice = ruleWith({status(503)});
    twice.times = 2;
    RuleEngine engine({off, twice});
    QCOMPARE((QList<int>{ask(engine), ask(engine), ask(engine)}), (QList<int>{503, 503, 200}));
    QCOMPARE(hits(engine), (QList<qint64>{0, 2}));
}

void RuleEngineTest::aChoiceSaysWhichOfTheRulesRequestsItIs()
{
    ReplyRule twice = ruleWith({status(503)});
    twice.times = 2;
    ReplyRule locked = ruleWith({status(204)});
    locked.require = RequiredAuth{QStringLiteral("token"), {}, {}};
    RuleEngine engine({twice, locked});
    QList<std::pair<qint64, int>> seen;
    for (int i = 0; i < 4; ++i) {
        const RuleChoice choice = engine.choose({"POST", "/", {}, {}});
        seen.append({choice.hit, choice.times.value_or(0)});
    }
    QCOMPARE(seen, (QList<std::pair<qint64, int>>{{1, 2}, {2, 2}, {1, 0}, {2, 0}}));
    ReplyRule drops = ruleWith({Reply()});
    drops.replies.first().fault = Fault::Drop;
    drops.times = 1;
    RuleEngine dropping({drops});
    const auto dropped = dropping.chooseDrop({});
    QVERIFY(dropped && dropped->hit == 1 && dropped->times == 1);
}

void RuleEngineTest::aSequenceStaysAtItsEndOrRepeats()
{
    ReplyRule rule = ruleWith({status(500), status(429), status(204)});
    RuleEngine stays({rule});
    rule.repeat = true;
    RuleEngine repeats({rule});
    QList<int> stayed;
    QList<int> repeated;
    for (int i = 0; i < 5; ++i) {
        stayed << ask(stays);
        repeated << ask(repeats);
    }
    QCOMPARE(stayed, (QList<int>{500, 429, 204, 204, 204}));
    QCOMPARE(repeated, (QList<int>{500, 429, 204, 500, 429}));
}

void RuleEngineTest::probabilityIsDrawnFromTheSeed()
{
    const auto statuses = [](double probability, quint32 seed) {
        ReplyRule rule = ruleWith({status(500)});
        rule.probability = probability;
        rule.seed = seed;
        RuleEngine engine({rule});
        QList<int> all;
        for (int i = 0; i < 400; ++i)
            all << ask(engine);
        return all;
    };
    QCOMPARE(statuses(0, 1).count(500), 0);
    QCOMPARE(statuses(1, 1).count(500), 400);
    const qsizetype quarter = statuses(0.25, 1).count(500);
    QVERIFY2(quarter > 60 && quarter < 140, QByteArray::number(quarter).constData());
    QCOMPARE(statuses(0.25, 1), statuses(0.25, 1));
    QVERIFY(statuses(0.25, 1) != statuses(0.25, 2));
}

void RuleEngineTest::credentialsAreRequired_data()
{
    QTest::addColumn<bool>("bearer");
    QTest::addColumn<HeaderList>("headers");
    QTest::addColumn<int>("answered");
    const QByteArray basic = QByteArray("user:pa:ss").toBase64();
    QTest::newRow("bearer") << true << header("authorization", "bearer s3cret") << 200;
    QTest::newRow("wrong bearer") << true << header("Authorization", "Bearer s3cre") << 403;
    QTest::newRow("bearer in another case") << true << header("Authorization", "Bearer S3CRET") << 403;
    QTest::newRow("nothing") << true << HeaderList() << 403;
    QTest::newRow("scheme alone") << true << header("Authorization", "Bearer") << 403;
    QTest::newRow("basic") << false << header("Authorization", "Basic " + basic) << 200;
    QTest::newRow("wrong basic") << false << header("Authorization", "Basic eDp5") << 403;
    QTest::newRow("bearer for basic") << false << header("Authorization", "Bearer " + basic) << 403;
}

void RuleEngineTest::credentialsAreRequired()
{
    QFETCH(bool, bearer);
    QFETCH(HeaderList, headers);
    QFETCH(int, answered);
    ReplyRule rule = ruleWith({status(200), status(201)});
    rule.require = bearer ? RequiredAuth{QStringLiteral("s3cret"), {}, {}}
                          : RequiredAuth{{}, QStringLiteral("user"), QStringLiteral("pa:ss")};
    rule.otherwise = status(403);
    RuleEngine engine({rule});
    QCOMPARE(ask(engine, headers), answered);
    QCOMPARE(hits(engine), QList<qint64>{1});
    QCOMPARE(ask(engine, headers), answered == 403 ? 403 : 201);
}

void RuleEngineTest::withoutOtherwiseThereIs401()
{
    ReplyRule rule = ruleWith({status(200)});
    rule.require = RequiredAuth{{}, QStringLiteral("user"), QStringLiteral("pass")};
    RuleEngine engine({rule});
    const Reply reply = engine.choose({"POST", "/", {}, {}}).reply;
    QCOMPARE(reply.status, 401);
    QVERIFY(reply.headers.value("WWW-Authenticate").value_or("").startsWith("Basic "));
}

void RuleEngineTest::anEqualRuleKeepsItsCountsWhenRulesAreReplaced()
{
    const ReplyRule sequence = ruleWith({status(500), status(201)});
    ReplyRule other = ruleWith({status(404)});
    other.match.path = QStringLiteral("/other");
    RuleEngine engine({sequence});
    QCOMPARE(ask(engine), 500);
    engine.setRules({other, sequence});
    QCOMPARE(hits(engine), (QList<qint64>{0, 1}));
    QCOMPARE(ask(engine), 201);
    engine.setRules({ruleWith({status(502), status(201)})});
    QCOMPARE(hits(engine), QList<qint64>{0});
    QCOMPARE(ask(engine), 502);
}

void RuleEngineTest::aBodyIsNeededOnlyWhereTheRestHolds()
{
    Reply made;
    made.status = 201;
    ReplyRule rule = ruleWith({made});
    rule.match.path = QStringLiteral("/a");
    rule.match.body = {{QStringLiteral("$.x"), QStringLiteral("1")}};
    rule.times = 1;
    RuleEngine engine({rule});
    const HeaderList none;
    QVERIFY(engine.needsBody({"POST", "/a", none, {}}));
    QVERIFY(!engine.needsBody({"POST", "/b", none, {}}));
    QCOMPARE(engine.choose({"POST", "/a", none, "{\"x\":1}"}).reply.status, 201);
    QVERIFY(!engine.needsBody({"POST", "/a", none, {}})); // it was used up
}

void RuleEngineTest::delaysAreDrawnWithinTheirBounds()
{
    Reply reply = status(200);
    reply.delay = {Micros(10), Micros(20)};
    RuleEngine engine({ruleWith({reply})});
    RuleEngine same({ruleWith({reply})});
    for (int i = 0; i < 100; ++i) {
        const RuleChoice choice = engine.choose({"POST", "/", {}, {}});
        QVERIFY(choice.delay >= Micros(10) && choice.delay <= Micros(20));
        QCOMPARE(same.choose({"POST", "/", {}, {}}).delay, choice.delay);
    }
}

void RuleEngineTest::onlyAnUnconditionalDropComesBeforeReading()
{
    Reply drops;
    drops.fault = Fault::Drop;
    ReplyRule rule = ruleWith({drops, status(200)});
    RuleEngine engine({rule});
    QVERIFY(engine.chooseDrop({}).has_value());
    QVERIFY(!engine.chooseDrop({}).has_value());
    rule.match.path = QStringLiteral("/a");
    RuleEngine conditional({rule});
    QVERIFY(!conditional.chooseDrop({}).has_value());
    QCOMPARE(hits(conditional), QList<qint64>{0});
}

void RuleEngineTest::aRuleForATimeEndsOnTheWorkbenchsClock()
{
    ReplyRule rule = ruleWith({status(503)});
    rule.match.path = QStringLiteral("/hook");
    rule.forTime = std::chrono::seconds(600);
    RuleEngine engine({rule});
    const auto at = [&](const QByteArray& target, int second) {
        const WorkTime now = workTimeFromMicros(1'000'000LL * second);
        return engine.choose({"POST", target, {}, {}, now}).reply.status;
    };
    QCOMPARE(at("/other", 1), 200); // no request of the rule's
    QCOMPARE(at("/hook", 1000), 503);
    QCOMPARE(at("/hook", 1599), 503);
    QCOMPARE(at("/hook", 1600), 200);
    QCOMPARE(at("/hook", 9999), 200);
    engine.reset(0);
    QCOMPARE(at("/hook", 9999), 503);
}

void RuleEngineTest::whatRulesHaveComeToGoesOnElsewhere()
{
    Reply late = status(500);
    late.delay = {Micros(0), Micros(1'000'000)};
    ReplyRule flaky = ruleWith({late, status(429)});
    flaky.repeat = true;
    flaky.probability = 0.5;
    ReplyRule down = ruleWith({status(503)});
    down.times = 3;
    const QList<ReplyRule> rules{flaky, down};
    RuleEngine whole(rules);
    RuleEngine first(rules);
    QList<RuleChoice> expected;
    for (int i = 0; i < 40; ++i)
        expected << whole.choose({"POST", "/", {}, {}});
    for (int i = 0; i < 40; ++i) {
        RuleEngine next(rules, first.progress()); // as after a restart
        const RuleChoice choice = next.choose({"POST", "/", {}, {}});
        QCOMPARE(choice.reply.status, expected[i].reply.status);
        QCOMPARE(choice.delay, expected[i].delay);
        for (const RuleStep& step : choice.steps)
            QCOMPARE(next.progress()[step.place], step.progress);
        first = std::move(next);
    }
    QCOMPARE(first.progress(), whole.progress());
}

void RuleEngineTest::resettingBeginsAnew()
{
    ReplyRule once = ruleWith({status(503)});
    once.times = 1;
    ReplyRule sequence = ruleWith({status(500), status(429)});
    RuleEngine engine({once, sequence});
    QCOMPARE((QList<int>{ask(engine), ask(engine), ask(engine)}), (QList<int>{503, 500, 429}));
    engine.reset(1);
    QCOMPARE(ask(engine), 500);
    QCOMPARE(hits(engine), (QList<qint64>{1, 1}));
    engine.reset(std::nullopt);
    QCOMPARE((QList<int>{ask(engine), ask(engine)}), (QList<int>{503, 500}));
}

QTEST_APPLESS_MAIN(RuleEngineTest)
#include "rule_engine_test.moc"
