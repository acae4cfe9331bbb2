// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <functional>

class QObject;

namespace hookworks {

class Workbench;

/// Puts deliveries and captures (`d3`, `c5`) on the clipboard as cURL commands, then tells in one sentence
/// what was copied: whether secrets were masked, and how to get them. Nothing once `context` is gone.
void copyCurlOf(Workbench& workbench, const QStringList& ids, bool withSecrets, QObject* context,
                const std::function<void(const QString& words)>& tell);

} // namespace hookworks
