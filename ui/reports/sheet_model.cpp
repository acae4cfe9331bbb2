// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/sheet_model.h"

#include "ui/widgets/text_views.h"

namespace hookworks {

void SheetModel::setProblems(const QList<CellProblem>& problems)
{
    QHash<std::pair<int, int>, CellProblem> now;
    for (const CellProblem& problem : problems) {
        const QModelIndex cell = cellOf(problem.path);
        if (cell.isValid() && !now.contains({cell.row(), cell.column()}))
            now.insert({cell.row(), cell.column()}, problem);
    }
    if (now == m_problems)
        return;
    m_problems = std::move(now);
    if (rowCount() > 0 && columnCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {Qt::ToolTipRole});
}

const CellProblem* SheetModel::problemAt(const QModelIndex& index) const
{
    const auto found = m_problems.constFind({index.row(), index.column()});
    return found == m_problems.cend() ? nullptr : &*found;
}

QVariant SheetModel::tipAt(const QModelIndex& index) const
{
    const CellProblem* problem = problemAt(index);
    return problem ? QVariant(plainToolTip(problem->message)) : QVariant();
}

} // namespace hookworks
