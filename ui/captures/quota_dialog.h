// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/listen/retention.h"

#include <QDialog>

class QPushButton;
class QRadioButton;

namespace hookworks {

class ProblemLabel;
class QuantityField;
class Workbench;

/// The workspace's quota for captures. Says how many would go before one saves. Shown with open(); deletes
/// itself when it is closed.
class QuotaDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `workbench` must outlive it.
    QuotaDialog(Workbench& workbench, const RetentionView& view, QWidget* parent);

private:
    void arrange();
    void check();
    void save();
    CaptureQuota edited() const;

    Workbench& m_workbench;
    RetentionView m_view;
    QuantityField *m_size, *m_count, *m_age;
    QRadioButton *m_oldestGo, *m_refuse;
    ProblemLabel* m_problem;
    QPushButton* m_save;
};

/// `12 captures, 3.4 MB of 5 GB`.
QString keptWords(const RetentionView& view);

} // namespace hookworks
