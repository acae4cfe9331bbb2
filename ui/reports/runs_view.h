// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/schedule.h"

#include <QWidget>

#include <optional>

class QGridLayout;

namespace hookworks {

class RunCalendar;
class TextLabel;

/// When a task will run: a month's days, and the next runs with their local time and its offset.
class RunsView final : public QWidget
{
    Q_OBJECT
public:
    explicit RunsView(QWidget* parent = nullptr);

    /// `each`: so many tasks at each run.
    void show(const Schedule& schedule, RealTime now, qsizetype each);
    /// Instead of runs: why they are not known.
    void tell(const QString& words);

private:
    QWidget* makeMonth();
    QWidget* makeList();
    void move(int months);
    void showMonth(const QDate& month);
    void showList(RealTime now, qsizetype each);
    QString summary(const QList<RealTime>& next, qsizetype each) const;

    std::optional<Schedule> m_schedule;
    QDate m_firstMonth;
    RunCalendar* m_calendar;
    TextLabel* m_monthName;
    TextLabel* m_summary;
    QWidget* m_month;
    QGridLayout* m_rows = nullptr;
    QList<TextLabel*> m_times, m_waits;
};

} // namespace hookworks
