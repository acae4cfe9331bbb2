// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_workbench.h"
#include "ui/captures/capture_columns.h"
#include "ui/captures/rules_model.h"
#include "ui/deliveries/delivery_row.h"
#include "ui/inspect/attempt_view.h"
#include "ui/inspect/form_parts.h"
#include "ui/inspect/header_lines.h"
#include "ui/inspect/json_tree_model.h"
#include "ui/inspect/phases.h"
#include "ui/lists/live_list_model.h"
#include "ui/timeline_samples.h"
#include "ui/widgets/byte_text.h"
#include "workbench/inspect/byte_comparison.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace hookworks {

namespace {

DeliveryRow deliveryRow(qint64 id, int attempts = 3)
{
    const Delivery delivery = sampleDelivery(id, attempts);
    const QList<Attempt> made = failedAttempts(delivery, attempts);
    return rowOf(DeliverySummaryRecord{summaryOf(delivery), made});
}

QList<DeliveryRow> deliveryRows(qint64 newest, qint64 oldest)
{
    QList<DeliveryRow> rows;
    for (qint64 id = newest; id >= oldest; --id)
        rows << deliveryRow(id);
    return rows;
}

Capture sampleCapture(qint64 id)
{
    Capture capture;
    capture.id = {id};
    capture.method = "POST";
    capture.target = "/hook?x=1&y=a%20b";
    capture.bodyBytes = 131;
    capture.responseStatus = 503;
    capture.rule = u"down for 3"_s;
    capture.delivery = DeliveryId{7};
    capture.attemptNumber = 2;
    return capture;
}

/// The columns of captures, which read what they cannot know from a workspace.
class CaptureTable
{
public:
    QList<ListColumn<CaptureRow>> columns() const { return captureColumns(*m_cells); }

private:
    TestWorkbench m_workbench;
    std::unique_ptr<BodyCells> m_cells =
        std::make_unique<BodyCells>(m_workbench->captures(), m_workbench->inspecting());
};

QStringList rowTexts(const QAbstractItemModel& model, int row, int columns)
{
    QStringList texts;
    for (int column = 0; column < columns; ++column)
        texts << model.index(row, column).data().toString();
    return texts;
}

} // namespace

class ListsTest : public QObject
{
    Q_OBJECT

private slots:
    void deliveriesReadAsTheScreenShowsThem();
    void deliveriesComePageByPage();
    void newDeliveriesWaitUntilTheyAreReleased();
    void aHundredThousandDeliveriesStayQuick();
    void capturesReadAsTheScreenShowsThem();
    void newCapturesWaitAndOldOnesChangeInPlace();
    void rulesAreEditedInOrder();
    void aJsonTreeKeepsOrderDuplicatesAndNumbers();
    void sameAndDifferentBytesAreTold_data();
    void sameAndDifferentBytesAreTold();
    void bothEndsShareOneAxis();
    void aReplyRuleIsNamedAsTheCause();
    void bodiesBecomeVisibleText();
    void formsAndQueriesAreTakenApart();
    void headerLinesGoBothWays();
};

void ListsTest::deliveriesReadAsTheScreenShowsThem()
{
    LiveListModel<DeliveryRow> model(deliveryColumns());
    model.setClock({sampleStart + 90s, RealTime()});
    model.addPage({deliveryRow(12)}, true);
    QCOMPARE(rowTexts(model, 0, 6), (QStringList{u"Retrying"_s, u"report.failed"_s, u"OneDrive"_s, u"3 / 9"_s,
                                                 u"in 2:00"_s, u"503 rejected in 12 ms"_s}));
}

void ListsTest::deliveriesComePageByPage()
{
    LiveListModel<DeliveryRow> model(deliveryColumns());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy wanted(&model, &LiveList::pageWanted);
    model.fetchMore({});
    model.fetchMore({});
    const auto asked = wanted.size();
    model.addPage(deliveryRows(20, 11), false);
    QVERIFY(asked <= 1);
    QVERIFY(!model.isComplete());
    model.addPage(deliveryRows(12, 1), true);
    QVERIFY(!model.canFetchMore({}));
    QCOMPARE(model.rowCount(), 20);
    QCOMPARE(model.rowOfNumber(1), 19);
    model.remove({{5}, {20}, {99}});
    QCOMPARE(model.rowCount(), 18);
    QCOMPARE(model.rowOfNumber(5), -1);
}

void ListsTest::newDeliveriesWaitUntilTheyAreReleased()
{
    LiveListModel<DeliveryRow> model(deliveryColumns());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.addPage(deliveryRows(10, 1), true);
    QSignalSpy held(&model, &LiveList::heldChanged);
    model.upsert({deliveryRow(12), deliveryRow(11), deliveryRow(3, 9), deliveryRow(12, 4)});
    QCOMPARE(model.rowCount(), 10);
    QCOMPARE(held.takeLast().at(0).toInt(), 2);
    QCOMPARE(model.rowAt(model.rowOfNumber(3)).attempts, 9);
    model.release();
    QCOMPARE(model.numberAt(0), qint64(12));
    QCOMPARE(model.rowAt(0).attempts, 4);
    QCOMPARE(model.numberAt(1), qint64(11));
}

void ListsTest::aHundredThousandDeliveriesStayQuick()
{
    LiveListModel<DeliveryRow> model(deliveryColumns());
    QList<DeliveryRow> rows(100'000, deliveryRow(1));
    for (qsizetype i = 0; i < rows.size(); ++i)
        rows[i].id = {100'000 - i};
    model.addPage(rows, true);
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 1000; ++i)
        model.upsert({deliveryRow(i * 97 + 1)});
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
}

void ListsTest::capturesReadAsTheScreenShowsThem()
{
    const CaptureTable table;
    LiveListModel<CaptureRow> model(table.columns());
    model.addPage({rowOf(sampleCapture(118))}, true);
    QMap<QString, QString> texts;
    for (int column = 0; column < model.columnCount(); ++column)
        texts[model.columnLook(column).key] = model.index(0, column).data().toString();
    QCOMPARE(texts[u"method"_s], u"POST"_s);
    QCOMPARE(texts[u"target"_s], u"/hook?x=1&y=a%20b"_s);
    QCOMPARE(texts[u"body"_s], u"131 bytes"_s);
    QCOMPARE(texts[u"answer"_s], u"503"_s);
    QCOMPARE(texts[u"rule"_s], u"down for 3"_s);
    QCOMPARE(texts[u"attempt"_s], u"d7, attempt 2"_s);
    QCOMPARE(texts[u"id"_s], u"c118"_s);
}

void ListsTest::newCapturesWaitAndOldOnesChangeInPlace()
{
    const CaptureTable table;
    LiveListModel<CaptureRow> model(table.columns());
    model.addPage({rowOf(sampleCapture(2)), rowOf(sampleCapture(1))}, true);
    Capture reset = sampleCapture(1);
    reset.responseStatus = 0;
    reset.fault = u"reset"_s;
    model.upsert({rowOf(sampleCapture(3)), rowOf(reset)});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.held(), 1);
    QCOMPARE(model.rowAt(1).fault, u"reset"_s);
    model.release();
    QCOMPARE(model.numberAt(0), qint64(3));
}

void ListsTest::rulesAreEditedInOrder()
{
    RulesModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    ReplyRule down;
    down.name = u"down for 3"_s;
    down.match.path = u"/hook*"_s;
    down.times = 3;
    down.replies = {Reply{503, {}, {}, {}, {}, {}}, Reply{}};
    ReplyRule rest;
    rest.replies = {Reply{}};
    QSignalSpy edited(&model, &RulesModel::edited);
    model.setRules({down});
    QCOMPARE(edited.size(), 0);
    model.insert(1, {rest});
    model.moveBy(1, -1);
    QCOMPARE(model.rules().last(), down);
    QVERIFY(model.setData(model.index(1, 0), Qt::Unchecked, Qt::CheckStateRole));
    QVERIFY(!model.rules().last().enabled);
    QCOMPARE(model.index(1, RulesModel::Match).data().toString(), u"/hook*"_s);
    QVERIFY(model.index(1, RulesModel::Answer).data().toString().startsWith(u"503, then 200"));
    model.remove(0);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(edited.size(), 4);
}

void ListsTest::aJsonTreeKeepsOrderDuplicatesAndNumbers()
{
    const auto value = readJson(R"({"b":1.0,"a":[1,{"x":null}],"b":"two"})");
    QVERIFY(value);
    JsonTreeModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setValue(*value);
    QCOMPARE(rowTexts(model, 0, 2), (QStringList{u"b"_s, u"1.0"_s}));
    QCOMPARE(model.index(1, 0).data().toString(), u"a"_s);
    QCOMPARE(rowTexts(model, 2, 2), (QStringList{u"b"_s, u"\"two\""_s}));
    const QModelIndex list = model.index(1, 0);
    QCOMPARE(model.rowCount(list), 2);
    QCOMPARE(model.index(0, 1, model.index(1, 0, list)).data().toString(), u"null"_s);
}

void ListsTest::sameAndDifferentBytesAreTold_data()
{
    QTest::addColumn<QByteArray>("arrivedHead");
    QTest::addColumn<QByteArray>("arrivedBody");
    QTest::addColumn<QString>("told");
    QTest::addRow("same") << QByteArray("head\r\n") << QByteArray("body") << u"Same bytes, 10"_s;
    QTest::addRow("head") << QByteArray("hexd\r\n") << QByteArray("body")
                          << u"Differs from byte 3 on, in the head"_s;
    QTest::addRow("body") << QByteArray("head\r\n") << QByteArray("bodx")
                          << u"Differs from byte 10 on, in the body"_s;
    QTest::addRow("cut") << QByteArray("head\r\n") << QByteArray("b")
                         << u"The last 3 of 10 bytes did not arrive"_s;
    QTest::addRow("more") << QByteArray("head\r\n") << QByteArray("body!")
                          << u"Differs from byte 11 on, in the body"_s;
}

void ListsTest::sameAndDifferentBytesAreTold()
{
    QFETCH(QByteArray, arrivedHead);
    QFETCH(QByteArray, arrivedBody);
    QFETCH(QString, told);
    QCOMPARE(words(compareBytes({"head\r\n", "body"}, {arrivedHead, arrivedBody})), told);
}

void ListsTest::bothEndsShareOneAxis()
{
    Attempt attempt;
    attempt.startedAt = realTimeFromMicros(1'000'000);
    attempt.timings.queue = 100us;
    attempt.timings.connect = 300us;
    attempt.timings.wait = 12ms;
    Capture capture;
    capture.receivedAt = attempt.startedAt + 500us;
    capture.timings = {200us, 100us, 10ms, std::nullopt};
    const ExchangePhases phases = phasesOf(attempt, &capture);
    QCOMPARE(phases.sent.size(), 3);
    QCOMPARE(phases.sent[2], (Phase{u"wait"_s, 400us, 12ms}));
    QCOMPARE(phases.received.first(), (Phase{u"accept"_s, 400us, 200us}));
    QCOMPARE(phases.received[1].from, Micros(600));
    QCOMPARE(phases.end(), Micros(12'400));
}

void ListsTest::aReplyRuleIsNamedAsTheCause()
{
    Attempt attempt;
    attempt.outcome = Outcome::Rejected;
    Capture capture = sampleCapture(1);
    QCOMPARE(provenCause(attempt, capture), u"Answered 503 by the reply rule “down for 3”."_s);
    capture.ruleHit = 3;
    QCOMPARE(provenCause(attempt, capture), u"Answered 503 by the reply rule “down for 3”, request 3."_s);
    capture.ruleTimes = 3;
    QCOMPARE(provenCause(attempt, capture),
             u"Answered 503 by the reply rule “down for 3”, request 3 of 3."_s);
    capture.fault = u"reset"_s;
    QCOMPARE(provenCause(attempt, capture),
             u"Fault “reset”, injected by the reply rule “down for 3”, request 3 of 3."_s);
    attempt.outcome = Outcome::Success;
    QVERIFY(provenCause(attempt, capture).isEmpty());
}

void ListsTest::bodiesBecomeVisibleText()
{
    QCOMPARE(visibleBytes(QByteArray("a\0b\x1b", 4)), u"a\\u0000b\\u001b"_s);
    QCOMPARE(visibleBytes("\xff"), u"\\xff"_s);
    QCOMPARE(visibleBytes(u"a\u202eb\u2066\U000E0041\u0085"_s.toUtf8()),
             u"a\\u202eb\\u2066\\udb40\\udc41\\u0085"_s);
}

void ListsTest::formsAndQueriesAreTakenApart()
{
    QCOMPARE(queryOf("/hook?x=1&y=a%20b+c&x=2&flag"),
             (NameValues{{u"x"_s, u"1"_s}, {u"y"_s, u"a b c"_s}, {u"x"_s, u"2"_s}, {u"flag"_s, QString()}}));
    HeaderList headers;
    headers.append("content-type", "multipart/form-data; boundary=\"b1\"");
    const QByteArray body =
        "--b1\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nWeekly\r\n"
        "--b1\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n%PDF\r\n--b1--\r\n";
    QCOMPARE(formParts(headers, body),
             (QList<FormPart>{{u"title"_s, {}, {}, "Weekly"}, {u"file"_s, u"a.pdf"_s, {}, "%PDF"}}));
    QVERIFY(formParts({}, body).isEmpty());
}

void ListsTest::headerLinesGoBothWays()
{
    HeaderList headers;
    headers.append("X-Tag", "one");
    headers.append("x-tag", "two: three");
    headers.append("X-Name", "caf\xc3\xa9");
    QCOMPARE(headersFromLines(linesOf(headers)), headers);
    headers.append("X-Old", "caf\xe9"); // no text: the line that stays as it was keeps its bytes
    HeaderList more = headers;
    more.append("X-New", "日本");
    QCOMPARE(headersFromLines(linesOf(more), headers), more);
}

} // namespace hookworks

QTEST_MAIN(hookworks::ListsTest)
#include "lists_test.moc"
