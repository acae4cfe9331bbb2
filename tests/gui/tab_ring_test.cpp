// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/gui_session.h"

#include <QAbstractButton>
#include <QApplication>
#include <QButtonGroup>
#include <QTableView>
#include <QTimer>
#include <Qsci/qsciscintilla.h>

using namespace hookworks;
using namespace Qt::StringLiterals;

/// Tab goes through everything on a page and in the window around it, and comes back to where it began.
class TabRingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingIsOnTheRing_data();
    void everythingIsOnTheRing();
    void shiftF10OpensTheMenuOfARow();
};

namespace {

QString nameOf(const QWidget& widget)
{
    return u"%1 %2 \"%3\""_s.arg(QLatin1String(widget.metaObject()->className()), widget.objectName(),
                                 widget.accessibleName());
}

/// Of buttons of which one is chosen, Tab comes to one.
const QObject* stopOf(QWidget* widget)
{
    if (const auto* button = qobject_cast<QAbstractButton*>(widget); button && button->group())
        return button->group();
    return widget;
}

/// An editor indents with Tab alone.
Qt::KeyboardModifiers modifierFor(const QWidget& widget)
{
    const auto* editor = qobject_cast<const QsciScintilla*>(&widget);
    return editor && !editor->isReadOnly() ? Qt::ControlModifier : Qt::NoModifier;
}

QSet<const QObject*> stopsOf(const QWidget& window)
{
    QSet<const QObject*> stops;
    for (QWidget* widget : window.findChildren<QWidget*>()) {
        if (widget->isVisible() && widget->isEnabled() &&
            (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus && !widget->focusProxy() &&
            widget->window() == &window)
            stops << stopOf(widget);
    }
    return stops;
}

} // namespace

void TabRingTest::everythingIsOnTheRing_data()
{
    QTest::addColumn<QString>("page");
    for (const QString& page : {u"reports"_s, u"webhooks"_s, u"simulate"_s, u"deliveries"_s, u"captures"_s})
        QTest::newRow(qPrintable(page)) << page;
}

void TabRingTest::everythingIsOnTheRing()
{
    QFETCH(const QString, page);
    Theme theme{false};
    GuiSession session(theme);
    QVERIFY(session.makeSample() && session.start());
    session.openWindow();
    MainWindow& window = session.window();
    window.resize(1280, 800);
    window.go(page);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    session.settle();
    QSet<const QObject*> reached;
    for (int i = 0; i < 200 && QApplication::focusWidget(); ++i) {
        reached << stopOf(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab, modifierFor(*QApplication::focusWidget()));
    }
    QStringList missed;
    for (const QObject* stop : stopsOf(window) - reached) {
        const auto* group = qobject_cast<const QButtonGroup*>(stop);
        const auto* widget = group ? group->buttons().first() : qobject_cast<const QWidget*>(stop);
        missed << nameOf(*widget);
    }
    QVERIFY2(missed.isEmpty(), qPrintable(missed.join(u"; "_s)));
}

void TabRingTest::shiftF10OpensTheMenuOfARow()
{
    Theme theme{false};
    GuiSession session(theme);
    QVERIFY(session.makeSample() && session.start());
    session.openWindow();
    MainWindow& window = session.window();
    window.go(u"webhooks"_s);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    session.settle();
    auto* table = window.currentPage()->findChild<QTableView*>();
    QVERIFY(table);
    table->setFocus();
    table->selectRow(0);
    bool opened = false;
    QTimer look; // a menu may run a loop of its own
    connect(&look, &QTimer::timeout, this, [&opened] {
        if (QWidget* const menu = QApplication::activePopupWidget())
            opened = menu->close();
    });
    look.start(20);
    QTest::keyClick(table, Qt::Key_F10, Qt::ShiftModifier);
    QTRY_VERIFY(opened);
}

QTEST_MAIN(TabRingTest)
#include "tab_ring_test.moc"
