// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures.h"
#include "support/cut_text.h"
#include "support/gui_session.h"
#include "support/gui_window.h"
#include "ui/widgets/inline_message.h"
#include "workbench/listen/listening.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QTcpSocket>
#include <QToolButton>

using namespace hookworks;
using namespace Qt::StringLiterals;

/// What rules have come to, as a person sees it and begins it anew.
class RulesUiTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_session.reset(); }
    void hitsAreResetOneByOneOrAll_data();
    void hitsAreResetOneByOneOrAll();
    void whatCouldNotBeJudgedIsShownAtItsRule();
    void rulesAreTriedOnTheLastRequest();

private:
    template <class T>
    T* part(const QString& name = {})
    {
        return m_session->window().currentPage()->findChild<T*>(name);
    }
    int ask(const QByteArray& body = "{}");
    void reset(bool all);
    QString hits(int row)
    {
        const QAbstractItemModel* model = part<QTableView>(u"rulesTable"_s)->model();
        return model->index(row, model->columnCount() - 1).data().toString();
    }

    Theme m_theme{false};
    std::unique_ptr<GuiSession> m_session;
    quint16 m_port = 0;
};

void RulesUiTest::init()
{
    m_theme.choose(ThemeChoice::Light);
    m_session = std::make_unique<GuiSession>(m_theme);
    QVERIFY(m_session->works());
    ReplyRule once;
    once.name = u"once"_s;
    once.times = 1;
    once.replies = {Reply()};
    once.replies.first().status = 503;
    ReplyRule failed;
    failed.name = u"failed"_s;
    failed.match.body = {{u"$.event"_s, u"report.failed"_s}};
    ReplyRule rest;
    rest.name = u"rest"_s;
    ListenerConfig config;
    config.name = u"Staging"_s;
    config.port = 0;
    config.rules = {once, failed, rest};
    const auto added = waitFor(m_session->workbench().listening().add(config));
    QVERIFY(added.has_value());
    QVERIFY(m_session->start());
    const auto view = waitFor(m_session->workbench().listening().start(*added));
    QVERIFY(view.has_value());
    m_port = view->port;
    m_session->openWindow();
    m_session->window().resize(1280, 800);
    m_session->window().go(u"captures"_s);
    QVERIFY(showActive(m_session->window()));
}

/// The status of the answer.
int RulesUiTest::ask(const QByteArray& body)
{
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, m_port);
    socket.write("POST /hook HTTP/1.1\r\nHost: here\r\nConnection: close\r\nContent-Length: " +
                 QByteArray::number(body.size()) + "\r\n\r\n" + body);
    (void)QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::UnconnectedState; }, 30'000);
    return socket.readAll().mid(9, 3).toInt();
}

void RulesUiTest::reset(bool all)
{
    part<QAction>(all ? u"resetRules"_s : u"resetRule"_s)->trigger();
}

void RulesUiTest::hitsAreResetOneByOneOrAll_data()
{
    QTest::addColumn<bool>("all");
    QTest::newRow("one") << false;
    QTest::newRow("all") << true;
}

void RulesUiTest::hitsAreResetOneByOneOrAll()
{
    QFETCH(const bool, all);
    QCOMPARE((QList<int>{ask(), ask()}), (QList<int>{503, 200}));
    QTRY_COMPARE_WITH_TIMEOUT(hits(0), u"1"_s, 30'000);
    QTRY_COMPARE(hits(2), u"1"_s);
    part<QTableView>(u"rulesTable"_s)->selectRow(0);
    reset(all);
    QTRY_COMPARE(hits(0), u"0"_s);
    QCOMPARE(hits(2), all ? u"0"_s : u"1"_s);
    QCOMPARE((QList<int>{ask(), ask()}), (QList<int>{503, 200}));
}

void RulesUiTest::whatCouldNotBeJudgedIsShownAtItsRule()
{
    QCOMPARE(ask(), 503);
    QCOMPARE(ask("event=report.failed"), 200);
    QTRY_COMPARE_WITH_TIMEOUT(hits(1), u"0, 1 not judged"_s, 30'000);
    auto* words = part<QLabel>(u"unjudged"_s);
    part<QTableView>(u"rulesTable"_s)->selectRow(0);
    QVERIFY(words->isHidden());
    part<QTableView>(u"rulesTable"_s)->selectRow(1);
    QTRY_VERIFY(!words->isHidden());
    QVERIFY2(words->text().startsWith(u"1 request could not be judged: the body is no JSON"_s),
             qPrintable(words->text()));
    reset(false);
    QTRY_VERIFY(words->isHidden());
}

/// As typed; nothing is counted.
void RulesUiTest::rulesAreTriedOnTheLastRequest()
{
    for (QToolButton* button : m_session->window().currentPage()->findChildren<QToolButton*>()) {
        if (button->text().startsWith(u"Reply rules"_s) && !button->isChecked())
            button->click();
    }
    QTRY_COMPARE(part<QTableView>(u"rulesTable"_s)->model()->rowCount(), 3);
    auto* said = part<InlineMessage>(u"ruleTrial"_s);
    auto* trial = part<QPushButton>(u"tryRules"_s);
    trial->click();
    QTRY_VERIFY2(said->text().startsWith(u"No request to this listener was found."_s),
                 qPrintable(said->text()));
    QCOMPARE(ask(), 503);
    QTRY_COMPARE_WITH_TIMEOUT(hits(0), u"1"_s, 30'000);
    trial->click();
    QTRY_COMPARE(said->text(), u"c1, POST /hook: the rule “rest” would answer it."_s);
    auto* table = part<QTableView>(u"rulesTable"_s);
    table->selectRow(2);
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Delete);
    trial->click();
    QTRY_COMPARE(said->text(), u"c1, POST /hook: no rule would answer it, so that it gets 200.\n"
                               "“once”: it had answered all it answers (1).\n"
                               "“failed”: $.event in the body is missing, the rule wants “report.failed”."_s);
    QTRY_COMPARE(cutTexts(*said), QStringList());
    QVERIFY(takePicture(m_session->window(), u"rules-tried"_s));
    QCOMPARE(hits(0), u"1"_s);
}

QTEST_MAIN(RulesUiTest)
#include "rules_test.moc"
