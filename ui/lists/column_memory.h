// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lists/live_table.h"

#include <QTimer>

#include <functional>

namespace hookworks {

class Workbench;

/// `[{"key":"received","width":96}]`, and back; what is no such text has no columns.
QString textOf(const QList<PlacedColumn>& columns);
QList<PlacedColumn> placedColumnsFromText(const QString& text);

/// Keeps a table's columns with the workspace: puts them where they were left, and stores where they are
/// moved to. Belongs to the table.
class ColumnMemory final : public QObject
{
    Q_OBJECT

public:
    /// `name`: the list's, `captures`. `made` is called before the columns are placed, with those that were
    /// there: a column that somebody added is added again. Both must outlive it.
    ColumnMemory(Workbench& workbench, LiveTable& table, const QString& name,
                 std::function<void(const QList<PlacedColumn>& columns)> made = {});

private:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void store();

    Workbench& m_workbench;
    LiveTable& m_table;
    QString m_key;
    QTimer m_delay;
};

} // namespace hookworks
