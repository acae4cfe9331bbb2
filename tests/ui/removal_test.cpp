// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/gui_session.h"
#include "support/gui_window.h"
#include "ui/captures/listener_bar.h"
#include "ui/captures/rules_pane.h"
#include "ui/widgets/undo_bar.h"
#include "workbench/captures.h"
#include "workbench/listening.h"

#include <QAction>
#include <QMessageBox>
#include <QTableView>
#include <QTcpSocket>
#include <QToolButton>

using namespace hookworks;
using namespace Qt::StringLiterals;

/// What is removed on the Captures page can be brought back, or was asked about.
class RemovalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_session.reset(); }
    void capturesAreRemovedOnlyWhenConfirmed();
    void aListenerComesBack();
    void aRuleComesBack();

private:
    QWidget& page() { return *m_session->window().currentPage(); }
    QTableView& captures() { return *page().findChild<QTableView*>(u"capturesTable"_s); }
    UndoBar& undo() { return *page().findChild<UndoBar*>(); }
    Workbench& workbench() { return m_session->workbench(); }
    QMessageBox* question() { return page().findChild<QMessageBox*>(u"removeCaptures"_s); }
    void press(const QString& action, const QObject& within,
               Qt::FindChildOptions depth = Qt::FindChildrenRecursively);
    void receive();
    QList<ListenerView> listeners()
    {
        return waitFor(workbench().listening().list()).value_or(QList<ListenerView>());
    }

    Theme m_theme{false};
    std::unique_ptr<GuiSession> m_session;
};

void RemovalTest::init()
{
    m_theme.choose(ThemeChoice::Light);
    m_session = std::make_unique<GuiSession>(m_theme);
    QVERIFY(m_session->works());
    ListenerConfig config;
    config.name = u"Staging"_s;
    config.port = 0;
    config.rules = {ReplyRule()};
    config.rules[0].name = u"first"_s;
    const auto added = waitFor(workbench().listening().add(config));
    QVERIFY(added.has_value());
    QVERIFY(m_session->start());
    QVERIFY(waitFor(workbench().listening().start(*added)).has_value());
    m_session->openWindow();
    m_session->window().go(u"captures"_s);
    QVERIFY(showActive(m_session->window()));
}

/// An action by its text.
void RemovalTest::press(const QString& text, const QObject& within, Qt::FindChildOptions depth)
{
    for (QAction* action : within.findChildren<QAction*>(QString(), depth)) {
        if (action->text() == text && action->isEnabled())
            return action->trigger();
    }
    QFAIL(qPrintable(text));
}

void RemovalTest::receive()
{
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, listeners().first().port);
    socket.write("POST /hook HTTP/1.1\r\nHost: here\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
    QTRY_VERIFY(socket.state() == QAbstractSocket::UnconnectedState);
    QTRY_COMPARE(captures().model()->rowCount(), 1);
}

void RemovalTest::capturesAreRemovedOnlyWhenConfirmed()
{
    receive();
    captures().selectRow(0);
    press(u"Remove"_s, page(), Qt::FindDirectChildrenOnly);
    QTRY_VERIFY(question() && question()->isVisible());
    QTest::keyClick(question(), Qt::Key_Escape);
    QTRY_VERIFY(!question());
    QCOMPARE(waitFor(workbench().captures().count()).value_or(-1), 1);
    press(u"Remove"_s, page(), Qt::FindDirectChildrenOnly);
    QTRY_VERIFY(question() && question()->isVisible());
    for (QAbstractButton* button : question()->buttons()) {
        if (button->text() == u"&Remove")
            button->click();
    }
    QTRY_COMPARE(captures().model()->rowCount(), 0);
    QCOMPARE(waitFor(workbench().captures().count()).value_or(-1), 0);
}

void RemovalTest::aListenerComesBack()
{
    const ListenerConfig before = listeners().first().config;
    auto* bar = page().findChild<ListenerBar*>();
    QTRY_VERIFY(bar->chosen());
    press(u"Remove"_s, *bar);
    QTRY_VERIFY(listeners().isEmpty());
    QTRY_VERIFY(undo().offering());
    undo().undo();
    QTRY_COMPARE(listeners().size(), 1);
    QCOMPARE(listeners().first().config.name, before.name);
    QCOMPARE(listeners().first().config.rules, before.rules);
}

void RemovalTest::aRuleComesBack()
{
    auto* rules = page().findChild<QTableView*>(u"rulesTable"_s);
    QVERIFY(rules);
    QTRY_COMPARE(rules->model()->rowCount(), 1);
    rules->selectRow(0);
    for (QToolButton* button : page().findChild<RulesPane*>()->findChildren<QToolButton*>()) {
        if (button->text() == u"Remove")
            button->click();
    }
    QTRY_COMPARE(rules->model()->rowCount(), 0);
    QTRY_VERIFY(listeners().first().config.rules.isEmpty());
    undo().undo();
    QCOMPARE(rules->model()->rowCount(), 1);
    QTRY_COMPARE(listeners().first().config.rules.size(), 1);
    QCOMPARE(listeners().first().config.rules.first().name, u"first"_s);
}

QTEST_MAIN(RemovalTest)
#include "removal_test.moc"
