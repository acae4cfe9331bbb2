// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/form_dialog.h"
#include "workbench/listen/retention.h"

namespace hookworks {

class QuantityField;
class SegmentedControl;
class TextLabel;
class Workbench;

/// The workspace's quota for captures. Says how many would go before one saves.
class QuotaDialog final : public FormDialog
{
    Q_OBJECT

public:
    /// `workbench` must outlive it.
    QuotaDialog(Workbench& workbench, const RetentionView& view, QWidget* parent);

private:
    void addRows();
    void check();
    QString removalWords() const;
    QString refusalWords() const;
    void save();
    CaptureQuota edited() const;

    Workbench& m_workbench;
    RetentionView m_view;
    QuantityField *m_size, *m_count, *m_age;
    SegmentedControl* m_atLimit;
    TextLabel* m_atLimitWords;
    QPushButton* m_save;
};

/// `12 captures, 3.4 MB of 5 GB`.
QString keptWords(const RetentionView& view);

} // namespace hookworks
