// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/curl_copy.h"

#include "ui/inspect/copy_as.h"

namespace hookworks {

void copyCurlOf(Workbench& workbench, const QStringList& ids, bool withSecrets, QObject* context,
                const std::function<void(const QString& words)>& tell)
{
    copyAs(workbench, ids, ExportFormat::Curl, withSecrets, context, tell);
}

} // namespace hookworks
