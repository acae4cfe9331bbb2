// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/inspect/series.h"

#include <QDialog>

class QHBoxLayout;
class QLineEdit;
class QPushButton;
class QTableView;

namespace hookworks {

class Badge;
class ElidedLabel;
class InlineMessage;
class SeriesRows;
class Workbench;

/// Two series request by request: a row a pair, with how many fields differ; a click opens the pair. What is
/// ignored can be edited, and is remembered for the provider. Shown with open(); deletes itself when it is
/// closed.
class SeriesDialog final : public QDialog
{
    Q_OBJECT
public:
    /// Names as comparedSeries() takes them; either may be empty. `workbench` must outlive it.
    SeriesDialog(Workbench& workbench, const QString& left, const QString& right, QWidget* parent);

private:
    QHBoxLayout* makeTop();
    QHBoxLayout* makeIgnored();
    void makeTable();
    QWidget* fileButton(QLineEdit& field);
    void compare(const std::optional<QStringList>& ignore = {});
    void take(const Result<SeriesComparison>& series);
    void editIgnored();
    void keepIgnored();
    void openPair(const QModelIndex& index);

    Workbench& m_workbench;
    QLineEdit *m_left, *m_right, *m_places;
    Badge* m_count;
    ElidedLabel* m_ignored;
    QPushButton* m_edit;
    InlineMessage* m_problem;
    QTableView* m_table;
    SeriesRows* m_rows;
    SeriesComparison m_series;
    int m_question = 0; ///< answers to older ones are dropped
};

} // namespace hookworks
