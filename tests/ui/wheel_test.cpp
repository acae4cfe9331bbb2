// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/gui_session.h"
#include "support/gui_window.h"
#include "ui/captures/listener_dialog.h"
#include "ui/captures/quota_dialog.h"
#include "ui/captures/rule_editor.h"
#include "ui/captures/trust_dialog.h"
#include "ui/inspect/replay_dialog.h"
#include "ui/webhooks/policies_dialog.h"
#include "ui/widgets/wheel_guard.h"
#include "workbench/listen/retention.h"

#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QSlider>
#include <QSpinBox>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <QtTest/qtestspontaneevent.h>

using namespace hookworks;
using namespace Qt::StringLiterals;

namespace {

/// What a control would lose: its value, as text. No value: the wheel cannot change it.
std::optional<QString> valueOf(const QWidget& widget)
{
    if (const auto* box = qobject_cast<const QAbstractSpinBox*>(&widget))
        return box->text();
    if (const auto* box = qobject_cast<const QComboBox*>(&widget))
        return u"%1 %2"_s.arg(box->currentIndex()).arg(box->currentText());
    if (const auto* tabs = qobject_cast<const QTabBar*>(&widget))
        return QString::number(tabs->currentIndex());
    const auto* slider = qobject_cast<const QAbstractSlider*>(&widget);
    if (slider && !qobject_cast<const QScrollBar*>(slider))
        return QString::number(slider->value());
    return std::nullopt;
}

/// One notch, as the window system sends it, over the middle of a widget or of what lies there.
void wheelOver(QWidget& widget, int notches)
{
    QWidget* target = widget.childAt(widget.rect().center());
    target = target ? target : &widget;
    const QPointF at = target->rect().center();
    QWheelEvent event(at, target->mapToGlobal(at), {}, {0, 120 * notches}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QSpontaneKeyEvent::setSpontaneous(&event);
    qApp->notify(target, &event); // sendEvent() would make it one of our own
}

QString nameOf(const QWidget& control)
{
    return u"%1 %2 %3"_s.arg(QLatin1String(control.metaObject()->className()), control.objectName(),
                             control.accessibleName());
}

} // namespace

/// The wheel scrolls; it changes nothing that it passes over, on any page and in any dialog.
class WheelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void noControlOfAPageTakesIt_data();
    void noControlOfAPageTakesIt();
    void noControlOfADialogTakesIt();
    void aFormScrollsWhereverItIsTurned();
    void outsideAFormAFocusedControlTakesIt();
    void anOpenListScrolls();

private:
    void turnOverAll(QWidget& window);

    Theme m_theme{false};
    std::unique_ptr<WheelGuard> m_guard;
    std::unique_ptr<GuiSession> m_session;
    int m_controls = 0;
};

void WheelTest::init()
{
    m_guard = std::make_unique<WheelGuard>(*qApp);
    m_theme.choose(ThemeChoice::Light);
    m_session = std::make_unique<GuiSession>(m_theme);
    QVERIFY(m_session->makeSample() && m_session->start());
    m_session->openWindow();
    m_session->window().resize(1280, 800);
    m_controls = 0;
}

void WheelTest::cleanup()
{
    m_session.reset();
    m_guard.reset();
}

/// Hidden ones too, behind tabs: the wheel is sent to each.
void WheelTest::turnOverAll(QWidget& window)
{
    for (auto* control : window.findChildren<QWidget*>()) {
        const auto before = valueOf(*control);
        if (!before || !control->isEnabled())
            continue;
        ++m_controls;
        if (control->hasFocus())
            control->clearFocus();
        for (const int notches : {1, -1, -1, 3}) {
            const QWidget* focused = QApplication::focusWidget();
            wheelOver(*control, notches);
            QVERIFY2(valueOf(*control) == before, qPrintable(nameOf(*control)));
            QVERIFY2(QApplication::focusWidget() == focused, qPrintable(nameOf(*control)));
        }
    }
}

void WheelTest::noControlOfAPageTakesIt_data()
{
    QTest::addColumn<QString>("page");
    for (const char* page : {"reports", "webhooks", "simulate", "deliveries", "captures"})
        QTest::newRow(page) << QString::fromLatin1(page);
}

void WheelTest::noControlOfAPageTakesIt()
{
    QFETCH(QString, page);
    m_session->window().go(page);
    QVERIFY(showActive(m_session->window()));
    if (page == u"webhooks") {
        auto* table = m_session->window().currentPage()->findChild<QAbstractItemView*>(u"webhooks"_s);
        QTRY_VERIFY(table->model()->rowCount() > 0 && table->currentIndex().isValid());
    }
    if (page == u"captures") {
        auto* rules = m_session->window().currentPage()->findChild<RuleEditor*>();
        QTRY_VERIFY(rules->isEnabled());
        for (auto* button : m_session->window().currentPage()->findChildren<QToolButton*>()) {
            if (button->text().startsWith(u"Reply rules"_s))
                button->click();
        }
        QTRY_VERIFY(rules->isVisible());
    }
    turnOverAll(m_session->window());
    QVERIFY(m_controls > 0);
}

void WheelTest::noControlOfADialogTakesIt()
{
    m_session->window().go(u"reports"_s);
    QVERIFY(showActive(m_session->window()));
    Workbench& workbench = m_session->workbench();
    QWidget* parent = &m_session->window();
    const ListenerConfig listener = waitFor(workbench.listening().list())->first().config;
    QList<QDialog*> dialogs{new PoliciesDialog(workbench, parent), new ListenerDialog(listener, parent),
                            new QuotaDialog(workbench, {}, parent), new TrustDialog(workbench, parent),
                            new ReplayDialog(workbench, {u"d1"_s}, parent)};
    for (QDialog* dialog : dialogs) {
        QVERIFY(showActive(*dialog));
        turnOverAll(*dialog);
        dialog->close();
    }
    QVERIFY(m_controls > 10);
}

void WheelTest::aFormScrollsWhereverItIsTurned()
{
    QScrollArea area;
    auto* form = new QWidget;
    auto* column = new QVBoxLayout(form);
    QList<QWidget*> controls{new QSpinBox,      new QDoubleSpinBox, new QComboBox,
                             new QDateTimeEdit, new QSlider,        new QTabBar};
    qobject_cast<QComboBox*>(controls[2])->addItems({u"a"_s, u"b"_s, u"c"_s});
    qobject_cast<QComboBox*>(controls[2])->setEditable(true);
    qobject_cast<QTabBar*>(controls[5])->addTab(u"x"_s);
    qobject_cast<QTabBar*>(controls[5])->addTab(u"y"_s);
    for (QWidget* control : controls)
        column->addWidget(control);
    column->addStretch(1);
    form->setMinimumHeight(3000);
    area.setWidget(form);
    area.resize(300, 400);
    QVERIFY(showActive(area));
    for (QWidget* control : controls) {
        area.ensureWidgetVisible(control);
        control->setFocus();
        const auto before = valueOf(*control);
        const int scrolled = area.verticalScrollBar()->value();
        wheelOver(*control, -1);
        QVERIFY2(valueOf(*control) == before, qPrintable(nameOf(*control)));
        QVERIFY2(area.verticalScrollBar()->value() > scrolled, qPrintable(nameOf(*control)));
    }
}

void WheelTest::outsideAFormAFocusedControlTakesIt()
{
    QSpinBox box;
    QVERIFY(showActive(box));
    box.clearFocus();
    wheelOver(box, 1);
    QCOMPARE(box.value(), 0);
    box.setFocus();
    wheelOver(box, 1);
    QCOMPARE(box.value(), 1);
}

void WheelTest::anOpenListScrolls()
{
    QComboBox box;
    for (int i = 0; i < 60; ++i)
        box.addItem(QString::number(i));
    box.setMaxVisibleItems(5);
    box.setStyleSheet(u"combobox-popup: 0"_s);
    QVERIFY(showActive(box));
    box.showPopup();
    QTRY_VERIFY(box.view()->isVisible());
    QScrollBar& bar = *box.view()->verticalScrollBar();
    const int before = bar.value();
    wheelOver(*box.view()->viewport(), -3);
    QVERIFY(bar.value() > before);
    box.hidePopup();
}

QTEST_MAIN(WheelTest)
#include "wheel_test.moc"
