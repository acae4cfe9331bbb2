// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <functional>

class QWidget;

namespace hookworks {

class Workbench;

/// Asks for a file and writes these rows to it (`c5`, `d3`), secrets masked, in the form that its name ends
/// in; then tells in one sentence how it went. `workbench` must outlive `parent`.
void exportRows(Workbench& workbench, const QStringList& ids, const QString& title, QWidget& parent,
                const std::function<void(const QString& words)>& tell);

} // namespace hookworks
