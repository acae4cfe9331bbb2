// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/retry_policy.h"

#include <QObject>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace hookworks {

class FieldCheck;
class Form;
class PlanDots;

/// The rows of a policy's schedule: only those that the chosen kind uses are there, and the plan is drawn
/// while one types.
class PolicySchedule final : public QObject
{
    Q_OBJECT
public:
    /// Adds its rows to `form`, which must outlive it.
    explicit PolicySchedule(Form& form);

    void show(const RetryPolicy& policy);
    /// As `stored`, with what is typed; what cannot be read is as it was.
    RetryPolicy applied(RetryPolicy stored) const;
    /// Says all problems; true where there is none.
    bool insist();

signals:
    void edited();

private:
    void addRows();
    void watch();
    void onEdited();
    void showKind();
    void draw();

    Form& m_form;
    QComboBox* m_kind;
    QDoubleSpinBox *m_first, *m_factor, *m_increment, *m_cap;
    QSpinBox* m_count;
    QComboBox* m_counted;
    QLineEdit* m_gaps;
    QSpinBox* m_jitter;
    QWidget* m_drawn;
    PlanDots* m_plan;
    QLabel* m_about;
    FieldCheck* m_gapsCheck = nullptr;
    RetryPolicy m_shown;
    bool m_filling = false;
};

} // namespace hookworks
