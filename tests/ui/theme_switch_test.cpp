// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/built_in_providers.h"
#include "support/gui_session.h"
#include "support/gui_window.h"
#include "ui/captures/listener_dialog.h"
#include "ui/captures/quota_dialog.h"
#include "ui/inspect/replay_dialog.h"
#include "ui/inspect/secrets_dialog.h"
#include "ui/inspect/series_dialog.h"
#include "ui/reports/reports_page.h"
#include "ui/shell/page_stack.h"
#include "ui/timeline/timeline_view.h"
#include "ui/webhooks/policies_dialog.h"
#include "ui/widgets/json_editor.h"
#include "ui/widgets/segmented_control.h"
#include "workbench/design/designer.h"
#include "workbench/listen/captures.h"
#include "workbench/listen/retention.h"
#include "workbench/session/clock_control.h"
#include "workbench/simulate/simulator.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QTabWidget>

using namespace hookworks;
using namespace Qt::StringLiterals;

/// A window whose theme is switched while it runs looks, pixel by pixel, like one that started in that theme.
class ThemeSwitchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_session.reset(); }
    void everyPage_data();
    void everyPage();
    void everyDialog_data();
    void everyDialog();

private:
    std::unique_ptr<MainWindow> newWindow();
    void compare(QWidget& switched, QWidget& fresh, const QString& name);
    /// Neither of the two has the focus then.
    bool focusElsewhere()
    {
        return QTest::qWaitFor(
            [this] {
                m_other.raise();
                m_other.activateWindow();
                return m_other.isActiveWindow();
            },
            3'000);
    }

    Theme m_theme{false};
    std::unique_ptr<GuiSession> m_session;
    QWidget m_other;
};

void ThemeSwitchTest::initTestCase()
{
    m_theme.choose(ThemeChoice::Light);
    m_session = std::make_unique<GuiSession>(m_theme);
    QVERIFY(m_session->makeSample() && m_session->start());
    Workbench& bench = m_session->workbench();
    Report broken = waitFor(bench.designer().reports())->first();
    broken.document.replace("{", "{ \"odd\": 1,, ");
    QVERIFY(waitFor(bench.designer().saveReport(broken)));
    const auto reports = waitFor(bench.designer().reports());
    for (const Report& report : *reports) {
        const auto provider = builtInProviders().find(report.provider);
        for (const EventInfo& event : provider->events) {
            EventChoice choice;
            choice.report = report.id;
            choice.event = event.name;
            static_cast<void>(waitFor(bench.simulator().send(choice))); // not every event has subscribers
        }
    }
    QTRY_VERIFY_WITH_TIMEOUT(waitFor(bench.captures().count()).value_or(0) >= 1, 20'000);
    bench.clock().pause();
    m_other.resize(200, 100);
    m_other.show();
}

std::unique_ptr<MainWindow> ThemeSwitchTest::newWindow()
{
    auto window = std::make_unique<MainWindow>(
        pagesOf(m_session->workbench()), m_theme,
        WindowMemory{[](const QString&) { return QVariant(); }, [](const QString&, const QVariant&) {}});
    window->resize(1280, 800);
    return window;
}

/// What runs with the time (ages, the now line) may differ for a moment. Which text a field has selected depends on when the window
/// manager gave the focus, not on the theme.
void ThemeSwitchTest::compare(QWidget& switched, QWidget& fresh, const QString& name)
{
    for (const QWidget* window : {&switched, &fresh}) {
        for (QLineEdit* field : window->findChildren<QLineEdit*>())
            field->deselect();
    }
    QImage a, b;
    const bool same = QTest::qWaitFor(
        [&] {
            a = switched.grab().toImage();
            b = fresh.grab().toImage();
            return a == b;
        },
        10'000);
    if (same)
        return;
    const QString folder = QStringLiteral(HOOKWORKS_BINARY_DIR "/themes");
    QDir().mkpath(folder);
    a.save(u"%1/%2-switched.png"_s.arg(folder, name));
    b.save(u"%1/%2-fresh.png"_s.arg(folder, name));
    QRect differs;
    for (int y = 0; y < std::min(a.height(), b.height()); ++y) {
        for (int x = 0; x < std::min(a.width(), b.width()); ++x) {
            if (a.pixel(x, y) != b.pixel(x, y))
                differs |= QRect(x, y, 1, 1);
        }
    }
    QString place;
    for (const QWidget* at = fresh.childAt(differs.center()); at; at = at->parentWidget())
        place += u" < %1"_s.arg(QLatin1String(at->metaObject()->className()));
    QFAIL(qPrintable(u"%1 differs at %2,%3 %4x%5%6"_s.arg(name)
                         .arg(differs.x())
                         .arg(differs.y())
                         .arg(differs.width())
                         .arg(differs.height())
                         .arg(place)));
}

void ThemeSwitchTest::everyPage_data()
{
    QTest::addColumn<bool>("toDark");
    QTest::newRow("light to dark") << true;
    QTest::newRow("dark to light") << false;
}

void ThemeSwitchTest::everyPage()
{
    QFETCH(bool, toDark);
    m_theme.choose(toDark ? ThemeChoice::Light : ThemeChoice::Dark);
    const auto switched = newWindow();
    switched->go(u"reports"_s);
    switched->show();
    const QList<Page> pages = switched->stack().pages();
    const auto visit = [](MainWindow& window, const QString& page, int tab) {
        window.go(page);
        auto* views = window.findChild<SegmentedControl*>(u"reportView"_s);
        if (views && page == u"reports")
            views->findChildren<QAbstractButton*>().at(tab)->click();
        else if (auto* tabs = window.currentPage()->findChild<QTabWidget*>())
            tabs->setCurrentIndex(std::min(tab, tabs->count() - 1));
    };
    constexpr int mostTabs = 3;
    for (const Page& page : pages) {
        for (int tab = mostTabs - 1; tab >= 0; --tab) {
            visit(*switched, page.key, tab);
            QTest::qWait(150); // everything is painted once in the first theme
        }
    }
    m_theme.choose(toDark ? ThemeChoice::Dark : ThemeChoice::Light);
    const auto fresh = newWindow();
    fresh->go(u"reports"_s);
    fresh->show();
    QVERIFY(focusElsewhere());
    for (const Page& page : pages) {
        for (int tab = 0; tab < mostTabs; ++tab) {
            visit(*switched, page.key, tab);
            visit(*fresh, page.key, tab);
            compare(*switched, *fresh, u"%1-%2-%3"_s.arg(page.key).arg(tab).arg(toDark));
        }
    }
}

void ThemeSwitchTest::everyDialog_data()
{
    everyPage_data();
}

void ThemeSwitchTest::everyDialog()
{
    QFETCH(bool, toDark);
    Workbench& bench = m_session->workbench();
    const ListenerConfig listener = waitFor(bench.listening().list())->first().config;
    QWidget host;
    host.resize(1280, 800);
    const auto dialogs = [&] {
        return QList<QDialog*>{
            new PoliciesDialog(bench),           new ListenerDialog(listener, nullptr),
            new QuotaDialog(bench, {}, nullptr), new SeriesDialog(bench, u"d1"_s, {}, &host),
            new SecretsDialog(bench, {}, &host), new ReplayDialog(bench, {u"d1"_s}, nullptr)};
    };
    m_theme.choose(toDark ? ThemeChoice::Light : ThemeChoice::Dark);
    const QList<QDialog*> switched = dialogs();
    for (QDialog* dialog : switched)
        dialog->show();
    QTest::qWait(300); // everything is painted once in the first theme
    m_theme.choose(toDark ? ThemeChoice::Dark : ThemeChoice::Light);
    const QList<QDialog*> fresh = dialogs();
    for (int i = 0; i < fresh.size(); ++i) {
        fresh[i]->show();
        fresh[i]->resize(switched[i]->size());
        QVERIFY(focusElsewhere());
        compare(*switched[i], *fresh[i],
                u"%1-%2"_s.arg(QLatin1String(fresh[i]->metaObject()->className()).mid(11)).arg(toDark));
    }
    qDeleteAll(switched);
    qDeleteAll(fresh);
}

QTEST_MAIN(ThemeSwitchTest)
#include "theme_switch_test.moc"
