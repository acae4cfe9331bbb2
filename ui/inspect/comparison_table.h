// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAbstractItemModel;
class QString;
class QTableView;

namespace hookworks {

/// A table of a comparison: whole rows are chosen one at a time, Tab leaves it, no grid. `name` is for who
/// cannot see it.
void prepareComparisonTable(QTableView& table, QAbstractItemModel& rows, const QString& name);

} // namespace hookworks
