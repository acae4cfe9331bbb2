// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/built_in_providers.h"
#include "support/gui_session.h"
#include "support/gui_window.h"
#include "ui/inspect/capture_inspector.h"
#include "ui/reports/tree_design.h"
#include "ui/shell/page_stack.h"
#include "ui/shell/window_palette.h"
#include "ui/timeline/timeline_pane.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/text_label.h"
#include "workbench/deliver/deliveries.h"
#include "workbench/design/definition.h"
#include "workbench/design/designer.h"
#include "workbench/inspect/marks.h"
#include "workbench/listen/captures.h"
#include "workbench/simulate/simulator.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QDir>
#include <QLabel>

using namespace hookworks;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// What a page is shown with.
enum class Data
{
    None,
    Sample,
    Long
};

QString nameOf(Data data)
{
    return data == Data::None ? u"empty"_s : data == Data::Sample ? u"sample"_s : u"long"_s;
}

/// Texts that are wider than their place and are neither wrapped nor elided; what is elided says itself whole
/// on hover, which the walk over all pages proves.
QStringList clippedTexts(const QWidget& window)
{
    QStringList clipped;
    for (const auto* label : window.findChildren<QLabel*>()) {
        if (label->isVisible() && !label->wordWrap() && !label->text().isEmpty() &&
            label->pixmap().isNull() && !qobject_cast<const ElidedLabel*>(label) &&
            label->sizePolicy().horizontalPolicy() != QSizePolicy::Ignored &&
            label->sizeHint().width() > label->width() + 1)
            clipped << label->text();
    }
    for (const auto* button : window.findChildren<QAbstractButton*>()) {
        if (button->isVisible() && !button->text().isEmpty() &&
            button->sizeHint().width() > button->width() + 1)
            clipped << button->text();
    }
    return clipped;
}

} // namespace

/// A picture of every page in both themes, with no data, sample data and very long texts, and at 150 % font
/// size. Made to be looked at; what can be checked by itself is: nothing is clipped, and the window fits
/// 1280×800.
class ScreenshotsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyPage_data();
    void everyPage();
    void picturesOfTheHandbook();

private:
    bool fillWithSample(GuiSession& session);
    bool fillWithLongTexts(GuiSession& session);
    void shoot(GuiSession& session, const QString& name);

    Theme m_theme{false};
    QString m_folder = QStringLiteral(HOOKWORKS_BINARY_DIR "/screenshots");
    QFont m_font;
};

void ScreenshotsTest::initTestCase()
{
    QVERIFY(QDir().mkpath(m_folder));
    m_font = QApplication::font();
}

void ScreenshotsTest::everyPage_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<int>("data");
    QTest::addColumn<int>("percent");
    QTest::newRow("light, sample") << false << int(Data::Sample) << 100;
    QTest::newRow("dark, sample") << true << int(Data::Sample) << 100;
    QTest::newRow("light, sample, large") << false << int(Data::Sample) << 150;
    QTest::newRow("dark, sample, large") << true << int(Data::Sample) << 150;
    QTest::newRow("light, empty") << false << int(Data::None) << 100;
    QTest::newRow("dark, long") << true << int(Data::Long) << 100;
    QTest::newRow("light, long, large") << false << int(Data::Long) << 150;
}

void ScreenshotsTest::everyPage()
{
    QFETCH(bool, dark);
    QFETCH(int, data);
    QFETCH(int, percent);
    QFont font = m_font;
    font.setPointSizeF(m_font.pointSizeF() * percent / 100);
    QApplication::setFont(font);
    m_theme.choose(dark ? ThemeChoice::Dark : ThemeChoice::Light);

    GuiSession session(m_theme);
    QVERIFY(session.works());
    const auto kind = static_cast<Data>(data);
    if (kind != Data::None)
        QVERIFY(fillWithSample(session));
    if (kind == Data::Long)
        QVERIFY(fillWithLongTexts(session));
    session.openWindow();
    session.window().resize(1280, 800);
    session.window().go(u"reports"_s);
    QVERIFY(showActive(session.window()));
    shoot(session, u"%1-%2-%3"_s.arg(nameOf(kind), dark ? u"dark"_s : u"light"_s).arg(percent));
    QApplication::setFont(m_font);
}

/// Parts of the window, as small as they can be read: they lie in the program.
void ScreenshotsTest::picturesOfTheHandbook()
{
    m_theme.choose(ThemeChoice::Light);
    GuiSession session(m_theme);
    QVERIFY(session.works() && fillWithSample(session));
    session.openWindow();
    MainWindow& window = session.window();
    window.resize(1060, 680);
    const auto picture = [&](const QString& page, const QString& name, const auto& part) {
        window.go(page);
        QVERIFY(showActive(window));
        QTest::qWait(600); // for the picture only
        QVERIFY(part()->grab().save(u"%1/handbook-%2.png"_s.arg(m_folder, name)));
    };
    picture(u"deliveries"_s, u"timeline"_s, [&] { return window.currentPage()->findChild<TimelinePane*>(); });
    picture(u"captures"_s, u"captures"_s,
            [&] { return window.currentPage()->findChild<CaptureInspector*>(); });
    picture(u"simulate"_s, u"simulate"_s, [&] { return window.currentPage(); });
    const auto reports = waitFor(session.workbench().designer().reports());
    window.go(u"reports"_s, {reports->last().id.toString()});
    QTRY_VERIFY(window.findChild<TreeDesign*>());
    window.findChild<TreeDesign*>()->goTo(u"$.components[0].components[1]"_s);
    picture(u"reports"_s, u"reports"_s, [&] { return window.currentPage(); });
}

/// The sample, started, with an event of each provider on its way.
bool ScreenshotsTest::fillWithSample(GuiSession& session)
{
    if (!session.makeSample() || !session.start())
        return false;
    const auto reports = waitFor(session.workbench().designer().reports());
    if (!reports || reports->isEmpty())
        return false;
    for (const Report& report : *reports) {
        const auto provider = builtInProviders().find(report.provider);
        for (const EventInfo& event : provider->events) {
            EventChoice choice;
            choice.report = report.id;
            choice.event = event.name;
            if (!waitFor(session.workbench().simulator().send(choice)))
                return false;
        }
    }
    const DocumentTemplate weekly = definitionOf(builtInProviders(), u"hybiscus"_s)->templates.first();
    Report report;
    report.provider = u"hybiscus"_s;
    report.name = weekly.title;
    report.document = weekly.document;
    if (!waitFor(session.workbench().designer().saveReport(report)))
        return false;
    const bool received = QTest::qWaitFor(
        [&] { return waitFor(session.workbench().captures().count()).value_or(0) >= 2; }, 20'000);
    Marks& marks = session.workbench().rows().marks;
    return received && waitFor(marks.change({CaptureId{1}, DeliveryId{2}}, {MarkColour::Red, {}})) &&
           waitFor(marks.change({CaptureId{2}, DeliveryId{1}},
                                {MarkColour::Green, u"Compare with last night"_s}));
}

bool ScreenshotsTest::fillWithLongTexts(GuiSession& session)
{
    Designer& designer = session.workbench().designer();
    const QString longName =
        u"Quarterly consolidated revenue, margin and forecast overview for every region "_s.repeated(3);
    Webhook webhook;
    webhook.provider = builtInProviders().all().first().key;
    webhook.name = longName;
    webhook.url = u"https://hooks.example.org/"_s + u"very/long/path/"_s.repeated(20) + u"end?token=x"_s;
    webhook.headers.append("X-Very-Long-Header-Name", QByteArray(400, 'v'));
    webhook.enabled = false;
    const auto reports = waitFor(designer.reports());
    Report report = reports->first();
    report.id = {};
    report.name = longName + u"r"_s;
    const bool saved = waitFor(designer.saveWebhook(webhook)) && waitFor(designer.saveReport(report));
    if (!saved)
        qWarning("long texts were refused");
    return saved;
}

void ScreenshotsTest::shoot(GuiSession& session, const QString& name)
{
    MainWindow& window = session.window();
    for (const Page& page : window.stack().pages()) {
        window.go(page.key);
        QTest::qWait(400); // for the picture only: what is loaded later is not asserted on
        QVERIFY(window.grab().save(u"%1/%2-%3.png"_s.arg(m_folder, page.key, name)));
        const QStringList clipped = clippedTexts(window);
        QVERIFY2(clipped.isEmpty(), qPrintable(page.key + u": "_s + clipped.join(u" | "_s)));
        const QSize least = window.minimumSizeHint();
        QVERIFY2(least.width() <= 1280 && least.height() <= 800,
                 qPrintable(u"%1: %2x%3"_s.arg(page.key).arg(least.width()).arg(least.height())));
    }
    window.go(u"reports"_s);
    if (auto* views = window.findChild<SegmentedControl*>(u"reportView"_s)) {
        const auto segments = views->findChildren<QAbstractButton*>();
        for (qsizetype i = segments.size() - 1; i >= 0; --i) {
            segments[i]->click();
            QTest::qWait(200); // as above
            if (i > 0)
                QVERIFY(window.grab().save(u"%1/reports-tab%2-%3.png"_s.arg(m_folder).arg(i).arg(name)));
        }
    }
    const auto reports = waitFor(session.workbench().designer().reports());
    for (const Report& report : reports.value_or(QList<Report>())) {
        if (report.provider != u"hybiscus"_s || report.document.size() < 1000) // not the short one
            continue;
        window.currentPage()->go({report.id.toString()});
        QTRY_VERIFY(window.findChild<TreeDesign*>());
        QTest::qWait(400); // as above
        QVERIFY(window.grab().save(u"%1/hybiscus-cover-%2.png"_s.arg(m_folder, name)));
        window.findChild<TreeDesign*>()->goTo(u"$.components[0].components[1]"_s);
        QTest::qWait(400); // as above
        QVERIFY(window.grab().save(u"%1/hybiscus-%2.png"_s.arg(m_folder, name)));
        const QStringList clipped = clippedTexts(window);
        QVERIFY2(clipped.isEmpty(), qPrintable(u"hybiscus: "_s + clipped.join(u" | "_s)));
    }
    window.windowPalette().open();
    QTest::qWait(300); // as above
    QVERIFY(window.grab().save(u"%1/palette-%2.png"_s.arg(m_folder, name)));
}

QTEST_MAIN(ScreenshotsTest)
#include "screenshots_test.moc"
