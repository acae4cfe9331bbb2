// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/comparison_table.h"

#include "ui/widgets/tokens.h"

#include <QHeaderView>
#include <QTableView>

namespace hookworks {

void prepareComparisonTable(QTableView& table, QAbstractItemModel& rows, const QString& name)
{
    table.setModel(&rows);
    table.setAccessibleName(name);
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSelectionMode(QAbstractItemView::SingleSelection);
    table.setFrameShape(QFrame::NoFrame);
    table.setShowGrid(false);
    table.setWordWrap(false);
    table.setTabKeyNavigation(false);
    table.verticalHeader()->hide();
    table.verticalHeader()->setDefaultSectionSize(sized(Size::ListHeader));
    table.horizontalHeader()->setHighlightSections(false);
}

} // namespace hookworks
