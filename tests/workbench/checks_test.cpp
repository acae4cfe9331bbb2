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

} // namespace

/// What is checked of a request, and what a comparison counts.
class ChecksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theBodyIsHeldAgainstTheContract_data();
    void theBodyIsHeldAgainstTheContract();
    void whatAnOutcomeHasIsAskedForWithIt();
    void aTokenIsComparedWithTheWebhooks();
    void lengthAndTypeAreSaid();
    void aMessageIdThatComesAgainIsARepetitionOrNot();
    void aRuleSaysWhyItDidNotAnswer();
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

void ChecksTest::aRuleSaysWhyItDidNotAnswer()
{
    Capture capture;
    capture.method = "POST";
    capture.target = "/hook?x=1";
    capture.body = R"({"event":"a"})";
    ReplyRule rule;
    rule.replies = {Reply()};
    rule.match.method = u"GET"_s;
    QCOMPARE(whyNot(rule, capture), u"the method is not GET"_s);
    rule.match = {};
    rule.match.path = u"/other*"_s;
    QCOMPARE(whyNot(rule, capture), u"the path does not fit /other*"_s);
    rule.match = {};
    rule.match.body = {{u"$.event"_s, u"b"_s}};
    QCOMPARE(whyNot(rule, capture), u"$.event in the body does not fit"_s);
    rule.match = {};
    QVERIFY(whyNot(rule, capture).isEmpty());
    rule.enabled = false;
    QCOMPARE(whyNot(rule, capture), u"it is off"_s);
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
