// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/path.h"
#include "provider/document_webhooks.h"
#include "provider/event_recognition.h"
#include "provider/new_document.h"
#include "provider/render.h"
#include "provider/validate.h"
#include "support/built_in_catalogue.h"

#include <QTest>

#include <algorithm>
#include <thread>
#include <vector>

using namespace hookworks;
using namespace Qt::StringLiterals;

namespace {

/// The report task of ConnectReport's page, turned into JSON.
const QByteArray pageTask =
    R"({"id":"b9e574a9-fb52-443b-a1aa-1eed82a8b1ba","title":"Weekly sales overview",)"
    R"("reportTaskId":"20cf12d4-4c6f-4212-8510-14ddbbd6ae66",)"
    R"("templateId":"8692affa-7eb4-40b5-ba15-04ba8954a90c",)"
    R"("startOn":"2020-01-12T00:55:32.941Z","endOn":"2021-01-12T00:55:32.941Z",)"
    R"("frequency":"Monthly","filterCycleId":"487a5c2f-fcae-4ad1-9bfa-444140818446",)"
    R"("createdAt":"2020-01-12T00:51:07.536Z","lastSavedAt":"2020-01-12T00:51:07.659Z",)"
    "\"templateHtml\":\"<div class=\\\"report-master-meta\\\">...</div>\"}";

EventFacts facts(const QString& event, const QByteArray& document, const QString& outcome = {},
                 const QString& error = {})
{
    return {event,
            outcome,
            error,
            u"d0cbbae7-a4b4-4b44-b348-c614ac418593"_s,
            realTimeFromMicros(1'578'790'532'941'000),
            document};
}

QByteArray payload(const QString& provider, const EventFacts& of)
{
    const auto rendered = renderPayload(*builtInCatalogue().find(provider), of);
    return rendered ? *rendered : rendered.error().message.toUtf8();
}

QStringList rules(const QList<Problem>& problems)
{
    QStringList names;
    for (const Problem& problem : problems)
        names << problem.rule + u' ' + problem.path;
    return names;
}

/// A new report's document.
QByteArray begun(const ProviderProfile& profile)
{
    return newDocumentOf(
        profile, {u"Sales"_s, realTimeFromMicros(1'578'790'532'941'000),
                  realTimeFromMicros(1'578'808'800'000'000), realTimeFromMicros(1'610'431'200'000'000),
                  [n = 0]() mutable { return u"0000000%1-0000-4000-8000-000000000000"_s.arg(++n); }});
}

const ProviderProfile& hybiscus()
{
    return *builtInCatalogue().find(u"hybiscus"_s);
}
const ProviderProfile& connectReport()
{
    return *builtInCatalogue().find(u"connectreport"_s);
}

} // namespace

class ProviderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoseEventABodyIs()
    {
        for (const ProviderProfile& profile : builtInCatalogue().profiles()) {
            for (const ProfileEvent& event : profile.events) {
                const QByteArray body = payload(profile.key, facts(event.name, pageTask));
                const PayloadOrigin expected{profile.key, event.name};
                QVERIFY2(recogniseEvent(builtInCatalogue().profiles(), body) == expected, body.constData());
            }
        }
        const PayloadOrigin failed =
            recogniseEvent(builtInCatalogue().profiles(), R"({"event":"report.failed"})").value();
        for (const char* const body :
             {R"({"e\u0076ent":"report.\u0066ailed"})", R"({"event":5,"event":"report.failed"})",
              "\xEF\xBB\xBF{ \"event\" : \"report.failed\" }"})
            QVERIFY2(recogniseEvent(builtInCatalogue().profiles(), body) == failed, body);
        for (const char* const body :
             {"", "[]", "{}", R"({"event":"other"})", R"({"event":5})",
              R"({"event":"report.failed","event":5})", R"({"event":"report.failed"} x)",
              R"(["event","report.failed"])", R"({"a":{"event":"report.failed"}})",
              R"({"event":["report.failed"]})"})
            QVERIFY2(!recogniseEvent(builtInCatalogue().profiles(), body), body);
    }

    void connectReportPageExamplesAreRenderedInOrder();
    void hybiscusPageExamplesAreRenderedInOrder();
    void aTaskWithMissingFieldsIsCompletedInThePagesOrder();
    void theTokenGoesOutAsBearerOnlyWhenSet();
    void anOwnHeaderTakesTheProvidersPlace();
    void stepsOfATaskFollowTheOutcome();
    void hybiscusRetriesEightTimesAsDocumented();
    void unknownEventsAndOutcomesAreNamed();
    void profilesWithUnknownKeysAreRefusedAtTheirPlace();
    void everyProfileValueSaysWhereItComesFrom();
    void profilesLieInFilesOfTheirKeys();
    void aCatalogueIsReadOnceForAllThreads();
    void newDocumentsHaveNoProblem();
    void aNewTaskHasItsOwnIdsTitleAndTimes();
    void documentsAreChecked_data();
    void documentsAreChecked();
    void webhooksAreChecked_data();
    void webhooksAreChecked();
    void documentsAreRecognised();
    void webhooksInADocumentAreEditedInPlace_data();
    void webhooksInADocumentAreEditedInPlace();
};

void ProviderTest::connectReportPageExamplesAreRenderedInOrder()
{
    const QByteArray head = "{\"reportTask\":" + pageTask + ",\"trigger\":";
    QCOMPARE(payload(u"connectreport"_s, facts(u"preReportTask"_s, pageTask)), head + "\"preReportTask\"}");
    QCOMPARE(payload(u"connectreport"_s, facts(u"postReportTask"_s, pageTask, u"success"_s, u"ignored"_s)),
             head + "\"postReportTask\",\"status\":\"success\"}");
    QCOMPARE(payload(u"connectreport"_s,
                     facts(u"postReportTask"_s, pageTask, u"failure"_s, u"<Error_Reason> {now}"_s)),
             head + "\"postReportTask\",\"status\":\"failure\",\"error\":\"Report task failed due to "
                    "<Error_Reason> {now}\"}");
}

void ProviderTest::hybiscusPageExamplesAreRenderedInOrder()
{
    for (const QString& event : QStringList{u"report.completed"_s, u"report.failed"_s}) {
        QCOMPARE(payload(u"hybiscus"_s, facts(event, "no JSON is needed")),
                 "{\"event\":\"" + event.toUtf8() +
                     "\",\"task_id\":\"d0cbbae7-a4b4-4b44-b348-c614ac418593\",\"url\":\"https://"
                     "api.hybiscus.dev/api/v1/"
                     "get-report?task_id=d0cbbae7-a4b4-4b44-b348-c614ac418593\"}");
    }
}

void ProviderTest::aTaskWithMissingFieldsIsCompletedInThePagesOrder()
{
    const auto body =
        parseJson(payload(u"connectreport"_s, facts(u"preReportTask"_s, R"({"own":1.0,"title":"{now}"})")));
    QVERIFY(body);
    const JsonValue* task = body->find(u"reportTask");
    QVERIFY(task);
    QStringList keys;
    for (const JsonMember& member : task->members)
        keys << member.key;
    QCOMPARE(keys.join(u' '),
             u"id title reportTaskId templateId startOn endOn frequency filterCycleId createdAt lastSavedAt "
             "templateHtml own"_s);
    QCOMPARE(task->find(u"title")->text, u"{now}"_s);
    QCOMPARE(task->find(u"startOn")->text, u"2020-01-12T00:55:32.941Z"_s);
    QCOMPARE(task->find(u"own")->text, u"1.0"_s);
}

void ProviderTest::theTokenGoesOutAsBearerOnlyWhenSet()
{
    Webhook webhook;
    webhook.url = u"{listener}/hook"_s;
    webhook.headers.append("X-Tenant", "a");
    auto request = renderRequest(hybiscus(), webhook, "{}", u"id"_s);
    QCOMPARE(request.method, "POST");
    QCOMPARE(request.headers.fields,
             (QList<Header>{{"Content-Type", "application/json"}, {"X-Tenant", "a"}}));
    webhook.token = "secret";
    request = renderRequest(hybiscus(), webhook, "{}", u"id"_s);
    QCOMPARE(request.headers.value("authorization"), QByteArray("Bearer secret"));
    QCOMPARE(request.headers.fields.last(), (Header{"X-Tenant", "a"}));
    QVERIFY(!renderRequest(connectReport(), webhook, "{}", u"id"_s).headers.contains("authorization"));
}

void ProviderTest::anOwnHeaderTakesTheProvidersPlace()
{
    Webhook webhook;
    webhook.url = u"http://a"_s;
    webhook.token = "secret";
    webhook.headers.append("content-TYPE", "text/plain");
    webhook.headers.append("X-Two", "1");
    webhook.headers.append("AUTHORIZATION", "Basic YTpi");
    webhook.headers.append("X-Two", "2");
    QCOMPARE(renderRequest(hybiscus(), webhook, "{}", u"id"_s).headers, webhook.headers);
    QCOMPARE(rules(validateWebhook(hybiscus(), webhook)).join(u' '),
             u"header.replaces headers[0] header.replaces headers[2]"_s);
    for (const char* name : {"host", "Content-Length", "TRANSFER-ENCODING", "Connection"}) {
        webhook.headers.fields = {{name, "1"}};
        QCOMPARE(renderRequest(hybiscus(), webhook, "{}", u"id"_s).headers.fields,
                 (QList<Header>{{"Content-Type", "application/json"}, {"Authorization", "Bearer secret"}}));
        QCOMPARE(rules(validateWebhook(hybiscus(), webhook)).join(u' '), u"header.framing headers[0]"_s);
    }
}

void ProviderTest::stepsOfATaskFollowTheOutcome()
{
    const auto names = [](const ProviderProfile& profile, const QString& outcome) {
        QStringList all;
        const auto steps = taskSteps(profile, outcome);
        for (const TaskStep& step : *steps)
            all << step.name + u':' + step.event;
        return all.join(u' ');
    };
    QCOMPARE(names(hybiscus(), {}), u"queued: running: completed:report.completed"_s);
    QCOMPARE(names(hybiscus(), u"failure"_s), u"queued: running: failed:report.failed"_s);
    QCOMPARE(names(connectReport(), u"failure"_s), u"before:preReportTask running: failed:postReportTask"_s);
    QVERIFY(!taskSteps(hybiscus(), u"maybe"_s));
}

void ProviderTest::hybiscusRetriesEightTimesAsDocumented()
{
    const RetryPolicy& policy = hybiscus().policy;
    QCOMPARE(policy.kind, RetryPolicy::Kind::Exponential);
    QCOMPARE(policy.firstGap, Micros(30'000'000));
    QCOMPARE(policy.factor, 2.0);
    QCOMPARE(policy.count, 8);
    QVERIFY(!policy.countIncludesFirst);
    QCOMPARE(connectReport().policy.kind, RetryPolicy::Kind::None);
}

void ProviderTest::unknownEventsAndOutcomesAreNamed()
{
    QVERIFY(
        payload(u"hybiscus"_s, facts(u"report.lost"_s, "{}")).contains("report.completed, report.failed"));
    QVERIFY(payload(u"connectreport"_s, facts(u"postReportTask"_s, "{}", u"maybe"_s))
                .contains("success, failure"));
    QVERIFY(payload(u"connectreport"_s, facts(u"preReportTask"_s, "[1")).contains("no JSON"));
}

void ProviderTest::profilesWithUnknownKeysAreRefusedAtTheirPlace()
{
    const auto profile = profileFromJson("{\"key\": \"x\",\n \"request\": {\"metod\": 1}}");
    QVERIFY(!profile);
    QVERIFY2(profile.error().message.contains(u"line 2, column 23, $.request.metod"_s),
             qPrintable(profile.error().message));
}

void ProviderTest::everyProfileValueSaysWhereItComesFrom()
{
    QCOMPARE(builtInCatalogue().profiles().size(), 2);
    for (const ProviderProfile& profile : builtInCatalogue().profiles()) {
        for (const QString& key : QStringList{u"method"_s, u"contentType"_s, u"auth"_s, u"success"_s,
                                              u"timeoutSeconds"_s, u"retries"_s})
            QVERIFY2(!profile.provenance.value(key).word.isEmpty(), qPrintable(profile.key + key));
        for (const ProfileEvent& event : profile.events)
            QCOMPARE(event.provenance, (Provenance{u"documented"_s, profile.page}));
        for (const DocumentField& field : profile.document)
            QVERIFY(!field.provenance.word.isEmpty());
    }
}

/// Keys are taken from the files' names, so that a command that only offers them reads no profile.
void ProviderTest::profilesLieInFilesOfTheirKeys()
{
    QStringList keys;
    for (const ProviderProfile& profile : builtInCatalogue().profiles())
        keys << profile.key;
    QCOMPARE(ProviderCatalogue::builtIn().keys(), keys);
    QCOMPARE(ProviderCatalogue(builtInCatalogue().profiles()).keys(), keys);
    QVERIFY(std::ranges::is_sorted(keys));
}

/// Many threads ask the same new catalogue; each finds all of it.
void ProviderTest::aCatalogueIsReadOnceForAllThreads()
{
    const ProviderCatalogue catalogue = ProviderCatalogue::builtIn();
    std::vector<std::jthread> threads;
    std::vector<const ProviderProfile*> found(8);
    for (const ProviderProfile*& one : found)
        threads.emplace_back([copy = catalogue, &one] { one = copy.find(u"hybiscus"_s); });
    threads.clear();
    QVERIFY(found.front());
    QCOMPARE(std::ranges::count(found, found.front()), std::ptrdiff_t(found.size()));
}

void ProviderTest::newDocumentsHaveNoProblem()
{
    for (const ProviderProfile& profile : builtInCatalogue().profiles())
        QCOMPARE(rules(validateDocument(profile, begun(profile))), QStringList());
}

void ProviderTest::aNewTaskHasItsOwnIdsTitleAndTimes()
{
    const auto task = readJson(begun(connectReport()));
    QVERIFY(task);
    const auto textOf = [&](QStringView key) { return task->find(key)->text; };
    QCOMPARE(textOf(u"title"), u"Sales"_s);
    QCOMPARE(textOf(u"id"), u"00000001-0000-4000-8000-000000000000"_s);
    QCOMPARE(textOf(u"reportTaskId"), u"00000002-0000-4000-8000-000000000000"_s);
    QCOMPARE(textOf(u"templateId"), u"00000003-0000-4000-8000-000000000000"_s);
    QCOMPARE(textOf(u"startOn"), u"2020-01-12T06:00:00.000Z"_s);
    QCOMPARE(textOf(u"createdAt"), u"2020-01-12T00:55:32.941Z"_s);
    QVERIFY(textOf(u"templateHtml").contains(u"Sales"_s));
}

void ProviderTest::documentsAreChecked_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const QString& provider, const QByteArray& document,
                        const QString& expected) { QTest::newRow(name) << provider << document << expected; };
    const QString h = u"hybiscus"_s;
    row("no JSON", h, "{", u"json $"_s);
    row("no object", h, "[]", u"type $"_s);
    row("fourth webhook", h,
        R"({"config":{"webhooks":[{"url":"http://a"},{"url":"http://b"},{"url":"http://c"},{"url":"http://d"}]}})",
        u"webhooks.max $.config.webhooks[3]"_s);
    row("bad URL", h, R"({"config":{"webhooks":[{"url":"ftp://a"}]}})", u"url $.config.webhooks[0].url"_s);
    row("a URL that is never sent to", h, R"({"config":{"webhooks":[{"url":"http://[::1%25lo]/"}]}})",
        u"url $.config.webhooks[0].url"_s);
    row("no text as a URL", h, R"({"config":{"webhooks":[{"url":1}]}})", u"type $.config.webhooks[0].url"_s);
    row("no URL", h, R"({"config":{"webhooks":[{}]}})", u"required $.config.webhooks[0]"_s);
    row("bearer twice", h, R"({"config":{"webhooks":[{"url":"http://a","auth_header":"Bearer x"}]}})",
        u"token.scheme $.config.webhooks[0].auth_header"_s);
    row("token with a line break", h,
        R"({"config":{"webhooks":[{"url":"http://a","auth_header":"x\r\ny"}]}})",
        u"token.grammar $.config.webhooks[0].auth_header"_s);
    row("enum", h, R"({"config":{"color_theme":"beige"}})", u"type $.config.color_theme"_s);
    row("unknown component", h, R"({"components":[{"type":"Sun","options":{}}]})",
        u"component $.components[0].type"_s);
    row("missing option", h, R"({"components":[{"type":"Text","options":{}}]})",
        u"required $.components[0].options"_s);
    row("nested", h, R"({"components":[{"type":"Row","components":[{"type":"Text","options":{"text":1}}]}]})",
        u"type $.components[0].components[0].options.text"_s);
    row("times", u"connectreport"_s,
        R"({"startOn":"2021-01-01T00:00:00.000Z","endOn":"2020-01-01T00:00:00.000Z"})",
        u"times.order $.endOn"_s);
    row("no time", u"connectreport"_s, R"({"startOn":"next week","endOn":5})",
        u"time $.startOn|type $.endOn"_s);
    row("no frequency", u"connectreport"_s, R"({"frequency":"banana"})", u"frequency.unknown $.frequency"_s);
    row("a frequency in other letters", u"connectreport"_s, R"({"frequency":"weekly"})",
        u"frequency.unknown $.frequency"_s);
    row("no UUID", u"connectreport"_s, R"({"id":"1"})", u"type $.id"_s);
}

void ProviderTest::documentsAreChecked()
{
    QFETCH(QString, provider);
    QFETCH(QByteArray, document);
    QFETCH(QString, expected);
    const QList<Problem> problems = validateDocument(*builtInCatalogue().find(provider), document);
    QCOMPARE(rules(problems).join(u'|'), expected);
    QVERIFY(problems.first().line > 0 && problems.first().column > 0);
    // What no vendor page states is never an error.
    if (problems.first().severity == ProblemSeverity::Error)
        QVERIFY(problems.first().provenance.word != u"assumed" &&
                problems.first().provenance.word != u"inferred");
}

void ProviderTest::webhooksAreChecked_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("expected");
    QTest::newRow("good") << u"https://example.org/hook?x=1"_s << QString();
    QTest::newRow("listener") << u"{listener}/hook"_s << QString();
    QTest::newRow("port 0") << u"http://a:0/"_s << u"url url"_s;
    QTest::newRow("other letters") << u"http://bücher.example/café"_s << QString();
    QTest::newRow("fragment") << u"http://a/#b"_s << u"url.fragment url"_s;
    QTest::newRow("user") << u"http://u:p@a/"_s << u"url.user url"_s;
    QTest::newRow("empty") << QString() << u"url url"_s;
    QTest::newRow("scheme") << u"ftp://example.org"_s << u"url url"_s;
    QTest::newRow("no scheme") << u"example.org/hook"_s << u"url url"_s;
    QTest::newRow("space") << u"http://exa mple.org"_s << u"url url"_s;
    QTest::newRow("no host") << u"http:///hook"_s << u"url url"_s;
}

void ProviderTest::webhooksAreChecked()
{
    QFETCH(QString, url);
    QFETCH(QString, expected);
    Webhook webhook;
    webhook.url = url;
    QCOMPARE(rules(validateWebhook(hybiscus(), webhook)).join(u' '), expected);
    webhook.url = u"http://a"_s;
    webhook.events = {u"report.lost"_s};
    webhook.headers.append("a b", "x");
    webhook.headers.append("X", "a\nb");
    QCOMPARE(rules(validateWebhook(hybiscus(), webhook)).join(u' '),
             u"events.unknown events header.name headers[0] header.value headers[1]"_s);
}

void ProviderTest::documentsAreRecognised()
{
    QCOMPARE(builtInCatalogue().recognise(pageTask), &connectReport());
    QCOMPARE(builtInCatalogue().recognise(R"({"type":"Report","components":[]})"), &hybiscus());
    QVERIFY(!builtInCatalogue().recognise("{}"));
    QVERIFY(!builtInCatalogue().recognise("{"));
}

void ProviderTest::webhooksInADocumentAreEditedInPlace_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QStringList>("urls"); // `url token`
    QTest::addColumn<QByteArray>("after");
    const QByteArray two = "{ \"a\":1.0,\n  \"config\": {\"webhooks\": [\n    {\"url\": \"http://a\", "
                           "\"own\": 1},\n    {\"url\": \"http://b\", \"auth_header\": \"t\"}\n  ]} }";
    QTest::newRow("nothing changes") << two << QStringList{u"http://a"_s, u"http://b t"_s} << two;
    QTest::newRow("a URL") << two << QStringList{u"http://a"_s, u"http://c t"_s}
                           << QByteArray(two).replace("http://b", "http://c");
    QTest::newRow("a token goes") << two << QStringList{u"http://a"_s, u"http://b"_s}
                                  << QByteArray(two).replace("\"t\"", "null");
    QTest::newRow("a token comes") << two << QStringList{u"http://a x"_s, u"http://b t"_s}
                                   << QByteArray(two).replace("\"own\": 1",
                                                              "\"own\": 1, \"auth_header\": \"x\"");
    QTest::newRow("the first goes") << two << QStringList{u"http://b t"_s}
                                    << QByteArray(two).replace("{\"url\": \"http://a\", \"own\": 1},\n    ",
                                                               "");
    QTest::newRow("one more") << two << QStringList{u"http://a"_s, u"http://b t"_s, u"http://c"_s}
                              << QByteArray(two).replace("\"t\"}", "\"t\"},\n    {\"url\": \"http://c\"}");
    QTest::newRow("all go") << QByteArray(R"({"config":{"webhooks":[{"url":"http://a"}]}})") << QStringList()
                            << QByteArray(R"({"config":{"webhooks":[]}})");
    QTest::newRow("no list") << QByteArray(R"({"config":{"n":1}})") << QStringList{u"http://a"_s}
                             << QByteArray(R"({"config":{"n":1, "webhooks": [{"url": "http://a"}]}})");
    QTest::newRow("no config") << QByteArray("{}") << QStringList{u"http://a"_s}
                               << QByteArray(R"({"config": {"webhooks": [{"url": "http://a"}]}})");
}

void ProviderTest::webhooksInADocumentAreEditedInPlace()
{
    QFETCH(QByteArray, before);
    QFETCH(QStringList, urls);
    QFETCH(QByteArray, after);
    QList<DocumentWebhook> webhooks;
    for (const QString& url : urls)
        webhooks << DocumentWebhook{url.section(u' ', 0, 0), url.section(u' ', 1).toUtf8()};
    const auto edited = withDocumentWebhooks(hybiscus(), before, webhooks);
    QVERIFY(edited);
    QCOMPARE(*edited, after);
    QCOMPARE(*documentWebhooks(hybiscus(), *edited), webhooks);
}

QTEST_APPLESS_MAIN(ProviderTest)
#include "provider_test.moc"
