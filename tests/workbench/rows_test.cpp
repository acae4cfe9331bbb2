// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/parser.h"
#include "support/test_workbench.h"
#include "workbench/deliver/deliveries.h"
#include "workbench/inspect/comparison.h"
#include "workbench/inspect/differ.h"
#include "workbench/inspect/importer.h"
#include "workbench/inspect/inspecting.h"
#include "workbench/inspect/marks.h"
#include "workbench/inspect/row_removals.h"
#include "workbench/listen/captures.h"
#include "workbench/simulate/samples.h"

#include <QSignalSpy>

using namespace hookworks;
using namespace Qt::StringLiterals;

namespace {

QByteArray rawRequest(const QByteArray& body, const QByteArray& coding = {})
{
    return "POST /in HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n" +
           (coding.isEmpty() ? QByteArray() : "Content-Encoding: " + coding + "\r\n") +
           "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

/// As gzip writes it.
QByteArray gzipped()
{
    return QByteArray::fromHex(
        "1f8b0800000000000203ab562a29ca4c4f4f2d52b2522a284a0d4a2dc82f2a09492cce56aa0500"
        "8c4ffaf61b000000");
}

/// Waits for a run.
BulkProgress ended(BulkRun* run)
{
    QSignalSpy finished(run, &BulkRun::finished);
    return finished.wait(30'000) ? finished.first().first().value<BulkProgress>() : BulkProgress();
}

} // namespace

/// What is done to rows: marked, kept as samples, removed and brought back.
class RowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void marksAreChangedAllOrNone()
    {
        TestWorkbench bench;
        take(bench, {rawRequest("{}"), rawRequest("{}")});
        const auto before =
            awaited(bench->rows().marks.change({CaptureId{1}, CaptureId{2}}, {MarkColour::Green, u"a"_s}));
        QVERIFY(before && before->size() == 2);
        QCOMPARE(awaited(bench->rows().marks.change({CaptureId{1}, DeliveryId{7}}, MarkChange::clear()))
                     .error()
                     .code,
                 ErrorCode::NotFound);
        QCOMPARE(markOf(bench, 1), (Mark{MarkColour::Green, u"a"_s}));
        QVERIFY(awaited(bench->rows().marks.change({CaptureId{1}}, {{}, u"b"_s})));
        QCOMPARE(markOf(bench, 1), (Mark{MarkColour::Green, u"b"_s}));
        ended(bench->rows().removals.remove(bench->rows().removals.begin(),
                                            readyAnswer<QList<CaptureId>>(QList{CaptureId{2}})));
        QVERIFY(awaited(bench->rows().marks.restore(*before)));
        QCOMPARE(markOf(bench, 1), Mark());
    }

    void theEventIsWhatTheProfilesRecognise()
    {
        TestWorkbench bench;
        take(bench, {rawRequest(R"({"event":"report.failed","task_id":"1"})"),
                     rawRequest(R"({"trigger":"preReportTask"})"), rawRequest(gzipped(), "gzip"),
                     rawRequest(R"({"event":"else"})"), rawRequest("no JSON")});
        QList<CaptureId> ids;
        for (int i = 1; i <= 5; ++i)
            ids << CaptureId{i};
        const auto events = awaited(bench->inspecting().eventsOf(ids, 1000));
        QCOMPARE(events.value_or(QMap<CaptureId, QString>()),
                 (QMap<CaptureId, QString>{{CaptureId{1}, u"report.failed"_s},
                                           {CaptureId{2}, u"preReportTask"_s},
                                           {CaptureId{3}, u"preReportTask"_s}}));
        const auto found = awaited(
            bench->captures().ids({.where = parseQuery(u"event=preReportTask"_s).value(), .limit = 0}));
        QCOMPARE(found.value_or(QList<CaptureId>()), (QList<CaptureId>{CaptureId{3}, CaptureId{2}}));
        const auto provider = awaited(
            bench->captures().ids({.where = parseQuery(u"provider=connectreport"_s).value(), .limit = 0}));
        QCOMPARE(provider, found);
    }

    void aSampleIsTheBodyWithoutItsCoding()
    {
        TestWorkbench bench;
        take(bench, {rawRequest(gzipped(), "gzip"), rawRequest("{}", "strange")});
        const auto sample = awaited(bench->rows().samples.add(CaptureId{1}, u" trimmed "_s));
        QVERIFY(sample);
        QCOMPARE(sample->body, R"({"trigger":"preReportTask"})");
        QCOMPARE(sample->event, u"preReportTask"_s);
        QCOMPARE(sample->provider, u"connectreport"_s);
        QCOMPARE(sample->contentType, u"application/json"_s);
        QCOMPARE(awaited(bench->rows().samples.get(u"trimmed"_s)), sample);
        QCOMPARE(awaited(bench->rows().samples.add(CaptureId{2}, u"other"_s)).error().code,
                 ErrorCode::BadInput);
        QCOMPARE(awaited(bench->rows().samples.add(DeliveryId{2}, u"other"_s)).error().code,
                 ErrorCode::NotFound);
    }

    void twoBodiesAreComparedByThemselves()
    {
        TestWorkbench bench;
        const auto comparison = awaited(bench->differ().compareBodyFields(
            {u"Sample"_s, R"({"a":1,"b":2})", {}}, {u"Generated"_s, R"({"a":1,"b":3})", {}}, u"hybiscus"_s));
        QVERIFY(comparison);
        QCOMPARE(comparison->differences(), 1);
        QVERIFY(std::ranges::all_of(comparison->lines, [](const Comparison::Line& line) {
            return line.section == Comparison::Section::Body;
        }));
    }

    /// In steps, between which it can be stopped; what was removed until then comes back.
    void removingIsStoppedAndTakenBack()
    {
        TestWorkbench bench;
        constexpr int count = 1'200;
        takeMany(bench, count);
        const RemovalId removal = bench->rows().removals.begin();
        BulkRun* run = bench->rows().removals.remove(removal, bench->captures().ids({.limit = 0}));
        connect(run, &BulkRun::progressed, run, [run](const BulkProgress&) { run->stop(); });
        const BulkProgress stopped = ended(run);
        QVERIFY(stopped.stopped && stopped.changed > 0 && stopped.changed < count);
        QCOMPARE(stopped.total, count);
        QCOMPARE(awaited(bench->captures().count()).value_or(-1), count - stopped.changed);
        QCOMPARE(ended(bench->rows().removals.bringBack(removal, stopped.changed)).changed, stopped.changed);
        QCOMPARE(awaited(bench->captures().count()).value_or(-1), count);
        const RemovalId all = bench->rows().removals.begin();
        QCOMPARE(ended(bench->rows().removals.remove(all, bench->captures().ids({.limit = 0}))).changed,
                 count);
        QVERIFY(awaited(bench->rows().removals.letGo(all)));
        QCOMPARE(ended(bench->rows().removals.bringBack(all, 1)).changed, 0);
        QCOMPARE(awaited(bench->captures().count()).value_or(-1), 0);
    }

    /// However many go at once: a list of a thousand rows keeps none of them.
    void everyRemovedRowIsTold()
    {
        TestWorkbench bench;
        constexpr int count = 1'000;
        takeMany(bench, count);
        QSet<CaptureId> told;
        connect(&bench->captures(), &Captures::changed, this, [&told](const CaptureChanges& changes) {
            told += QSet<CaptureId>(changes.removed.begin(), changes.removed.end());
        });
        ended(bench->rows().removals.remove(bench->rows().removals.begin(),
                                            bench->captures().ids({.limit = 0})));
        QTRY_COMPARE(told.size(), count);
    }

    void ofAFloodTheNumberIsToldAlone()
    {
        TestWorkbench bench;
        CaptureChanges told;
        connect(&bench->captures(), &Captures::changed, this,
                [&told](const CaptureChanges& changes) { told = changes; });
        takeMany(bench, 200);
        QTRY_COMPARE(told.added.size(), 200);
        QCOMPARE(told.addedInAll, 200);
        takeMany(bench, 201);
        QTRY_COMPARE(told.addedInAll, 201);
        QVERIFY(told.added.isEmpty());
        QVERIFY(awaited(bench->rows().marks.change({CaptureId{400}}, {{}, u"seen"_s})));
        QTRY_COMPARE(told.changed.size(), 1);
        QCOMPARE(told.changed.first().mark.note, u"seen"_s);
        QCOMPARE(told.addedInAll, 0);
    }

private:
    /// In one transaction.
    static void takeMany(TestWorkbench& bench, int count)
    {
        const QByteArray lines = QByteArray("curl http://127.0.0.1/hook -d '{}'\n").repeated(count);
        if (!awaited(bench->importer().take(ImportFormat::Curl, lines)))
            qFatal("the captures could not be made");
    }
    static void take(TestWorkbench& bench, const QByteArrayList& requests)
    {
        for (const QByteArray& request : requests) {
            if (!awaited(bench->importer().take(ImportFormat::Raw, request)))
                qFatal("not taken");
        }
    }
    static Mark markOf(TestWorkbench& bench, qint64 id)
    {
        return awaited(bench->captures().get(CaptureId{id})).value_or(Capture()).mark;
    }
};

QTEST_GUILESS_MAIN(RowsTest)
#include "rows_test.moc"
