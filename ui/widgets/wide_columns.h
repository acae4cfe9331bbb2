// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

class QTableView;

namespace hookworks {

/// Gives some of a table's columns, in equal parts, the room that the others leave, and never less than so
/// many letters: with less the table scrolls sideways. Belongs to the table.
class WideColumns final : public QObject
{
    Q_OBJECT

public:
    WideColumns(QTableView& table, QList<int> columns, int leastLetters);

private:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void fit();

    QTableView& m_table;
    QList<int> m_columns;
    int m_least;
    bool m_fitting = false;
};

} // namespace hookworks
