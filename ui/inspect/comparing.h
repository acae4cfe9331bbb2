// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

class QString;
class QWidget;

namespace hookworks {

class Workbench;

/// Opens the comparison of `name` (`c5`, `d3`, `d3/2`) with what came before it, see Differ::before(), over
/// `parent`: attempts from the older one to the newer, captures the other way. Where there is nothing before
/// it, that is told, and nothing opens. Nothing once `parent` is gone.
void compareWithBefore(Workbench& workbench, const QString& name, QWidget* parent,
                       const std::function<void(const QString& words)>& tell);

} // namespace hookworks
