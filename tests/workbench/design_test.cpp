// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/policy_names.h"
#include "support/built_in_providers.h"
#include "support/test_workbench.h"
#include "workbench/design/designer.h"
#include "workbench/design/drafts.h"
#include "workbench/design/policies.h"
#include "workbench/listen/captures.h"
#include "workbench/session/destinations.h"
#include "workbench/simulate/simulator.h"

#include <QFile>
#include <QTest>

#include <algorithm>

using namespace hookworks;
using namespace Qt::StringLiterals;

namespace {

const QByteArray threeHooks =
    R"({"type":"Report","config":{"webhooks":[{"url":"http://a.example/1","auth_header":"t-one"},)"
    R"({"url":"http://b.example/2"},{"url":"http://c.example/3"}]},"options":{},"components":[]})";

QStringList urlsOf(TestWorkbench& bench)
{
    QList<Webhook> webhooks = awaited(bench->designer().webhooks()).value();
    std::ranges::sort(webhooks, {}, &Webhook::position);
    QStringList urls;
    for (const Webhook& webhook : webhooks)
        urls.append(webhook.url);
    return urls;
}

Report imported(TestWorkbench& bench)
{
    return awaited(bench->designer().importReport(threeHooks)).value();
}

} // namespace

class DesignTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDocumentsWebhooksAreRowsAndRowsAreTheDocuments();
    void anEmptiedDocumentStaysEmpty();
    void draftsOutliveTheProgramSealed();
    void aFourthWebhookIsRefusedWithWords();
    void aRemovedRowComesBackInItsPlaceWithItsId();
    void tokensAreNotOnTheDisk();
    void namesThatLookLikeIdsAreRefused();
    void aWebhookIsNamedAfterItsHostAndPath_data();
    void aWebhookIsNamedAfterItsHostAndPath();
    void aPolicyHasAPlainName_data();
    void aPolicyHasAPlainName();
    void whatAProfileSaysCarriesWhereItComesFrom();
    void aProviderOfTheCatalogueIsKnownEverywhere();
    void aPolicyIsDrawnWithItsOutage();
    void anOwnPolicyIsRenamedWithItsWebhooksAndKeptWhileTheyUseIt();
    void statusesAreReadAsTheyAreWritten();
    void aWorkspaceFromElsewhereSendsToPublicAddressesOnly();
};

void DesignTest::aDocumentsWebhooksAreRowsAndRowsAreTheDocuments()
{
    TestWorkbench bench;
    Report report = imported(bench);
    QCOMPARE(report.document, threeHooks);
    QCOMPARE(urlsOf(bench),
             QStringList({u"http://a.example/1"_s, u"http://b.example/2"_s, u"http://c.example/3"_s}));
    report.document.replace("b.example/2", "b.example/two");
    QVERIFY(awaited(bench->designer().saveReport(report)));
    QCOMPARE(urlsOf(bench)[1], u"http://b.example/two"_s);
    Webhook row = awaited(bench->designer().findWebhook(u"b.example/2"_s)).value();
    row.url = u"http://d.example/4"_s;
    QVERIFY(awaited(bench->designer().saveWebhook(row)));
    QByteArray expected = threeHooks;
    expected.replace("http://b.example/2", "http://d.example/4");
    QCOMPARE(awaited(bench->designer().exportReport(report.id)).value(), expected);
}

void DesignTest::anEmptiedDocumentStaysEmpty()
{
    TestWorkbench bench;
    Report report = imported(bench);
    for (const QByteArray& text : {QByteArray(), QByteArray("{")}) {
        report.document = text;
        const auto saved = awaited(bench->designer().saveReport(report));
        QVERIFY2(saved, saved ? "" : qPrintable(saved.error().message));
        QCOMPARE(saved->document, text);
    }
    QCOMPARE(urlsOf(bench).size(), 3);
    Report fresh;
    fresh.provider = report.provider;
    QVERIFY(!awaited(bench->designer().saveReport(fresh))->document.isEmpty());
}

void DesignTest::draftsOutliveTheProgramSealed()
{
    TestWorkbench bench;
    bench->drafts().put(u"webhook/w1"_s, "token s3cr3t-of-the-draft");
    bench->drafts().put(u"webhook/new"_s, "x");
    bench->drafts().put(u"simulate/r1"_s, {});
    bench->drafts().remove(u"webhook/new"_s);
    QCOMPARE(bench->drafts().count(), 2);
    bench.close();
    for (const QString& file : {bench.file(), QString(bench.file() + u"-wal"_s)}) {
        QFile stored(file);
        if (stored.open(QIODevice::ReadOnly))
            QVERIFY(!stored.readAll().contains("s3cr3t"));
    }
    bench.open();
    QCOMPARE(bench->drafts().count(), 0);
    const auto webhooks = awaited(bench->drafts().startingWith(u"webhook/"_s));
    QVERIFY(webhooks);
    QCOMPARE(webhooks->keys(), QStringList{u"webhook/w1"_s});
    QCOMPARE(webhooks->first(), QByteArray("token s3cr3t-of-the-draft"));
    QCOMPARE(bench->drafts().count(), 2);
    bench->drafts().remove(u"simulate/r1"_s);
    QCOMPARE(awaited(bench->drafts().startingWith({}))->size(), 1);
}

void DesignTest::aFourthWebhookIsRefusedWithWords()
{
    TestWorkbench bench;
    Webhook fourth;
    fourth.report = imported(bench).id;
    fourth.url = u"http://d.example/"_s;
    const auto saved = awaited(bench->designer().saveWebhook(fourth));
    QVERIFY(!saved);
    QCOMPARE(saved.error().code, ErrorCode::BadInput);
    QVERIFY2(saved.error().message.contains(u'3'), qPrintable(saved.error().message));
}

void DesignTest::aRemovedRowComesBackInItsPlaceWithItsId()
{
    TestWorkbench bench;
    const Report report = imported(bench);
    const Webhook second = awaited(bench->designer().findWebhook(u"b.example/2"_s)).value();
    const Webhook removed = awaited(bench->designer().removeWebhook(second.id)).value();
    QCOMPARE(urlsOf(bench), QStringList({u"http://a.example/1"_s, u"http://c.example/3"_s}));
    QCOMPARE(awaited(bench->designer().restoreWebhook(removed)).value(), second);
    QCOMPARE(urlsOf(bench)[1], second.url);
    QVERIFY(awaited(bench->designer().exportReport(report.id))->contains("b.example/2"));
}

void DesignTest::tokensAreNotOnTheDisk()
{
    TestWorkbench bench;
    const Report report = imported(bench);
    QVERIFY(awaited(bench->designer().exportReport(report.id))->contains("t-one"));
    for (const QString& file : {bench.file(), bench.file() + u"-wal"_s}) {
        QFile stored(file);
        QVERIFY(!stored.open(QIODevice::ReadOnly) || !stored.readAll().contains("t-one"));
    }
}

void DesignTest::namesThatLookLikeIdsAreRefused()
{
    TestWorkbench bench;
    Report report = imported(bench);
    report.name = u"r7"_s;
    QVERIFY(!awaited(bench->designer().saveReport(report)));
    QVERIFY(!problemOfDesignName(u"w1"_s).isEmpty());
}

void DesignTest::aWebhookIsNamedAfterItsHostAndPath_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("name");
    const std::pair<const char*, const char*> names[] = {
        {"http://127.0.0.1:9000/onedrive", "127.0.0.1:9000/onedrive"},
        {"{listener}/twilio", "Listener/twilio"},
        {"{listener}", "Listener"},
        {"https://Audit.example.org", "audit.example.org"},
        {"https://hooks.example.org/a/b-c/d.e/f?token=x", "hooks.example.org/a/b-c/d.e"},
        {"https://hooks.slack.com/services/T024BE7LD/B9/xyz", "hooks.slack.com/services"},
        {"https://u:p@example.org/v1/%C3%A4/x", "example.org/v1/\xC3\xA4/x"},
        {"https://example.org/abcdefghijklmnopqrstuvwxyz", "example.org"},
        {"https://example.org/a/%2e%2e%2fsecret", "example.org/a"},
        {"no address", "Webhook"}};
    for (const auto& [url, name] : names)
        QTest::addRow("%s", url) << QString::fromUtf8(url) << QString::fromUtf8(name);
}

void DesignTest::aWebhookIsNamedAfterItsHostAndPath()
{
    QFETCH(QString, url);
    QFETCH(QString, name);
    TestWorkbench bench;
    Webhook webhook;
    webhook.provider = builtInProviders().all().first().key;
    webhook.url = url;
    for (const QString& expected : {name, name + u" 2"_s})
        QCOMPARE(awaited(bench->designer().saveWebhook(webhook))->name, expected);
}

void DesignTest::aPolicyHasAPlainName_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("title");
    const std::pair<const char*, const char*> titles[] = {
        {"provider", "Hybiscus: 8 retries, 30 s to 64 min"},
        {"none", "No retries"},
        {"hybiscus", "Hybiscus: 8 retries, 30 s to 64 min"},
        {"standard-webhooks", "Standard Webhooks: 9 retries, 5 s to 1 d"},
        {"fixed:30x5", "5 retries, each after 30 s"},
        {"fixed:90x1", "1 retry after 1 min 30 s"},
        {"list:0.5,60,7200", "3 retries, 500 ms to 2 h"}};
    for (const auto& [name, title] : titles)
        QTest::addRow("%s", name) << QString::fromUtf8(name) << QString::fromUtf8(title);
}

void DesignTest::aPolicyHasAPlainName()
{
    QFETCH(QString, name);
    QFETCH(QString, title);
    const QString provider = builtInProviders().all().last().key;
    const TestWorkbench bench;
    const Policies& policies = bench->policies();
    QCOMPARE(policies.title(name, *policies.named(name, provider), provider), title);
    RetryPolicy own;
    own.name = u"patient"_s;
    QCOMPARE(policies.title(own.name, own, provider), u"patient: no retries"_s);
}

void DesignTest::whatAProfileSaysCarriesWhereItComesFrom()
{
    for (const ProviderInfo& provider : builtInProviders().all()) {
        for (const QString& word :
             {provider.policyProvenance, provider.timeoutProvenance, provider.successProvenance})
            QVERIFY2(word == u"documented" || word == u"assumed", qPrintable(provider.key + u' ' + word));
    }
}

void DesignTest::aProviderOfTheCatalogueIsKnownEverywhere()
{
    QList<ProviderProfile> profiles = builtInCatalogue().profiles();
    ProviderProfile acme = *builtInCatalogue().find(u"hybiscus"_s);
    acme.key = u"acme"_s;
    acme.title = u"Acme"_s;
    profiles << acme;
    const TestWorkbench bench(std::make_shared<const ProviderCatalogue>(profiles));
    QVERIFY(bench->providers().keys().contains(u"acme"_s));
    Report report;
    report.provider = u"acme"_s;
    const auto saved = awaited(bench->designer().saveReport(report));
    QVERIFY2(saved, saved ? "" : qPrintable(saved.error().message));
    QCOMPARE(bench->providers().checkDocument(u"acme"_s, saved->document), QList<DesignProblem>());
    Webhook webhook;
    webhook.provider = u"acme"_s;
    webhook.url = u"http://127.0.0.1:1/"_s;
    webhook.report = saved->id;
    QVERIFY(awaited(bench->designer().saveWebhook(webhook)));
    QCOMPARE(awaited(bench->policies().resolve(u"provider"_s, u"acme"_s)).value(), acme.policy);
    EventChoice choice;
    choice.report = saved->id;
    choice.event = acme.events.first().name;
    const auto preview = awaited(bench->simulator().preview(choice));
    QVERIFY2(preview, preview ? "" : qPrintable(preview.error().message));
    QCOMPARE(preview->requests.size(), 1);
}

void DesignTest::aPolicyIsDrawnWithItsOutage()
{
    const auto policy = policyFromName(u"fixed:10x3"_s);
    QVERIFY(policy);
    const PolicyPreview preview = Policies::preview(*policy, {Policies::downtimeFromText(u"0-15"_s).value()});
    QCOMPARE(preview.plan.size(), 4);
    QCOMPARE(preview.survivesAt, std::optional(3));
}

void DesignTest::anOwnPolicyIsRenamedWithItsWebhooksAndKeptWhileTheyUseIt()
{
    TestWorkbench bench;
    RetryPolicy policy;
    policy.name = u"patient"_s;
    policy.kind = RetryPolicy::Kind::List;
    policy.gaps = Policies::gapsFromText(u"30, 1.5"_s).value();
    QCOMPARE(Policies::gapsText(policy.gaps), u"30, 1.5"_s);
    QVERIFY(awaited(bench->policies().save({}, policy)));
    QCOMPARE(awaited(bench->policies().save({}, policy)).error().code, ErrorCode::Conflict);
    QCOMPARE(awaited(bench->policies().preview(u"patient"_s))->plan.size(), 3);
    const Report report = imported(bench);
    Webhook webhook = awaited(bench->designer().findWebhook(u"b.example/2"_s)).value();
    webhook.policy = policy.name;
    QVERIFY(awaited(bench->designer().saveWebhook(webhook)));
    policy.name = u"very patient"_s;
    QVERIFY(awaited(bench->policies().save(u"patient"_s, policy)));
    QCOMPARE(awaited(bench->designer().webhook(webhook.id))->policy, policy.name);
    QCOMPARE(awaited(bench->policies().own())->size(), 1);
    const auto refused = awaited(bench->policies().remove(policy.name));
    QCOMPARE(refused.error().code, ErrorCode::Conflict);
    QVERIFY2(refused.error().message.contains(webhook.name), qPrintable(refused.error().message));
    QVERIFY(awaited(bench->designer().removeWebhook(webhook.id)));
    QCOMPARE(awaited(bench->policies().remove(policy.name)).value(), policy);
    QVERIFY(!awaited(bench->policies().save({}, {})));
    policy.name = u"svix"_s;
    QVERIFY(!awaited(bench->policies().save({}, policy)));
}

void DesignTest::statusesAreReadAsTheyAreWritten()
{
    const auto statuses = Policies::statusesFromText(u" 408,429 , 500-599"_s);
    QVERIFY(statuses);
    QCOMPARE(Policies::statusesText(*statuses), u"408, 429, 500-599"_s);
    QVERIFY(Policies::statusesFromText(QString())->isEmpty());
    for (const QString& wrong : {u"4xx"_s, u"599-500"_s, u"99"_s, u"500-600"_s, u"1-2-3"_s})
        QVERIFY2(!Policies::statusesFromText(wrong), qPrintable(wrong));
}

void DesignTest::aWorkspaceFromElsewhereSendsToPublicAddressesOnly()
{
    TestWorkbench bench;
    QVERIFY(!awaited(bench->destinations().publicOnly()).value());
    imported(bench);
    bench.close();
    bench.open();
    QVERIFY(!awaited(bench->destinations().publicOnly()).value());
    bench.close();
    QVERIFY(QFile::remove(bench.keyFile()));
    bench.open();
    QTRY_VERIFY(awaited(bench->destinations().publicOnly()).value());
    QVERIFY(awaited(bench->destinations().setPublicOnly(false)));
    bench.close();
    bench.open();
    QVERIFY(!awaited(bench->destinations().publicOnly()).value());
}

QTEST_GUILESS_MAIN(DesignTest)
#include "design_test.moc"
