// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures.h"
#include "support/gui_session.h"
#include "support/gui_window.h"
#include "support/recording_receiver.h"
#include "ui/captures/listener_bar.h"
#include "ui/captures/listener_dialog.h"
#include "ui/inspect/capture_inspector.h"
#include "ui/inspect/overview.h"
#include "ui/inspect/phase_chart.h"
#include "ui/widgets/problem_label.h"
#include "workbench/deliver/deliveries.h"
#include "workbench/deliver/replayer.h"
#include "workbench/listen/captures.h"

#include <QAction>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QTcpSocket>

using namespace hookworks;
using namespace Qt::StringLiterals;

/// Passing captures on, and the certificates of listeners, as a person sees and sets them.
class ForwardingUiTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_session.reset(); }
    void aCaptureSaysWhereItWasForwardedAndGoesThereAgain_data();
    void aCaptureSaysWhereItWasForwardedAndGoesThereAgain();
    void whereNothingForwardsThePageAsks();
    void anAddressThatIsNoneIsSaidAtItsPlace();
    void theClientAndWhatFailedAreNamed();
    void theDialogTakesAPassphraseAndClientsAuthorities_data();
    void theDialogTakesAPassphraseAndClientsAuthorities();
    void howToTrustIsSaidInFull_data();
    void howToTrustIsSaidInFull();

private:
    template <class T>
    T* part(const QString& name = {})
    {
        return m_session->window().currentPage()->findChild<T*>(name);
    }
    Workbench& workbench() { return m_session->workbench(); }
    QAction* forwardAction();
    bool listen(const QString& forwardTo, bool tls = false);
    void receive();
    bool deliveredOnce();

    Theme m_theme{false};
    std::unique_ptr<GuiSession> m_session;
    quint16 m_port = 0;
};

namespace {

void addThemes()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

const QByteArray fine = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

/// The texts of labels that do not have the room they need.
QStringList cutLabels(const QWidget& inside)
{
    QStringList cut;
    for (const QLabel* label : inside.findChildren<QLabel*>()) {
        const int needed =
            label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
        if (label->isVisible() && !label->text().isEmpty() && label->height() < needed)
            cut << label->text();
    }
    return cut;
}

} // namespace

void ForwardingUiTest::init()
{
    m_theme.choose(ThemeChoice::Light);
    m_session = std::make_unique<GuiSession>(m_theme);
    QVERIFY(m_session->works());
    QVERIFY(m_session->start());
    m_session->openWindow();
    m_session->window().resize(1280, 800);
    m_session->window().go(u"captures"_s);
    QVERIFY(showActive(m_session->window()));
}

QAction* ForwardingUiTest::forwardAction()
{
    for (QAction* action : m_session->window().currentPage()->pageActions()) {
        if (action->text() == u"Forward again"_s)
            return action;
    }
    return nullptr;
}

/// A listener of this test on a free port.
bool ForwardingUiTest::listen(const QString& forwardTo, bool tls)
{
    ListenerConfig config;
    config.name = u"Here"_s;
    config.port = 0;
    config.tls = tls;
    if (!forwardTo.isEmpty()) {
        ReplyRule rule;
        rule.name = u"pass on"_s;
        rule.forwardTo = forwardTo;
        config.rules = {rule};
    }
    const auto id = waitFor(workbench().listening().add(config));
    const auto view = id ? waitFor(workbench().listening().start(*id))
                         : Result<ListenerView>(tl::unexpected<Error>(id.error()));
    m_port = view ? view->port : 0;
    return m_port > 0;
}

/// One request from outside, answered, and chosen in the list.
void ForwardingUiTest::receive()
{
    QTcpSocket sender;
    sender.connectToHost(u"127.0.0.1"_s, m_port);
    bool ended = false;
    connect(&sender, &QTcpSocket::disconnected, &sender, [&ended] { ended = true; });
    sender.write("POST /hook?x=1 HTTP/1.1\r\nHost: here\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}");
    QVERIFY(QTest::qWaitFor([&ended] { return ended; }, 60'000));
    auto* table = part<QTableView>(u"capturesTable"_s);
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 1, 60'000);
    table->selectRow(0);
    QTRY_VERIFY(part<CaptureInspector>()->shown().has_value());
    QVERIFY(forwardAction());
    QTRY_VERIFY(forwardAction()->isEnabled());
}

bool ForwardingUiTest::deliveredOnce()
{
    const auto done = [this] {
        const auto delivery = waitFor(workbench().deliveries().get(DeliveryId{1}));
        return delivery && delivery->delivery.state == DeliveryState::Delivered;
    };
    return QTest::qWaitFor(done, 60'000);
}

void ForwardingUiTest::aCaptureSaysWhereItWasForwardedAndGoesThereAgain_data()
{
    addThemes();
}

void ForwardingUiTest::aCaptureSaysWhereItWasForwardedAndGoesThereAgain()
{
    QFETCH(bool, dark);
    m_theme.choose(dark ? ThemeChoice::Dark : ThemeChoice::Light);
    const RecordingReceiver application(Misbehaviour::AnswerClose, fine);
    const QString base = u"http://127.0.0.1:%1"_s.arg(application.port());
    QVERIFY(listen(base));
    receive();
    auto* facts = part<Overview>(u"captureFacts"_s);
    QTRY_VERIFY2(facts->words().contains(u"Forwarded to "_s + base), qPrintable(facts->words()));
    auto* chart = part<CaptureInspector>()->findChild<PhaseChart*>();
    QTRY_VERIFY2(!chart->phases().forwarded.isEmpty(), qPrintable(chart->accessibleDescription()));
    QVERIFY(chart->accessibleDescription().contains(u"Forwarded: "_s));
    QVERIFY(takePicture(m_session->window(), u"forwarded-"_s + QLatin1String(QTest::currentDataTag())));
    m_session->window().findChild<QAction*>(u"forwardAgain"_s)->trigger();
    QTRY_COMPARE(m_session->window().currentKey(), u"deliveries"_s);
    QVERIFY(deliveredOnce());
    QCOMPARE(application.requests(), 2);
    QVERIFY(application.connections().last().bytes.startsWith("POST /hook?x=1 HTTP/1.1\r\n"));
}

void ForwardingUiTest::whereNothingForwardsThePageAsks()
{
    const RecordingReceiver application(Misbehaviour::AnswerClose, fine);
    QVERIFY(listen({}));
    receive();
    auto* bar = part<QWidget>(u"forwardBar"_s);
    QVERIFY(!bar->isVisible());
    forwardAction()->trigger();
    QTRY_VERIFY(bar->isVisible());
    auto* address = part<QLineEdit>(u"forwardAddress"_s);
    QTRY_VERIFY(address->hasFocus());
    QTest::keyClick(address, Qt::Key_Escape);
    QVERIFY(!bar->isVisible());
    forwardAction()->trigger();
    QTRY_VERIFY(bar->isVisible());
    QTRY_VERIFY(address->hasFocus());
    QTest::keyClicks(address, u"http://127.0.0.1:%1"_s.arg(application.port()));
    QVERIFY(takePicture(m_session->window(), u"forward-asks"_s));
    QTest::keyClick(address, Qt::Key_Return);
    QTRY_COMPARE(m_session->window().currentKey(), u"deliveries"_s);
    QVERIFY(deliveredOnce());
    QCOMPARE(application.requests(), 1);
}

void ForwardingUiTest::anAddressThatIsNoneIsSaidAtItsPlace()
{
    QVERIFY(listen({}));
    receive();
    forwardAction()->trigger();
    auto* bar = part<QWidget>(u"forwardBar"_s);
    QTRY_VERIFY(bar->isVisible());
    QVERIFY(!part<QPushButton>(u"forwardSend"_s)->isEnabled());
    part<QLineEdit>(u"forwardAddress"_s)->setText(u"gopher://nowhere"_s);
    part<QPushButton>(u"forwardSend"_s)->click();
    QTRY_VERIFY(!bar->findChild<ProblemLabel*>()->problem().isEmpty());
    QVERIFY(bar->isVisible());
    QVERIFY(!waitFor(workbench().deliveries().get(DeliveryId{1})));
}

void ForwardingUiTest::theClientAndWhatFailedAreNamed()
{
    Capture capture;
    capture.id = CaptureId{7};
    capture.tls = TlsInfo{u"TLSv1.3"_s, u"TLS_AES_256_GCM_SHA384"_s, u"CN=<b>sender</b>\nO=us"_s};
    capture.responseStatus = 502;
    capture.forwardedTo = u"https://app.test"_s;
    capture.forwardError = u"Connection refused"_s;
    capture.forwarding.lookUp = Micros(1'200);
    CaptureInspector inspector;
    inspector.showCapture(capture);
    QVERIFY(showActive(inspector));
    const QString facts = inspector.findChild<Overview*>()->words();
    QVERIFY2(facts.contains(u"the client is CN=<b>sender</b> O=us"_s), qPrintable(facts));
    QVERIFY2(facts.contains(u"https://app.test, in vain: Connection refused"_s), qPrintable(facts));
    QVERIFY(inspector.findChild<PhaseChart*>()->accessibleDescription().contains(u"look-up 1.2 ms"_s));
}

void ForwardingUiTest::theDialogTakesAPassphraseAndClientsAuthorities_data()
{
    addThemes();
}

void ForwardingUiTest::theDialogTakesAPassphraseAndClientsAuthorities()
{
    QFETCH(bool, dark);
    m_theme.choose(dark ? ThemeChoice::Dark : ThemeChoice::Light);
    QTemporaryDir folder;
    QFile file(folder.filePath(u"server.p12"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    m_session->window().currentPage()->startNew();
    auto* dialog = m_session->window().findChild<ListenerDialog*>();
    QVERIFY(dialog && QTest::qWaitForWindowExposed(dialog));
    auto* save = dialog->findChild<QPushButton*>(u"saveListener"_s);
    auto* passphrase = dialog->findChild<QLineEdit*>(u"certificatePassphrase"_s);
    QCOMPARE(passphrase->echoMode(), QLineEdit::Password);
    QVERIFY(!passphrase->isVisible());
    dialog->findChild<QCheckBox*>(u"listenerTls"_s)->setChecked(true);
    passphrase->setText(u"open sesame"_s);
    QVERIFY(!save->isEnabled());
    dialog->findChild<QLineEdit*>(u"certificateFile"_s)->setText(file.fileName());
    QVERIFY(save->isEnabled());
    dialog->findChild<QCheckBox*>(u"listenerAsksClients"_s)->setChecked(true);
    auto* authority = dialog->findChild<QLineEdit*>(u"clientAuthorityFile"_s);
    authority->setText(folder.filePath(u"nowhere.pem"_s));
    QVERIFY(!save->isEnabled());
    QTRY_COMPARE(cutLabels(*dialog), QStringList());
    QVERIFY(takePicture(*dialog, u"listener-https-"_s + QLatin1String(QTest::currentDataTag())));
    authority->setText(file.fileName());
    save->click();
    const auto known = [this] {
        return waitFor(workbench().listening().list()).value_or(QList<ListenerView>());
    };
    QTRY_COMPARE(known().size(), 1);
    const ListenerConfig config = known().first().config;
    QCOMPARE(config.passphrase, QByteArray("open sesame"));
    QCOMPARE(config.certificateFile, file.fileName());
    QCOMPARE(config.clientAuthorityFile, file.fileName());
    QVERIFY(config.askClientCertificate);
}

void ForwardingUiTest::howToTrustIsSaidInFull_data()
{
    addThemes();
}

void ForwardingUiTest::howToTrustIsSaidInFull()
{
    QFETCH(bool, dark);
    m_theme.choose(dark ? ThemeChoice::Dark : ThemeChoice::Light);
    auto* trust = part<QAction>(u"trustCertificate"_s);
    QVERIFY(listen({}, true));
    QTRY_VERIFY(part<ListenerBar>()->chosen());
    QVERIFY(takePicture(m_session->window(), u"trust-bar-"_s + QLatin1String(QTest::currentDataTag())));
    trust->trigger();
    auto* dialog = m_session->window().findChild<QDialog*>(u"trustDialog"_s);
    QVERIFY(dialog && QTest::qWaitForWindowExposed(dialog));
    const AuthorityView authority = waitFor(workbench().listening().authority()).value();
    QStringList wanted{authority.fingerprint, authority.file};
    for (const TrustStep& step : authority.howToTrust + authority.howToRemove)
        wanted << (step.command.isEmpty() ? step.words.left(1).toUpper() + step.words.mid(1) + u'.'
                                          : step.command);
    QVERIFY(authority.howToTrust.first().command.endsWith(u" …"_s));
    const auto missing = [&] {
        QStringList left = wanted;
        for (const QLabel* label : dialog->findChildren<QLabel*>())
            left.removeAll(label->text().remove(QChar(0x200b)));
        return left;
    };
    QTRY_COMPARE(missing(), QStringList());
    QTRY_COMPARE(cutLabels(*dialog), QStringList());
    QVERIFY(takePicture(*dialog, u"trust-"_s + QLatin1String(QTest::currentDataTag())));
}

QTEST_MAIN(ForwardingUiTest)
#include "forwarding_test.moc"
