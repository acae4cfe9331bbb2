// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures.h"
#include "support/built_in_providers.h"
#include "support/gui_session.h"
#include "support/gui_window.h"
#include "support/recording_receiver.h"
#include "ui/inspect/hand_on_dialog.h"
#include "ui/inspect/secrets_dialog.h"
#include "ui/lists/live_table.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/paged_text.h"
#include "workbench/deliver/deliveries.h"
#include "workbench/deliver/replayer.h"
#include "workbench/design/designer.h"
#include "workbench/listen/captures.h"
#include "workbench/listen/listening.h"
#include "workbench/simulate/simulator.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDropEvent>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QUrl>

using namespace hookworks;
using namespace Qt::StringLiterals;

/// A case as a person hands it on and opens it: shown before it leaves, dropped on another's window, its
/// secrets asked for.
class CaseWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_session.reset(); }
    void placeholdersAreShownBeforeACaseLeaves();
    void whatWasChosenBeforeDoesNotLeave();
    void aDroppedCaseAsksForItsSecrets();
    void aCaseSavedHereReplaysThere();
    void itsListenerIsOneClickAway();
    void whatIsNoCaseIsRefusedInWords();

private:
    void drop(const QString& file)
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(file)});
        QDragEnterEvent enter({20, 20}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&m_session->window(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent event({20, 20}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&m_session->window(), &event);
    }
    QString written(const QByteArray& bytes)
    {
        QFile file(m_folder.filePath(u"a.hookworks-case"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("the folder of the test cannot be written");
        return file.fileName();
    }
    Workbench& bench() { return m_session->workbench(); }
    template <class Part>
    Part* part()
    {
        return m_session->window().findChild<Part*>();
    }

    QTemporaryDir m_folder;
    Theme m_theme{false};
    std::unique_ptr<GuiSession> m_session;
    QString m_capture;
};

void CaseWindowTest::init()
{
    m_theme.choose(ThemeChoice::Light);
    m_session = std::make_unique<GuiSession>(m_theme);
    QVERIFY(m_session->start());
    m_session->openWindow();
    m_session->window().resize(1280, 800);
    m_session->window().show();
    QVERIFY(QTest::qWaitForWindowActive(&m_session->window()));
    const auto added = waitFor(bench().importer().take(
        ImportFormat::Raw, "POST /hook HTTP/1.1\r\nHost: a.example\r\nX-Tenant: acme-corp\r\nAuthorization: "
                           "Bearer HEADSECRET\r\n"
                           "Content-Length: 25\r\n\r\n{\"password\":\"BODYSECRET\"}"));
    QVERIFY(added);
    m_capture = added->firstId();
}

void CaseWindowTest::placeholdersAreShownBeforeACaseLeaves()
{
    m_session->window().go(u"captures"_s, {m_capture});
    auto* dialog = new HandOnDialog(bench(), {m_capture}, &m_session->window());
    dialog->open();
    auto* form = dialog->findChild<QComboBox*>(u"handOnFormat"_s);
    form->setCurrentIndex(form->findText(u"Case for another Hookworks"_s));
    const auto* preview = dialog->findChild<PagedText*>();
    QTRY_VERIFY(preview->shownText().contains(u"hookworks-case"));
    QVERIFY(preview->shownText().contains(u"{{secret:authorization-1}}"));
    QVERIFY(!preview->shownText().contains(u"SECRET\""));
    QVERIFY(takePicture(*dialog, u"case_export"_s));
    QVERIFY(preview->shownText().contains(u"acme-corp"));
    auto* name = dialog->findChild<QLineEdit*>();
    QTest::keyClicks(name, u"X-Tenant"_s);
    QPushButton* mask = nullptr;
    for (auto* button : dialog->findChildren<QPushButton*>()) {
        if (button->text() == u"Mask")
            mask = button;
    }
    QVERIFY(mask);
    QTest::mouseClick(mask, Qt::LeftButton);
    QTRY_VERIFY(preview->shownText().contains(u"{{secret:x-tenant-1}}"));
    form->setCurrentIndex(form->findText(u"HTML report"_s));
    QTRY_VERIFY(preview->shownText().contains(u"X-Tenant: ***"));
    QVERIFY(!preview->shownText().contains(u"acme-corp"));
    dialog->reject();
}

void CaseWindowTest::whatWasChosenBeforeDoesNotLeave()
{
    auto* dialog = new HandOnDialog(bench(), {m_capture}, &m_session->window());
    dialog->open();
    auto* secrets = dialog->findChild<QCheckBox*>();
    const auto* preview = dialog->findChild<PagedText*>();
    QPushButton* copy = nullptr;
    QPushButton* save = nullptr;
    for (auto* button : dialog->findChildren<QPushButton*>()) {
        if (button->text() == u"Copy")
            copy = button;
        if (button->text() == u"Save…")
            save = button;
    }
    QVERIFY(copy && save && !copy->isEnabled() && !save->isEnabled());
    secrets->setChecked(true);
    QTRY_VERIFY(preview->shownText().contains(u"HEADSECRET") && save->isEnabled());
    secrets->setChecked(false);
    QVERIFY(!copy->isEnabled() && !save->isEnabled());
    QTRY_VERIFY(copy->isEnabled() && save->isEnabled());
    QVERIFY(!preview->shownText().contains(u"HEADSECRET"));
    dialog->reject();
}

void CaseWindowTest::aDroppedCaseAsksForItsSecrets()
{
    const auto exported = waitFor(bench().exporter().write({m_capture}, ExportFormat::Case));
    QVERIFY(exported);
    drop(written(exported->bytes));
    QTRY_VERIFY(part<SecretsDialog>() && part<SecretsDialog>()->isVisible());
    auto* dialog = part<SecretsDialog>();
    QCOMPARE(m_session->window().currentKey(), u"captures"_s);
    QTRY_COMPARE(dialog->findChildren<QLineEdit*>().size(), 2);
    auto* field = dialog->findChild<QLineEdit*>(u"secret/authorization-1"_s);
    QCOMPARE(field->echoMode(), QLineEdit::Password);
    QTRY_VERIFY(field->isVisible());
    field->setFocus();
    QTest::keyClicks(field, u"Bearer mine"_s);
    QVERIFY(takePicture(*dialog, u"case_secrets"_s));
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY(!part<SecretsDialog>());
    const auto secrets = waitFor(bench().importer().secrets());
    QCOMPARE(secrets->size(), 2);
    for (const CaseSecret& each : *secrets)
        QCOMPARE(each.isFilled, each.placeholder.name == u"authorization-1");
    ReplayChoice choice;
    choice.source = secrets->first().source;
    choice.url = u"http://127.0.0.1:1/"_s;
    const auto refused = waitFor(bench().replayer().replay(choice));
    QVERIFY(!refused && refused.error().message.contains(u"password-1"));
    QVERIFY(!refused.error().message.contains(u"authorization-1"));
}

/// With secrets, so that the same bytes leave there.
void CaseWindowTest::aCaseSavedHereReplaysThere()
{
    const QByteArray bytes = waitFor(bench().exporter().write({m_capture}, ExportFormat::Raw, true))->bytes;
    m_session->window().go(u"captures"_s, {m_capture});
    auto* table = m_session->window().currentPage()->findChild<LiveTable*>();
    QTRY_COMPARE(table->selectionModel()->selectedRows().size(), 1);
    table->setFocus();
    QTest::keyClick(table, Qt::Key_E, Qt::ControlModifier);
    QTRY_VERIFY(part<HandOnDialog>() && part<HandOnDialog>()->isVisible());
    auto* dialog = part<HandOnDialog>();
    auto* form = dialog->findChild<QComboBox*>(u"handOnFormat"_s);
    form->setCurrentIndex(form->findText(u"Case for another Hookworks"_s));
    auto* secrets = dialog->findChild<QCheckBox*>();
    QTest::mouseClick(secrets, Qt::LeftButton, {}, {5, secrets->height() / 2});
    QTRY_VERIFY(dialog->findChild<PagedText*>()->shownText().contains(u"\"withSecrets\": true"));
    const QString file = m_folder.filePath(u"saved.hookworks-case"_s);
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_VERIFY(part<QFileDialog>());
    part<QFileDialog>()->selectFile(file);
    QMetaObject::invokeMethod(part<QFileDialog>(), "accept");
    QTRY_VERIFY(QFile::exists(file));
    constexpr auto others = QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther;
    QCOMPARE(QFileInfo(file).permissions() & others, QFile::Permissions());
    QTRY_VERIFY(!part<HandOnDialog>());

    m_session = std::make_unique<GuiSession>(m_theme);
    QVERIFY(m_session->start());
    m_session->openWindow();
    m_session->window().show();
    drop(file);
    QTRY_COMPARE(m_session->window().currentKey(), u"captures"_s);
    const RecordingReceiver receiver(Misbehaviour::Answer, "HTTP/1.1 204 No Content\r\n\r\n");
    ReplayChoice choice;
    choice.source = u"c1"_s;
    choice.url = receiver.url();
    choice.exact = true;
    QVERIFY(waitFor(bench().replayer().replay(choice)));
    QTRY_COMPARE(receiver.requests(), 1);
    QCOMPARE(receiver.connections().first().bytes, bytes);
}

/// Its reply rules came with it, and answer once it listens.
void CaseWindowTest::itsListenerIsOneClickAway()
{
    ListenerConfig config;
    config.name = u"Down"_s;
    config.port = waitFor(bench().listening().nextFreePort(u"127.0.0.1"_s, 20'000)).value_or(0);
    config.rules = {ReplyRule()};
    config.rules.first().name = u"down"_s;
    config.rules.first().replies = {Reply()};
    config.rules.first().replies.first().status = 503;
    const auto id = waitFor(bench().listening().add(config));
    QVERIFY(id && waitFor(bench().listening().start(*id)));
    Webhook webhook;
    webhook.provider = builtInProviders().all().first().key;
    webhook.url = u"http://127.0.0.1:%1/hook"_s.arg(config.port);
    const auto kept = waitFor(bench().designer().saveWebhook(webhook));
    QVERIFY(kept);
    const auto sent = waitFor(bench().simulator().sendTest(*kept));
    QVERIFY(sent);
    QTRY_VERIFY(waitFor(bench().deliveries().get(sent->id))->attempts.value(0).capture);
    const auto exported = waitFor(bench().exporter().write({sent->id.toString()}, ExportFormat::Case));
    QVERIFY(exported);

    m_session = std::make_unique<GuiSession>(m_theme);
    QVERIFY(m_session->start());
    m_session->openWindow();
    QVERIFY(showActive(m_session->window()));
    drop(written(exported->bytes));
    QTRY_VERIFY(!m_session->window().notice().text().isEmpty());
    auto* start = m_session->window().notice().findChild<QPushButton*>();
    QCOMPARE(start->text(), u"Start listening"_s);
    QTest::mouseClick(start, Qt::LeftButton);
    QTRY_VERIFY(bench().listening().url());
    QCOMPARE(*bench().listening().url(), u"http://127.0.0.1:%1"_s.arg(config.port));
    QCOMPARE(bench().listening().known().first().config.rules, config.rules);
}

void CaseWindowTest::whatIsNoCaseIsRefusedInWords()
{
    drop(written(R"({"format":"hookworks-case","version":7})"));
    QTRY_VERIFY2(m_session->window().notice().text().contains(u"newer Hookworks"),
                 qPrintable(m_session->window().notice().text()));
    QVERIFY(!part<SecretsDialog>());
    QCOMPARE(waitFor(bench().captures().list())->size(), 1);
}

QTEST_MAIN(CaseWindowTest)
#include "case_test.moc"
