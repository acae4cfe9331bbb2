// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/built_in_providers.h"
#include "support/cut_text.h"
#include "support/gui_session.h"
#include "support/gui_window.h"
#include "support/scaled_font.h"
#include "ui/shell/page_stack.h"
#include "ui/shell/window_menus.h"
#include "workbench/design/designer.h"
#include "workbench/listen/captures.h"
#include "workbench/simulate/simulator.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QFileDialog>

using namespace hookworks;
using namespace Qt::StringLiterals;

namespace {

/// A layout that is still under way is none that anybody reads: what stays cut is.
QStringList textsThatStayCut(QWidget& widget)
{
    QStringList cut;
    static_cast<void>(QTest::qWaitFor(
        [&] {
            cut = cutTexts(widget);
            return cut.isEmpty();
        },
        3'000));
    return cut;
}

} // namespace

/// Walks over every page and every dialog that an action opens, at three font sizes and in two window sizes.
/// Fails on text that is cut without an ellipsis and a tool tip, on what lies outside and cannot be scrolled
/// to, and on a window or dialog that does not fit.
class WalkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingCanBeRead_data();
    void everythingCanBeRead();

private:
    bool fill(GuiSession& session);
    void walkDialogs(GuiSession& session, const QSize& room, QStringList& found);

    Theme m_theme{false};
};

void WalkTest::everythingCanBeRead_data()
{
    QTest::addColumn<int>("percent");
    QTest::addColumn<QSize>("size");
    for (const int percent : {100, 150, 200}) {
        for (const QSize& size : {QSize(1280, 800), QSize(1024, 700)})
            QTest::addRow("%d %%, %dx%d", percent, size.width(), size.height()) << percent << size;
    }
}

void WalkTest::everythingCanBeRead()
{
    QFETCH(int, percent);
    QFETCH(QSize, size);
    const ScaledFont font(percent);
    m_theme.choose(ThemeChoice::Light);
    QStringList found;
    {
        GuiSession session(m_theme);
        QVERIFY(session.works());
        QVERIFY(fill(session));
        session.openWindow();
        MainWindow& window = session.window();
        window.resize(size);
        window.go(u"reports"_s);
        QVERIFY(showActive(window));
        for (const Page& page : window.stack().pages()) {
            window.go(page.key);
            window.resize(size);
            QTest::qWait(
                300); // what a page asks the workspace for has come; a late answer only hides a fault
            if (window.width() > size.width() || window.height() > size.height())
                found
                    << u"%1: the window takes %2×%3"_s.arg(page.key).arg(window.width()).arg(window.height());
            for (const QString& one : textsThatStayCut(window))
                found << page.key + u": "_s + one;
            walkDialogs(session, size, found);
        }
    }
    found.removeDuplicates();
    for (const QString& one : std::as_const(found))
        qWarning("%s", qPrintable(one));
    QCOMPARE(found.size(), 0);
}

bool WalkTest::fill(GuiSession& session)
{
    if (!session.makeSample() || !session.start())
        return false;
    const auto reports = waitFor(session.workbench().designer().reports());
    for (const Report& report : reports.value_or(QList<Report>())) {
        const auto provider = builtInProviders().find(report.provider);
        for (const EventInfo& event : provider->events) {
            EventChoice choice;
            choice.report = report.id;
            choice.event = event.name;
            if (!waitFor(session.workbench().simulator().send(choice)))
                return false;
        }
    }
    return QTest::qWaitFor([&] { return waitFor(session.workbench().captures().count()).value_or(0) >= 2; },
                           20'000);
}

/// Actions whose words end with an ellipsis ask something; files are asked for by the desktop.
void WalkTest::walkDialogs(GuiSession& session, const QSize& room, QStringList& found)
{
    MainWindow& window = session.window();
    const QString page = window.currentKey();
    for (QAction* action : window.menus().allActions()) {
        const QString words = action->text().remove(u'&');
        if (!action->isEnabled() || !words.endsWith(u'…') || words.contains(u"Search"))
            continue;
        action->trigger();
        session.settle(); // a dialog may ask the workspace first
        for (QWidget* top : QApplication::topLevelWidgets()) {
            auto* dialog = qobject_cast<QDialog*>(top);
            if (!dialog || !dialog->isVisible())
                continue;
            if (!qobject_cast<QFileDialog*>(dialog)) {
                if (dialog->width() > room.width() || dialog->height() > room.height())
                    found << u"%1: takes %2×%3"_s.arg(words).arg(dialog->width()).arg(dialog->height());
                for (const QString& one : textsThatStayCut(*dialog))
                    found << words + u": "_s + one;
            }
            dialog->reject();
        }
        window.go(page);
    }
}

QTEST_MAIN(WalkTest)
#include "walk_test.moc"
