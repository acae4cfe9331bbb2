// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures.h"
#include "support/cut_text.h"
#include "support/gui_session.h"
#include "support/gui_window.h"
#include "support/scaled_font.h"
#include "ui/captures/column_dialog.h"
#include "ui/captures/listener_dialog.h"
#include "ui/captures/quota_dialog.h"
#include "ui/captures/trust_dialog.h"
#include "ui/inspect/sample_name_dialog.h"
#include "ui/lists/filter_name_dialog.h"
#include "ui/lists/note_dialog.h"
#include "ui/lists/time_span_dialog.h"
#include "ui/webhooks/policies_dialog.h"
#include "ui/widgets/fold_section.h"
#include "ui/widgets/inline_message.h"
#include "workbench/listen/retention.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>

using namespace hookworks;
using namespace Qt::StringLiterals;

/// Dialogs with a form: what they say before one presses their button, and that all of it can be read and
/// reached in every size and theme.
class DialogsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_session.reset(); }
    void allOfItCanBeRead_data();
    void allOfItCanBeRead();
    void aListenerSaysWhatSavingDoes();
    void anOpenAddressNeedsATick();
    void whatCannotBeStoredStaysInTheDialog();
    void returnAndEscapeWork();
    void tabGoesFromTheFieldsToTheButtons();

private:
    MainWindow& window() { return m_session->window(); }
    static ListenerConfig stored();
    /// Shows it, takes its picture and reads it; it is closed then.
    void look(QDialog* dialog, const QString& name);

    Theme m_theme{false};
    std::unique_ptr<GuiSession> m_session;
};

void DialogsTest::initTestCase()
{
    m_session = std::make_unique<GuiSession>(m_theme);
    QVERIFY(m_session->works());
    QVERIFY(m_session->startListening());
    m_session->openWindow();
    window().resize(1280, 800);
    QVERIFY(showActive(window()));
}

ListenerConfig DialogsTest::stored()
{
    ListenerConfig config;
    config.id = ListenerId{7};
    config.name = u"Staging"_s;
    return config;
}

void DialogsTest::look(QDialog* dialog, const QString& name)
{
    dialog->open();
    QVERIFY(QTest::qWaitForWindowExposed(dialog));
    m_session->settle();
    QVERIFY(takePicture(*dialog, u"dialog-%1-%2"_s.arg(name, QString::fromLatin1(QTest::currentDataTag()))));
    const bool scrolls = dialog->findChild<QScrollArea*>()->verticalScrollBar()->maximum() > 0;
    const bool couldGrow = dialog->height() < window().height() * 0.9;
    QVERIFY2(!qobject_cast<FormDialog*>(dialog) || !scrolls || !couldGrow, qPrintable(name));
    QVERIFY2(dialog->width() <= window().width() && dialog->height() <= window().height(), qPrintable(name));
    const QStringList cut = cutTexts(*dialog);
    QVERIFY2(cut.isEmpty(), qPrintable(name + u": "_s + cut.join(u'\n')));
    dialog->reject();
}

void DialogsTest::allOfItCanBeRead_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<int>("percent");
    for (const int percent : {100, 150, 200})
        QTest::addRow("light-%d", percent) << false << percent;
    QTest::addRow("dark-100") << true << 100;
}

void DialogsTest::allOfItCanBeRead()
{
    QFETCH(bool, dark);
    QFETCH(int, percent);
    const ScaledFont font(percent);
    m_theme.choose(dark ? ThemeChoice::Dark : ThemeChoice::Light);
    look(new ListenerDialog({}, &window()), u"new-listener"_s);
    ListenerConfig config = stored();
    config.address = u"0.0.0.0"_s;
    config.tls = config.askClientCertificate = true;
    config.enabled = true;
    config.certificateFile = u"/nowhere/"_s + u"long"_s.repeated(60) + u".pem"_s;
    auto* listener = new ListenerDialog(config, &window());
    listener->findChild<QCheckBox*>(u"listenerExposed"_s)->setChecked(false);
    look(listener, u"listener-https"_s);
    auto* limits = new ListenerDialog(stored(), &window());
    limits->findChild<FoldSection*>(u"listenerLimits"_s)->setOpen(true);
    look(limits, u"listener-limits"_s);
    RetentionView view;
    view.captures = 1128;
    view.bytes = 3'400'000'000;
    auto* quota = new QuotaDialog(m_session->workbench(), view, &window());
    quota->findChild<QSpinBox*>(u"quotaCount"_s)->setValue(1000);
    look(quota, u"quota"_s);
    look(new TrustDialog(m_session->workbench(), &window()), u"trust"_s);
    look(new PoliciesDialog(m_session->workbench(), &window()), u"policies"_s);
    look(new FilterNameDialog(u"status=503"_s, {u"status=503"_s}, &window()), u"filter-name"_s);
    look(new TimeSpanDialog(&window()), u"time-span"_s);
    look(new NoteDialog(u"c5"_s, u"looked at with Ann"_s, &window()), u"note"_s);
    look(new ColumnDialog(&window()), u"column"_s);
    look(new SampleNameDialog(m_session->workbench(), CaptureId{1}, u"report.failed"_s, &window()),
         u"sample"_s);
}

void DialogsTest::aListenerSaysWhatSavingDoes()
{
    ListenerConfig config = stored();
    config.enabled = true;
    ListenerDialog dialog(config, &window());
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    const auto* will = dialog.findChild<QLabel*>(u"whatWillHappen"_s);
    auto* port = dialog.findChild<QSpinBox*>();
    QCOMPARE(will->text(), u"Nothing is changed yet."_s);
    port->setValue(9000);
    QCOMPARE(will->text(),
             u"It starts again at http://127.0.0.1:9000, and the connections that are open end."_s);
    port->setValue(8717);
    dialog.findChild<QLineEdit*>()->setText(u"Other"_s);
    QCOMPARE(will->text(), u"It goes on listening; the change applies at once."_s);
    ListenerDialog fresh({}, &window());
    fresh.setAttribute(Qt::WA_DeleteOnClose, false);
    QCOMPARE(fresh.findChild<QLabel*>(u"whatWillHappen"_s)->text(),
             u"It takes requests at http://127.0.0.1:8717 once you start it."_s);
}

void DialogsTest::anOpenAddressNeedsATick()
{
    ListenerDialog dialog(stored(), &window());
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    auto* tick = dialog.findChild<QCheckBox*>(u"listenerExposed"_s);
    auto* save = dialog.findChild<QPushButton*>(u"saveListener"_s);
    QVERIFY(!tick->isVisible() && save->isEnabled());
    dialog.findChild<QComboBox*>()->setCurrentText(u"0.0.0.0"_s);
    QVERIFY(tick->isVisible() && !save->isEnabled());
    tick->click();
    QVERIFY(save->isEnabled());
}

void DialogsTest::whatCannotBeStoredStaysInTheDialog()
{
    auto* dialog = new ListenerDialog(stored(), &window());
    const QSignalSpy gone(dialog, &QObject::destroyed);
    dialog->open();
    dialog->findChild<QLineEdit*>()->setText(u"Other"_s);
    auto* save = dialog->findChild<QPushButton*>(u"saveListener"_s);
    save->click();
    QVERIFY(!save->isEnabled());
    dialog->end(fail(ErrorCode::Conflict, u"Another listener has this name."_s));
    QCOMPARE(dialog->findChild<InlineMessage*>()->text(), u"Another listener has this name."_s);
    QVERIFY(save->isEnabled() && dialog->isVisible());
    dialog->end({});
    QTRY_COMPARE(gone.size(), 1);
}

void DialogsTest::returnAndEscapeWork()
{
    auto* dialog = new ListenerDialog(stored(), &window());
    const QSignalSpy chosen(dialog, &ListenerDialog::chosen);
    QVERIFY(showActive(*dialog));
    dialog->findChild<QLineEdit*>()->setText(u"Other"_s);
    QTest::keyClick(dialog->findChild<QLineEdit*>(), Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QPointer<ListenerDialog> there(dialog);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!there);
}

void DialogsTest::tabGoesFromTheFieldsToTheButtons()
{
    auto* dialog = new ListenerDialog(stored(), &window());
    QVERIFY(showActive(*dialog));
    QStringList names;
    for (int i = 0; i < 8; ++i) {
        const QWidget* focused = dialog->focusWidget();
        const auto* button = qobject_cast<const QAbstractButton*>(focused);
        names << (button ? button->text() : focused->accessibleName()).remove(u'&');
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Tab);
    }
    QCOMPARE(names, (QStringList{u"Name"_s, u"Address"_s, u"Port"_s, u"Receive over HTTPS"_s, u"Limits"_s,
                                 u"Save"_s, u"Cancel"_s, u"Name"_s}));
    dialog->reject();
}

QTEST_MAIN(DialogsTest)
#include "dialogs_test.moc"
