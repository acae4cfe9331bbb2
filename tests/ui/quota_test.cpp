// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures.h"
#include "support/gui_session.h"
#include "support/gui_window.h"
#include "ui/captures/listener_bar.h"
#include "ui/captures/listener_dialog.h"
#include "ui/widgets/fold_section.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/segmented_control.h"
#include "workbench/listen/captures.h"
#include "workbench/listen/listening.h"
#include "workbench/listen/retention.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QTcpSocket>
#include <QToolButton>

using namespace hookworks;
using namespace Qt::StringLiterals;

/// The quota and the limits as a person sees and sets them.
class QuotaUiTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_session.reset(); }
    void theOldestGoAndItIsSaid();
    void requestsAreRefusedAndItIsSaid();
    void limitsAreSet();

private:
    template <class T>
    T* part(const QString& name = {})
    {
        return m_session->window().currentPage()->findChild<T*>(name);
    }
    Workbench& workbench() { return m_session->workbench(); }
    qint64 kept() { return waitFor(workbench().captures().count()).value_or(-1); }
    void setQuota(int count, bool refuse);
    QByteArray post();

    Theme m_theme{false};
    std::unique_ptr<GuiSession> m_session;
    quint16 m_port = 0;
};

void QuotaUiTest::init()
{
    m_theme.choose(ThemeChoice::Light);
    m_session = std::make_unique<GuiSession>(m_theme);
    QVERIFY(m_session->works());
    const auto view = m_session->startListening();
    QVERIFY(view);
    m_port = view->port;
    m_session->openWindow();
    m_session->window().resize(1280, 800);
    m_session->window().go(u"captures"_s);
    QVERIFY(showActive(m_session->window()));
    QCursor::setPos(
        m_session->window().mapToGlobal(QPoint(1, 1))); // over the list it would hold new rows back
    QTRY_VERIFY(!part<QTableView>(u"capturesTable"_s)->viewport()->underMouse());
}

/// By the dialog behind the button.
void QuotaUiTest::setQuota(int count, bool refuse)
{
    part<QAction>(u"quotaEdit"_s)->trigger();
    QTRY_VERIFY(part<QDialog>(u"quotaDialog"_s) && part<QDialog>(u"quotaDialog"_s)->isVisible());
    auto* dialog = part<QDialog>(u"quotaDialog"_s);
    dialog->findChild<QSpinBox*>(u"quotaCount"_s)->setValue(count);
    auto* atLimit = dialog->findChild<SegmentedControl*>(u"quotaAtLimit"_s);
    if ((atLimit->current() == 1) != refuse)
        QTest::keyClick(atLimit, refuse ? Qt::Key_Right : Qt::Key_Left);
    QVERIFY(takePicture(*dialog, u"quota"_s));
    dialog->findChild<QPushButton*>(u"quotaSave"_s)->click();
    QTRY_VERIFY(!part<QDialog>(u"quotaDialog"_s));
}

QByteArray QuotaUiTest::post()
{
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, m_port);
    socket.write("POST /hook HTTP/1.1\r\nHost: here\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
    (void)QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::UnconnectedState; }, 30'000);
    return socket.readAll();
}

void QuotaUiTest::theOldestGoAndItIsSaid()
{
    setQuota(2, false);
    for (int i = 0; i < 5; ++i)
        QVERIFY(post().startsWith("HTTP/1.1 200 "));
    auto* notice = part<InlineMessage>(u"quotaNotice"_s);
    QTRY_VERIFY(notice->isVisible() && notice->text().contains(u'3'));
    QTRY_COMPARE(kept(), 2);
    QTRY_COMPARE(part<QTableView>(u"capturesTable"_s)->model()->rowCount(), 2);
    QTRY_VERIFY(part<QLabel>(u"quotaWords"_s)->text().contains(u"2 of 2"));
    QVERIFY(takePicture(m_session->window(), u"quota-oldest-went"_s));
}

void QuotaUiTest::requestsAreRefusedAndItIsSaid()
{
    setQuota(1, true);
    QVERIFY(post().startsWith("HTTP/1.1 200 "));
    QVERIFY(post().startsWith("HTTP/1.1 507 "));
    auto* notice = part<InlineMessage>(u"quotaNotice"_s);
    QTRY_VERIFY(notice->isVisible() && notice->text().contains(u"507"));
    QCOMPARE(kept(), 1);
    QVERIFY(takePicture(m_session->window(), u"quota-refused"_s));
    setQuota(2, true);
    QVERIFY(post().startsWith("HTTP/1.1 200 "));
}

void QuotaUiTest::limitsAreSet()
{
    const auto edit = [this] { // the menu is made anew when the listener is read
        const QList<QAction*> actions = part<ListenerBar>()->findChildren<QAction*>();
        const auto found = std::ranges::find(actions, u"Edit…"_s, &QAction::text);
        return found != actions.end() && (*found)->isEnabled() ? *found : nullptr;
    };
    QTRY_VERIFY(edit());
    edit()->trigger();
    QTRY_VERIFY(part<ListenerDialog>(u"listenerDialog"_s) &&
                part<ListenerDialog>(u"listenerDialog"_s)->isVisible());
    auto* dialog = part<ListenerDialog>(u"listenerDialog"_s);
    auto* limits = dialog->findChild<FoldSection*>(u"listenerLimits"_s);
    QVERIFY(!limits->isOpen());
    QCOMPARE(limits->summary(), u"body 10 MiB, head 64 KiB, 512 connections"_s);
    limits->setOpen(true);
    QTest::qWait(0);
    QVERIFY(takePicture(*dialog, u"limits"_s));
    const QList<QSpinBox*> fields = limits->findChildren<QSpinBox*>();
    const auto field = std::ranges::find(fields, u"Header fields"_s, &QWidget::accessibleName);
    QVERIFY2(field != fields.end(), qPrintable(fields.isEmpty() ? QString() : fields[1]->accessibleName()));
    (*field)->setValue(2);
    dialog->findChild<QPushButton*>(u"saveListener"_s)->click();
    QTRY_VERIFY(post().startsWith("HTTP/1.1 431 "));
}

QTEST_MAIN(QuotaUiTest)
#include "quota_test.moc"
