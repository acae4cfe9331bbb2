// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "provider/payload_check.h"
#include "support/built_in_catalogue.h"
#include "workbench/inspect/checks.h"
#include "workbench/inspect/comparison.h"
#include "workbench/inspect/rule_reasons.h"

#include <QRegularExpression>
#include <QTest>

using namespace hookworks;
using namespace Qt::StringLiterals;

namespace {

const QByteArray goodBody = R"({"event":"report.failed","task_id":"t1","url":"https://x.example/1"})";

/// The built-in provider that has an event of that name.
const ProviderProfile& profileWith(const QString& event)
{
    for (const ProviderProfile& profile : builtInCatalogue().profiles()) {
        if (profile.event(event))
            return profile;
    }
    qFatal("no provider has that event");
}

CheckedRequest requestWith(const QByteArray& fields, const QByteArray& body)
{
    CheckedRequest checked;
    checked.request.head = "POST /h HTTP/1.1\r\n" + fields + "\r\n";
    checked.request.headers = fieldsOfHead(checked.request.head);
    checked.request.body = checked.request.content = checked.body = body;
    checked.provider = profileWith(u"report.failed"_s).key;
    checked.event = u"report.failed"_s;
    return checked;
}

Check named(const QList<Check>& checks, const QString& name)
{
    for (const Check& check : checks) {
        if (check.name == name)
            return check;
    }
    return {};
}

QStringList pathsOf(const QString& event, const QByteArray& body)
{
    const ProviderProfile& profile = profileWith(event);
    QStringList paths;
    for (const PayloadProblem& problem : checkPayload(profile, *profile.event(event), body)) {
        const QString kind = problem.kind == PayloadProblem::Kind::Missing ? u"-"_s
                             : problem.kind == PayloadProblem::Kind::Extra ? u"+"_s
                                                                           : u"!"_s;
        paths << kind + problem.path.toString();
    }
    return paths;
}

ComparedSide side(const QByteArray& fields, const QByteArray& body)
{
    ComparedSide one;
    one.wire.request.head = "POST /h HTTP/1.1\r\n" + fields + "\r\n";
    one.wire.request.method = "POST";
    one.wire.request.target = "/h";
    one.wire.request.headers = fieldsOfHead(one.wire.request.head);
    one.wire.request.body = one.wire.request.content = body;
    return one;
}

/// One that no rule of these tests answered.
Capture sentCapture()
{
    Capture capture;
    capture.method = "POST";
    capture.target = "/hook?x=1";
    capture.headers.append("X-Tenant", "b1");
    capture.headers.append("Authorization", "Bearer token");
    capture.body = R"({"event":"a","user":{"password":"secret"}})";
    return capture;
}

} // namespace

/// What is checked of a request, and what a comparison counts.
class ChecksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theBodyIsHeldAgainstTheContract_data();
    void theBodyIsHeldAgainstTheContract();
    void aLargeBodyIsNotLookedInto();
    void whatAnOutcomeHasIsAskedForWithIt();
    void aTokenIsComparedWithTheWebhooks();
    void lengthAndTypeAreSaid();
    void aMessageIdThatComesAgainIsARepetitionOrNot();
    void aRuleSaysWhyItDidNotAnswer_data();
    void aRuleSaysWhyItDidNotAnswer();
    void theNearestRulesComeFirst();
    void aBodyThatIsNoJsonIsToldApart();
    void whatIsNewEachTimeIsIgnored();
    void orderStandsApart();
};

void ChecksTest::theBodyIsHeldAgainstTheContract_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QStringList>("problems");
    QTest::newRow("as it should be") << goodBody << QStringList{};
    QTest::newRow("one missing") << R"({"event":"report.failed","url":"x"})"_ba
                                 << QStringList{u"-$.task_id"_s};
    QTest::newRow("one more") << R"({"event":"report.failed","task_id":"t","url":"x","a b":1})"_ba
                              << QStringList{u"+$['a b']"_s};
    QTest::newRow("another type") << R"({"event":"report.failed","task_id":7,"url":"x"})"_ba
                                  << QStringList{u"!$.task_id"_s};
    QTest::newRow("another event") << R"({"event":"report.done","task_id":"t","url":"x"})"_ba
                                   << QStringList{u"!$.event"_s};
    QTest::newRow("a list") << "[]"_ba << QStringList{u"!$"_s};
    QTest::newRow("no JSON") << "{"_ba << QStringList{u"!$"_s};
}

void ChecksTest::theBodyIsHeldAgainstTheContract()
{
    QFETCH(QByteArray, body);
    QFETCH(QStringList, problems);
    QCOMPARE(pathsOf(u"report.failed"_s, body), problems);
    const Check check = named(checksOf(builtInCatalogue(), requestWith({}, body)), u"Body"_s);
    QCOMPARE(check.result, problems.isEmpty() ? CheckResult::Passed : CheckResult::Failed);
    QCOMPARE(check.details.size(), problems.size());
}

void ChecksTest::aLargeBodyIsNotLookedInto()
{
    const QByteArray type = "Content-Type: application/json\r\n";
    CheckedRequest large = requestWith(type, QByteArray(longestChecked + 1, '['));
    const auto check = named(checksOf(builtInCatalogue(), large), u"Body"_s);
    QCOMPARE(check.result, CheckResult::NotApplicable);
    QVERIFY2(check.words.contains(u"larger than 4 MiB"_s), qPrintable(check.words));
    large.provider.clear();
    QCOMPARE(named(checksOf(builtInCatalogue(), large), u"Content-Type"_s).result, CheckResult::Passed);
    CheckedRequest small = requestWith(type, "[");
    small.provider.clear();
    QCOMPARE(named(checksOf(builtInCatalogue(), small), u"Content-Type"_s).result, CheckResult::Failed);
}

void ChecksTest::whatAnOutcomeHasIsAskedForWithIt()
{
    const QByteArray report = R"({"reportTask":{},"trigger":"postReportTask","status":")";
    const auto outside = [](const QStringList& all) {
        return all.filter(QRegularExpression(u"^.\\$\\.[a-z]+$"_s));
    };
    QCOMPARE(outside(pathsOf(u"postReportTask"_s, report + "success\"}")), QStringList{});
    QCOMPARE(outside(pathsOf(u"postReportTask"_s, report + "failure\"}")), QStringList{u"-$.error"_s});
    QCOMPARE(outside(pathsOf(u"postReportTask"_s, report + R"(success","error":"x"})")),
             QStringList{u"+$.error"_s});
    QCOMPARE(outside(pathsOf(u"postReportTask"_s, report + R"(failure","error":"oops"})")),
             QStringList{u"!$.error"_s});
    QVERIFY(pathsOf(u"postReportTask"_s, report + "success\"}").contains(u"-$.reportTask.title"_s));
}

void ChecksTest::aTokenIsComparedWithTheWebhooks()
{
    CheckedRequest checked = requestWith("authorization: bearer the-token\r\n", goodBody);
    Webhook webhook;
    webhook.name = u"OneDrive"_s;
    webhook.provider = checked.provider;
    webhook.token = "the-token";
    checked.webhook = webhook;
    const auto result = [&] {
        return named(checksOf(builtInCatalogue(), checked), u"Authorization"_s).result;
    };
    QCOMPARE(result(), CheckResult::Passed);
    checked.webhook->token = "another-token";
    QCOMPARE(result(), CheckResult::Failed);
    for (const Check& check : checksOf(builtInCatalogue(), checked))
        QVERIFY(!check.words.contains(u"-token"_s));
    checked.request.headers = {};
    QCOMPARE(result(), CheckResult::Failed);
    checked.webhook->token.clear();
    QCOMPARE(result(), CheckResult::NotApplicable);
    checked.webhook.reset();
    checked.required = RequiredAuth{{}, u"user"_s, u"pass"_s};
    checked.request.headers.append("Authorization", "Basic " + QByteArray("user:pass").toBase64());
    QCOMPARE(result(), CheckResult::Passed);
}

void ChecksTest::lengthAndTypeAreSaid()
{
    const auto results = [](const QByteArray& fields, const QByteArray& body) {
        const QList<Check> checks = checksOf(builtInCatalogue(), requestWith(fields, body));
        return std::pair(named(checks, u"Content-Type"_s).result, named(checks, u"Content-Length"_s).result);
    };
    const QByteArray json = "Content-Type: Application/JSON; charset=utf-8\r\n";
    QCOMPARE(results(json + "Content-Length: 2\r\n", "{}"),
             std::pair(CheckResult::Passed, CheckResult::Passed));
    QCOMPARE(results("Content-Type: text/plain\r\nContent-Length: 3\r\n", "{}"),
             std::pair(CheckResult::Failed, CheckResult::Failed));
    QCOMPARE(results("Transfer-Encoding: chunked\r\n", "{}"),
             std::pair(CheckResult::Failed, CheckResult::NotApplicable));
    QCOMPARE(results({}, {}), std::pair(CheckResult::NotApplicable, CheckResult::NotApplicable));
    QCOMPARE(results(json, "{}"), std::pair(CheckResult::Passed, CheckResult::Failed));
}

void ChecksTest::aMessageIdThatComesAgainIsARepetitionOrNot()
{
    CheckedRequest checked = requestWith("Webhook-Id: m1\r\n", goodBody);
    const auto result = [&] { return named(checksOf(builtInCatalogue(), checked), u"Message id"_s).result; };
    QCOMPARE(result(), CheckResult::Passed);
    checked.earlier = EarlierMessage{CaptureId{101}, {}, true};
    QCOMPARE(result(), CheckResult::Passed);
    checked.earlier->sameBody = false;
    QCOMPARE(result(), CheckResult::Failed);
    QVERIFY(named(checksOf(builtInCatalogue(), checked), u"Message id"_s).words.contains(u"c101"_s));
    checked.request.headers = {};
    QCOMPARE(result(), CheckResult::NotApplicable);
}

void ChecksTest::aRuleSaysWhyItDidNotAnswer_data()
{
    QTest::addColumn<ReplyMatch>("match");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* name, const ReplyMatch& match, const QString& reason) {
        QTest::newRow(name) << match << reason;
    };
    row("all hold", {u"POST"_s, u"/ho*"_s, {{u"x"_s, u"1"_s}}, {{u"x-tenant"_s, u"b*"_s}}, {}}, {});
    row("method", {u"GET"_s, {}, {}, {}, {}}, u"the method is POST, the rule wants GET"_s);
    row("path", {{}, u"/other*"_s, {}, {}, {}}, u"the path is /hook, the rule wants /other*"_s);
    row("query", {{}, {}, {{u"x"_s, u"2"_s}}, {}, {}}, u"x in the query is “1”, the rule wants “2”"_s);
    row("no query", {{}, {}, {{u"y"_s, u"*"_s}}, {}, {}}, u"y in the query is missing, the rule wants “*”"_s);
    row("header", {{}, {}, {}, {{u"X-Tenant"_s, u"a*"_s}}, {}},
        u"the header X-Tenant is “b1”, the rule wants “a*”"_s);
    row("no header", {{}, {}, {}, {{u"X-None"_s, u"a"_s}}, {}},
        u"the header X-None is missing, the rule wants “a”"_s);
    row("body", {{}, {}, {}, {}, {{u"$.event"_s, u"b"_s}}},
        u"$.event in the body is “a”, the rule wants “b”"_s);
    row("no body", {{}, {}, {}, {}, {{u"$.no"_s, u"b"_s}}},
        u"$.no in the body is missing, the rule wants “b”"_s);
    row("all of them", {u"GET"_s, u"/*"_s, {{u"x"_s, u"2"_s}}, {}, {{u"$.event"_s, u"a"_s}}},
        u"the method is POST, the rule wants GET; x in the query is “1”, the rule wants “2”"_s);
    row("a secret header", {{}, {}, {}, {{u"Authorization"_s, u"Bearer other"_s}}, {}},
        u"the header Authorization is not what the rule wants"_s);
    row("a secret that is missing", {{}, {}, {{u"api_key"_s, u"k3y"_s}}, {}, {}},
        u"api_key in the query is missing"_s);
    row("a secret in the body", {{}, {}, {}, {}, {{u"$.user.password"_s, u"pw"_s}}},
        u"$.user.password in the body is not what the rule wants"_s);
    row("long", {{}, u"/"_s + QString(300, u'x'), {}, {}, {}},
        u"the path is /hook, the rule wants /"_s + QString(78, u'x') + u'…');
}

void ChecksTest::aRuleSaysWhyItDidNotAnswer()
{
    const Capture capture = sentCapture();
    ReplyRule rule;
    rule.replies = {Reply()};
    QFETCH(const ReplyMatch, match);
    rule.match = match;
    QFETCH(const QString, reason);
    const auto reasons = [&] {
        const auto passed = passedOver({rule, ReplyRule()}, capture, 1);
        return passed.isEmpty() ? QString() : passed.first().reasons.join(u"; "_s);
    };
    QCOMPARE(reasons(), reason);
    rule.enabled = false;
    QCOMPARE(reasons(), reason.isEmpty() ? u"it is off"_s : u"it is off; "_s + reason);
}

void ChecksTest::theNearestRulesComeFirst()
{
    const auto rule = [](const QString& name, const ReplyMatch& match) {
        ReplyRule one;
        one.name = name;
        one.match = match;
        one.replies = {Reply()};
        return one;
    };
    ReplyRule spent = rule(u"spent"_s, {{}, u"/hook"_s, {}, {}, {}});
    spent.times = 2;
    ReplyRule off = rule(u"off"_s, {u"POST"_s, u"/no"_s, {}, {}, {}});
    off.enabled = false;
    const QList<ReplyRule> rules{
        rule(u"none holds"_s, {u"GET"_s, {}, {}, {}, {}}),
        off,
        rule(u"one of three"_s, {u"POST"_s, u"/no"_s, {{u"y"_s, u"*"_s}}, {}, {}}),
        rule(u"one of two"_s, {u"POST"_s, u"/no"_s, {}, {}, {}}),
        rule(u"two of four"_s, {u"POST"_s, u"/hook"_s, {{u"y"_s, u"*"_s}, {u"z"_s, u"*"_s}}, {}, {}}),
        spent,
    };
    const auto names = [](const QList<PassedOverRule>& passed) {
        QStringList all;
        for (const PassedOverRule& each : passed)
            all << each.name;
        return all;
    };
    const Capture capture = sentCapture();
    QCOMPARE(names(nearestRules(rules, capture)),
             (QStringList{u"spent"_s, u"two of four"_s, u"one of two"_s}));
    QCOMPARE(names(nearestRules(rules.first(4), capture)),
             (QStringList{u"one of two"_s, u"off"_s, u"one of three"_s}));
    QCOMPARE(nearestRules({spent}, capture).first().reasons,
             QStringList{u"it had answered all it answers (2)"_s});
    spent.times.reset();
    spent.name.clear();
    QCOMPARE(nearestRules({spent}, capture),
             (QList<PassedOverRule>{
                 {u"rule 1"_s, {u"it fits now: it was added or changed after this request"_s}}}));
    QVERIFY(nearestRules({}, capture).isEmpty());
    QCOMPARE(trialOf({spent}, {}, capture, {}).rule, u"rule 1"_s);
    spent.times = 2;
    RuleProgress used;
    used.hits = 2;
    const RuleTrial trial = trialOf({spent}, {used}, capture, {});
    QVERIFY(trial.rule.isEmpty());
    QCOMPARE(names(trial.nearest), QStringList{u"rule 1"_s});
}

void ChecksTest::aBodyThatIsNoJsonIsToldApart()
{
    Capture capture = sentCapture();
    capture.body = "no JSON";
    ReplyRule rule;
    rule.replies = {Reply()};
    rule.match.body = {{u"$.event"_s, u"a"_s}};
    const QString reason = nearestRules({rule}, capture).first().reasons.join(u'|');
    QVERIFY2(reason.startsWith(u"$.event in the body could not be looked at: the body is no JSON"_s),
             qPrintable(reason));
}

void ChecksTest::whatIsNewEachTimeIsIgnored()
{
    const QString provider = profileWith(u"report.failed"_s).key;
    const QStringList ignore = usuallyIgnored(builtInCatalogue(), provider);
    QVERIFY(ignore.contains(u"$.task_id"_s) && ignore.contains(u"$.url"_s) && !ignore.contains(u"$.event"_s));
    QVERIFY(isIgnored(u"$.url"_s, ignore) && isIgnored(u"$.url.deep[0]"_s, ignore) &&
            !isIgnored(u"$.urls"_s, ignore));
    QVERIFY(isIgnored(u"headers.content-length"_s, ignore));
    const Comparison comparison =
        comparisonOf(side("Content-Length: 1\r\nX-A: 1\r\n", R"({"event":"e","task_id":"1","n":1.0})"),
                     side("Content-Length: 2\r\nX-A: 2\r\n", R"({"event":"e","task_id":"2","n":1,"m":0})"),
                     provider, ignore);
    QVERIFY(comparison.structural && comparison.sameOrder && !comparison.sameBytes);
    QCOMPARE(comparison.differences(), 2); // X-A and $.m; 1.0 is 1
    QCOMPARE(comparison.ignored(), 2);
    QCOMPARE(comparison.differencesIn(Comparison::Section::Headers), 1);
}

void ChecksTest::orderStandsApart()
{
    const Comparison comparison =
        comparisonOf(side("A: 1\r\nB: 2\r\n", "x"), side("b: 2\r\nC: 3\r\na: 1\r\n", "x"), {}, {});
    QVERIFY(!comparison.sameOrder);
    QCOMPARE(comparison.differences(), 1); // C alone
    QVERIFY(!comparison.structural);
}

QTEST_APPLESS_MAIN(ChecksTest)
#include "checks_test.moc"
