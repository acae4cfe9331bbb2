// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/report_files.h"

#include "ui/widgets/file_dialog.h"
#include "ui/widgets/literal_dialog.h"
#include "workbench/design/designer.h"
#include "workbench/design/published.h"
#include "workbench/session/saved_file.h"
#include "workbench/session/workbench.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>

namespace hookworks {

ReportFiles::ReportFiles(Workbench& workbench, QWidget& window)
    : QObject(&window)
    , m_workbench(workbench)
    , m_window(window)
{
}

void ReportFiles::import()
{
    auto* dialog = new QFileDialog(&m_window, tr("Import a report"), documentsFolder(),
                                   tr("JSON (*.json);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &ReportFiles::read);
    dialog->open();
}

void ReportFiles::read(const QString& name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return emit failed(tr("%1 cannot be read: %2").arg(name, file.errorString()));
    const QByteArray text = file.readAll();
    const auto published = readPublished(m_workbench.providers(), text, {}, LiteralChoice::First);
    if (readJson(text) || !published || published->changes.isEmpty())
        return take(name, text);
    const auto reading = [providers = m_workbench.providers(), text](LiteralChoice choice) {
        const auto read = readPublished(providers, text, {}, choice);
        return read ? std::optional(OfferedJson{read->document, read->changes, read->hasChoices})
                    : std::nullopt;
    };
    auto* dialog = new LiteralDialog(reading, tr("Import as JSON"), {}, &m_window);
    connect(dialog, &LiteralDialog::taken, this, [this, name](const QByteArray& json) { take(name, json); });
    dialog->open();
}

void ReportFiles::take(const QString& name, const QByteArray& document)
{
    m_workbench.designer()
        .importReport(document, {}, QFileInfo(name).completeBaseName())
        .then(this, [this](const Result<Report>& report) {
            if (!report)
                return emit failed(report.error().message);
            emit this->imported(report->id);
        });
}

void ReportFiles::exportReport(const Report& report)
{
    auto* dialog = new QFileDialog(&m_window, tr("Export the report"),
                                   documentsFolder() + u'/' + QString(report.name).replace(u'/', u'-') +
                                       QStringLiteral(".json"),
                                   tr("JSON (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("json"));
    connect(dialog, &QFileDialog::fileSelected, this, [this, id = report.id](const QString& name) {
        m_workbench.designer().exportReport(id).then(this, [this, name](const Result<QByteArray>& document) {
            const Result<void> saved =
                document.and_then([&name](const QByteArray& bytes) { return saveFile(name, bytes); });
            if (!saved)
                emit failed(saved.error().message + QLatin1Char(' ') + saved.error().detail);
            else
                emit exported(name);
        });
    });
    dialog->open();
}

} // namespace hookworks
