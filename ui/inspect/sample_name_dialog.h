// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/row_id.h"
#include "ui/widgets/form_dialog.h"

class QLineEdit;
class QPushButton;

namespace hookworks {

class ProblemLabel;
class Workbench;

/// Keeps the body of a capture or a delivery as a sample, by a name; what is wrong with the name is said
/// beside it.
class SampleNameDialog final : public FormDialog
{
    Q_OBJECT

public:
    /// `event`: whose it is, for the name that is offered; empty: not known. `workbench` must outlive it.
    SampleNameDialog(Workbench& workbench, const RowId& row, const QString& event, QWidget* parent);

signals:
    void said(const QString& sentence);

private:
    void keep();

    Workbench& m_workbench;
    RowId m_row;
    QLineEdit* m_name;
    ProblemLabel* m_problem = nullptr;
    QPushButton* m_keep;
};

} // namespace hookworks
