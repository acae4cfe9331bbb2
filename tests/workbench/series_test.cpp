// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/recording_receiver.h"
#include "support/test_workbench.h"
#include "workbench/deliver/replayer.h"
#include "workbench/design/designer.h"
#include "workbench/inspect/differ.h"
#include "workbench/inspect/exporter.h"
#include "workbench/inspect/importer.h"
#include "workbench/inspect/series.h"
#include "workbench/simulate/simulator.h"

#include <QFile>
#include <QTest>

using namespace hookworks;
using namespace Qt::StringLiterals;

namespace {

QByteArray eventAt(const QByteArray& path, const QByteArray& body)
{
    return "POST " + path + " HTTP/1.1\r\nHost: a\r\nContent-Length: " + QByteArray::number(body.size()) +
           "\r\n\r\n" + body;
}

QString added(TestWorkbench& bench, const QByteArray& request)
{
    const auto done = awaited(bench->importer().take(ImportFormat::Raw, request));
    if (!done)
        qFatal("%s", qPrintable(done.error().message));
    return done->firstId();
}

SeriesComparison compared(TestWorkbench& bench, const QString& left, const QString& right = {})
{
    const auto series = awaited(bench->differ().compareSeries(left, right));
    if (!series)
        qFatal("%s", qPrintable(series.error().message));
    return *series;
}

} // namespace

/// Two series, request by request.
class SeriesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pairsAreOfOneKindInOrder_data();
    void pairsAreOfOneKindInOrder();
    void runsAreComparedByWhatIsNotIgnored();
    void attemptsAreComparedWithOnesBefore();
    void whatComesBeforeIsFound();
    void archivesAreComparedEntryByEntry();
    void whatIsNotThereIsSaid_data();
    void whatIsNotThereIsSaid();
};

void SeriesTest::pairsAreOfOneKindInOrder_data()
{
    using Pairs = QList<std::pair<qsizetype, qsizetype>>;
    QTest::addColumn<QStringList>("left");
    QTest::addColumn<QStringList>("right");
    QTest::addColumn<Pairs>("pairs");
    QTest::newRow("nothing") << QStringList{} << QStringList{} << Pairs{};
    QTest::newRow("the same") << QStringList{u"a"_s, u"b"_s} << QStringList{u"a"_s, u"b"_s}
                              << Pairs{{0, 0}, {1, 1}};
    QTest::newRow("one more") << QStringList{u"a"_s, u"b"_s, u"c"_s} << QStringList{u"a"_s, u"c"_s}
                              << Pairs{{0, 0}, {1, -1}, {2, 1}};
    QTest::newRow("more of a kind") << QStringList{u"a"_s} << QStringList{u"a"_s, u"a"_s}
                                    << Pairs{{0, 0}, {-1, 1}};
}

void SeriesTest::pairsAreOfOneKindInOrder()
{
    using Pairs = QList<std::pair<qsizetype, qsizetype>>;
    QFETCH(QStringList, left);
    QFETCH(QStringList, right);
    QFETCH(Pairs, pairs);
    QCOMPARE(pairedByKind(left, right), pairs);
}

void SeriesTest::runsAreComparedByWhatIsNotIgnored()
{
    TestWorkbench bench;
    const QByteArray first = R"({"id":1,"n":"x","t":5})", second = R"({"id":2,"n":"x","t":6})";
    const QStringList one{added(bench, eventAt("/a", first)), added(bench, eventAt("/b", first))};
    const QStringList two{added(bench, eventAt("/a", second)), added(bench, eventAt("/c", first))};
    const QString left = one.join(u','), right = u"c3..c9"_s;
    SeriesComparison series = compared(bench, left, right);
    QCOMPARE(series.pairs.size(), 3);
    QCOMPARE(series.pairs[0].left, one[0]);
    QCOMPARE(series.pairs[0].right, two[0]);
    QCOMPARE(series.pairs[0].kind, u"POST /a"_s);
    QCOMPARE(series.pairs[0].differences, 2);
    QCOMPARE(series.differing(), 3);
    QVERIFY(series.pairs[1].right.isEmpty() && series.pairs[2].left.isEmpty());
    QVERIFY(awaited(bench->differ().setIgnored(series.provider, {u"$.id"_s, u"$.t"_s})));
    series = compared(bench, left, right);
    QCOMPARE(series.ignore, (QStringList{u"$.id"_s, u"$.t"_s}));
    QCOMPARE(series.pairs[0].differences, 0);
    QCOMPARE(series.pairs[0].ignored, 2);
    QCOMPARE(series.differing(), 2);
}

void SeriesTest::attemptsAreComparedWithOnesBefore()
{
    const RecordingReceiver receiver(Misbehaviour::Answer, "HTTP/1.1 503 No\r\nContent-Length: 2\r\n\r\nno");
    TestWorkbench bench;
    ReplayChoice choice;
    choice.source = added(bench, eventAt("/a", "{}"));
    choice.url = receiver.url();
    choice.policy = u"fixed:0.1x2"_s;
    QVERIFY(awaited(bench->start()));
    const auto made = awaited(bench->replayer().replay(choice));
    QVERIFY2(made, made ? "" : qPrintable(made.error().message));
    const QString id = made->first().id.toString();
    QVERIFY(awaited(bench->deliveries().untilFinal({made->first().id})));
    const SeriesComparison series = compared(bench, id);
    QCOMPARE(series.pairs.size(), 2);
    QCOMPARE(series.pairs[1].left, QString(id + u"/2"_s));
    QCOMPARE(series.pairs[1].right, QString(id + u"/3"_s));
    QCOMPARE(series.differing(), 0);
    QCOMPARE(compared(bench, id, id).pairs.size(), 3);
    const auto pair = awaited(bench->differ().compareFields(id + u"/1"_s, id + u"/3"_s));
    QVERIFY(pair && pair->sameBytes);
    QCOMPARE(pair->left.wire.response->status, 503);
}

/// An attempt's is the one before, a replay's what it replays, a delivery's the last of its event and
/// webhook.
void SeriesTest::whatComesBeforeIsFound()
{
    const RecordingReceiver receiver(Misbehaviour::Answer, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    TestWorkbench bench;
    QVERIFY(awaited(bench->start()));
    Webhook webhook;
    webhook.provider = u"hybiscus"_s;
    webhook.url = receiver.url();
    const auto one = awaited(bench->designer().saveWebhook(webhook));
    const auto other = awaited(bench->designer().saveWebhook(webhook));
    QVERIFY(one && other);
    for (const Webhook& each : {*one, *other, *one})
        QVERIFY(awaited(bench->simulator().sendTest(each)));
    const auto before = [&bench](const QString& name) {
        const auto found = awaited(bench->differ().before(name));
        return found ? *found : found.error().message;
    };
    QCOMPARE(before(u"d3"_s), u"d1"_s);
    QCOMPARE(before(u"d3/1"_s), u"d1"_s);
    QCOMPARE(before(u"d3/4"_s), u"d3/3"_s);
    for (const QString& first : {u"d1"_s, u"d2"_s}) {
        QVERIFY2(before(first).contains(u"nothing to compare "_s + first), qPrintable(before(first)));
        QCOMPARE(awaited(bench->differ().before(first)).error().code, ErrorCode::NotFound);
    }
    ReplayChoice choice;
    choice.source = u"d2"_s;
    QVERIFY(awaited(bench->replayer().replay(choice)));
    QCOMPARE(before(u"d4"_s), u"d2"_s);
    QCOMPARE(awaited(bench->differ().compareFields(u"d3"_s, {}))->right.id, u"d1"_s);
    QCOMPARE(awaited(bench->differ().before(u"d9"_s)).error().code, ErrorCode::NotFound);
}

void SeriesTest::archivesAreComparedEntryByEntry()
{
    TestWorkbench bench;
    QTemporaryDir folder;
    QStringList files;
    for (const QByteArray& value : {"one"_ba, "two"_ba}) {
        const QStringList ids{added(bench, eventAt("/a", R"({"v":")" + value + "\"}")),
                              added(bench, eventAt("/b", "{}"))};
        const auto exported = awaited(bench->exporter().write(ids, ExportFormat::Har));
        QFile file(folder.filePath(QString::fromLatin1(value) + u" 1.har"_s));
        QVERIFY(exported && file.open(QIODevice::WriteOnly) && file.write(exported->bytes) > 0);
        files << file.fileName();
    }
    const SeriesComparison series = compared(bench, files[0], files[1]);
    QCOMPARE(series.pairs.size(), 2);
    QCOMPARE(series.pairs[0].left, QString(files[0] + u"#1"_s));
    QCOMPARE(series.pairs[0].differences, 1);
    QVERIFY(series.pairs[1].sameBytes);
    const auto pair = awaited(bench->differ().compareFields(series.pairs[0].left, u"c3"_s));
    QVERIFY2(pair, pair ? "" : qPrintable(pair.error().message));
    QCOMPARE(pair->differences(), 1);
}

void SeriesTest::whatIsNotThereIsSaid_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("a capture") << u"c9"_s << ErrorCode::NotFound;
    QTest::newRow("an attempt") << u"c1/7"_s << ErrorCode::NotFound;
    QTest::newRow("a range") << u"c7..c9"_s << ErrorCode::NotFound;
    QTest::newRow("no id") << u"x1"_s << ErrorCode::BadInput;
    QTest::newRow("a file") << u"/nowhere/a.har"_s << ErrorCode::BadInput;
    QTest::newRow("no archive") << QStringLiteral(HOOKWORKS_SOURCE_DIR "/tests/workbench/series_test.cpp")
                                << ErrorCode::BadInput;
}

void SeriesTest::whatIsNotThereIsSaid()
{
    QFETCH(QString, name);
    QFETCH(ErrorCode, code);
    TestWorkbench bench;
    const QString there = added(bench, eventAt("/a", "{}"));
    const auto series = awaited(bench->differ().compareSeries(there, name));
    QVERIFY(!series && series.error().code == code);
}

QTEST_GUILESS_MAIN(SeriesTest)
#include "series_test.moc"
