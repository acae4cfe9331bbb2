// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/inspect/exporter.h"

#include <QStringList>

#include <functional>

class QMenu;

namespace hookworks {

class Workbench;

/// `cURL`, `raw bytes`: as a sentence names it.
QString formWords(ExportFormat format);
/// The same as an entry of a menu or list: `Raw bytes`.
QString formTitle(ExportFormat format);

/// Puts deliveries and captures (`d3`, `c5`) on the clipboard in that form, then tells in one sentence what
/// was copied: whether secrets were masked, or what the form cannot carry. Nothing once `context` is gone.
void copyAs(Workbench& workbench, const QStringList& ids, ExportFormat format, bool withSecrets,
            QObject* context, const std::function<void(const QString& words)>& tell);

/// The forms that one pastes, masked, and below them the same with secrets.
void fillCopyMenu(QMenu& menu, const std::function<void(ExportFormat format, bool withSecrets)>& copy);

} // namespace hookworks
