// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/form_dialog.h"

#include <QStringList>

class QLineEdit;
class QPushButton;

namespace hookworks {

class ProblemLabel;

/// Asks for the name that a filter is saved by; one that is taken replaces the filter of that name, and says
/// so.
class FilterNameDialog final : public FormDialog
{
    Q_OBJECT

public:
    FilterNameDialog(const QString& filter, const QStringList& taken, QWidget* parent);

signals:
    void named(const QString& name, const QString& filter);

private:
    void check();

    QString m_filter;
    QStringList m_taken;
    QLineEdit* m_name;
    ProblemLabel* m_problem = nullptr;
    QPushButton* m_save;
};

} // namespace hookworks
