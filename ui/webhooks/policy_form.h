// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/retry_policy.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLineEdit;
class QSpinBox;

namespace hookworks {

class FieldCheck;
class Form;
class PlanDots;
class ProblemLabel;

/// The fields of one own retry policy, its plan drawn while one types. Knows nothing of the workspace.
class PolicyForm final : public QWidget
{
    Q_OBJECT
public:
    explicit PolicyForm(QWidget* parent = nullptr);

    void show(const RetryPolicy& policy);
    /// As typed; what cannot be read is as it was.
    RetryPolicy policy() const;
    /// Says all problems; true where there is none.
    bool insist();
    void focusName();

signals:
    void edited();

private:
    void addSchedule();
    void addAnswers();
    void addLimits();
    void watch();
    void showKind();
    void drawPlan();
    void onEdited();

    RetryPolicy m_shown;
    bool m_filling = false;
    Form* m_form;
    QLineEdit* m_name;
    QComboBox* m_kind;
    QDoubleSpinBox *m_first, *m_factor, *m_increment, *m_cap;
    QSpinBox* m_count;
    QComboBox* m_counted;
    QLineEdit* m_gaps;
    QSpinBox* m_jitter;
    PlanDots* m_plan;
    QCheckBox* m_retryAfter;
    QDoubleSpinBox* m_retryAfterCap;
    QLineEdit* m_statuses;
    QCheckBox* m_gone;
    QSpinBox *m_days, *m_timeout;
    FieldCheck *m_nameCheck = nullptr, *m_gapsCheck = nullptr, *m_statusesCheck = nullptr;
};

} // namespace hookworks
