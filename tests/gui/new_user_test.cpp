// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
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
    MainWindow& window() { return *m_window; }
    template <class T>
    T* shown(const QString& name = {}, const QString& text = {})
    {
        for (T* one : window().findChildren<T*>(name)) {
            bool fits = one->isVisible();
            if constexpr (std::is_base_of_v<QAbstractButton, T>)
                fits = fits && (text.isEmpty() || one->text() == text);
            if (fits)
                return one;
        }
        qWarning("nothing is shown that is %s %s", qPrintable(name), qPrintable(text));
        return nullptr;
    }
    void picture()
    {
        const QString folder = QStringLiteral(HOOKWORKS_BINARY_DIR "/pictures");
        QDir().mkpath(folder);
        window().grab().save(u"%1/%2-%3.png"_s.arg(folder, QString::fromLatin1(QTest::currentTestFunction()))
                                 .arg(m_actions, 2, 10, QLatin1Char('0')));
    }
    void click(QWidget* widget, QPoint at = {})
    {
        QVERIFY(widget);
        ++m_actions;
        QTest::mouseClick(widget, Qt::LeftButton, {}, at);
        m_session->settle();
        picture();
    }
    void click(const QString& button) { click(shown<QAbstractButton>(button)); }
    void clickText(const QString& words) { click(shown<QAbstractButton>({}, words)); }
    void clickItem(QAbstractItemView* view, const QString& words);
    void chooseFromMenu(const QString& button, const QString& words);
    void chooseFromList(QComboBox& list, const QString& words);
    void type(const QString& text)
    {
        ++m_actions;
        QVERIFY(QApplication::focusWidget());
        QTest::keyClicks(QApplication::focusWidget(), text);
        picture();
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        ++m_actions;
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
        m_session->settle();
    }
    void designTheReport();
    void addTheWebhooks();
    void checkTheReport(const JsonValue& report);
    JsonValue copied()
    {
        clickText(u"Copy JSON"_s);
        return readJson(QGuiApplication::clipboard()->text().toUtf8()).value_or(JsonValue());
    }

    Theme m_theme{false};
    std::unique_ptr<GuiSession> m_session;
    MainWindow* m_window = nullptr;
    int m_actions = 0;
};

void NewUserTest::init()
{
    m_theme.choose(ThemeChoice::Light);
    m_session = std::make_unique<GuiSession>(m_theme);
    QVERIFY(m_session->works());
    QVERIFY(m_session->makeSample());
    QVERIFY(m_session->start());
    m_session->openWindow();
    m_window = &m_session->window();
    window().go(u"reports"_s);
    window().resize(1280, 800);
    QVERIFY(showActive(window()));
    QTRY_VERIFY(!shown<QLineEdit>(u"reportName"_s)->text().isEmpty());
    m_actions = 0;
}

void NewUserTest::clickItem(QAbstractItemView* view, const QString& words)
{
    QVERIFY(view);
    QAbstractItemModel& model = *view->model();
    const QModelIndexList found =
        model.match(model.index(0, 0), Qt::DisplayRole, words, 1, Qt::MatchExactly | Qt::MatchRecursive);
    QVERIFY2(!found.isEmpty(), qPrintable(words));
    view->scrollTo(found.first());
    click(view->viewport(), view->visualRect(found.first()).center());
}

/// A menu has an event loop of its own, in which the second click is made.
void NewUserTest::chooseFromMenu(const QString& button, const QString& words)
{
    QTimer::singleShot(150, this, [this, words] {
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu);
        for (QAction* action : menu->actions()) {
            if (action->text() == words)
                return click(menu, menu->actionGeometry(action).center());
        }
        menu->close();
    });
    click(button);
}

void NewUserTest::chooseFromList(QComboBox& list, const QString& words)
{
    click(&list, QPoint(list.width() - 8, list.height() / 2));
    QTRY_VERIFY(list.view()->isVisible());
    QTest::qWait(QApplication::doubleClickInterval()); // a click at once would close it
    clickItem(list.view(), words);
}

void NewUserTest::designTheReport()
{
    click(u"chooseReport"_s);
    chooseFromMenu(u"newReport"_s, u"New Hybiscus report"_s);
    auto* name = shown<QLineEdit>(u"reportName"_s);
    QTRY_VERIFY(name->hasFocus() && name->selectedText() == name->text());
    type(u"Q3 Sales"_s);
    auto* outline = shown<QTreeView>(u"outline"_s);
    clickItem(outline, u"Cover page"_s);
    click(u"add-Text"_s);
    type(u"Q3 Sales"_s);
    clickItem(outline, u"Section"_s);
    click(u"add-Table"_s);
    QGuiApplication::clipboard()->setText(u"Region\tRevenue\nNorth\t112,400\nSouth\t84,020\n"_s);
    click(u"pasteTable"_s);
    click(u"add-Chart.Bar"_s);
    type(u"Region"_s);
    key(Qt::Key_Tab);
    type(u"Revenue"_s);
    click(u"pasteTable"_s);
    click(u"add-Row"_s);
    for (const auto& [title, value] : {std::pair(u"Revenue"_s, u"196420"_s), {u"Orders"_s, u"1963"_s}}) {
        click(u"add-Card"_s);
        type(title);
        key(Qt::Key_Tab);
        type(value);
    }
}

void NewUserTest::addTheWebhooks()
{
    clickItem(shown<QTreeView>(u"outline"_s), u"Webhooks"_s);
    click(u"addRow"_s);
    type(u"{listener}/reports"_s);
    key(Qt::Key_Tab);
    type(u"s3cret"_s);
    click(u"addRow"_s);
    type(u"{listener}/ops"_s);
    key(Qt::Key_Return);
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
    click(shown<QPushButton>({}, u"Simulate"_s)); // not the page's own name at the left
    QTRY_COMPARE(window().currentKey(), u"simulate"_s);
    QTRY_VERIFY(shown<QTableView>(u"coverage"_s)->model()->columnCount() == 3);
    clickItem(shown<QTableView>(u"coverage"_s), u"report.failed"_s);
    QTRY_VERIFY(shown<QAbstractButton>({}, u"Send"_s)->isEnabled());
    clickText(u"Send"_s);
    key(Qt::Key_1, Qt::AltModifier);
    QTRY_COMPARE(window().currentKey(), u"reports"_s);
    const JsonValue report = copied();
    qInfo("%d actions", m_actions);
    QVERIFY(m_actions < 40);
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
    click(u"chooseReport"_s);
    chooseFromMenu(u"newReport"_s, u"New ConnectReport report"_s);
    auto* name = shown<QLineEdit>(u"reportName"_s);
    QTRY_VERIFY(name->hasFocus() && name->selectedText() == name->text());
    type(u"Weekly sales"_s);
    chooseFromList(*shown<QComboBox>(u"$.frequency"_s), u"Weekly"_s);
    auto* start = shown<QWidget>(u"$.startOn"_s)->findChild<DateField*>();
    click(start, QPoint(start->width() - 8, start->height() / 2));
    QTRY_VERIFY(QApplication::activePopupWidget());
    for (QDate day = start->date(); day < monday; day = day.addDays(1))
        key(Qt::Key_Right);
    key(Qt::Key_Return);
    auto* zone = shown<QWidget>(u"$.startOn"_s)->findChild<ZoneField*>();
    click(zone->lineEdit());
    type(u"berlin"_s);
    key(Qt::Key_Return);
    clickText(u"+ Add"_s);
    type(u"North, South, East, West"_s);
    key(Qt::Key_Return);
    const JsonValue task = copied();
    qInfo("%d actions", m_actions);
    QVERIFY(m_actions < 40);
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
