// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/copy_as.h"

#include "workbench/session/workbench.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QMenu>

namespace hookworks {

namespace {

struct CopyText
{
    Q_DECLARE_TR_FUNCTIONS(CopyAs)
};

QString copiedWords(ExportFormat format, bool withSecrets, bool anySecret)
{
    const QString form = formWords(format);
    if (!anySecret)
        return CopyText::tr("Copied as %1").arg(form);
    return withSecrets
               ? CopyText::tr("Copied as %1, with secrets").arg(form)
               : CopyText::tr("Copied with secrets masked: “Copy as %1 with secrets” has the real ones")
                     .arg(form);
}

} // namespace

QString formWords(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Raw:
        return CopyText::tr("raw bytes");
    case ExportFormat::Curl:
        return CopyText::tr("cURL");
    case ExportFormat::Har:
        return CopyText::tr("HTTP archive (HAR)");
    case ExportFormat::Ndjson:
        return CopyText::tr("JSON lines (NDJSON)");
    case ExportFormat::Csv:
        return CopyText::tr("table (CSV)");
    case ExportFormat::Postman:
        return CopyText::tr("Postman collection");
    case ExportFormat::Bruno:
        return CopyText::tr("Bruno file");
    case ExportFormat::Http:
        return CopyText::tr(".http file");
    case ExportFormat::Httpie:
        return CopyText::tr("HTTPie");
    case ExportFormat::Python:
        return CopyText::tr("Python requests");
    case ExportFormat::Node:
        return CopyText::tr("Node fetch");
    case ExportFormat::Csharp:
        return CopyText::tr("C# HttpClient");
    case ExportFormat::Powershell:
        return CopyText::tr("cURL for PowerShell");
    case ExportFormat::Case:
        return CopyText::tr("case for another Hookworks");
    case ExportFormat::Html:
        break;
    }
    return CopyText::tr("HTML report");
}

/// Names as cURL stay as they are written.
QString formTitle(ExportFormat format)
{
    const QString words = formWords(format);
    return words.at(1).isLower() ? words.first(1).toUpper() + words.sliced(1) : words;
}

/// Both forms are made, to tell whether there was anything to mask.
void copyAs(Workbench& workbench, const QStringList& ids, ExportFormat format, bool withSecrets,
            QObject* context, const std::function<void(const QString& words)>& tell)
{
    if (ids.isEmpty())
        return;
    Exporter& exporter = workbench.exporter();
    exporter.write(ids, format, true)
        .then(context, [&exporter, ids, format, withSecrets, context, tell](const Result<Exported>& whole) {
            if (!whole)
                return tell(whole.error().message);
            exporter.write(ids, format, false)
                .then(context, [whole = *whole, format, withSecrets, tell](const Result<Exported>& masked) {
                    if (!masked)
                        return tell(masked.error().message);
                    const QByteArray& text = withSecrets ? whole.bytes : masked->bytes;
                    if (!text.isEmpty())
                        QGuiApplication::clipboard()->setText(QString::fromUtf8(text));
                    tell(masked->refused.isEmpty()
                             ? copiedWords(format, withSecrets, whole.bytes != masked->bytes)
                             : masked->refused.first().message);
                });
        });
}

void fillCopyMenu(QMenu& menu, const std::function<void(ExportFormat format, bool withSecrets)>& copy)
{
    static const QList<ExportFormat> forms{
        ExportFormat::Curl, ExportFormat::Powershell, ExportFormat::Httpie, ExportFormat::Python,
        ExportFormat::Node, ExportFormat::Csharp,     ExportFormat::Http,   ExportFormat::Raw};
    const auto fill = [&copy](QMenu& into, bool withSecrets) {
        for (const ExportFormat format : forms)
            into.addAction(formTitle(format), &into,
                           [copy, format, withSecrets] { copy(format, withSecrets); });
    };
    fill(menu, false);
    menu.addSeparator();
    fill(*menu.addMenu(CopyText::tr("With secrets")), true);
}

} // namespace hookworks
