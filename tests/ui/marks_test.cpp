// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/gui_session.h"
#include "support/gui_window.h"
#include "ui/captures/column_dialog.h"
#include "ui/inspect/capture_inspector.h"
#include "ui/inspect/compare_dialog.h"
#include "ui/inspect/overview.h"
#include "ui/inspect/sample_name_dialog.h"
#include "ui/lists/filter_name_dialog.h"
#include "ui/lists/note_dialog.h"
#include "ui/lists/saved_filters.h"
#include "ui/lists/time_span_dialog.h"
#include "ui/shell/side_bar.h"
#include "ui/simulate/payload_choice.h"
#include "ui/widgets/cell_delegate.h"
#include "ui/widgets/filter_field.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/undo_bar.h"
#include "workbench/deliver/deliveries.h"
#include "workbench/design/designer.h"
#include "workbench/inspect/marks.h"
#include "workbench/listen/captures.h"
#include "workbench/listen/listening.h"
#include "workbench/simulate/samples.h"

#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTcpSocket>

using namespace hookworks;
using namespace Qt::StringLiterals;

/// Colours, notes, samples and saved filters, with real keys in the real window.
class MarksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_session.reset(); }
    void colours();
    void notes();
    void aSampleIsSentAsItIsKept();
    void savedFiltersStandAtTheLeft();
    void returnKeepsWhatADialogAskedFor();

private:
    void receive(const QByteArray& body);
    void changeDesignElsewhere(Webhook webhook);
    QWidget& page() { return *m_session->window().currentPage(); }
    QTableView& list(const QString& name) { return *page().findChild<QTableView*>(name); }
    QTableView& captures() { return list(u"capturesTable"_s); }
    Workbench& workbench() { return m_session->workbench(); }
    UndoBar& undo() { return *page().findChild<UndoBar*>(); }
    Mark markOf(CaptureId id)
    {
        const auto capture = waitFor(workbench().captures().get(id));
        return capture ? capture->mark : Mark();
    }

    Theme m_theme{false};
    std::unique_ptr<GuiSession> m_session;
};

void MarksTest::init()
{
    m_theme.choose(ThemeChoice::Light);
    m_session = std::make_unique<GuiSession>(m_theme);
    QVERIFY(m_session->works());
    QVERIFY(m_session->startListening());
    m_session->openWindow();
    m_session->window().go(u"captures"_s);
    QVERIFY(showActive(m_session->window()));
    receive(R"({"event":"report.failed","task_id":"kept","amount":1.0})");
    QTRY_COMPARE(captures().model()->rowCount(), 1);
    captures().selectRow(0);
    captures().setFocus();
}

void MarksTest::receive(const QByteArray& body)
{
    const auto listeners = waitFor(workbench().listening().list());
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, listeners->first().port);
    socket.write(
        "POST /hook HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\nConnection: close\r\n"
        "Content-Length: " +
        QByteArray::number(body.size()) + "\r\n\r\n" + body);
    QTRY_VERIFY(socket.state() == QAbstractSocket::UnconnectedState);
}

void MarksTest::colours()
{
    const QModelIndex first = captures().model()->index(0, 0);
    QTest::keyClick(&captures(), Qt::Key_1);
    QTRY_COMPARE(first.data(CellMarkRole), QVariant(static_cast<int>(MarkColour::Red)));
    QCOMPARE(markOf(CaptureId{1}), (Mark{MarkColour::Red, {}}));
    QVERIFY(first.data(Qt::AccessibleTextRole).toString().contains(u"Marked red"_s));
    QTest::keyClick(&captures(), Qt::Key_5);
    QTRY_COMPARE(first.data(CellMarkRole), QVariant(static_cast<int>(MarkColour::Blue)));
    QTRY_VERIFY(undo().offering());
    QTest::keyClick(&captures(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(first.data(CellMarkRole), QVariant(static_cast<int>(MarkColour::Red)));
    QTest::keyClick(&captures(), Qt::Key_0);
    QTRY_VERIFY(!first.data(CellMarkRole).isValid());
    QTRY_COMPARE(markOf(CaptureId{1}), Mark());
    // In the filter field a figure is a figure.
    auto* field = page().window()->findChild<FilterField*>();
    field->setFocus();
    QTest::keyClicks(QApplication::focusWidget(), u"1"_s);
    QCOMPARE(field->text(), u"1"_s);
    QCOMPARE(markOf(CaptureId{1}), Mark());
}

void MarksTest::notes()
{
    QTest::keyClick(&captures(), Qt::Key_N);
    QPointer<NoteDialog> dialog = page().findChild<NoteDialog*>();
    QTRY_VERIFY(dialog && dialog->isVisible());
    auto* text = dialog->findChild<QPlainTextEdit*>();
    QTest::keyClicks(text, u"ask Ann"_s);
    QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!dialog);
    QTRY_COMPARE(markOf(CaptureId{1}).note, u"ask Ann"_s);
    QTRY_COMPARE(captures().model()->index(0, 0).data(CellNoteRole).toString(), u"ask Ann"_s);
    auto* overview = page().findChild<Overview*>();
    QTRY_VERIFY2(overview->words().contains(u"Note ask Ann"_s), qPrintable(overview->words()));
    // The overview edits it, too.
    overview->findChild<QPushButton*>(u"editNote"_s)->click();
    QTRY_VERIFY(page().findChild<NoteDialog*>());
    dialog = page().findChild<NoteDialog*>();
    dialog->findChild<QPlainTextEdit*>()->setPlainText(QString(5000, u'n'));
    QTest::keyClick(dialog->findChild<QPlainTextEdit*>(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(dialog->isVisible()); // too long
    dialog->findChild<QPlainTextEdit*>()->setPlainText(u"<b>plain</b> text"_s);
    QTest::keyClick(dialog->findChild<QPlainTextEdit*>(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(overview->words().contains(u"Note <b>plain</b> text"_s));
    QTRY_VERIFY(undo().offering());
    undo().undo();
    QTRY_VERIFY(overview->words().contains(u"Note ask Ann"_s));
}

/// As a command in a terminal does while the page is open; the page has read it all again at the end.
void MarksTest::changeDesignElsewhere(Webhook webhook)
{
    webhook.name = u"Another"_s;
    webhook.enabled = false;
    QVERIFY(waitFor(workbench().designer().saveWebhook(webhook)));
    QVERIFY(waitFor(workbench().designer().importReport(
        R"({"report_name":"Another","config":{"webhooks":[]},"components":[]})", u"hybiscus"_s)));
    m_session->settle();
}

void MarksTest::aSampleIsSentAsItIsKept()
{
    const auto kept = waitFor(workbench().rows().samples.add(CaptureId{1}, u"with amount"_s));
    QVERIFY(kept);
    QCOMPARE(kept->event, u"report.failed"_s);
    const auto imported = waitFor(workbench().designer().importReport(
        R"({"report_name":"R","config":{"webhooks":[]},"components":[]})", u"hybiscus"_s));
    QVERIFY(imported);
    Webhook webhook;
    webhook.provider = u"hybiscus"_s;
    webhook.name = u"Hook"_s;
    webhook.url = u"{listener}/in"_s;
    webhook.policy = u"none"_s;
    QVERIFY(waitFor(workbench().designer().saveWebhook(webhook)));
    m_session->window().go(u"simulate"_s);
    auto* payload = page().findChild<PayloadChoice*>();
    QVERIFY(payload);
    auto* event = page().findChild<QComboBox*>(u"simulateEvent"_s);
    QTRY_VERIFY(event->findData(u"report.failed"_s) >= 0);
    event->setCurrentIndex(event->findData(u"report.failed"_s));
    emit event->activated(event->currentIndex());
    payload->setKind(PayloadKind::Sample);
    emit payload->kindChosen(PayloadKind::Sample);
    QTRY_COMPARE(payload->sample(), u"with amount"_s);
    auto* compare = page().findChild<QPushButton*>(u"compareSample"_s);
    QTRY_VERIFY(compare->isVisible());
    changeDesignElsewhere(webhook);
    QCOMPARE(payload->kind(), PayloadKind::Sample);
    QVERIFY(compare->isVisible());
    compare->click();
    QTRY_VERIFY(page().findChild<CompareDialog*>());
    auto* differences = page().findChild<CompareDialog*>()->findChild<QTableView*>();
    QTRY_VERIFY(differences->model()->rowCount() > 0);
    page().findChild<CompareDialog*>()->close();
    auto* send = page().findChild<QAction*>(u"simulateSend"_s);
    QTRY_VERIFY(send->isEnabled());
    send->trigger();
    QTRY_COMPARE(waitFor(workbench().captures().count()).value_or(0), 2);
    const auto received = waitFor(workbench().captures().get(CaptureId{2}));
    QCOMPARE(received->body, kept->body);
    page().findChild<QPushButton*>(u"removeSample"_s)->click();
    QTRY_VERIFY(!waitFor(workbench().rows().samples.get(kept->name)));
    QTRY_VERIFY(payload->sample().isEmpty());
    QTRY_VERIFY(page().findChild<InlineMessage*>()->isVisible());
    for (QPushButton* button : page().findChild<InlineMessage*>()->findChildren<QPushButton*>())
        button->click(); // Undo
    QTRY_COMPARE(payload->sample(), kept->name);
    QCOMPARE(waitFor(workbench().rows().samples.get(kept->name)), kept);
}

void MarksTest::savedFiltersStandAtTheLeft()
{
    auto* saved = page().findChild<SavedFilters*>();
    QVERIFY(saved);
    QSignalSpy changed(saved, &SavedFilters::changed);
    saved->save(u"Failed ones"_s, u"event=report.failed"_s);
    QCOMPARE(changed.size(), 1);
    const auto entry = [this]() -> QAbstractButton* {
        for (QAbstractButton* one :
             m_session->window().findChild<SideBar*>()->findChildren<QAbstractButton*>()) {
            if (one->text() == u"Failed ones")
                return one;
        }
        return nullptr;
    };
    QTRY_VERIFY(entry());
    m_session->window().go(u"reports"_s);
    QTRY_VERIFY(!entry());
    m_session->window().go(u"captures"_s);
    QTRY_VERIFY(entry());
    entry()->click();
    QCOMPARE(page().window()->findChild<FilterField*>()->text(), u"event=report.failed"_s);
    QTRY_COMPARE(captures().model()->rowCount(), 1);
    saved->remove(u"Failed ones"_s);
    QTRY_VERIFY(!entry());
}

/// Not Cancel, which stands first in the box.
void MarksTest::returnKeepsWhatADialogAskedFor()
{
    const auto pressReturnIn = [](QDialog* dialog) {
        QSignalSpy accepted(dialog, &QDialog::accepted);
        const QString name = dialog->objectName();
        dialog->open();
        QTRY_VERIFY(dialog->isVisible());
        QTest::keyClick(dialog, Qt::Key_Return);
        QTRY_VERIFY2(!accepted.isEmpty(), qPrintable(name));
    };
    pressReturnIn(new SampleNameDialog(workbench(), CaptureId{1}, u"report.failed"_s, &page()));
    QTRY_VERIFY(waitFor(workbench().rows().samples.get(u"report.failed of c1"_s)));
    pressReturnIn(new FilterNameDialog(u"status=503"_s, {}, &page()));
    pressReturnIn(new TimeSpanDialog(&page()));
    auto* column = new ColumnDialog(&page());
    column->findChild<QLineEdit*>()->setText(u"$.meta"_s);
    pressReturnIn(column);
}

QTEST_MAIN(MarksTest)
#include "marks_test.moc"
