// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/built_in_providers.h"
#include "support/gui_window.h"
#include "ui/reports/grid_field.h"
#include "ui/reports/report_document.h"
#include "ui/reports/series_sheet.h"
#include "ui/reports/sheet_text.h"
#include "ui/reports/tree_design.h"
#include "ui/widgets/theme.h"
#include "workbench/design/designer.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QToolButton>

using namespace hookworks;
using namespace Qt::StringLiterals;

namespace {

/// A bar chart with those points; `more`: further options, written behind them.
QByteArray chart(const QByteArray& points, const QByteArray& more = {}, const QByteArray& type = "Chart.Bar")
{
    return R"({"components":[{"type":")" + type + R"(","options":{"data":)" + points +
           R"(,"x_label":"","y_label":"")" + more + "}}]}";
}

const QByteArray twoSeries = R"([
  {"x": "North", "y": 1.50, "label": "2025", "own": [1]},
  {"x": "South", "y": 2e1,  "label": "2025"},
  {"x": "North", "y": 3, "label": "2026"}
])";

} // namespace

/// A chart's points as a spreadsheet shows them: a row for each x, a column for each series.
class SeriesSheetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme.choose(ThemeChoice::Light); }
    void init();
    void cleanup() { m_design.reset(); }
    void pointsStandByXAndSeries();
    void aCellsEditTouchesItsBytesAlone();
    void anEmptyCellIsNoPoint();
    void aPointJoinsItsNeighbours_data();
    void aPointJoinsItsNeighbours();
    void seriesAreAddedNamedAndTakenOut();
    void whatNamesTheSeriesIsSetWithThem();
    void aNameIsGivenOnce();
    void aTableIsPasted_data();
    void aTableIsPasted();
    void tabGoesIntoTheFirstCell();
    void whatMakesNoTableIsShownByPoints();
    void aProblemIsMarkedInItsCellAndGoneTo_data();
    void aProblemIsMarkedInItsCellAndGoneTo();
    void thePointsOwnMembersAreReachedToo();
    void aTablesColumnIsTakenOut();
    void namesGoOn_data();
    void namesGoOn();
    void numbersOfSpreadsheetsAreRead_data();
    void numbersOfSpreadsheetsAreRead();
    void quotedCellsHoldTogether();

private:
    void open(const QByteArray& text);
    GridField* grid() { return m_design->findChild<GridField*>(u"$.components[0].options.data"_s); }
    QTableView* table() { return grid()->findChild<QTableView*>(); }
    QStringList shown();
    void type(int row, int column, const QString& text);
    void press(const QString& button)
    {
        QTest::mouseClick(grid()->findChild<QToolButton*>(button), Qt::LeftButton);
    }
    QByteArray points() const
    {
        return compactJson(*m_document->at(*JsonPath::parse(u"$.components[0].options.data")));
    }

    Theme m_theme{false};
    std::unique_ptr<ReportDocument> m_document;
    std::unique_ptr<TreeDesign> m_design;
};

void SeriesSheetTest::init()
{
    m_document = std::make_unique<ReportDocument>();
    m_design = std::make_unique<TreeDesign>(*m_document, *definitionOf(builtInProviders(), u"hybiscus"_s));
    connect(m_document.get(), &ReportDocument::changed, m_design.get(), &TreeDesign::refresh);
    m_design->resize(1180, 720);
    QVERIFY(showActive(*m_design));
}

void SeriesSheetTest::open(const QByteArray& text)
{
    m_document->open(ReportId{1}, text);
    QVERIFY(m_design->goTo(u"$.components[0]"_s));
    QTest::qWait(20); // the rows take their places
}

QStringList SeriesSheetTest::shown()
{
    QStringList lines;
    const QAbstractItemModel& model = *table()->model();
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells << model.index(row, column).data().toString();
        lines << cells.join(u'|');
    }
    return lines;
}

void SeriesSheetTest::type(int row, int column, const QString& text)
{
    table()->setFocus();
    table()->setCurrentIndex(table()->model()->index(row, column));
    auto* editor = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    QVERIFY(editor && table()->isAncestorOf(editor));
    editor->selectAll();
    text.isEmpty() ? QTest::keyClick(editor, Qt::Key_Delete) : QTest::keyClicks(editor, text);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_VERIFY(QApplication::focusWidget() == table()); // the delegate takes the text a little later
}

void SeriesSheetTest::pointsStandByXAndSeries()
{
    open(chart(twoSeries));
    QAbstractItemModelTester tester(table()->model());
    QCOMPARE(shown(), QStringList({u"|2025|2026"_s, u"North|1.50|3"_s, u"South|2e1|"_s}));
    open(chart(R"([{"x": 1, "y": 2}, {"x": 2, "y": null}])"));
    QCOMPARE(shown(), QStringList({u"|"_s, u"1|2"_s, u"2|"_s}));
    open(chart("[]"));
    QCOMPARE(shown(), QStringList({u"|"_s}));
}

void SeriesSheetTest::aCellsEditTouchesItsBytesAlone()
{
    open(chart(twoSeries));
    type(1, 1, u"1,250.75"_s);
    QCOMPARE(m_document->text(), chart(QByteArray(twoSeries).replace("1.50", "1250.75")));
    m_document->history().undo();
    QCOMPARE(m_document->text(), chart(twoSeries));
    type(1, 0, u"Nord"_s);
    QCOMPARE(m_document->text(), chart(QByteArray(twoSeries).replace("North", "Nord")));
    type(0, 2, u"plan"_s);
    QCOMPARE(m_document->text(),
             chart(QByteArray(twoSeries).replace("North", "Nord").replace("2026", "plan")));
    QCOMPARE(m_document->history().count(), 2);
}

void SeriesSheetTest::anEmptyCellIsNoPoint()
{
    open(chart(twoSeries));
    type(2, 1, {});
    QCOMPARE(points(), QByteArray(R"([{"x":"North","y":1.50,"label":"2025","own":[1]},)"
                                  R"({"x":"North","y":3,"label":"2026"}])"));
    QCOMPARE(shown(), QStringList({u"|2025|2026"_s, u"North|1.50|3"_s}));
}

void SeriesSheetTest::aPointJoinsItsNeighbours_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("by series")
        << QByteArray(
               R"([{"x":"a","y":1,"label":"k"}, {"x":"b","y":2,"label":"k"}, {"x":"a","y":3,"label":"l"}, {"x":"c","y":3,"label":"m"}])")
        << QByteArray(
               R"([{"x":"a","y":1,"label":"k"}, {"x":"b","y":2,"label":"k"}, {"x":"a","y":3,"label":"l"}, {"x": "b", "y": 7, "label": "l"}, {"x":"c","y":3,"label":"m"}])");
    QTest::newRow("by x")
        << QByteArray(
               R"([{"x":"a","y":1,"label":"k"}, {"x":"a","y":2,"label":"l"}, {"x":"b","y":3,"label":"k"}, {"x":"c","y":3,"label":"k"}])")
        << QByteArray(
               R"([{"x":"a","y":1,"label":"k"}, {"x":"a","y":2,"label":"l"}, {"x":"b","y":3,"label":"k"}, {"x": "b", "y": 7, "label": "l"}, {"x":"c","y":3,"label":"k"}])");
}

void SeriesSheetTest::aPointJoinsItsNeighbours()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    open(chart(before));
    type(2, 2, u"7"_s);
    QCOMPARE(m_document->text(), chart(after));
}

void SeriesSheetTest::seriesAreAddedNamedAndTakenOut()
{
    open(chart(R"([{"x":"Q1","y":2},{"x":"Q2","y":4}])"));
    press(u"addColumn"_s);
    QCOMPARE(shown(), QStringList({u"|Series 1|Series 2"_s, u"Q1|2|0"_s, u"Q2|4|0"_s}));
    press(u"addRow"_s);
    QCOMPARE(shown().last(), u"Q3|0|0"_s);
    QCOMPARE(points(),
             QByteArray(R"([{"x":"Q1","y":2,"label":"Series 1"},{"x":"Q2","y":4,"label":"Series 1"},)"
                        R"({"x":"Q3","y":0,"label":"Series 1"},{"x":"Q1","y":0,"label":"Series 2"},)"
                        R"({"x":"Q2","y":0,"label":"Series 2"},{"x":"Q3","y":0,"label":"Series 2"}])"));
    table()->setFocus();
    table()->selectColumn(1);
    QTest::keyClick(table(), Qt::Key_Delete);
    QCOMPARE(shown(), QStringList({u"|Series 2"_s, u"Q1|0"_s, u"Q2|0"_s, u"Q3|0"_s}));
    table()->selectRow(2);
    QTest::keyClick(table(), Qt::Key_Delete);
    QCOMPARE(shown(), QStringList({u"|Series 2"_s, u"Q1|0"_s, u"Q3|0"_s}));
    type(0, 1, {});
    QCOMPARE(points(), QByteArray(R"([{"x":"Q1","y":0},{"x":"Q3","y":0}])"));
}

/// The older charts tell in `colour_by` which member of a point names its series.
void SeriesSheetTest::whatNamesTheSeriesIsSetWithThem()
{
    open(chart(R"([{"x":1,"y":2}])", {}, "LineChart"));
    type(0, 1, u"Plan"_s);
    QCOMPARE(m_document->text(),
             chart(R"([{"x":1,"y":2,"label":"Plan"}])", R"(,"colour_by":"label")", "LineChart"));
    open(chart(R"([{"x":1,"y":2,"team":"red"},{"x":1,"y":3,"team":"blue"}])", R"(,"colour_by":"team")",
               "LineChart"));
    QCOMPARE(shown(), QStringList({u"|red|blue"_s, u"1|2|3"_s}));
    press(u"addRow"_s);
    QCOMPARE(points(), QByteArray(R"([{"x":1,"y":2,"team":"red"},{"x":1,"y":3,"team":"blue"},)"
                                  R"({"x":2,"y":0,"team":"red"},{"x":2,"y":0,"team":"blue"}])"));
}

void SeriesSheetTest::aNameIsGivenOnce()
{
    open(chart(twoSeries));
    const QByteArray before = m_document->text();
    type(2, 0, u"North"_s);
    type(0, 2, u"2025"_s);
    QCOMPARE(m_document->text(), before);
    bool said = false;
    for (const QLabel* label : grid()->findChildren<QLabel*>())
        said |= label->isVisible() && label->text().contains(u"“2025”");
    QVERIFY(said);
}

void SeriesSheetTest::aTableIsPasted_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QString>("lines");
    QTest::addColumn<QByteArray>("after");
    const QByteArray sample = R"([{"x":"A","y":2},{"x":"B","y":4}])";
    QTest::newRow("with names")
        << sample << u"Region\tPlan\tActual\r\nNorth\t1,200\t1,150.5\r\nSouth\t90\t\r\nWest\t7\t8\r\n"_s
        << QByteArray(R"([{"x":"North","y":1200,"label":"Plan"},{"x":"South","y":90,"label":"Plan"},)"
                      R"({"x":"West","y":7,"label":"Plan"},{"x":"North","y":1150.5,"label":"Actual"},)"
                      R"({"x":"West","y":8,"label":"Actual"}])");
    QTest::newRow("into nothing")
        << QByteArray("[]") << u"\t2025\t2026\nQ1\t1\t2\n"_s
        << QByteArray(R"([{"x":"Q1","y":1,"label":"2025"},{"x":"Q1","y":2,"label":"2026"}])");
    QTest::newRow("without names") << sample << u"North\t1\nSouth\t2\nWest\t3"_s
                                   << QByteArray(
                                          R"([{"x":"North","y":1},{"x":"South","y":2},{"x":"West","y":3}])");
    QTest::newRow("a blank takes a point") << sample << u"A\t\nB\t5"_s << QByteArray(R"([{"x":"B","y":5}])");
    QTest::newRow("a point a line")
        << QByteArray("[]") << u"Region\tOrders\tYear\nNorth\t1\tthis\nSouth\t2\tthis"_s
        << QByteArray(R"([{"x":"North","y":1,"label":"this"},{"x":"South","y":2,"label":"this"}])");
}

void SeriesSheetTest::aTableIsPasted()
{
    QFETCH(QByteArray, before);
    QFETCH(QString, lines);
    QFETCH(QByteArray, after);
    open(chart(before));
    QGuiApplication::clipboard()->setText(lines);
    press(u"pasteTable"_s);
    QCOMPARE(points(), after);
    m_document->history().undo();
    QCOMPARE(m_document->text(), chart(before));
}

void SeriesSheetTest::tabGoesIntoTheFirstCell()
{
    open(chart(R"([{"x":"A","y":2}])"));
    m_design->findChild<QLineEdit*>(u"$.components[0].options.y_label"_s)->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QTest::keyClicks(QApplication::focusWidget(), u"North"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QTest::keyClicks(QApplication::focusWidget(), u"7"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(points(), QByteArray(R"([{"x":"North","y":7}])"));
}

void SeriesSheetTest::whatMakesNoTableIsShownByPoints()
{
    open(chart(R"([{"x":"A","y":2,"label":"k"},{"x":"A","y":4,"label":"k"}])"));
    QCOMPARE(shown(), QStringList({u"A|2|k|"_s, u"A|4|k|"_s}));
    bool said = false;
    for (const QLabel* label : grid()->findChildren<QLabel*>())
        said |= label->isVisible() && label->text().startsWith(u"“A” has two points in “k”");
    QVERIFY(said);
    QVERIFY(!grid()->findChild<QToolButton*>(u"otherWay"_s)->isVisible());
    type(1, 0, u"B"_s);
    QCOMPARE(shown(), QStringList({u"|k"_s, u"A|2"_s, u"B|4"_s}));
    for (const QByteArray points : {"[7]", "[{}]", R"([{"x":{},"y":1}])", R"([{"x":1,"y":[2]}])"}) {
        open(chart(points));
        QVERIFY(!grid()->findChild<QToolButton*>(u"otherWay"_s)->isVisible());
        QCOMPARE(m_document->text(), chart(points));
    }
}

void SeriesSheetTest::aProblemIsMarkedInItsCellAndGoneTo_data()
{
    QTest::addColumn<QByteArray>("points");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QPoint>("cell"); // column, row
    const QByteArray named = R"([{"x":"A","y":1,"label":"k"},{"x":"A","y":"?","label":"l"}])";
    QTest::newRow("a y") << named << u"[1].y"_s << QPoint(2, 1);
    QTest::newRow("a name") << named << u"[1].label"_s << QPoint(2, 0);
    QTest::newRow("an x") << named << u"[0].x"_s << QPoint(0, 1);
    QTest::newRow("a point by itself")
        << QByteArray(R"([{"x":"A","y":1},{"x":"A","y":"?"}])") << u"[1].y"_s << QPoint(1, 1);
}

void SeriesSheetTest::aProblemIsMarkedInItsCellAndGoneTo()
{
    QFETCH(QByteArray, points);
    QFETCH(QString, place);
    QFETCH(QPoint, cell);
    open(chart(points));
    const QString path = u"$.components[0].options.data"_s + place;
    m_design->setProblems({{ProblemLevel::Error, path, u"Not <b>so</b>."_s, {}, {}}});
    const auto* model = static_cast<const SheetModel*>(table()->model());
    QVERIFY(model->problemAt(model->index(cell.y(), cell.x())));
    QVERIFY(!model->index(cell.y(), cell.x()).data(Qt::ToolTipRole).toString().contains(u"<b>"_s));
    bool said = false;
    for (const QLabel* label : m_design->findChildren<QLabel*>())
        said |= label->isVisible() && label->text() == u"Not <b>so</b>.";
    QVERIFY(said);
    QVERIFY(m_design->goTo(path));
    QCOMPARE(table()->currentIndex(), model->index(cell.y(), cell.x()));
    m_design->setProblems({});
    QVERIFY(!model->problemAt(model->index(cell.y(), cell.x())));
}

/// A point's colour has no cell among the series.
void SeriesSheetTest::thePointsOwnMembersAreReachedToo()
{
    open(chart(R"([{"x":"A","y":2}])"));
    press(u"otherWay"_s);
    QCOMPARE(shown(), QStringList({u"A|2||"_s}));
    type(0, 3, u"#ff0000"_s);
    QCOMPARE(points(), QByteArray(R"([{"x":"A","y":2,"color":"#ff0000"}])"));
    press(u"otherWay"_s);
    QCOMPARE(shown(), QStringList({u"|"_s, u"A|2"_s}));
}

void SeriesSheetTest::aTablesColumnIsTakenOut()
{
    const QByteArray before =
        R"({"components":[{"type":"Table","options":{"headings":["a","b", "c"],"rows":[["1","2","3"],["4", 5.0]]}}]})";
    m_document->open(ReportId{1}, before);
    QVERIFY(m_design->goTo(u"$.components[0]"_s));
    auto* rows = m_design->findChild<GridField*>(u"$.components[0].options.rows"_s);
    auto* cells = rows->findChild<QTableView*>();
    cells->setFocus();
    cells->selectColumn(1);
    QTest::keyClick(cells, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"b\n2\n5.0\n"_s);
    QTest::keyClick(cells, Qt::Key_Delete);
    QCOMPARE(
        m_document->text(),
        QByteArray(
            R"({"components":[{"type":"Table","options":{"headings":["a","c"],"rows":[["1","3"],["4"]]}}]})"));
}

void SeriesSheetTest::namesGoOn_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QString>("next");
    QTest::newRow("none") << QStringList() << u"A"_s;
    QTest::newRow("letters") << QStringList({u"A"_s, u"B"_s}) << u"C"_s;
    QTest::newRow("quarters") << QStringList({u"Q3"_s}) << u"Q4"_s;
    QTest::newRow("numbers") << QStringList({u"1"_s, u"2"_s}) << u"3"_s;
    QTest::newRow("words") << QStringList({u"North"_s}) << u"North 2"_s;
    QTest::newRow("a week on") << QStringList({u"2026-02-20"_s, u"2026-02-27"_s}) << u"2026-03-06"_s;
    QTest::newRow("hours") << QStringList({u"2026-01-01 22:00:00"_s, u"2026-01-01 23:00:00"_s})
                           << u"2026-01-02 00:00:00"_s;
    QTest::newRow("taken") << QStringList({u"Q4"_s, u"Q3"_s}) << u"Q5"_s;
}

void SeriesSheetTest::namesGoOn()
{
    QFETCH(QStringList, names);
    QTEST(nextName(names), "next");
}

void SeriesSheetTest::numbersOfSpreadsheetsAreRead_data()
{
    QTest::addColumn<QString>("number");
    for (const auto& [text, number] : {std::pair(u"1.50"_s, u"1.50"_s),
                                       {u"112,400"_s, u"112400"_s},
                                       {u"1,234,567.5"_s, u"1234567.5"_s},
                                       {u"1.234,5"_s, u"1234.5"_s},
                                       {u"84,5"_s, u"84.5"_s},
                                       {u"€ 1,200"_s, u"1200"_s},
                                       {u"12 %"_s, u"12"_s},
                                       {u"\u22123"_s, u"-3"_s},
                                       {u"1 000"_s, u"1000"_s},
                                       {u"North"_s, QString()},
                                       {u"1,2,3x"_s, QString()},
                                       {u""_s, QString()},
                                       {u"007"_s, QString()}})
        QTest::newRow(qPrintable(text)) << number;
}

void SeriesSheetTest::numbersOfSpreadsheetsAreRead()
{
    const auto number = numberIn(QString::fromUtf8(QTest::currentDataTag()));
    QTEST(number ? number->text : QString(), "number");
}

void SeriesSheetTest::quotedCellsHoldTogether()
{
    const QList<QStringList> cells{{u"a\nb"_s, u"\"c\""_s}, {u"5\" pipe"_s, u"x\ty"_s}};
    QCOMPARE(pastedCells(cellsAsLines(cells)), cells);
    QCOMPARE(pastedCells(u"\"open\tend"_s), (QList<QStringList>{{u"\"open"_s, u"end"_s}}));
    QCOMPARE(pastedCells({}), QList<QStringList>());
}

QTEST_MAIN(SeriesSheetTest)
#include "series_sheet_test.moc"
