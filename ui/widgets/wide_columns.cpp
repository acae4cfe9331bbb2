// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/wide_columns.h"

#include <QEvent>
#include <QHeaderView>
#include <QTableView>

namespace hookworks {

WideColumns::WideColumns(QTableView& table, QList<int> columns, int letters)
    : QObject(&table)
    , m_table(table)
    , m_columns(std::move(columns))
    , m_usual(letters * table.fontMetrics().averageCharWidth())
{
    table.viewport()->installEventFilter(this);
    connect(table.horizontalHeader(), &QHeaderView::sectionResized, this, &WideColumns::fit);
}

bool WideColumns::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize)
        fit();
    return QObject::eventFilter(watched, event);
}

void WideColumns::fit()
{
    if (m_fitting)
        return;
    m_fitting = true;
    QHeaderView& header = *m_table.horizontalHeader();
    int room = m_table.viewport()->width();
    for (int column = 0; column < header.count(); ++column) {
        if (!m_columns.contains(column))
            room -= header.sectionSize(column);
    }
    const int part = room / static_cast<int>(m_columns.size());
    const int share = part >= m_usual / 2 ? part : m_usual; // where it scrolls all the same, nothing is cut
    for (const int column : m_columns)
        header.resizeSection(column, share);
    m_fitting = false;
}

} // namespace hookworks
