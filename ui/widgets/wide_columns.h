// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

class QTableView;

namespace hookworks {

/// Gives some of a table's columns, in equal parts, the room that the others leave: rather less than so many
/// letters, down to half of them, than that the table scrolls sideways; where it has to, it is so many again.
/// Belongs to the table.
class WideColumns final : public QObject
{
    Q_OBJECT

public:
    WideColumns(QTableView& table, QList<int> columns, int letters);

private:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void fit();

    QTableView& m_table;
    QList<int> m_columns;
    int m_usual;
    bool m_fitting = false;
};

} // namespace hookworks
