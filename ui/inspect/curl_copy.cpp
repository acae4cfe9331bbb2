// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/curl_copy.h"

#include "workbench/inspect/exporter.h"
#include "workbench/session/workbench.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>

namespace hookworks {

namespace {

QString copiedWords(bool withSecrets, bool anySecret)
{
    if (!anySecret)
        return QCoreApplication::translate("hookworks", "Copied as cURL");
    return withSecrets
               ? QCoreApplication::translate("hookworks", "Copied as cURL, with secrets")
               : QCoreApplication::translate("hookworks",
                                             "Copied with secrets masked: “Copy as cURL with secrets” has "
                                             "the real ones");
}

} // namespace

/// Both forms are made, to tell whether there was anything to mask.
void copyCurlOf(Workbench& workbench, const QStringList& ids, bool withSecrets, QObject* context,
                const std::function<void(const QString& words)>& tell)
{
    if (ids.isEmpty())
        return;
    Exporter& exporter = workbench.exporter();
    exporter.write(ids, ExportFormat::Curl, true)
        .then(context, [&exporter, ids, withSecrets, context, tell](const Result<Exported>& whole) {
            if (!whole)
                return tell(whole.error().message);
            exporter.write(ids, ExportFormat::Curl, false)
                .then(context, [whole = *whole, withSecrets, tell](const Result<Exported>& masked) {
                    if (!masked)
                        return tell(masked.error().message);
                    const QByteArray& text = withSecrets ? whole.bytes : masked->bytes;
                    if (!text.isEmpty())
                        QGuiApplication::clipboard()->setText(QString::fromUtf8(text));
                    tell(masked->refused.isEmpty() ? copiedWords(withSecrets, whole.bytes != masked->bytes)
                                                   : masked->refused.first().message);
                });
        });
}

} // namespace hookworks
