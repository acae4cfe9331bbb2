// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/policy_names.h"
#include "pictures.h"
#include "query/parser.h"
#include "support/built_in_providers.h"
#include "support/gui_session.h"
#include "support/gui_window.h"
#include "ui/inspect/shown_request.h"
#include "ui/simulate/coverage_model.h"
#include "ui/simulate/forecast_view.h"
#include "ui/simulate/request_view.h"
#include "ui/simulate/simulate_texts.h"
#include "ui/widgets/segmented_control.h"
#include "workbench/design/designer.h"
#include "workbench/listen/captures.h"
#include "workbench/session/clock_control.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QComboBox>
#include <QDateEdit>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>

using namespace hookworks;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The Simulate page as a person uses it, over real sockets.
class SimulatePageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_session.reset(); }
    void secretsAreMaskedInAHead();
    void everyFormMasksUntilAsked();
    void eventsAndRequestsAreCounted();
    void aDowntimeIsForetold();
    void theMatrixSaysWhatCameOfEachPair();
    void whatIsMissingIsSent();
    void whatIsShownIsWhatArrives();
    void aTickDecidesWhoGetsIt();
    void theReceiverBehavesForTheRunAndNotOutside();
    void aWholeTaskIsForetoldAndRun();
    void aScheduleIsListedAndRun();
    void whatHasNoScheduleSaysSo();

private:
    template <class T>
    T* part(const QString& name)
    {
        return m_session->window().findChild<T*>(name);
    }
    Workbench& bench() { return m_session->workbench(); }
    void open();
    void chooseReport(const QString& provider);
    void choose(const QString& list, int index);
    void press(const QString& words);
    CoverageModel& matrix() { return *static_cast<CoverageModel*>(part<QTableView>(u"coverage"_s)->model()); }
    QStringList foretold() { return m_session->window().findChild<ForecastView*>()->lines(); }
    QString cell(int row, int column) { return matrix().index(row, column).data().toString(); }
    qint64 captures() { return waitFor(bench().captures().count()).value_or(-1); }

    Theme m_theme{false};
    std::unique_ptr<GuiSession> m_session;
};

/// The sample's task runs monthly: three runs within 80 days, of which the second fails.
void SimulatePageTest::aScheduleIsListedAndRun()
{
    chooseReport(u"connectreport"_s);
    press(u"Schedule"_s);
    auto* to = part<QDateEdit>(u"scheduleTo"_s);
    to->setDate(part<QDateEdit>(u"scheduleFrom"_s)->date().addDays(80));
    QTRY_COMPARE(foretold().size(), 3);
    QVERIFY(!foretold().at(1).endsWith(u"fails"_s));
    part<QComboBox>(u"scheduleFailing"_s)->setCurrentIndex(2);
    part<QLineEdit>(u"scheduleRuns"_s)->setText(u"2"_s);
    QTRY_VERIFY(foretold().value(1).endsWith(u"fails"_s));
    QCOMPARE(part<QAction>(u"simulateSend"_s)->text(), u"Run the schedule"_s);
    bench().clock().setSpeed(10'000'000);
    QTest::keyClick(&m_session->window(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(captures(), 6, 20'000);
    CaptureFilter failed;
    failed.where = *parseQuery(u"\"Report task failed\""_s);
    QCOMPARE(waitFor(bench().captures().count(failed)).value_or(-1), 1);
    QVERIFY(takePicture(m_session->window(), u"simulate-schedule"_s));
}

void SimulatePageTest::whatHasNoScheduleSaysSo()
{
    press(u"Schedule"_s);
    QTRY_VERIFY(!part<QAction>(u"simulateSend"_s)->isEnabled());
    QTRY_COMPARE(m_session->window().findChild<ForecastView*>()->note(), u"This report has no schedule."_s);
}

/// Both providers' samples, a running listener without rules of its own, and a window.
void SimulatePageTest::init()
{
    m_theme.choose(ThemeChoice::Light);
    m_session = std::make_unique<GuiSession>(m_theme);
    QVERIFY(m_session->makeSample());
    ListenerConfig listener = waitFor(bench().listening().list())->first().config;
    listener.rules.clear();
    QVERIFY(waitFor(bench().listening().update(listener)));
    QVERIFY(m_session->start());
    QTRY_VERIFY(bench().listening().url());
    m_session->openWindow();
    m_session->window().resize(1280, 800);
    open();
}

void SimulatePageTest::open()
{
    m_session->window().go(u"simulate"_s);
    QVERIFY(showActive(m_session->window()));
    chooseReport(builtInProviders().all().last().key);
}

void SimulatePageTest::chooseReport(const QString& provider)
{
    auto* reports = part<QComboBox>(u"simulateReport"_s);
    QTRY_VERIFY(reports->count() > 1);
    const QList<Report> all = waitFor(bench().designer().reports()).value_or(QList<Report>());
    for (const Report& report : all) {
        if (report.provider == provider)
            reports->setCurrentIndex(reports->findData(report.id.number));
    }
    QTRY_COMPARE(matrix().eventAt(0), builtInProviders().find(provider)->events.first().name);
    QTRY_VERIFY(part<QAction>(u"simulateSend"_s)->isEnabled());
}

void SimulatePageTest::choose(const QString& list, int index)
{
    auto* box = part<QComboBox>(list);
    box->setCurrentIndex(index);
    emit box->activated(index);
}

void SimulatePageTest::press(const QString& words)
{
    for (auto* button : m_session->window().findChildren<QAbstractButton*>()) {
        if (button->text().remove(u'&') == words && button->isVisible())
            return button->click();
    }
    QFAIL(qPrintable(words));
}

void SimulatePageTest::secretsAreMaskedInAHead()
{
    const QByteArray dots = "••••••••";
    const QByteArray head =
        "POST /h?key=abcdef HTTP/1.1\r\nAuthorization: Bearer s3cret\r\nX-Api-Key: zzz\r\n"
        "X-Plain: s3cret, too\r\n\r\n";
    QCOMPARE(maskedHead(head, {"s3cret", "abcdef"}),
             "POST /h?key=" + dots + " HTTP/1.1\r\nAuthorization: Bearer " + dots + "\r\nX-Api-Key: " + dots +
                 "\r\nX-Plain: " + dots + ", too\r\n\r\n");
    QCOMPARE(maskedHead("GET / HTTP/1.1\nAuthorization:Bearer s3cret\r\nProxy-Authorization :\t x", {}),
             "GET / HTTP/1.1\nAuthorization:Bearer " + dots + "\r\nProxy-Authorization :\t " + dots);
    Request request;
    request.url = u"http://u:p@h/?token=x"_s;
    request.headers.append("Authorization", "Own");
    QCOMPARE(maskedRequest(request, {}).headers.value("Authorization"), dots);
    QCOMPARE(maskedRequest(request, {}).url, u"http://***:***@h/?token=***"_s);
}

/// In the line, in a field and in the body; until one asks.
void SimulatePageTest::everyFormMasksUntilAsked()
{
    RequestPreview preview;
    preview.webhook.name = u"Hook"_s;
    preview.webhook.token = "s3cret-token";
    preview.request.url = u"http://h/?api_key=s3cret-token"_s;
    preview.request.headers.append("Authorization", "Bearer s3cret-token");
    preview.request.body = R"({"told":"s3cret-token"})";
    preview.head = "POST /?api_key=s3cret-token HTTP/1.1\r\nAuthorization: Bearer s3cret-token\r\n\r\n";
    RequestView view;
    view.show(preview, std::nullopt);
    view.QWidget::show();
    auto* secrets = view.findChild<QPushButton*>(u"showSecrets"_s);
    for (QAbstractButton* form :
         view.findChild<SegmentedControl*>(u"requestForm"_s)->findChildren<QAbstractButton*>()) {
        QTest::mouseClick(form, Qt::LeftButton);
        QVERIFY2(!view.shownText().contains(u"s3cret"_s), qPrintable(form->text() + view.shownText()));
        QTest::mouseClick(secrets, Qt::LeftButton);
        QCOMPARE(view.shownText().count(u"s3cret"_s), 3);
        QTest::mouseClick(secrets, Qt::LeftButton);
    }
    QVERIFY(view.payloadToEdit().contains("s3cret")); // what one edits is what leaves
}

void SimulatePageTest::eventsAndRequestsAreCounted()
{
    QCOMPARE(countWords({2}, 1), u"1 event → 2 requests"_s);
    QCOMPARE(countWords({1, 0, 2}, 10), u"20 events → 30 requests"_s);
    QCOMPARE(countWords({0}, 5), u"0 events → 0 requests"_s);
}

void SimulatePageTest::aDowntimeIsForetold()
{
    RequestPreview request;
    request.webhook.id = WebhookId{1};
    request.webhook.name = u"Hook"_s;
    request.retries = *policyFromName(u"fixed:240x5"_s);
    request.plan = Policies::preview(request.retries).plan;
    ForecastFacts facts{{request}, {WebhookId{1}}, ReceiverBehaviour::Down, WorkTime(1h)};
    const Forecast down = forecastOfEvent(facts, 1);
    QCOMPARE(down.lines.size(), 3);
    QCOMPARE(down.lines[1].words, u"Hook: 3 attempts fail"_s);
    QCOMPARE(down.lines[2].words, u"Hook: the receiver is back for attempt 4"_s);
    QVERIFY(down.lines[2].at == WorkTime(1h + 12min));
    facts.requests[0].retries = *policyFromName(u"none"_s);
    QCOMPARE(forecastOfEvent(facts, 1).lines.last().words, u"Hook: given up"_s);
    facts.behaving.clear();
    QCOMPARE(forecastOfEvent(facts, 1).lines.size(), 1);
}

void SimulatePageTest::theMatrixSaysWhatCameOfEachPair()
{
    QAbstractItemModelTester tester(&matrix());
    QTRY_COMPARE(matrix().columnCount(), 2);
    QCOMPARE(cell(0, 1), u"not sent yet"_s);
    QTest::keyClick(&m_session->window(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY2(cell(0, 1).startsWith(u"200 in "_s), qPrintable(cell(0, 1)));
    QCOMPARE(cell(1, 1), u"not sent yet"_s);
    Webhook hook = waitFor(bench().designer().webhook(matrix().webhookAt(1)->id)).value();
    hook.events = {matrix().eventAt(0)};
    QVERIFY(waitFor(bench().designer().saveWebhook(hook)));
    QTRY_COMPARE(cell(1, 1), u"not subscribed"_s);
    QVERIFY(!matrix().index(1, 1).data(Qt::CheckStateRole).isValid());
    QVERIFY(waitFor(bench().designer().setWebhookEnabled(hook.id, false)));
    QTRY_COMPARE(cell(0, 1), u"off"_s);
}

void SimulatePageTest::whatIsMissingIsSent()
{
    auto* missing = part<QPushButton>(u"sendMissing"_s);
    QTRY_COMPARE(matrix().coverage().missing.size(), 2);
    QTRY_VERIFY(missing->isVisible());
    QTest::mouseClick(missing, Qt::LeftButton);
    QTRY_COMPARE(captures(), 2);
    QTRY_VERIFY(matrix().coverage().missing.isEmpty());
    QTRY_VERIFY(!missing->isVisible());
}

/// The raw bytes on the screen, secrets shown, against those that the listener got.
void SimulatePageTest::whatIsShownIsWhatArrives()
{
    auto* request = m_session->window().findChild<RequestView*>();
    press(u"Raw"_s);
    QTRY_VERIFY(request->shownText().contains(u"Bearer ••"_s));
    press(u"Show secrets"_s);
    QTRY_VERIFY(request->shownText().contains(u"Bearer sample-token"_s));
    const QString task = part<QLineEdit>(u"simulateTaskId"_s)->text();
    QTRY_VERIFY(request->shownText().contains(task));
    const QString shown = request->shownText();
    QTest::keyClick(&m_session->window(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(captures(), 1);
    const Capture capture = *waitFor(bench().captures().get(CaptureId{1}));
    const QString arrived = QString::fromUtf8(capture.head + capture.body).remove(u'\r');
    QCOMPARE(QString(shown).remove(u'\r'), arrived);
    QTRY_VERIFY(part<QLineEdit>(u"simulateTaskId"_s)->text() != task);
}

void SimulatePageTest::aTickDecidesWhoGetsIt()
{
    Webhook other = waitFor(bench().designer().webhook(matrix().webhookAt(1)->id)).value();
    other.id = {};
    other.name = u"Zweiter"_s;
    other.report.reset();
    QVERIFY(waitFor(bench().designer().saveWebhook(other)));
    QTRY_COMPARE(matrix().columnCount(), 3);
    auto* table = part<QTableView>(u"coverage"_s);
    table->setFocus();
    table->setCurrentIndex(matrix().index(0, 2));
    QTest::keyClick(table, Qt::Key_Space);
    QCOMPARE(matrix().index(0, 2).data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
    part<QSpinBox>(u"simulateCount"_s)->setValue(3);
    QTest::keyClick(&m_session->window(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(captures(), 3);
    QTRY_VERIFY(cell(0, 1).startsWith(u"200 in "_s));
    QCOMPARE(cell(0, 2), u"not sent yet"_s);
}

void SimulatePageTest::theReceiverBehavesForTheRunAndNotOutside()
{
    auto* receiver = part<QComboBox>(u"simulateReceiver"_s);
    QTRY_VERIFY(receiver->isEnabled());
    choose(u"simulateReceiver"_s, receiver->findData(int(ReceiverBehaviour::Resets)));
    QTRY_VERIFY(foretold().join(u'|').contains(u"attempts fail"_s));
    QTest::keyClick(&m_session->window(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY2(cell(0, 1).startsWith(u"reset, retrying 1/"_s), qPrintable(cell(0, 1)));
    const auto rules = [this] { return waitFor(bench().listening().list())->first().config.rules; };
    QCOMPARE(rules().size(), 1);
    bench().clock().runUntilFinal(true);
    QTRY_VERIFY_WITH_TIMEOUT(cell(0, 1).startsWith(u"200 in "_s), 20'000);
    QTRY_VERIFY(rules().isEmpty());
    Webhook hook = waitFor(bench().designer().webhook(matrix().webhookAt(1)->id)).value();
    hook.url = u"http://127.0.0.1:1/outside"_s;
    QVERIFY(waitFor(bench().designer().saveWebhook(hook)));
    QTRY_VERIFY(!receiver->isEnabled());
}

void SimulatePageTest::aWholeTaskIsForetoldAndRun()
{
    press(u"Whole task"_s);
    QTRY_COMPARE(foretold(), QStringList({u"queued"_s, u"running"_s, u"completed: report.completed"_s}));
    choose(u"simulateOutcome"_s, 1);
    QTRY_COMPARE(foretold().last(), u"failed: report.failed"_s);
    part<QDoubleSpinBox>(u"simulateDuration"_s)->setValue(0.2);
    QTRY_COMPARE(part<QAction>(u"simulateSend"_s)->text(), u"Run the task"_s);
    QTest::keyClick(&m_session->window(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(captures(), 1);
    QTRY_VERIFY(cell(1, 1).startsWith(u"200 in "_s));
    QCOMPARE(cell(0, 1), u"not sent yet"_s);
}

QTEST_MAIN(SimulatePageTest)
#include "simulate_page_test.moc"
