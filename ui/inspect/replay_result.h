// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/deliver/replay_series.h"
#include "workbench/inspect/answer_change.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QProgressBar;
class QPushButton;

namespace hookworks {

class ElidedLabel;
struct DeliveryRecord;
class Workbench;

/// What becomes of a series: its counts while it runs, with Stop; then the verdicts, how the last answer
/// differs from the one before, and the way to the comparison.
class ReplayResult final : public QWidget
{
    Q_OBJECT

public:
    /// `workbench` must outlive it.
    explicit ReplayResult(Workbench& workbench, QWidget* parent = nullptr);

    void begin();
    void showProgress(const ReplayProgress& progress);
    /// `last`: the newest delivery of the series.
    void showEnd(const ReplayProgress& progress, std::optional<DeliveryId> last);

signals:
    void stopWanted();
    /// To be seen beside each other.
    void comparisonWanted(const QString& before, const QString& now);
    void deliveryWanted(hookworks::DeliveryId delivery);

private:
    void showOutcome(const DeliveryRecord& record);
    void showVerdicts(const ReplayProgress& progress);
    void showChange(const AnswerChange& change);

    Workbench& m_workbench;
    QProgressBar* m_bar;
    ElidedLabel* m_counts;
    QPushButton *m_stop, *m_compare, *m_show;
    QHBoxLayout* m_verdicts;
    QLabel *m_change, *m_lines;
    QString m_before, m_now;
    bool m_single = false;
    int m_question = 0; ///< answers to older ones are dropped
};

} // namespace hookworks
