// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/gui_hand.h"
#include "support/gui_session.h"
#include "support/gui_window.h"
#include "ui/widgets/time_fields.h"
#include "workbench/deliver/deliveries.h"
#include "workbench/design/designer.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QStyle>
#include <QTableView>
#include <QTimeZone>
#include <QTimer>
#include <QTreeView>

using namespace hookworks;
using namespace Qt::StringLiterals;

/// Reports made as by somebody who sees them for the first time, and no JSON: with clicks and keys alone,
/// each of which counts, in a real window; a picture of each step lies in the build folder.
class NewUserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theQuartersSales();
    void theWeeklyTask();

private:
    MainWindow& window() { return m_session->window(); }
    void designTheReport();
    void addTheWebhooks();
    void checkTheReport(const JsonValue& report);
    JsonValue copied()
    {
        m_hand->clickText(u"Copy JSON"_s);
        return readJson(QGuiApplication::clipboard()->text().toUtf8()).value_or(JsonValue());
    }

    Theme m_theme{false};
    std::unique_ptr<GuiSession> m_session;
    std::unique_ptr<GuiHand> m_hand;
};

void NewUserTest::init()
{
    m_theme.choose(ThemeChoice::Light);
    m_session = std::make_unique<GuiSession>(m_theme);
    QVERIFY(m_session->works());
    QVERIFY(m_session->makeSample());
    QVERIFY(m_session->start());
    m_session->openWindow();
    window().go(u"reports"_s);
    window().resize(1280, 800);
    m_hand = std::make_unique<GuiHand>(QString::fromLatin1(QTest::currentTestFunction()));
    m_hand->sitBefore(*m_session);
    QTRY_VERIFY(!m_hand->shown<QLineEdit>(u"reportName"_s)->text().isEmpty());
}

void NewUserTest::designTheReport()
{
    m_hand->click(u"chooseReport"_s);
    m_hand->chooseFromMenu(u"newReport"_s, u"New Hybiscus report"_s);
    auto* name = m_hand->shown<QLineEdit>(u"reportName"_s);
    QTRY_VERIFY(name->hasFocus() && name->selectedText() == name->text());
    m_hand->type(u"Q3 Sales"_s);
    auto* outline = m_hand->shown<QTreeView>(u"outline"_s);
    m_hand->clickItem(outline, u"Cover page"_s);
    m_hand->click(u"add-Text"_s);
    m_hand->type(u"Q3 Sales"_s);
    m_hand->clickItem(outline, u"Section"_s);
    m_hand->click(u"add-Table"_s);
    QGuiApplication::clipboard()->setText(u"Region\tRevenue\nNorth\t112,400\nSouth\t84,020\n"_s);
    m_hand->click(u"pasteTable"_s);
    m_hand->click(u"add-Chart.Bar"_s);
    m_hand->type(u"Region"_s);
    m_hand->key(Qt::Key_Tab);
    m_hand->type(u"Revenue"_s);
    m_hand->click(u"pasteTable"_s);
    m_hand->click(u"add-Row"_s);
    for (const auto& [title, value] : {std::pair(u"Revenue"_s, u"196420"_s), {u"Orders"_s, u"1963"_s}}) {
        m_hand->click(u"add-Card"_s);
        m_hand->type(title);
        m_hand->key(Qt::Key_Tab);
        m_hand->type(value);
    }
}

void NewUserTest::addTheWebhooks()
{
    m_hand->clickItem(m_hand->shown<QTreeView>(u"outline"_s), u"Webhooks"_s);
    m_hand->click(u"addRow"_s);
    m_hand->type(u"{listener}/reports"_s);
    m_hand->key(Qt::Key_Tab);
    m_hand->type(u"s3cret"_s);
    m_hand->click(u"addRow"_s);
    m_hand->type(u"{listener}/ops"_s);
    m_hand->key(Qt::Key_Return);
}

void NewUserTest::checkTheReport(const JsonValue& report)
{
    const auto text = [&report](const QString& path) {
        const JsonValue* value = valueAt(report, *JsonPath::parse(path));
        return value ? QString::fromUtf8(compactJson(*value)) : QString();
    };
    QCOMPARE(text(u"$.options.report_title"_s), u"\"Q3 Sales\""_s);
    QCOMPARE(text(u"$.cover_page.options.components[0].options.text"_s), u"\"Q3 Sales\""_s);
    QCOMPARE(text(u"$.components[0].components[1].options.rows"_s),
             u"[[\"North\",\"112,400\"],[\"South\",\"84,020\"]]"_s);
    QCOMPARE(text(u"$.components[0].components[2].options.data"_s),
             u"[{\"x\":\"North\",\"y\":112400,\"label\":\"Revenue\"},"
             u"{\"x\":\"South\",\"y\":84020,\"label\":\"Revenue\"}]"_s);
    QCOMPARE(text(u"$.components[0].components[3].components[1].options"_s),
             u"{\"title\":\"Orders\",\"value\":1963}"_s);
    QCOMPARE(text(u"$.config.webhooks"_s),
             u"[{\"url\":\"{listener}/reports\",\"auth_header\":\"s3cret\"},{\"url\":\"{listener}/ops\"}]"_s);
}

void NewUserTest::theQuartersSales()
{
    designTheReport();
    addTheWebhooks();
    m_hand->click(m_hand->shown<QPushButton>({}, u"Simulate"_s)); // not the page's own name at the left
    QTRY_COMPARE(window().currentKey(), u"simulate"_s);
    QTRY_VERIFY(m_hand->shown<QTableView>(u"coverage"_s)->model()->columnCount() == 3);
    m_hand->clickItem(m_hand->shown<QTableView>(u"coverage"_s), u"report.failed"_s);
    QTRY_VERIFY(m_hand->shown<QAbstractButton>({}, u"Send"_s)->isEnabled());
    m_hand->clickText(u"Send"_s);
    m_hand->key(Qt::Key_1, Qt::AltModifier);
    QTRY_COMPARE(window().currentKey(), u"reports"_s);
    const JsonValue report = copied();
    qInfo("%d actions", m_hand->actions());
    QVERIFY(m_hand->actions() < 40);
    checkTheReport(report);
    QTRY_COMPARE(waitFor(m_session->workbench().deliveries().list())->size(), 2);
    const QList<Delivery> deliveries = *waitFor(m_session->workbench().deliveries().list());
    for (const Delivery& delivery : deliveries)
        QCOMPARE(delivery.event, u"report.failed"_s);
}

/// Mondays at eight in Berlin for a year, for each of four regions.
void NewUserTest::theWeeklyTask()
{
    const QDate today = QDate::currentDate();
    const QDate monday = today.addDays(8 - today.dayOfWeek());
    m_hand->click(u"chooseReport"_s);
    m_hand->chooseFromMenu(u"newReport"_s, u"New ConnectReport report"_s);
    auto* name = m_hand->shown<QLineEdit>(u"reportName"_s);
    QTRY_VERIFY(name->hasFocus() && name->selectedText() == name->text());
    m_hand->type(u"Weekly sales"_s);
    m_hand->chooseFromList(*m_hand->shown<QComboBox>(u"$.frequency"_s), u"Weekly"_s);
    auto* start = m_hand->shown<QWidget>(u"$.startOn"_s)->findChild<DateField*>();
    m_hand->click(start, QPoint(start->width() - 8, start->height() / 2));
    QTRY_VERIFY(QApplication::activePopupWidget());
    for (QDate day = start->date(); day < monday; day = day.addDays(1))
        m_hand->key(Qt::Key_Right);
    m_hand->key(Qt::Key_Return);
    auto* zone = m_hand->shown<QWidget>(u"$.startOn"_s)->findChild<ZoneField*>();
    m_hand->click(zone->lineEdit());
    m_hand->type(u"berlin"_s);
    m_hand->key(Qt::Key_Return);
    m_hand->clickText(u"+ Add"_s);
    m_hand->type(u"North, South, East, West"_s);
    m_hand->key(Qt::Key_Return);
    const JsonValue task = copied();
    qInfo("%d actions", m_hand->actions());
    QVERIFY(m_hand->actions() < 40);
    const QDateTime first(monday, QTime(8, 0), QTimeZone("Europe/Berlin"));
    QCOMPARE(task.find(u"title")->text, u"Weekly sales"_s);
    QCOMPARE(task.find(u"frequency")->text, u"Weekly"_s);
    QCOMPARE(QDateTime::fromString(task.find(u"startOn")->text, Qt::ISODate), first.toUTC());
    QVERIFY(!task.find(u"filterCycleId")->text.isEmpty());
    const auto stored = [this] {
        for (const Report& report :
             waitFor(m_session->workbench().designer().reports()).value_or(QList<Report>())) {
            if (report.name == u"Weekly sales")
                return report.schedule;
        }
        return ReportSchedule();
    };
    QTRY_COMPARE(stored().cycle, QStringList({u"North"_s, u"South"_s, u"East"_s, u"West"_s}));
    QCOMPARE(stored().zone, QByteArray("Europe/Berlin"));
}

QTEST_MAIN(NewUserTest)
#include "new_user_test.moc"
