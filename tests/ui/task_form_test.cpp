// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/built_in_providers.h"
#include "support/gui_window.h"
#include "ui/pictures.h"
#include "ui/reports/report_document.h"
#include "ui/reports/runs_view.h"
#include "ui/reports/task_form.h"
#include "ui/widgets/filter_chip.h"
#include "ui/widgets/problem_label.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/time_fields.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>
#include <QToolButton>

using namespace hookworks;
using namespace Qt::StringLiterals;

namespace {

const QByteArray task = R"({ "id":"b9e574a9-fb52-443b-a1aa-1eed82a8b1ba",  "title": "Weekly",
  "reportTaskId": "20cf12d4-4c6f-4212-8510-14ddbbd6ae66", "own": 1.0,
  "startOn": "2026-11-30T07:00:00.250Z", "endOn": "2027-11-29T07:00:00.250Z", "frequency": "Weekly",
  "templateHtml": "<h1>Hi</h1>" }
)";

/// A form on a document, as the page has it; it is the morning of 29 November 2026.
class FormOnTask
{
public:
    explicit FormOnTask(const QByteArray& text = task, const ReportSchedule& schedule = {"Europe/Berlin", {}})
        : form(document, builtInProviders().find(u"connectreport"_s)->task,
               [] { return *realTimeFromIso(u"2026-11-29T06:00:00Z"_s); })
    {
        Report report;
        report.id = ReportId{1};
        report.provider = u"connectreport"_s;
        report.document = text;
        report.schedule = schedule;
        form.open(report);
        document.open(report.id, text);
        QObject::connect(&document, &ReportDocument::changed, &form, [this] { form.refresh(); });
        form.resize(1280, 760);
        form.refresh();
        form.setProblems(builtInProviders().checkDocument(report.provider, text));
        form.show();
    }

    template <class T>
    T* find(const char* name) const
    {
        return form.findChild<T*>(QString::fromLatin1(name));
    }
    QString text(QStringView key) const { return document.value()->find(key)->text; }
    QString words() const
    {
        QStringList all;
        for (const QLabel* label : form.findChildren<QLabel*>()) {
            if (label->isVisible())
                all << label->text();
        }
        return all.join(u'\n');
    }

    ReportDocument document;
    TaskForm form;
};

} // namespace

/// A scheduled report task as a form.
class TaskFormTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme.choose(ThemeChoice::Light); }
    void onlyTheEditedBytesChange();
    void aMissingMemberIsAdded();
    void theRunsAreShownInTheirZone();
    void anotherZoneKeepsTheClocksTime();
    void aChosenDateIsStoredInUtc();
    void whatIsNoTimeIsNamedAsThat();
    void anUnknownFrequencyIsWarnedAbout();
    void aCycleGetsValuesAndAnId();
    void idsAreMadeAnew();
    void problemsAreGoneTo();
    void pictures();

private:
    Theme m_theme{false};
};

void TaskFormTest::onlyTheEditedBytesChange()
{
    FormOnTask at;
    auto* title = at.find<QLineEdit>("$.title");
    title->setFocus();
    QTest::keyClicks(title, u" sales"_s);
    QByteArray expected = task;
    QCOMPARE(at.document.text(), expected.replace("\"title\": \"Weekly\"", "\"title\": \"Weekly sales\""));
    at.document.history().undo();
    QCOMPARE(at.document.text(), task);
    QCOMPARE(title->text(), u"Weekly"_s);
}

void TaskFormTest::aMissingMemberIsAdded()
{
    FormOnTask at;
    auto* design = at.find<QLineEdit>("$.templateId");
    QTest::keyClicks(design, u"x"_s);
    QVERIFY(at.document.text().contains("\"templateHtml\": \"<h1>Hi</h1>\",\n  \"templateId\": \"x\" }"));
    FormOnTask empty("{}");
    QTest::keyClicks(empty.find<QLineEdit>("$.title"), u"T"_s);
    QCOMPARE(empty.document.text(), QByteArray("{\"title\": \"T\"}"));
}

void TaskFormTest::theRunsAreShownInTheirZone()
{
    FormOnTask at;
    const QString words = at.words();
    QVERIFY2(words.contains(u"53 runs in all, in Europe/Berlin time"_s), qPrintable(words));
    QVERIFY2(words.contains(u"Mon 30 Nov 2026, 08:00 +01:00"_s), qPrintable(words));
    QVERIFY2(words.contains(u"November 2026"_s), qPrintable(words));
    QVERIFY2(words.contains(u"startOn 2026-11-30T07:00:00.250Z · endOn 2027-11-29T07:00:00.250Z"_s),
             qPrintable(words));
    FormOnTask plain(task, {});
    QVERIFY2(plain.words().contains(u"Mon 30 Nov 2026, 07:00 +00:00"_s), qPrintable(plain.words()));
}

void TaskFormTest::anotherZoneKeepsTheClocksTime()
{
    FormOnTask at;
    QVERIFY(showActive(at.form));
    auto* zone = at.form.findChild<ZoneField*>();
    zone->setFocus();
    zone->lineEdit()->selectAll();
    QTest::keyClicks(zone->lineEdit(), u"tokyo"_s);
    QTest::keyClick(zone->lineEdit(), Qt::Key_Return);
    QCOMPARE(at.text(u"startOn"), u"2026-11-29T23:00:00.250Z"_s);
    QCOMPARE(at.text(u"endOn"), u"2027-11-28T23:00:00.250Z"_s);
    QCOMPARE(at.form.schedule().zone, QByteArray("Asia/Tokyo"));
    at.document.history().undo();
    QCOMPARE(at.document.text(), task);
    QCOMPARE(at.form.schedule().zone, QByteArray("Europe/Berlin"));
}

void TaskFormTest::aChosenDateIsStoredInUtc()
{
    FormOnTask at;
    const QList<DateField*> dates = at.form.findChildren<DateField*>();
    dates.at(0)->setDate(QDate(2026, 7, 6)); // summer: two hours before UTC's clocks
    QCOMPARE(at.text(u"startOn"), u"2026-07-06T06:00:00.250Z"_s);
    at.form.findChildren<TimeField*>().at(0)->setTime(QTime(9, 30));
    QCOMPARE(at.text(u"startOn"), u"2026-07-06T07:30:00.250Z"_s);
    QVERIFY(!at.document.text().contains("Europe/Berlin"));
}

void TaskFormTest::whatIsNoTimeIsNamedAsThat()
{
    QByteArray text = task;
    text.replace("2026-11-30T07:00:00.250Z", "next <b>Monday</b>");
    FormOnTask at(text);
    const QString words = at.words();
    QVERIFY2(words.contains(u"startOn: \"next <b>Monday</b>\" cannot be read as a time"_s),
             qPrintable(words));
    QVERIFY(!words.contains(u"ended"_s));
    QCOMPARE(at.document.text(), text);
    at.form.findChildren<DateField*>().at(0)->setDate(QDate(2026, 12, 1));
    QCOMPARE(at.text(u"startOn"), u"2026-11-30T23:00:00.000Z"_s);
}

void TaskFormTest::anUnknownFrequencyIsWarnedAbout()
{
    FormOnTask at;
    auto* frequency = at.find<QComboBox>("$.frequency");
    QVERIFY(frequency->findText(u"Monthly"_s) >= 0);
    QVERIFY2(at.words().contains(u"Assumed: no page of the vendor lists this word."_s),
             qPrintable(at.words()));
    frequency->lineEdit()->selectAll();
    QTest::keyClicks(frequency->lineEdit(), u"banana"_s);
    QCOMPARE(at.text(u"frequency"), u"banana"_s);
    at.form.setProblems(builtInProviders().checkDocument(u"connectreport"_s, at.document.text()));
    const QString words = at.words();
    QVERIFY2(words.contains(u"\"banana\" is no frequency that is known"_s), qPrintable(words));
}

void TaskFormTest::aCycleGetsValuesAndAnId()
{
    FormOnTask at;
    auto* cycle = at.find<QWidget>("cycle");
    QTest::mouseClick(cycle->findChild<QToolButton*>(), Qt::LeftButton);
    auto* field = cycle->findChild<QLineEdit*>();
    QVERIFY(field->isVisible());
    QTest::keyClicks(field, u"North, South,North"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QTest::keyClicks(field, u"East"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(at.form.schedule().cycle, QStringList({u"North"_s, u"South"_s, u"East"_s}));
    QVERIFY(!QUuid(at.text(u"filterCycleId")).isNull());
    QVERIFY2(at.words().contains(u"3 values: each scheduled time yields 3 report tasks"_s),
             qPrintable(at.words()));
    QVERIFY(!at.document.text().contains("North"));
    QCOMPARE(cycle->findChildren<FilterChip*>().size() >= 3, true);
    at.document.history().undo();
    at.document.history().undo();
    QCOMPARE(at.form.schedule().cycle, QStringList());
    QCOMPARE(at.document.text(), task);
}

void TaskFormTest::idsAreMadeAnew()
{
    FormOnTask at;
    const QString before = at.text(u"reportTaskId");
    auto* line = at.find<QLineEdit>("$.reportTaskId");
    QTest::mouseClick(line->parentWidget()->findChild<QToolButton*>(), Qt::LeftButton);
    QVERIFY(at.text(u"reportTaskId") != before && !QUuid(at.text(u"reportTaskId")).isNull());
    QCOMPARE(line->text(), at.text(u"reportTaskId"));
}

void TaskFormTest::problemsAreGoneTo()
{
    FormOnTask at;
    at.form.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&at.form));
    QVERIFY(at.form.goTo(u"$.title"_s));
    QVERIFY(at.find<QLineEdit>("$.title")->hasFocus());
    QVERIFY(at.form.goTo(u"$.endOn"_s));
    QVERIFY(at.form.goTo(u"$.createdAt"_s));
    QVERIFY(at.form.goTo(u"$.templateHtml"_s));
    QVERIFY(!at.form.goTo(u"$.own"_s));
    QVERIFY(!at.form.goTo(u"$"_s));
}

void TaskFormTest::pictures()
{
    for (const auto choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
        m_theme.choose(choice);
        FormOnTask at(task, {"Europe/Berlin", {u"North"_s, u"South"_s, u"East"_s, u"West"_s}});
        QVERIFY(QTest::qWaitForWindowExposed(&at.form));
        QTest::qWait(250); // the preview follows a little later
        QVERIFY(takePicture(at.form, choice == ThemeChoice::Light ? u"task_form"_s : u"task_form_dark"_s));
    }
    m_theme.choose(ThemeChoice::Light);
    const QFont before = QApplication::font();
    QApplication::setFont(resized(before, 1.5));
    QByteArray wrong = task;
    wrong.replace("2026-11-30T07:00:00.250Z", "next Monday")
        .replace("\"title\": \"Weekly\"", "\"title\": \"" + QByteArray(300, 'W') + "\"");
    FormOnTask at(wrong, {"America/Argentina/Buenos_Aires",
                          {QString(200, u'x'), u"\u0627\u0644\u0634\u0645\u0627\u0644"_s}});
    QVERIFY(QTest::qWaitForWindowExposed(&at.form));
    QVERIFY(takePicture(at.form, u"task_form_150"_s));
    QCOMPARE(at.form.findChild<QScrollArea*>()->horizontalScrollBar()->maximum(), 0);
    QApplication::setFont(before);
    FormOnTask narrow;
    narrow.form.resize(860, 760);
    QVERIFY(QTest::qWaitForWindowExposed(&narrow.form));
    QVERIFY(takePicture(narrow.form, u"task_form_narrow"_s));
    QCOMPARE(narrow.form.findChild<QScrollArea*>()->horizontalScrollBar()->maximum(), 0);
}

QTEST_MAIN(TaskFormTest)
#include "task_form_test.moc"
