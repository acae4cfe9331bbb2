// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/query.h"
#include "ui/widgets/form_dialog.h"

class QLineEdit;
class QPushButton;

namespace hookworks {

class ProblemLabel;

/// Asks for a column that is read from each request: a JSON path into its body, or a header.
class ColumnDialog final : public FormDialog
{
    Q_OBJECT

public:
    explicit ColumnDialog(QWidget* parent);

signals:
    void chosen(const hookworks::QueryField& field);

private:
    void check();

    QLineEdit* m_field;
    ProblemLabel* m_problem = nullptr;
    QPushButton* m_add;
};

} // namespace hookworks
