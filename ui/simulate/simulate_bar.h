// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/simulate/simulate_form.h"

#include <QWidget>

class QComboBox;
class QSpinBox;

namespace hookworks {

class Providers;
class ElidedLabel;
class SegmentedControl;

/// What stands in the page's bar: the report, what is played, how much that is, and how many times. In a
/// narrow window what is played is chosen from a list instead of segments.
class SimulateBar final : public QWidget
{
    Q_OBJECT
public:
    /// `providers` must outlive it.
    explicit SimulateBar(const Providers& providers, QWidget* parent = nullptr);

    /// Keeps the chosen one, or takes `wanted`, or the first.
    void setReports(const QList<Report>& reports, std::optional<ReportId> wanted);
    /// False: it is not there.
    bool chooseReport(ReportId id);
    ReportId report() const;
    SimulateMode mode() const;
    int count() const;
    void setNote(const QString& note);
    QSize minimumSizeHint() const override;

signals:
    void reportChosen();
    void modeChosen();
    void countChanged();

private:
    void resizeEvent(QResizeEvent* event) override;
    void choose(int mode);
    void fit();

    const Providers& m_providers;
    QComboBox* m_report;
    SegmentedControl* m_modes;
    QComboBox* m_modeList; ///< the same in a narrow window
    ElidedLabel* m_note;
    QSpinBox* m_count;
};

} // namespace hookworks
