// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/gui_session.h"
#include "support/gui_window.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/status_line.h"
#include "workbench/deliver/deliveries.h"
#include "workbench/design/designer.h"
#include "workbench/listen/captures.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QTableView>
#include <QToolButton>

using namespace hookworks;
using namespace Qt::StringLiterals;

/// The main job by clicks and keys alone, over real sockets into a real workspace file.
class WholeJobTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReportWithAWebhookIsSimulatedAndItsDeliveryAndCaptureAreSeen();

private:
    MainWindow& window() { return m_session->window(); }
    template <class T>
    T* part(const QString& name)
    {
        return window().currentPage()->findChild<T*>(name);
    }
    void key(int key, Qt::KeyboardModifiers modifiers)
    {
        QVERIFY(showActive(window())); // else no shortcut hears it
        QTest::keyClick(&window(), Qt::Key(key), modifiers);
    }
    void find(const QString& words);
    void switchListenerOn();
    void makeReport();
    void makeWebhook();
    void simulate();
    void seeBothEnds();

    Theme m_theme{false};
    std::unique_ptr<GuiSession> m_session;
};

/// Ctrl+K, some words, Enter once there is something to choose.
void WholeJobTest::find(const QString& words)
{
    key(Qt::Key_K, Qt::ControlModifier);
    auto* palette = window().findChild<CommandPalette*>();
    auto* field = palette->findChild<QLineEdit*>();
    QTRY_VERIFY(field->hasFocus());
    QTest::keyClicks(field, words);
    QTRY_VERIFY(palette->findChild<QListView*>()->currentIndex().isValid());
    QTest::keyClick(field, Qt::Key_Return);
}

void WholeJobTest::switchListenerOn()
{
    Listening& listening = m_session->workbench().listening();
    QVERIFY(!listening.url());
    auto* line = window().findChild<StatusLine*>();
    QTest::mouseClick(line->findChild<QToolButton*>(u"listenerSwitch"_s), Qt::LeftButton);
    QTRY_VERIFY(listening.url().has_value());
}

void WholeJobTest::makeReport()
{
    key(Qt::Key_1, Qt::AltModifier);
    QTRY_COMPARE(window().currentKey(), u"reports"_s);
    find(u"new hybiscus report"_s);
    QTRY_COMPARE(waitFor(m_session->workbench().designer().reports())->size(), 1);
    QTRY_VERIFY(window().findChild<QLineEdit*>(u"reportName"_s) && window().findChild<QLineEdit*>(u"reportName"_s)->hasFocus());
    auto* name = window().findChild<QLineEdit*>(u"reportName"_s);
    QTest::keyClicks(name, u"Weekly sales"_s);
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_COMPARE(waitFor(m_session->workbench().designer().reports())->first().name, u"Weekly sales"_s);
}

void WholeJobTest::makeWebhook()
{
    key(Qt::Key_2, Qt::AltModifier);
    QTRY_COMPARE(window().currentKey(), u"webhooks"_s);
    key(Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(part<QLineEdit>(u"url"_s) && part<QLineEdit>(u"url"_s)->hasFocus());
    auto* url = part<QLineEdit>(u"url"_s);
    QTest::keyClicks(url, u"{listener}/hook"_s);
    auto* provider = part<QComboBox>(u"provider"_s);
    provider->setFocus();
    QTest::keyClick(provider, Qt::Key_H);
    QCOMPARE(provider->currentText(), u"Hybiscus"_s);
    QTest::mouseClick(part<QAbstractButton>(u"save"_s), Qt::LeftButton);
    QTRY_COMPARE(waitFor(m_session->workbench().designer().webhooks())->size(), 1);
}

void WholeJobTest::simulate()
{
    find(u"weekly sales"_s);
    QTRY_COMPARE(window().currentKey(), u"reports"_s);
    key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(window().currentKey(), u"simulate"_s);
    auto* send = part<QAction>(u"simulateSend"_s);
    QTRY_VERIFY(send->isEnabled());
    key(Qt::Key_Return, Qt::ControlModifier);
}

void WholeJobTest::aReportWithAWebhookIsSimulatedAndItsDeliveryAndCaptureAreSeen()
{
    m_theme.choose(ThemeChoice::Light);
    m_session = std::make_unique<GuiSession>(m_theme);
    QVERIFY(m_session->works());
    ListenerConfig listener;
    listener.port = 0;
    QVERIFY(waitFor(m_session->workbench().listening().add(listener)).has_value());
    QVERIFY(m_session->start());
    m_session->openWindow();
    window().go(u"reports"_s);
    window().resize(1280, 800);
    QVERIFY(showActive(window()));
    switchListenerOn();
    makeReport();
    makeWebhook();
    simulate();
    seeBothEnds();
}

void WholeJobTest::seeBothEnds()
{
    Workbench& workbench = m_session->workbench();
    QTRY_COMPARE_WITH_TIMEOUT(waitFor(workbench.captures().count()).value_or(0), 1, 20'000);
    QTRY_VERIFY(waitFor(workbench.deliveries().list())->first().state == DeliveryState::Delivered);
    const Capture capture = *waitFor(workbench.captures().get(CaptureId{1}));
    QVERIFY(capture.body.contains("\"event\""));
    key(Qt::Key_4, Qt::AltModifier);
    QTRY_COMPARE(part<QTableView>(u"deliveriesTable"_s)->model()->rowCount(), 1);
    key(Qt::Key_5, Qt::AltModifier);
    QTRY_COMPARE(part<QTableView>(u"capturesTable"_s)->model()->rowCount(), 1);
    QTRY_VERIFY(waitFor(workbench.captures().attemptOf(CaptureId{1})).has_value());
}

QTEST_MAIN(WholeJobTest)
#include "whole_job_test.moc"
