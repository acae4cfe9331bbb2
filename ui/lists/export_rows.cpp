// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/export_rows.h"

#include "ui/widgets/file_dialog.h"
#include "workbench/inspect/exporter.h"
#include "workbench/session/saved_file.h"
#include "workbench/session/workbench.h"

#include <QCoreApplication>
#include <QFileDialog>

namespace hookworks {

namespace {

QString exportText(const char* text)
{
    return QCoreApplication::translate("hookworks", text);
}

QString toldOf(const Exported& exported, const QString& file)
{
    const Result<void> saved = saveFile(file, exported.bytes);
    if (!saved)
        return QString(saved.error().message + QLatin1Char(' ') + saved.error().detail).trimmed();
    return exported.refused.isEmpty()
               ? exportText(QT_TRANSLATE_NOOP("hookworks", "Written to %1, with secrets masked.")).arg(file)
               : exported.refused.first().message;
}

} // namespace

void exportRows(Workbench& workbench, const QStringList& ids, const QString& title, QWidget& parent,
                const std::function<void(const QString& words)>& tell)
{
    if (ids.isEmpty())
        return;
    auto* dialog = new QFileDialog(&parent, title, documentsFolder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({exportText(QT_TRANSLATE_NOOP("hookworks", "HTTP archive (*.har)")),
                            exportText(QT_TRANSLATE_NOOP("hookworks", "JSON lines (*.ndjson)")),
                            exportText(QT_TRANSLATE_NOOP("hookworks", "Table (*.csv)")),
                            exportText(QT_TRANSLATE_NOOP("hookworks", "cURL (*.curl)")),
                            exportText(QT_TRANSLATE_NOOP("hookworks", "Bytes as they were (*.raw)"))});
    dialog->setDefaultSuffix(QStringLiteral("har"));
    QObject::connect(
        dialog, &QFileDialog::fileSelected, &parent, [&workbench, &parent, ids, tell](const QString& file) {
            const auto format = exportFormatFromString(file.section(u'.', -1).toLower());
            if (!format)
                return tell(exportText(
                    QT_TRANSLATE_NOOP("hookworks", "The name ends in .har, .ndjson, .csv, .curl or .raw.")));
            workbench.exporter()
                .write(ids, *format)
                .then(&parent, [file, tell](const Result<Exported>& exported) {
                    tell(exported ? toldOf(*exported, file) : exported.error().message);
                });
        });
    dialog->open();
}

} // namespace hookworks
