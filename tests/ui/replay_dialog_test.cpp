// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures.h"
#include "support/cut_text.h"
#include "support/gui_session.h"
#include "support/gui_window.h"
#include "support/scaled_font.h"
#include "ui/inspect/replay_dialog.h"
#include "ui/inspect/request_steps.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/segmented_control.h"
#include "workbench/deliver/deliveries.h"
#include "workbench/deliver/replayer.h"
#include "workbench/inspect/importer.h"
#include "workbench/listen/captures.h"
#include "workbench/session/workbench.h"

#include <QAbstractItemView>
#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>

using namespace hookworks;
using namespace Qt::StringLiterals;

/// The replay dialog as one uses it: what, where, how; what it says beforehand, and what came of it.
class ReplayDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void itSaysWhatWillHappenAndThenTheVerdict();
    void untilItSucceedsItIsFixed();
    void eachEditIsAStep();
    void jsonIsLaidOutToBeEdited();
    void aSignatureIsMadeAnewOrSaidToBeOld();
    void secretsAreNotShownAndStay();
    void whatDoesNotGoTogetherCannotBeChosen();
    void returnSends();
    void aRunIsStopped();
    void listsOpenItByTheirKeys();
    void stepsAreAValue();
    void nothingIsCutInASmallWindow_data();
    void nothingIsCutInASmallWindow();

private:
    ReplayDialog& open(const QStringList& sources, ReplayDialog::What what = ReplayDialog::What::AsItWas);
    template <class Part>
    Part& part(const QString& name)
    {
        auto* found = m_dialog->findChild<Part*>(name);
        if (!found)
            qFatal("no %s", qPrintable(name));
        return *found;
    }
    void choose(const QString& control, int segment);
    void sendTo(const QString& address);
    QString words(const QString& name) { return part<QLabel>(name).text(); }
    QStringList verdicts();
    bool ended();
    QByteArray lastBody();

    Theme m_theme{false};
    std::unique_ptr<GuiSession> m_session;
    ReplayDialog* m_dialog = nullptr;
    QString m_url;
};

void ReplayDialogTest::initTestCase()
{
    m_theme.choose(ThemeChoice::Light);
}

/// Two captures, and a listener that fails twice.
void ReplayDialogTest::init()
{
    m_session = std::make_unique<GuiSession>(m_theme);
    QVERIFY(m_session->works() && m_session->start());
    ListenerConfig listener;
    listener.port = 0;
    ReplyRule rule;
    rule.times = 2;
    Reply reply;
    reply.status = 503;
    reply.body = "{\"ok\": false}";
    rule.replies = {reply};
    listener.rules = {rule};
    const auto started = waitFor(m_session->workbench().listening().startAdHoc(listener));
    QVERIFY(started);
    m_url = started->url + u"/hook"_s;
    const QByteArray one =
        "curl -X POST http://127.0.0.1:1/hook -H 'Authorization: Bearer s3cret' -H 'X-Own: a' "
        "-d '{\"event\":\"report.failed\",\"task_id\":\"t\",\"url\":\"u\"}'\n";
    QVERIFY(waitFor(m_session->workbench().importer().take(ImportFormat::Curl, one + one)));
    m_session->openWindow();
    QVERIFY(showActive(m_session->window()));
}

void ReplayDialogTest::cleanup()
{
    m_session.reset();
}

ReplayDialog& ReplayDialogTest::open(const QStringList& sources, ReplayDialog::What what)
{
    m_dialog = new ReplayDialog(m_session->workbench(), sources, &m_session->window(), what);
    m_dialog->open();
    if (!showActive(*m_dialog))
        qFatal("the dialog does not come up");
    return *m_dialog;
}

void ReplayDialogTest::choose(const QString& control, int segment)
{
    auto& segments = part<SegmentedControl>(control);
    QTest::mouseClick(segments.findChildren<QAbstractButton*>()[segment], Qt::LeftButton);
    QCOMPARE(segments.current(), segment);
}

void ReplayDialogTest::sendTo(const QString& address)
{
    choose(u"replayWhere"_s, 1);
    part<QLineEdit>(u"replayAddress"_s).setText(address);
    auto& send = part<QPushButton>(u"replaySend"_s);
    QTRY_VERIFY(send.isEnabled());
    QTest::mouseClick(&send, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(ended(), 30'000);
}

bool ReplayDialogTest::ended()
{
    return part<QPushButton>(u"replaySend"_s).text() == u"Send again"_s;
}

QStringList ReplayDialogTest::verdicts()
{
    QStringList all;
    for (const auto* badge : m_dialog->findChildren<Badge*>(u"replayVerdict"_s)) {
        if (badge->isVisible())
            all << badge->look().words;
    }
    return all;
}

QByteArray ReplayDialogTest::lastBody()
{
    const auto page = waitFor(m_session->workbench().captures().find({.limit = 1, .bodies = true}));
    return page->rows.first().body;
}

void ReplayDialogTest::itSaysWhatWillHappenAndThenTheVerdict()
{
    open({u"c1"_s});
    QTRY_COMPARE(words(u"whatWillHappen"_s), u"1 request to http://127.0.0.1:1/hook."_s);
    choose(u"replayOften"_s, 1);
    choose(u"replayPace"_s, 3);
    part<QSpinBox>(u"replayTimes"_s).setValue(4);
    QCOMPARE(words(u"whatWillHappen"_s), u"4 requests to http://127.0.0.1:1/hook, released together."_s);
    sendTo(m_url);
    QCOMPARE(words(u"whatWillHappen"_s), u"4 requests to %1, released together."_s.arg(m_url));
    QCOMPARE(words(u"replayCounts"_s), u"4 of 4 sent, 2 delivered, 2 failed"_s);
    QTRY_COMPARE(verdicts(), QStringList{u"4 first time"_s});
    choose(u"replayOften"_s, 0);
    sendTo(m_url);
    QTRY_COMPARE(verdicts().size(), 1); // what it is compared with is read then
    QVERIFY(!part<QPushButton>(u"replayCompare"_s).text().isEmpty());
    QTRY_VERIFY(part<QPushButton>(u"replayCompare"_s).isVisible());
    QVERIFY(words(u"replayChange"_s).contains(u"answer"_s));
    QTest::mouseClick(&part<QPushButton>(u"replayCompare"_s), Qt::LeftButton);
    QTRY_VERIFY(m_dialog->findChild<QDialog*>(u"compareDialog"_s));
}

void ReplayDialogTest::untilItSucceedsItIsFixed()
{
    open({u"c1"_s});
    sendTo(m_url);
    QTRY_COMPARE(verdicts(), QStringList{u"First time"_s});
    choose(u"replayOften"_s, 2);
    choose(u"replayPace"_s, 1);
    part<QDoubleSpinBox>(u"replayPaceValue"_s).setValue(50);
    QVERIFY(words(u"whatWillHappen"_s).contains(u"until it succeeds, at most 100 times, 50 a second"_s));
    sendTo(m_url);
    QTRY_COMPARE(verdicts(), QStringList({u"1 fixed"_s, u"1 still failing"_s}));
    QTRY_VERIFY(words(u"replayChange"_s).contains(u"200 now, 503 before (d"_s));
}

void ReplayDialogTest::eachEditIsAStep()
{
    open({u"c1"_s}, ReplayDialog::What::Edited);
    auto& body = part<QPlainTextEdit>(u"replayBody"_s);
    QTRY_VERIFY(body.toPlainText().contains(u"report.failed"_s));
    const QString original = body.toPlainText();
    body.setFocus();
    body.setPlainText(u"first"_s);
    part<QLineEdit>(u"replayMethod"_s).setFocus();
    QTRY_COMPARE(words(u"replayStep"_s), u"Step 1 of 1"_s);
    body.setFocus();
    body.setPlainText(u"second"_s);
    QTest::keyClick(&body, Qt::Key_Left, Qt::AltModifier);
    QTRY_COMPARE(body.toPlainText(), u"first"_s);
    QTest::keyClick(&body, Qt::Key_Left, Qt::AltModifier);
    QTRY_COMPARE(body.toPlainText(), original);
    QTest::keyClick(&body, Qt::Key_Right, Qt::AltModifier);
    QTRY_COMPARE(body.toPlainText(), u"first"_s);
    sendTo(m_url);
    QCOMPARE(lastBody(), QByteArray("first"));
    body.setFocus();
    QTest::keyClick(&body, Qt::Key_Right, Qt::AltModifier);
    QTRY_COMPARE(body.toPlainText(), u"second"_s);
}

/// JSON in one line is read in many, and leaves in one; Ctrl+Enter sends as often as one likes.
void ReplayDialogTest::jsonIsLaidOutToBeEdited()
{
    open({u"c1"_s}, ReplayDialog::What::Edited);
    auto& body = part<QPlainTextEdit>(u"replayBody"_s);
    QTRY_VERIFY(body.toPlainText().contains(u"\n  \"task_id\": \"t\","_s));
    choose(u"replayWhere"_s, 1);
    part<QLineEdit>(u"replayAddress"_s).setText(m_url);
    for (const auto& [before, now, sent] :
         {std::tuple(u"\"t\""_s, u"\"changed\""_s,
                     QByteArray(R"({"event":"report.failed","task_id":"changed","url":"u"})")),
          {u"\"changed\""_s, u"2"_s, QByteArray(R"({"event":"report.failed","task_id":2,"url":"u"})")},
          {u"2,"_s, u"{"_s,
           QByteArray("{\n  \"event\": \"report.failed\",\n  \"task_id\": {\n  \"url\": \"u\"\n}")}}) {
        QTRY_VERIFY(part<QPushButton>(u"replaySend"_s).isEnabled());
        body.setPlainText(body.toPlainText().replace(before, now));
        body.setFocus();
        const qsizetype captures = waitFor(m_session->workbench().captures().list())->size();
        QTest::keyClick(&body, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(waitFor(m_session->workbench().captures().list())->size(), captures + 1);
        QCOMPARE(lastBody().trimmed(), sent);
        QTRY_VERIFY(ended());
    }
}

/// It says what becomes of the signature before it is sent, and so does the attempt afterwards.
void ReplayDialogTest::aSignatureIsMadeAnewOrSaidToBeOld()
{
    const auto added = waitFor(m_session->workbench().importer().take(
        ImportFormat::Raw,
        "POST /hook HTTP/1.1\r\nHost: a.example\r\nwebhook-id: m\r\nwebhook-timestamp: 1\r\n"
        "webhook-signature: v1,old\r\nContent-Length: 2\r\n\r\n{}"));
    QVERIFY(added);
    auto& dialog = open({added->firstId()});
    auto& secret = part<QLineEdit>(u"replaySecret"_s);
    QVERIFY(!secret.isVisible());
    choose(u"replayWhat"_s, 1);
    QTRY_VERIFY(secret.isVisible());
    const auto about = [&dialog](const QString& words) {
        return std::ranges::any_of(dialog.findChildren<QLabel*>(), [&words](const QLabel* label) {
            return label->isVisible() && label->text().contains(words);
        });
    };
    QVERIFY(about(
        u"Made anew: webhook-id, webhook-timestamp. All else stays. Its signature is that of the old"_s));
    m_session->settle();
    QVERIFY(takePicture(dialog, u"replay-old-signature"_s));
    sendTo(m_url);
    const auto related = [this] {
        const DeliveryId newest = waitFor(m_session->workbench().deliveries().list())->first().id;
        return *waitFor(m_session->workbench().replayer().related(newest));
    };
    QVERIFY(related().hasOldSignature);
    QTest::keyClicks(&secret, u"whsec_c2VjcmV0"_s);
    QCOMPARE(secret.echoMode(), QLineEdit::Password);
    QVERIFY(about(u"Made anew: webhook-id, webhook-timestamp, webhook-signature."_s));
    QTest::keyClick(&secret, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(waitFor(m_session->workbench().deliveries().list())->size(), 2);
    QTRY_VERIFY(ended());
    QVERIFY(!related().hasOldSignature);
    dialog.close();
    m_session->window().resize(1280, 800);
    m_session->window().go(u"deliveries"_s, {u"d1"_s});
    QTRY_VERIFY(m_session->window().findChild<QLabel*>(u"oldSignature"_s));
    QTRY_VERIFY(m_session->window().findChild<QLabel*>(u"oldSignature"_s)->isVisible());
    QVERIFY(takePicture(m_session->window(), u"attempt-old-signature"_s));
}

void ReplayDialogTest::secretsAreNotShownAndStay()
{
    open({u"c1"_s}, ReplayDialog::What::Edited);
    auto& headers = part<QPlainTextEdit>(u"replayHeaders"_s);
    QTRY_VERIFY(headers.toPlainText().contains(u"X-Own: a"_s));
    QVERIFY(!headers.toPlainText().contains(u"s3cret"_s));
    QVERIFY(headers.toPlainText().contains(u"Authorization: ***"_s));
    headers.setPlainText(headers.toPlainText().replace(u"X-Own: a"_s, u"X-Own: b"_s));
    sendTo(m_url);
    const auto page = waitFor(m_session->workbench().captures().find({.limit = 1}));
    QCOMPARE(page->rows.first().headers.value("Authorization"), QByteArray("Bearer s3cret"));
    QCOMPARE(page->rows.first().headers.value("X-Own"), QByteArray("b"));
    choose(u"replayWhere"_s, 1);
    part<QLineEdit>(u"replayAddress"_s).setText(u"http://user:pw@127.0.0.1:1/?token=abc"_s);
    QVERIFY2(!words(u"whatWillHappen"_s).contains(u"pw"_s) && !words(u"whatWillHappen"_s).contains(u"abc"_s),
             qPrintable(words(u"whatWillHappen"_s)));
}

void ReplayDialogTest::whatDoesNotGoTogetherCannotBeChosen()
{
    open({u"c1"_s, u"c2"_s});
    const auto buttonsOf = [this](const QString& name) {
        return part<SegmentedControl>(name).findChildren<QAbstractButton*>();
    };
    QVERIFY(!buttonsOf(u"replayWhat"_s)[2]->isEnabled()); // one at a time is edited
    QVERIFY(buttonsOf(u"replayPace"_s)[2]->isEnabled());
    choose(u"replayPace"_s, 3);
    choose(u"replayOften"_s, 2);
    QCOMPARE(part<SegmentedControl>(u"replayPace"_s).current(), 0);
    QVERIFY(!buttonsOf(u"replayPace"_s)[3]->isEnabled());
    choose(u"replayOften"_s, 1);
    choose(u"replayPace"_s, 3);
    part<QSpinBox>(u"replayTimes"_s).setValue(200);
    QVERIFY(!part<QPushButton>(u"replaySend"_s).isEnabled());
    QVERIFY(words(u"whatWillHappen"_s).contains(u"at most 256"_s));
    part<QSpinBox>(u"replayTimes"_s).setValue(2);
    QCOMPARE(words(u"whatWillHappen"_s), u"4 requests to their own addresses, released together."_s);
    choose(u"replayWhere"_s, 1);
    part<QLineEdit>(u"replayAddress"_s).setText(u"ftp://a"_s);
    QVERIFY(!part<QPushButton>(u"replaySend"_s).isEnabled());
}

/// Wherever the focus is, but in a text of several lines.
void ReplayDialogTest::returnSends()
{
    open({u"c1"_s});
    choose(u"replayWhere"_s, 1);
    part<QLineEdit>(u"replayAddress"_s).setText(m_url);
    qsizetype sent = 0;
    for (const QString& name : {u"replayWhat"_s, u"replayWhere"_s}) {
        QTRY_VERIFY(part<QPushButton>(u"replaySend"_s).isEnabled());
        auto& segments = part<SegmentedControl>(name);
        auto* focused = segments.findChildren<QAbstractButton*>().at(segments.current());
        focused->setFocus();
        QTest::keyClick(focused, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), 30'000);
        QCOMPARE(waitFor(m_session->workbench().deliveries().list())->size(), ++sent);
        QTRY_COMPARE(words(u"replayCounts"_s),
                     u"1 of 1 sent, 1 failed: The receiver answered 503 Service Unavailable."_s);
    }
}

void ReplayDialogTest::aRunIsStopped()
{
    open({u"c1"_s});
    choose(u"replayOften"_s, 1);
    choose(u"replayPace"_s, 1);
    part<QSpinBox>(u"replayTimes"_s).setValue(10'000);
    part<QDoubleSpinBox>(u"replayPaceValue"_s).setValue(20);
    choose(u"replayWhere"_s, 1);
    part<QLineEdit>(u"replayAddress"_s).setText(m_url);
    QTRY_VERIFY(part<QPushButton>(u"replaySend"_s).isEnabled());
    QTest::keyClick(m_dialog, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(words(u"replayCounts"_s).contains(u"of 10,000 sent"_s), 20'000);
    QTest::mouseClick(&part<QPushButton>(u"replayStop"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(ended(), 20'000);
    QVERIFY(words(u"replayCounts"_s).startsWith(u"Stopped: "_s));
    const auto counts = waitFor(m_session->workbench().deliveries().counts());
    QCOMPARE(counts->value(DeliveryState::Waiting), 0);
    const auto captures = waitFor(m_session->workbench().captures().count());
    QCOMPARE(counts->value(DeliveryState::Delivered) + counts->value(DeliveryState::Exhausted),
             *captures - 2);
}

/// R for what is chosen, E to edit the one that is, and the menu for all that match.
void ReplayDialogTest::listsOpenItByTheirKeys()
{
    m_session->window().go(u"captures"_s);
    QWidget* page = m_session->window().currentPage();
    auto* table = page->findChild<QAbstractItemView*>(u"capturesTable"_s);
    QVERIFY(table);
    QTRY_COMPARE(table->model()->rowCount(), 2);
    const auto opened = [&](const QString& title) {
        ReplayDialog* dialog = nullptr;
        const bool there = QTest::qWaitFor([&] {
            dialog = m_session->window().findChild<ReplayDialog*>();
            return dialog && dialog->isVisible() && dialog->windowTitle() == title;
        });
        if (dialog)
            dialog->close();
        return there && QTest::qWaitFor([&] { return !m_session->window().findChild<ReplayDialog*>(); }) &&
               showActive(m_session->window());
    };
    table->setFocus();
    table->selectAll();
    QTest::keyClick(table, Qt::Key_R);
    QVERIFY(opened(u"Replay 2 requests"_s));
    table->setFocus();
    table->setCurrentIndex(table->model()->index(0, 0));
    QTest::keyClick(table, Qt::Key_E);
    QVERIFY(opened(u"Replay c2"_s));
    QAction* all = nullptr;
    for (QAction* action : m_session->window().findChildren<QAction*>()) {
        if (action->text() == u"Replay all that match…"_s && action->shortcut().isEmpty())
            all = action;
    }
    QVERIFY(all);
    all->trigger();
    QVERIFY(opened(u"Replay 2 requests"_s));
}

void ReplayDialogTest::stepsAreAValue()
{
    Request request;
    RequestSteps steps(request);
    request.body = "1";
    steps.add(request);
    steps.add(request); // nothing new
    QCOMPARE(steps.count(), 2);
    request.body = "2";
    steps.add(request);
    steps.go(-1);
    QCOMPARE(steps.current().body, QByteArray("1"));
    request.body = "3";
    steps.add(request); // from here on another way
    QCOMPARE(steps.count(), 3);
    QVERIFY(!steps.canGo(1));
    steps.go(-2);
    QCOMPARE(steps.current(), steps.original());
}

void ReplayDialogTest::nothingIsCutInASmallWindow_data()
{
    QTest::addColumn<int>("percent");
    QTest::addColumn<bool>("dark");
    QTest::newRow("light, 100 %") << 100 << false;
    QTest::newRow("light, 150 %") << 150 << false;
    QTest::newRow("dark, 100 %") << 100 << true;
    QTest::newRow("dark, 150 %") << 150 << true;
}

void ReplayDialogTest::nothingIsCutInASmallWindow()
{
    QFETCH(int, percent);
    QFETCH(bool, dark);
    m_theme.choose(dark ? ThemeChoice::Dark : ThemeChoice::Light);
    const ScaledFont font(percent);
    m_session->window().resize(1024, 700);
    open({u"c1"_s}, ReplayDialog::What::AsItWas);
    QTRY_VERIFY(part<QPushButton>(u"replaySend"_s).isEnabled());
    const auto* bar = m_dialog->findChild<QScrollArea*>()->verticalScrollBar();
    QTRY_COMPARE(bar->maximum(), 0); // there is room for all of it
    const QString kind = u"-%1-%2"_s.arg(dark ? u"dark"_s : u"light"_s).arg(percent);
    for (const auto& [step, name] : {std::pair(0, u"as-it-was"_s), std::pair(2, u"edited"_s)}) {
        choose(u"replayWhat"_s, step);
        QTRY_COMPARE(cutTexts(*m_dialog), QStringList());
        QVERIFY(takePicture(*m_dialog, u"replay-"_s + name + kind));
    }
    choose(u"replayWhat"_s, 0);
    choose(u"replayOften"_s, 1);
    choose(u"replayPace"_s, 1);
    QTRY_COMPARE(cutTexts(*m_dialog), QStringList());
    QVERIFY(m_dialog->width() <= 1024 && m_dialog->height() <= 700);
    choose(u"replayOften"_s, 0);
    choose(u"replayPace"_s, 0);
    sendTo(m_url);
    QTRY_COMPARE(cutTexts(*m_dialog), QStringList());
    QVERIFY(takePicture(*m_dialog, u"replay-sent"_s + kind));
    m_theme.choose(ThemeChoice::Light);
}

QTEST_MAIN(ReplayDialogTest)
#include "replay_dialog_test.moc"
