// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/path.h"
#include "json/value.h"
#include "support/gui_hand.h"
#include "support/gui_session.h"
#include "support/gui_window.h"
#include "support/recording_receiver.h"
#include "ui/lists/live_table.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/paged_text.h"
#include "workbench/deliver/deliveries.h"
#include "workbench/design/designer.h"
#include "workbench/simulate/simulator.h"

#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTableView>

using namespace hookworks;
using namespace Qt::StringLiterals;

namespace {

const QByteArray secret = "k3y-of-the-receiver";

/// Whatever lies in the workspace happened so much earlier.
void setBack(const QString& file, std::chrono::hours by)
{
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"past"_s);
        database.setDatabaseName(file);
        QVERIFY(database.open());
        const QString micros = QString::number(Micros(by).count());
        for (const QString& change :
             {u"UPDATE deliveries SET created_at = created_at - %1"_s,
              u"UPDATE attempts SET due_at = due_at - %1, started_clock = started_clock - %1, "
              "started_at = started_at - %1, finished_at = finished_at - %1"_s})
            QVERIFY2(QSqlQuery(database).exec(change.arg(micros)), qPrintable(change));
    }
    QSqlDatabase::removeDatabase(u"past"_s);
}

JsonValue bodyOf(const QByteArray& request)
{
    return readJson(request.sliced(request.indexOf("\r\n\r\n") + 4)).value_or(JsonValue());
}

QString frequencyIn(const JsonValue& body)
{
    const JsonValue* const found = valueAt(body, *JsonPath::parse(u"$.reportTask.frequency"_s));
    return found ? found->text : QString();
}

/// One after the other on a connection.
QList<QByteArray> requestsIn(const QByteArray& bytes)
{
    QList<QByteArray> requests;
    const QByteArray begin = "POST /reports HTTP/1.1\r\n";
    for (qsizetype at = bytes.indexOf(begin); at >= 0;) {
        const qsizetype next = bytes.indexOf(begin, at + 1);
        requests << bytes.sliced(at, (next < 0 ? bytes.size() : next) - at);
        at = next;
    }
    return requests;
}

/// An application that knows three frequencies, and whoever has its key.
QByteArray answerOf(const QByteArray& request)
{
    if (!request.contains("X-Api-Key: " + secret + "\r\n"))
        return "HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n";
    if (QStringList{u"Daily"_s, u"Weekly"_s, u"Monthly"_s}.contains(frequencyIn(bodyOf(request))))
        return "HTTP/1.1 204 No Content\r\n\r\n";
    const QByteArray words = R"({"error":"frequency is none of Daily, Weekly, Monthly"})";
    return "HTTP/1.1 400 Bad Request\r\nContent-Type: application/json\r\nContent-Length: " +
           QByteArray::number(words.size()) + "\r\n\r\n" + words;
}

} // namespace

/// Last night's failed delivery, from finding it to a colleague's replay of its case: with clicks and keys
/// alone, in real windows on two workspaces, against an application on a real socket.
class FailedDeliveryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fromLastNightToAColleague();

private:
    Workbench& bench() { return m_session->workbench(); }
    QString verdict() const
    {
        const auto* badge = m_hand.seen<Badge>(u"replayVerdict"_s);
        return badge ? badge->look().words : QString();
    }
    void happened(const QStringList& frequencies, std::chrono::hours before);
    void makeTheWebhook();
    void findIt();
    void compareWithAGoodOne();
    void changeBody(const QString& before, const QString& now);
    void editUntilFixed();
    void exportAs(const QString& form, const QString& file);
    void openThere();
    void replayThere();
    void checkFiles();
    void checkReceived() const;

    Theme m_theme{false};
    RecordingReceiver m_receiver{answerOf};
    GuiHand m_hand{u"failed-delivery"_s};
    std::unique_ptr<GuiSession> m_session, m_other;
    std::optional<Report> m_report;
};

void FailedDeliveryTest::makeTheWebhook()
{
    Report report;
    report.provider = u"connectreport"_s;
    m_report = waitFor(bench().designer().saveReport(report)).value_or(Report());
    Webhook webhook;
    webhook.provider = u"connectreport"_s;
    webhook.name = u"Billing"_s;
    webhook.url = m_receiver.url(u"/reports"_s);
    webhook.headers.append("X-Api-Key", secret);
    webhook.policy = u"none"_s;
    QVERIFY(waitFor(bench().designer().saveWebhook(webhook)));
}

/// One event a frequency, of tasks that ended well, so long before what comes next.
void FailedDeliveryTest::happened(const QStringList& frequencies, std::chrono::hours before)
{
    QVERIFY(m_session->works() && m_session->start());
    for (const QString& frequency : frequencies) {
        EventChoice choice;
        choice.report = m_report->id;
        choice.event = u"postReportTask"_s;
        QByteArray document = m_report->document;
        choice.document = document.replace("\"Monthly\"", '"' + frequency.toUtf8() + '"');
        const auto sent = waitFor(bench().simulator().send(choice));
        QVERIFY2(sent, sent ? "" : qPrintable(sent.error().message));
        QTRY_VERIFY(isFinal(waitFor(bench().deliveries().get(sent->first().id))->delivery.state));
    }
    m_session->restart([before](const QString& file) { setBack(file, before); });
}

/// By its page, its state and its night.
void FailedDeliveryTest::findIt()
{
    m_hand.key(Qt::Key_4, Qt::AltModifier);
    QTRY_COMPARE(m_session->window().currentKey(), u"deliveries"_s);
    m_hand.chooseFromMenu(m_hand.shown<MoreButton>(), {u"Any time"_s, u"Since yesterday"_s});
    m_hand.clickText(u"Failed"_s);
    auto* list = m_hand.shown<QTableView>(u"deliveriesTable"_s);
    QTRY_COMPARE(list->model()->rowCount(), 1);
    QTRY_VERIFY2(m_hand.words().contains(u"It said: {\"error\":\"frequency is none of"_s),
                 qPrintable(m_hand.words()));
}

void FailedDeliveryTest::compareWithAGoodOne()
{
    m_hand.click(u"compareWithGood"_s);
    const auto* differences = m_hand.shown<QTableView>();
    const auto row = [&](const QString& place) {
        const QAbstractItemModel& model = *differences->model();
        const QModelIndexList found = model.match(model.index(0, 0), Qt::DisplayRole, place, 1);
        QStringList cells;
        for (int column = 1; column < model.columnCount() && !found.isEmpty(); ++column)
            cells << found.first().siblingAtColumn(column).data().toString();
        cells.removeAll(QString());
        return cells;
    };
    QTRY_COMPARE(row(u"$.reportTask.frequency"_s), QStringList({u"Weekly"_s, u"≠"_s, u"Every two weeks"_s}));
    m_hand.key(Qt::Key_Escape);
}

/// Puts `now` in the place of `before`, a part of the body, as with a mouse and the keyboard.
void FailedDeliveryTest::changeBody(const QString& before, const QString& now)
{
    auto* body = m_hand.shown<QPlainTextEdit>(u"replayBody"_s);
    QTextCursor cursor(body->document());
    const qsizetype at = body->toPlainText().indexOf(before);
    QVERIFY2(at >= 0, qPrintable(body->toPlainText()));
    cursor.setPosition(static_cast<int>(at + before.size()));
    body->ensureCursorVisible();
    m_hand.click(body->viewport(), body->cursorRect(cursor).center());
    for (qsizetype i = 0; i < before.size(); ++i)
        QTest::keyClick(body, Qt::Key_Backspace);
    m_hand.type(now);
}

void FailedDeliveryTest::editUntilFixed()
{
    m_hand.clickText(u"Replay…"_s);
    QTRY_VERIFY(m_hand.seen<QWidget>(u"replayWhat"_s));
    m_hand.clickText(u"Edited"_s);
    QTRY_VERIFY(m_hand.seen<QPlainTextEdit>(u"replayBody"_s));
    changeBody(u"Every two weeks"_s, u"Fortnightly"_s);
    m_hand.key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(m_hand.seen<QAbstractButton>({}, u"Send again"_s));
    QTRY_COMPARE(verdict(), u"Still failing"_s);
    QCOMPARE(m_session->window().findChild<LiveTable*>(u"deliveriesTable"_s)->selectedCount(), 1);
    changeBody(u"Fortnightly"_s, u"Weekly"_s);
    m_hand.key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(verdict(), u"Fixed"_s);
    m_hand.clickText(u"Close"_s);
    m_hand.clickItem(m_hand.shown<QTableView>(u"deliveriesTable"_s), u"postReportTask"_s);
    QTRY_VERIFY(m_hand.seen<QAbstractButton>({}, u"Fixed by replay d9"_s));
}

/// As a mouse finds it: by its name in the list of forms.
void FailedDeliveryTest::exportAs(const QString& form, const QString& file)
{
    m_hand.key(Qt::Key_E, Qt::ControlModifier);
    auto* forms = m_hand.shown<QComboBox>(u"handOnFormat"_s);
    m_hand.chooseFromList(*forms, form);
    QTRY_VERIFY(m_hand.shown<QAbstractButton>({}, u"Save…"_s)->isEnabled());
    m_hand.clickText(u"Save…"_s);
    m_hand.key(Qt::Key_A, Qt::ControlModifier);
    m_hand.type(file);
    m_hand.key(Qt::Key_Return);
    QTRY_VERIFY(QFile::exists(file));
}

/// What leaves tells the story, and no secret.
void FailedDeliveryTest::checkFiles()
{
    for (const QString& name : {u"failing.html"_s, u"failing.hookworks-case"_s}) {
        QFile file(m_session->file(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.contains("Every two weeks") && bytes.contains("none of Daily, Weekly, Monthly"));
        QVERIFY(!bytes.contains(secret));
        QCOMPARE(bytes.contains("<svg"), name.endsWith(u"html"));
    }
}

void FailedDeliveryTest::openThere()
{
    m_hand.key(Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
    m_hand.type(m_session->file(u"failing.hookworks-case"_s));
    m_hand.key(Qt::Key_Return);
    QTRY_VERIFY(m_hand.seen<QLineEdit>(u"secret/x-api-key-1"_s));
    QTRY_VERIFY(m_hand.shown<QLineEdit>(u"secret/x-api-key-1"_s)->hasFocus());
    m_hand.type(QString::fromUtf8(secret));
    m_hand.key(Qt::Key_Return);
    QTRY_COMPARE(m_other->window().currentKey(), u"deliveries"_s);
    QTRY_VERIFY(m_hand.words().contains(u"none of Daily, Weekly, Monthly"_s));
}

/// As it was it fails there as well, and mended it is fixed there as well.
void FailedDeliveryTest::replayThere()
{
    m_hand.clickText(u"Replay…"_s);
    m_hand.key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(verdict(), u"Still failing"_s);
    m_hand.clickText(u"Edited"_s);
    changeBody(u"Every two weeks"_s, u"Weekly"_s);
    m_hand.key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(verdict(), u"Fixed"_s);
}

/// Nothing but that field differs from what failed last night.
void FailedDeliveryTest::checkReceived() const
{
    QList<QByteArray> bodies;
    for (const RecordingReceiver::Recorded& connection : m_receiver.connections()) {
        for (const QByteArray& request : requestsIn(connection.bytes))
            bodies << request.sliced(request.indexOf("\r\n\r\n") + 4);
    }
    QCOMPARE(bodies.size(), 11);
    const QByteArray failed = bodies[4];
    const auto with = [&failed](const QByteArray& frequency) {
        QByteArray body = failed;
        return body.replace("Every two weeks", frequency);
    };
    QVERIFY(failed.contains("Every two weeks"));
    QCOMPARE(bodies.sliced(7), QList({with("Fortnightly"), with("Weekly"), failed, with("Weekly")}));
}

void FailedDeliveryTest::fromLastNightToAColleague()
{
    m_theme.choose(ThemeChoice::Light);
    m_session = std::make_unique<GuiSession>(m_theme);
    QVERIFY(m_session->works());
    makeTheWebhook();
    happened({u"Monthly"_s, u"Every third week"_s}, std::chrono::hours(68));
    happened({u"Daily"_s, u"Weekly"_s, u"Every two weeks"_s, u"Monthly"_s}, std::chrono::hours(11));
    happened({u"Daily"_s}, std::chrono::hours(1));
    QVERIFY(m_session->works() && m_session->start());
    m_session->openWindow();
    m_session->window().go(u"reports"_s);
    m_session->window().resize(1280, 800);
    m_hand.sitBefore(*m_session);
    findIt();
    QVERIFY(!QTest::currentTestFailed());
    compareWithAGoodOne();
    QVERIFY(!QTest::currentTestFailed());
    editUntilFixed();
    QVERIFY(!QTest::currentTestFailed());
    exportAs(u"HTML report"_s, m_session->file(u"failing.html"_s));
    exportAs(u"Case for another Hookworks"_s, m_session->file(u"failing.hookworks-case"_s));
    checkFiles();
    QVERIFY(!QTest::currentTestFailed());
    m_other = std::make_unique<GuiSession>(m_theme);
    QVERIFY(m_other->start());
    m_other->openWindow();
    m_other->window().go(u"reports"_s);
    m_other->window().resize(1280, 800);
    m_hand.sitBefore(*m_other);
    openThere();
    QVERIFY(!QTest::currentTestFailed());
    replayThere();
    qInfo("%d actions", m_hand.actions());
    QVERIFY(m_hand.actions() <= 42);
    checkReceived();
}

QTEST_MAIN(FailedDeliveryTest)
#include "failed_delivery_test.moc"
