// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What one does with captures: replay, forward, copy, export, compare, remove. What stands where is in
// captures_page.cpp.
#include "ui/captures/captures_model.h"
#include "ui/captures/captures_page.h"
#include "ui/captures/forward_bar.h"
#include "ui/captures/rules_pane.h"
#include "ui/inspect/capture_inspector.h"
#include "ui/inspect/compare_dialog.h"
#include "ui/inspect/curl_copy.h"
#include "ui/inspect/replay_dialog.h"
#include "ui/widgets/file_dialog.h"
#include "ui/widgets/undo_bar.h"
#include "workbench/deliver/replayer.h"
#include "workbench/inspect/exporter.h"
#include "workbench/listen/listening.h"
#include "workbench/session/saved_file.h"
#include "workbench/session/workbench.h"

#include <QAction>
#include <QFileDialog>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QTableView>

namespace hookworks {

namespace {

QStringList textsOf(const QList<CaptureId>& ids)
{
    QStringList texts;
    for (const CaptureId id : ids)
        texts << id.toString();
    return texts;
}

} // namespace

QList<CaptureId> CapturesPage::selected() const
{
    QList<CaptureId> ids;
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows())
        ids << m_model->idAt(index.row());
    return ids;
}

void CapturesPage::updateActions()
{
    const qsizetype count = selected().size();
    for (QAction* action : {m_replay, m_exact, m_forward})
        action->setEnabled(count == 1);
    for (QAction* action : {m_curl, m_curlWithSecrets, m_export, m_remove})
        action->setEnabled(count > 0);
    m_compare->setEnabled(count == 1 || count == 2);
}

void CapturesPage::replaySelected()
{
    const QList<CaptureId> ids = selected();
    if (ids.size() != 1)
        return;
    auto* dialog = new ReplayDialog(m_workbench, ids.first().toString(), this);
    connect(dialog, &ReplayDialog::replayed, this, [this](const QList<Delivery>& deliveries) {
        emit wanted(QStringLiteral("deliveries"), PagePlace{deliveries.last().id.toString()});
    });
    dialog->open();
}

void CapturesPage::replayExact()
{
    const QList<CaptureId> ids = selected();
    if (ids.size() != 1)
        return;
    ReplayChoice choice;
    choice.source = ids.first().toString();
    choice.exact = true;
    m_workbench.replayer().replay(choice).then(this, [this](const Result<QList<Delivery>>& deliveries) {
        emit said(deliveries ? tr("Replayed as %1.").arg(deliveries->first().id.toString())
                             : deliveries.error().message);
    });
}

void CapturesPage::forwardSelected()
{
    const QList<CaptureId> ids = selected();
    if (ids.size() == 1)
        m_forwarding->forward(ids.first());
}

void CapturesPage::copyCurl(bool withSecrets)
{
    copyCurlOf(m_workbench, textsOf(selected()), withSecrets, this,
               [this](const QString& words) { emit said(words); });
}

void CapturesPage::exportSelected()
{
    auto* dialog = new QFileDialog(this, tr("Export captures"), documentsFolder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("HTTP archive (*.har)"), tr("JSON lines (*.ndjson)"), tr("Table (*.csv)"),
                            tr("cURL (*.curl)"), tr("Bytes as received (*.raw)")});
    dialog->setDefaultSuffix(QStringLiteral("har"));
    connect(dialog, &QFileDialog::fileSelected, this, [this, ids = textsOf(selected())](const QString& file) {
        const std::optional<ExportFormat> format = exportFormatFromString(file.section(u'.', -1).toLower());
        if (!format) {
            emit said(tr("The name ends in .har, .ndjson, .csv, .curl or .raw."));
            return;
        }
        m_workbench.exporter().write(ids, *format).then(this, [this, file](const Result<Exported>& exported) {
            const Result<void> saved =
                exported.and_then([&file](const Exported& all) { return saveFile(file, all.bytes); });
            emit said(!saved
                          ? QString(saved.error().message + QLatin1Char(' ') + saved.error().detail).trimmed()
                      : exported->refused.isEmpty() ? tr("Written to %1, with secrets masked.").arg(file)
                                                    : exported->refused.first().message);
        });
    });
    dialog->open();
}

void CapturesPage::compareSelected()
{
    const QList<CaptureId> ids = selected();
    if (ids.isEmpty())
        return;
    auto* dialog = new CompareDialog(m_workbench, ids.first().toString(),
                                     ids.size() == 2 ? ids.last().toString() : QString(), this);
    dialog->open();
}

void CapturesPage::removeSelected()
{
    const QList<CaptureId> ids = selected();
    auto* question = new QMessageBox(
        QMessageBox::Question, tr("Remove captures"),
        tr("Captures to remove: %1. They cannot be brought back.").arg(QLocale().toString(ids.size())),
        QMessageBox::Cancel, this);
    question->setObjectName(QStringLiteral("removeCaptures"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    auto* remove = question->addButton(tr("&Remove"), QMessageBox::DestructiveRole);
    connect(remove, &QPushButton::clicked, this, [this, ids] { this->remove(ids); });
    question->setDefaultButton(QMessageBox::Cancel);
    question->open();
}

void CapturesPage::offerListener(const ListenerConfig& listener)
{
    m_rules->forget(listener.id);
    m_undo->offer(tr("%1 removed").arg(listener.name), [this, listener] {
        m_workbench.listening().restore(listener).then(this, [this](const Result<void>& restored) {
            if (!restored)
                emit said(restored.error().message);
        });
    });
}

void CapturesPage::remove(const QList<CaptureId>& ids)
{
    m_workbench.captures().remove(ids).then(this, [this, ids](const Result<void>& removed) {
        emit said(removed ? tr("Captures removed: %1.").arg(ids.size()) : removed.error().message);
    });
}

} // namespace hookworks
