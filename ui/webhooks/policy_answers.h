// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/retry_policy.h"

#include <QObject>

class QCheckBox;
class QDoubleSpinBox;
class QLineEdit;
class QSpinBox;

namespace hookworks {

class FieldCheck;
class Form;

/// The rows of what a policy makes of answers, and of its limits.
class PolicyAnswers final : public QObject
{
    Q_OBJECT
public:
    /// Adds its rows to `form`, which must outlive it.
    explicit PolicyAnswers(Form& form);

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

    Form& m_form;
    QCheckBox* m_retryAfter;
    QDoubleSpinBox* m_retryAfterCap;
    QLineEdit* m_statuses;
    QCheckBox* m_gone;
    QSpinBox *m_days, *m_timeout;
    FieldCheck* m_statusesCheck = nullptr;
};

} // namespace hookworks
