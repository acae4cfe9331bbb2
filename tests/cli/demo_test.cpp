// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/json_text.h"
#include "cli/program.h"

#include <QJsonArray>
#include <QTest>

using namespace hookworks;
using namespace Qt::StringLiterals;

/// `hookworks-cli demo`: the main job without a window.
class DemoTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyEventIsDeliveredAfterThreeFailures();
    void theTimelinesAreText();
    void aNamedWorkspaceIsUsedAndKept();
};

void DemoTest::everyEventIsDeliveredAfterThreeFailures()
{
    const Home home;
    const ProgramResult demo = home.runPlain({u"demo"_s, u"--json"_s, u"--speed"_s, u"3600"_s});
    QVERIFY2(demo.status == 0, demo.err.constData());
    QSet<QString> events, providers;
    for (const QByteArray& line : demo.lines()) {
        const QJsonObject delivery = objectOf(line);
        events << delivery[u"event"].toString();
        providers << delivery[u"provider"].toString();
        QCOMPARE(delivery[u"state"].toString(), u"delivered"_s);
        const QJsonArray attempts = delivery[u"attempts"].toArray();
        QCOMPARE(attempts.size(), 4);
        for (const QJsonValue attempt : attempts)
            QVERIFY(!attempt.toObject()[u"captureId"].toString().isEmpty());
    }
    QCOMPARE(demo.lines().size(), 5);
    QCOMPARE(events, (QSet<QString>{u"preReportTask"_s, u"postReportTask"_s, u"report.completed"_s,
                                    u"report.failed"_s}));
    QCOMPARE(providers.size(), 2);
    QVERIFY(!QFile::exists(home.path(u"data/hookworks"_s)));
}

void DemoTest::theTimelinesAreText()
{
    const ProgramResult demo = Home().runPlain({u"demo"_s, u"--speed"_s, u"3600"_s});
    QVERIFY2(demo.status == 0, demo.err.constData());
    QVERIFY2(demo.out.contains("●──30 s──●──1 min──●──2 min──✓"), demo.out.constData());
    QCOMPARE(demo.out.count("503 503 503 200"), 5);
}

void DemoTest::aNamedWorkspaceIsUsedAndKept()
{
    const Home home;
    for (int i = 0; i < 2; ++i)
        QCOMPARE(home.run({u"demo"_s, u"--speed"_s, u"3600"_s, u"--quiet"_s}).status, 0);
    QCOMPARE(home.run({u"deliveries"_s, u"--json"_s}).lines().size(), 10);
    QCOMPARE(home.run({u"captures"_s, u"--json"_s}).lines().size(), 40);
}

QTEST_GUILESS_MAIN(DemoTest)
#include "demo_test.moc"
