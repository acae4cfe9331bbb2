// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/inspect/differ.h"

#include <QDialog>

class QLineEdit;
class QLabel;
class QTableWidget;

namespace hookworks {

class Workbench;

/// Compares a capture or delivery with another one, by value where both are JSON, else by line. Shown with
/// open(); deletes itself when it is closed.
class CompareDialog : public QDialog
{
    Q_OBJECT

public:
    /// `right` may be empty: it is asked for. `workbench` must outlive it.
    CompareDialog(Workbench& workbench, const QString& left, const QString& right, QWidget* parent);

private:
    void compare();
    void show(const Difference& difference);

    Workbench& m_workbench;
    QString m_left;
    QLineEdit* m_right;
    QLabel* m_words;
    QTableWidget* m_table;
};

} // namespace hookworks
