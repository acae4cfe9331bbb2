// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/request_import.h"

#include "ui/inspect/secrets_dialog.h"
#include "ui/shell/file_menu.h"
#include "ui/shell/main_window.h"
#include "ui/shell/status_line.h"
#include "ui/shell/window_menus.h"
#include "ui/widgets/file_dialog.h"
#include "workbench/inspect/importer.h"
#include "workbench/session/workbench.h"

#include <QDropEvent>
#include <QMimeData>
#include <QUrl>

namespace hookworks {

namespace {

QStringList filesIn(const QMimeData& data)
{
    QStringList files;
    for (const QUrl& url : data.urls()) {
        if (url.isLocalFile())
            files << url.toLocalFile();
    }
    return files;
}

} // namespace

RequestImport::RequestImport(MainWindow& window, Workbench& workbench, QObject* parent)
    : QObject(parent)
    , m_window(window)
    , m_workbench(workbench)
{
    window.setAcceptDrops(true);
    window.installEventFilter(this);
    connect(&window.menus().file(), &FileMenu::requestImportWanted, this, &RequestImport::ask);
    connect(&window.menus().file(), &FileMenu::secretsWanted, this, [this] { openSecrets(); });
}

void RequestImport::ask()
{
    FileQuestion question;
    question.title = tr("Import requests or a case");
    question.filters = tr("Cases and requests (*.hookworks-case *.har *.http *.rest *.json *.sh *.txt "
                          "*.bin *.raw);;All files (*)");
    askForFile(m_window, question, [this](const QString& file) { take({file}); });
}

void RequestImport::take(const QStringList& files)
{
    for (const QString& file : files) {
        m_workbench.importer().takeFile(file).then(this, [this, file](const Result<ImportDone>& done) {
            if (done)
                return showTaken(*done);
            m_window.notice().tell(tr("%1 was not imported: %2").arg(file, done.error().message),
                                   Severity::Error);
        });
    }
}

void RequestImport::showTaken(const ImportDone& done)
{
    const QString id = done.firstId();
    if (!done.deliveries.isEmpty())
        m_window.go(QStringLiteral("deliveries"), {id});
    else if (!id.isEmpty())
        m_window.go(QStringLiteral("captures"), {id});
    m_window.statusLine().say(done.deliveries.isEmpty()
                                  ? tr("Imported captures: %1").arg(done.captures.size())
                                  : tr("Imported deliveries: %1, captures: %2")
                                        .arg(done.deliveries.size())
                                        .arg(done.captures.size()));
    if (!done.notes.isEmpty())
        m_window.notice().tell(done.notes.join(u' '), Severity::Note,
                               done.listeners.isEmpty() ? InlineMessage::Remedy() : starting(done.listeners));
    if (!done.unfilled.isEmpty())
        openSecrets(id);
}

/// A replay of a case wants its reply rules back.
InlineMessage::Remedy RequestImport::starting(const QList<ListenerId>& listeners)
{
    return {tr("Start listening"), [this, listeners] {
                for (const ListenerId id : listeners)
                    emit listenerWanted(id);
            }};
}

void RequestImport::openSecrets(const QString& source)
{
    auto* dialog = new SecretsDialog(m_workbench, source, &m_window);
    connect(dialog, &SecretsDialog::said, &m_window.statusLine(), &StatusLine::say);
    dialog->open();
}

bool RequestImport::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::DragEnter && event->type() != QEvent::Drop)
        return QObject::eventFilter(watched, event);
    auto* drop = static_cast<QDropEvent*>(event); // an entering drag is one
    const QStringList files = filesIn(*drop->mimeData());
    if (files.isEmpty())
        return false;
    drop->acceptProposedAction();
    if (event->type() == QEvent::Drop)
        take(files);
    return true;
}

} // namespace hookworks
