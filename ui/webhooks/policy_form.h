// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/retry_policy.h"

#include <QWidget>

class QLineEdit;

namespace hookworks {

class FieldCheck;
class PolicyAnswers;
class PolicySchedule;

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
    void onEdited();

    RetryPolicy m_shown;
    bool m_filling = false;
    QLineEdit* m_name;
    FieldCheck* m_nameCheck = nullptr;
    PolicySchedule* m_schedule = nullptr;
    PolicyAnswers* m_answers = nullptr;
};

} // namespace hookworks
