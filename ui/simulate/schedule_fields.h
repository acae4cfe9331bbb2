// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/simulate/schedule_plan.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QSpinBox;

namespace hookworks {

class DateField;
class Form;

/// Which part of a report's schedule is played, and which of its runs fail.
class ScheduleFields final : public QWidget
{
    Q_OBJECT
public:
    explicit ScheduleFields(QWidget* parent = nullptr);

    /// Of both days the whole, in the zone's local time.
    TaskWindow window(const QByteArray& zone) const;
    ScheduledFailures failures() const;
    /// `success` or `failure`: every run fails.
    QString outcome() const;
    bool anyFails() const;

signals:
    void changed();

private:
    enum Failing
    {
        None,
        ByChance,
        Chosen,
        All
    };

    void showRows();

    Form* m_form;
    DateField *m_from, *m_to;
    QComboBox* m_failing;
    QSpinBox *m_chance, *m_seed;
    QLineEdit* m_runs;
};

} // namespace hookworks
