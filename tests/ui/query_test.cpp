// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/gui_session.h"
#include "support/gui_window.h"
#include "ui/widgets/filter_field.h"
#include "workbench/inspect/importer.h"
#include "workbench/listen/captures.h"
#include "workbench/listen/listening.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QTcpSocket>

using namespace hookworks;
using namespace Qt::StringLiterals;

/// The filter language in the window: typed into the Captures page, followed by what arrives.
class QueryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_session.reset(); }
    void aFilterLooksIntoBodiesAndFollowsWhatArrives();
    void aFilterThatCannotBeReadShowsNoRows();
    void aFloodFillsNoGaps();

private:
    QWidget& page() { return *m_session->window().currentPage(); }
    QTableView& captures() { return *page().findChild<QTableView*>(u"capturesTable"_s); }
    FilterField& filter() { return *m_session->window().findChild<FilterField*>(); }
    int rows() { return captures().model()->rowCount(); }
    qint64 kept() { return waitFor(m_session->workbench().captures().count()).value_or(0); }
    void receive(const QByteArray& body);
    void type(const QString& text);
    bool says(const QString& text);

    Theme m_theme{false};
    std::unique_ptr<GuiSession> m_session;
    quint16 m_port = 0;
};

void QueryTest::init()
{
    m_theme.choose(ThemeChoice::Light);
    m_session = std::make_unique<GuiSession>(m_theme);
    QVERIFY(m_session->works());
    const auto view = m_session->startListening();
    QVERIFY(view);
    m_port = view->port;
    m_session->openWindow();
    m_session->window().go(u"captures"_s);
    QVERIFY(showActive(m_session->window()));
}

void QueryTest::receive(const QByteArray& body)
{
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, m_port);
    socket.write("POST /hook HTTP/1.1\r\nHost: here\r\nConnection: close\r\nContent-Length: " +
                 QByteArray::number(body.size()) + "\r\n\r\n" + body);
    QTRY_VERIFY(socket.state() == QAbstractSocket::UnconnectedState);
}

void QueryTest::type(const QString& text)
{
    auto* edit = filter().findChild<QLineEdit*>();
    edit->setFocus();
    QTest::keyClick(edit, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(edit, Qt::Key_Delete);
    QTest::keyClicks(edit, text);
    QTest::keyClick(edit, Qt::Key_Escape); // what is offered
}

bool QueryTest::says(const QString& text)
{
    const auto labels = page().findChildren<QLabel*>();
    return std::ranges::any_of(
        labels, [&](const QLabel* label) { return label->isVisible() && label->text().contains(text); });
}

void QueryTest::aFilterLooksIntoBodiesAndFollowsWhatArrives()
{
    receive(R"({"event":"report.failed"})");
    receive(R"({"event":"report.completed"})");
    QTRY_COMPARE(kept(), 2);
    type(u"$.event=report.failed"_s);
    QTRY_COMPARE(rows(), 1);
    receive(R"({"event":"report.completed"})");
    receive(R"({"event":"report.failed","n":2})");
    QTRY_COMPARE(kept(), 4);
    auto* newRows = page().findChild<QAbstractButton*>(u"newRows"_s);
    QTRY_VERIFY(rows() == 2 || (newRows->isVisible() && newRows->text().contains(u"1 new"_s)));
    type(u"path:/h* status:2*"_s);
    QTRY_COMPARE(rows(), 4);
    type(u"nothing-of-it"_s);
    QTRY_VERIFY(says(u"No capture matches the filter."_s));
    QVERIFY(!says(u"report.failed"_s));
}

void QueryTest::aFilterThatCannotBeReadShowsNoRows()
{
    receive("{}");
    QTRY_COMPARE(rows(), 1);
    type(u"colour=red"_s);
    QTRY_COMPARE(rows(), 0);
    QTRY_VERIFY(says(u"At character 1:"_s));
    type(u"hook"_s);
    QTRY_COMPARE(rows(), 1);
}

/// What changes meanwhile further down is not put into the list, under what the flood has left out.
void QueryTest::aFloodFillsNoGaps()
{
    const QByteArray lines = QByteArray("curl http://127.0.0.1/hook -d '{}'\n").repeated(600);
    QVERIFY(waitFor(m_session->workbench().importer().take(ImportFormat::Curl, lines)));
    QCOMPARE(kept(), 600);
    m_session->window().currentPage()->go({u"c600"_s}); // those that wait are shown
    QTRY_VERIFY(rows() > 0);
    const int shown = rows();
    QVERIFY(shown < 600);
    const Capture oldest = waitFor(m_session->workbench().captures().get(CaptureId{1})).value();
    CaptureChanges flood;
    flood.addedInAll = 300;
    flood.changed = {oldest};
    emit m_session->workbench().captures().changed(flood);
    QCOMPARE(kept(), 600); // the list has had time to ask
    QCOMPARE(rows(), shown);
}

QTEST_MAIN(QueryTest)
#include "query_test.moc"
