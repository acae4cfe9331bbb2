// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QTableView;

namespace hookworks {

class GridModel;

/// An array as a small table, with what adds a row and pastes from a spreadsheet below it. Delete takes the
/// chosen rows out, Ctrl+V pastes at the current cell.
class GridField final : public QWidget
{
    Q_OBJECT
public:
    /// Takes the model. `rowWord`: what a row is called, "point".
    GridField(GridModel* model, const QString& rowWord, QWidget* parent = nullptr);
    void refresh();

private:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;
    QWidget* makeFoot(const QString& rowWord);
    void fit();
    void paste();
    void removeChosen();

    GridModel* m_model;
    QTableView* m_table;
};

} // namespace hookworks
