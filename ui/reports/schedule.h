// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time.h"

#include <QList>
#include <QString>
#include <QWidget>

namespace hookworks {

/// When a report task will run.
struct Schedule
{
    RealTime start;
    std::optional<RealTime> end; ///< no run later
    QString frequency; ///< `Monthly`, `Weekly`, `Daily`, `Hourly`, `Quarterly`, `Yearly`, `Once…`; any case
    bool operator==(const Schedule&) const = default;
};

/// Up to `count` runs after `now`; empty where the schedule has ended or its frequency is not known. Months
/// count from the start: one that begins on the 31st runs on the last day of shorter months.
QList<RealTime> comingRuns(const Schedule& schedule, RealTime now, int count);

/// The coming runs as hollow marks on a line with their local dates.
class ComingRuns final : public QWidget
{
    Q_OBJECT
public:
    explicit ComingRuns(QWidget* parent = nullptr);
    void setRuns(const QList<RealTime>& runs);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

private:
    void paintEvent(QPaintEvent* event) override;

    QList<RealTime> m_runs;
};

} // namespace hookworks
