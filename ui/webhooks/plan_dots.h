// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/delivery.h"

#include <QWidget>

namespace hookworks {

/// A retry policy as it will be lived: a dot for each attempt and the gaps between. Gaps are drawn the longer
/// the longer they last, but not in proportion: 30 s and 64 min both stay readable; a gap's words are left
/// out where they do not fit, and all of it is said on hover.
class PlanDots final : public QWidget
{
    Q_OBJECT
public:
    explicit PlanDots(QWidget* parent = nullptr);
    /// `jitter`: by what part each gap may be shorter or longer; only said.
    void setPlan(const QList<PlannedAttempt>& plan, double jitter = 0);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    /// `9 attempts, the last after 2 h 7 min 30 s`; with jitter `… after 1 h 42 min to 2 h 33 min`.
    static QString summary(const QList<PlannedAttempt>& plan, double jitter = 0);

private:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;
    /// The middle of each dot, left to right; those that do not fit are left out at the end.
    QList<double> places() const;

    QList<PlannedAttempt> m_plan;
};

} // namespace hookworks
