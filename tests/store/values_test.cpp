// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/completions.h"
#include "store_fixture.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>

using namespace hookworks;
using namespace Qt::StringLiterals;

namespace {

Report sampleReport(const QString& name)
{
    Report report;
    report.provider = u"hybiscus"_s;
    report.name = name;
    report.document = "{\"a\": 1.0, \"a\": 2}\n\xff";
    report.schedule = {"Europe/Berlin", {u"North"_s, u"S\u00fcd, \"2\""_s}};
    report.createdAt = at(1);
    report.changedAt = at(2);
    return report;
}

Webhook sampleWebhook(const QString& name)
{
    Webhook webhook;
    webhook.provider = u"hybiscus"_s;
    webhook.name = name;
    webhook.url = u"http://{listener}/hook?ä=1"_s;
    webhook.events = {u"report.failed"_s, u"report.completed"_s};
    webhook.token = "secret token";
    webhook.headers.append("X-Tenant", "a");
    webhook.headers.append("x-tenant", "b");
    webhook.clientCertificate = {u"/home/me/client.p12"_s, u"/home/me/key.pem"_s, "open sesame"};
    webhook.policy = u"fixed:30x3"_s;
    webhook.timeout = std::chrono::seconds(7);
    webhook.disabledReason = u"410 Gone"_s;
    webhook.flow = {3, 60, true, 5};
    webhook.createdAt = at(3);
    return webhook;
}

RetryPolicy samplePolicy()
{
    RetryPolicy policy;
    policy.name = u"mine"_s;
    policy.kind = RetryPolicy::Kind::Exponential;
    policy.firstGap = std::chrono::seconds(30);
    policy.factor = 1.5;
    policy.increment = Micros(1);
    policy.gapCap = std::chrono::hours(1);
    policy.count = 8;
    policy.countIncludesFirst = true;
    policy.gaps = {Micros(1), Micros(2)};
    policy.jitter = 0.25;
    policy.honourRetryAfter = true;
    policy.retryStatuses = {{500, 599}, {429, 429}};
    policy.goneDisables = true;
    policy.disableAfterDays = 5;
    policy.timeout = std::chrono::seconds(9);
    return policy;
}

ListenerConfig sampleListener()
{
    ReplyRule rule;
    rule.name = u"down for 3"_s;
    rule.match.path = u"/hook*"_s;
    rule.match.header = {{u"X-Tenant"_s, u"a*"_s}};
    rule.times = 3;
    Reply down;
    down.status = 503;
    down.headers.append("Retry-After", "2");
    down.body = "down";
    down.delay = {Micros(10'000), Micros(10'000)};
    Reply reset;
    reset.fault = Fault::Reset;
    rule.replies = {down, reset};
    rule.repeat = true;
    ReplyRule full;
    full.enabled = false;
    full.match = {u"PUT"_s, u"/a"_s, {{u"q"_s, u"1"_s}}, {}, {{u"$.event"_s, u"x"_s}}};
    full.probability = 0.3;
    full.seed = 4'000'000'000;
    full.require = RequiredAuth{u"token"_s, u"user"_s, u"word"_s};
    full.otherwise = reset;
    full.forwardTo = u"http://app/"_s;
    ListenerConfig listener;
    listener.name = u"Main"_s;
    listener.port = 9000;
    listener.enabled = true;
    listener.rules = {rule, full};
    listener.limits.bodyBytes = 900'000'000;
    return listener;
}

} // namespace

/// What a person designs comes back as it was, and names and ids keep their promises.
class ValuesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReportComesBackByteForByte()
    {
        StoreFixture f;
        Report report = sampleReport(u"Sales"_s);
        const auto id = f.write([&](Writer& w) { return w.addReport(report); });
        QVERIFY(id);
        QCOMPARE(id->toString(), u"r1"_s);
        report.id = *id;
        f.reopen();
        QVERIFY(f.read([&](Reader& r) { return r.report(*id); }) == report);
        QVERIFY(f.read([&](Reader& r) { return r.reportNamed(u"Sales"_s); }) == report);
        report.document = "changed";
        report.schedule = {"UTC", {}};
        QVERIFY(f.write([&](Writer& w) { return w.updateReport(report); }));
        QVERIFY(f.read([&](Reader& r) { return r.reports(); }) == QList<Report>{report});
    }

    void aSealedReportIsNotReadableOnTheDisk()
    {
        StoreFixture f;
        Report report = sampleReport(u"Secret"_s);
        report.document = "the word is xylophone";
        report.id = f.write([&](Writer& w) { return w.addReport(report, DocumentForm::Sealed); }).value();
        QVERIFY(f.read([&](Reader& r) { return r.report(report.id); }) == report);
        QVERIFY(f.read([&](Reader& r) { return r.isSealed(report.id); }).value());
        const Webhook webhook = sampleWebhook(u"Hook"_s);
        QVERIFY(f.write([&](Writer& w) { return w.addWebhook(webhook); }));
        f.store.reset();
        QFile file(f.path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray all = file.readAll();
        QVERIFY(!all.contains("xylophone"));
        QVERIFY(!all.contains("secret token"));
        QVERIFY(!all.contains("open sesame"));
        QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    void aListenersPassphraseIsNotReadableOnTheDisk()
    {
        StoreFixture f;
        ListenerConfig listener = sampleListener();
        listener.passphrase = "open sesame";
        listener.clientAuthorityFile = u"/etc/clients.pem"_s;
        listener.id = f.write([&](Writer& w) { return w.addListener(listener); }).value();
        QVERIFY(f.read([&](Reader& r) { return r.listener(listener.id); }) == listener);
        listener.passphrase = "close sesame";
        QVERIFY(f.write([&](Writer& w) { return w.updateListener(listener); }));
        QVERIFY(f.read([](Reader& r) { return r.listeners(); }) == QList<ListenerConfig>{listener});
        for (const QString& name : QDir(f.folder.path()).entryList(QDir::Files)) {
            QFile file(f.folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains("sesame"), qPrintable(name));
        }
        f.store.reset();
        QFile file(f.path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray all = file.readAll();
        QVERIFY(!all.contains("/etc/clients.pem"));
        QVERIFY(!all.contains("sesame"));
    }

    void whatRulesHaveComeToIsKeptWithTheirListener()
    {
        StoreFixture f;
        ListenerConfig listener = sampleListener();
        listener.id = f.write([&](Writer& w) { return w.addListener(listener); }).value();
        const RuleProgress moved{3, 2, 7, due(4), 5, u"the body is no JSON"_s};
        const auto kept = [&] {
            return f.read([](Reader& r) { return r.ruleProgress(); }).value().value(listener.id);
        };
        QCOMPARE(kept(), QList<RuleProgress>());
        const auto step = [&](int place, const RuleProgress& progress) {
            return f.write([&, place](Writer& w) -> Result<void> {
                w.rulesStepped(listener.id, {{place, progress}});
                return {};
            });
        };
        QVERIFY(step(1, RuleProgress{1, 1, 0, {}, 0, {}}));
        QVERIFY(step(1, moved));
        QCOMPARE(kept(), (QList<RuleProgress>{{}, moved}));
        f.reopen();
        QCOMPARE(kept(), (QList<RuleProgress>{{}, moved}));
        std::swap(listener.rules[0], listener.rules[1]);
        QVERIFY(f.write([&](Writer& w) { return w.updateListener(listener); }));
        QCOMPARE(kept(), QList<RuleProgress>{moved});
        QVERIFY(f.write([&](Writer& w) { return w.removeListener(listener.id); }));
        QVERIFY(f.write([&](Writer& w) { return w.addListener(listener); })); // the removal is undone
        QCOMPARE(kept(), QList<RuleProgress>{moved});
        QVERIFY(f.write([&](Writer& w) { return w.resetRules(listener.id, 1); }));
        QCOMPARE(kept(), QList<RuleProgress>{moved});
        QVERIFY(f.write([&](Writer& w) { return w.resetRules(listener.id, 0); }));
        QCOMPARE(kept(), QList<RuleProgress>());
        QVERIFY(step(0, moved));
        QVERIFY(f.write([&](Writer& w) { return w.resetRules(listener.id, std::nullopt); }));
        QCOMPARE(kept(), QList<RuleProgress>());
    }

    void whatAGroupThatFailsHadComeToIsNotKept()
    {
        StoreFixture f;
        const auto failed = f.write([](Writer& w) -> Result<void> {
            w.rulesStepped(ListenerId{1}, {{0, RuleProgress{1, 1, 0, {}, 0, {}}}});
            return fail(ErrorCode::Conflict, u"no"_s);
        });
        QVERIFY(!failed);
        QVERIFY(f.write([](Writer& w) { return w.setSetting(u"a"_s, u"b"_s); }));
        QVERIFY(f.read([](Reader& r) { return r.ruleProgress(); }).value().isEmpty());
    }

    void aWebhookComesBackWithItsToken()
    {
        StoreFixture f;
        Webhook webhook = sampleWebhook(u"Hook"_s);
        webhook.id = f.write([&](Writer& w) { return w.addWebhook(webhook); }).value();
        QVERIFY(f.read([&](Reader& r) { return r.webhook(webhook.id); }) == webhook);
        QVERIFY(f.read([&](Reader& r) { return r.webhookNamed(u"Hook"_s); }) == webhook);
        webhook.timeout.reset();
        webhook.token.clear();
        webhook.events.clear();
        webhook.enabled = false;
        QVERIFY(f.write([&](Writer& w) { return w.updateWebhook(webhook); }));
        QVERIFY(f.read([&](Reader& r) { return r.webhooks(); }) == QList<Webhook>{webhook});
    }

    void aReportsOwnWebhooksServeItBeforeTheGeneralOnes()
    {
        StoreFixture f;
        const auto names = f.write([&](Writer& w) -> Result<QStringList> {
            const ReportId mine = w.addReport(sampleReport(u"A"_s)).value();
            const ReportId other = w.addReport(sampleReport(u"B"_s)).value();
            Webhook hook = sampleWebhook(u"general"_s);
            (void)w.addWebhook(hook).value();
            hook.name = u"off"_s;
            hook.enabled = false;
            (void)w.addWebhook(hook).value();
            hook.enabled = true;
            hook.name = u"second"_s;
            hook.report = mine;
            hook.position = 1;
            (void)w.addWebhook(hook).value();
            hook.name = u"first"_s;
            hook.position = 0;
            (void)w.addWebhook(hook).value();
            hook.name = u"deaf"_s;
            hook.events = QStringList{u"report.completed"_s};
            (void)w.addWebhook(hook).value();
            hook.name = u"other"_s;
            hook.report = other;
            (void)w.addWebhook(hook).value();
            QStringList found;
            const auto serving = w.webhooksServing(u"hybiscus"_s, mine, u"report.failed"_s);
            for (const Webhook& each : *serving)
                found << each.name;
            return found;
        });
        QCOMPARE(names.value(), QStringList({u"first"_s, u"second"_s, u"general"_s}));
    }

    void namesAreUniqueAndNeverLookLikeIds()
    {
        StoreFixture f;
        const auto code = [&](const QString& name) {
            const auto id = f.write([&](Writer& w) { return w.addReport(sampleReport(name)); });
            return id ? ErrorCode::Internal : id.error().code;
        };
        QVERIFY(f.write([&](Writer& w) { return w.addReport(sampleReport(u"Taken"_s)); }));
        QCOMPARE(code(u"Taken"_s), ErrorCode::Conflict);
        QCOMPARE(code(u"r7"_s), ErrorCode::BadInput);
        QCOMPARE(code(u" "_s), ErrorCode::BadInput);
        QCOMPARE(f.read([](Reader& r) { return r.report(ReportId{9}); }).error().code, ErrorCode::NotFound);
        Webhook nobody = sampleWebhook(u"Nobody"_s);
        nobody.id = WebhookId{9};
        QCOMPARE(f.write([&](Writer& w) { return w.updateWebhook(nobody); }).error().code,
                 ErrorCode::NotFound);
    }

    void idsAreNeverGivenTwice()
    {
        StoreFixture f;
        const auto add = [&](const QString& name) {
            return f.write([&](Writer& w) { return w.addReport(sampleReport(name)); }).value().toString();
        };
        QCOMPARE(add(u"A"_s), u"r1"_s);
        QCOMPARE(add(u"B"_s), u"r2"_s);
        QVERIFY(f.write([](Writer& w) { return w.removeReport(ReportId{2}); }));
        f.reopen();
        QCOMPARE(add(u"C"_s), u"r3"_s);
    }

    void removingAReportCanBeUndoneWithItsWebhooks()
    {
        StoreFixture f;
        Webhook hook = sampleWebhook(u"Own"_s);
        hook.report = f.write([&](Writer& w) {
                           return w.addReport(sampleReport(u"A"_s), DocumentForm::Sealed);
                       }).value();
        hook.id = f.write([&](Writer& w) { return w.addWebhook(hook); }).value();
        const auto removed = f.write([&](Writer& w) { return w.removeReport(*hook.report); });
        QVERIFY(removed);
        QVERIFY(f.read([](Reader& r) { return r.reports(); }).value().isEmpty());
        QVERIFY(f.read([](Reader& r) { return r.webhooks(); }).value().isEmpty());
        QVERIFY(f.write([&](Writer& w) { return w.restoreReport(*removed); }));
        QVERIFY(f.read([&](Reader& r) { return r.webhooksOf(*hook.report); }) == QList<Webhook>{hook});
        QVERIFY(f.read([&](Reader& r) { return r.isSealed(*hook.report); }).value());
    }

    void policiesListenersClockAndSettingsAreRemembered()
    {
        StoreFixture f;
        const RetryPolicy policy = samplePolicy();
        ListenerConfig listener = sampleListener();
        const ClockState clock{due(5), at(6), 600};
        QVERIFY(!f.read([](Reader& r) { return r.clock(); }).value());
        QVERIFY(f.write([&](Writer& w) -> Result<void> {
            listener.id = w.addListener(listener).value();
            return w.putPolicy(policy).and_then([&] { return w.setClock(clock); }).and_then([&] {
                return w.setSetting(u"quota"_s, u"5"_s);
            });
        }));
        f.reopen();
        QVERIFY(f.read([](Reader& r) { return r.policy(u"mine"_s); }) == policy);
        QVERIFY(f.read([](Reader& r) { return r.policies(); }) == QList<RetryPolicy>{policy});
        QVERIFY(f.read([](Reader& r) { return r.listeners(); }) == QList<ListenerConfig>{listener});
        QVERIFY(f.read([](Reader& r) { return r.clock(); }).value() == clock);
        QCOMPARE(f.read([](Reader& r) { return r.setting(u"quota"_s); }).value(), u"5"_s);
        QCOMPARE(f.read([](Reader& r) { return r.setting(u"nothing"_s); }).value(), QString());
        listener.name = u"Other"_s;
        listener.rules.clear();
        QVERIFY(f.write([&](Writer& w) { return w.updateListener(listener); }));
        QVERIFY(f.read([&](Reader& r) { return r.listener(listener.id); }) == listener);
        QVERIFY(f.write([&](Writer& w) { return w.removePolicy(u"mine"_s); }) == policy);
        QVERIFY(f.write([&](Writer& w) { return w.removeListener(listener.id); }) == listener);
    }

    void aChangeThatFailsLeavesNothingAndHarmsNobody()
    {
        StoreFixture f;
        const auto bad = f.store->write([](Writer& w) -> Result<ReportId> {
            (void)w.addReport(sampleReport(u"Half"_s));
            return w.addReport(sampleReport(u"Half"_s));
        });
        const auto good = f.store->write([](Writer& w) { return w.addReport(sampleReport(u"Good"_s)); });
        QCOMPARE(bad.result().error().code, ErrorCode::Conflict);
        QVERIFY(good.result());
        const auto reports = f.read([](Reader& r) { return r.reports(); }).value();
        QCOMPARE(reports.size(), 1);
        QCOMPARE(reports[0].name, u"Good"_s);
    }

    void aCommittedGroupIsToldOnceWithItsIds()
    {
        StoreFixture f;
        QList<StoreChanges> told;
        connect(f.store.get(), &Store::changed, this, [&] { told << f.store->takeChanges(); });
        const auto id = f.write([](Writer& w) {
            (void)w.setSetting(u"a"_s, u"b"_s);
            return w.addReport(sampleReport(u"A"_s));
        });
        QTRY_COMPARE(told.size(), 1);
        StoreChanges expected;
        expected.reports = {id.value()};
        expected.settings = true;
        QVERIFY(told[0] == expected);
    }

    void answersOfTheHotFormReachAnotherThreadInOrder()
    {
        StoreFixture f;
        QList<int> seen;
        Completions completions;
        for (int i = 0; i < 1000; ++i) {
            f.store->write([i](Writer& w) { return w.setSetting(u"n"_s, QString::number(i)); },
                           [&, i](const Result<void>& result) {
                               completions.add(
                                   [&seen, i, ok = result.has_value()] { seen << (ok ? i : -1); });
                           });
        }
        QTRY_COMPARE(seen.size(), 1000);
        QVERIFY(std::ranges::is_sorted(seen));
        QCOMPARE(f.read([](Reader& r) { return r.setting(u"n"_s); }).value(), u"999"_s);
        f.store.reset();
    }

    void closingWritesAllThatIsQueued()
    {
        StoreFixture f;
        int answered = 0;
        for (int i = 0; i < 500; ++i)
            f.store->write([i](Writer& w) { return w.setSetting(QString::number(i), u"x"_s); },
                           [&](const Result<void>& result) { answered += result ? 1 : 0; });
        f.store.reset();
        QCOMPARE(answered, 500);
        QVERIFY(!QFile::exists(f.path() + u"-wal"_s));
        f.reopen(Store::Mode::Read);
        QCOMPARE(f.read([](Reader& r) { return r.settings(); }).value().size(), 500);
        QCOMPARE(f.write([](Writer& w) { return w.setSetting(u"a"_s, u"b"_s); }).error().code,
                 ErrorCode::CannotWrite);
    }
};

QTEST_GUILESS_MAIN(ValuesTest)
#include "values_test.moc"
