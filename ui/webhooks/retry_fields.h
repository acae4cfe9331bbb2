// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/webhook.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace hookworks {

class Providers;
class Form;
class PlanDots;
class Policies;
class ProblemLabel;

/// A webhook's retries: a policy by its plain name, drawn, and how long an attempt may take. A policy's own
/// syntax is typed only by who wants to.
class RetryFields final : public QWidget
{
    Q_OBJECT
public:
    /// `policies` must outlive it.
    RetryFields(const Providers& providers, Policies& policies, QWidget* parent = nullptr);

    void show(const Webhook& webhook);
    /// The provider's own policy is another one then.
    void setProvider(const QString& provider);
    /// As `stored`, with what is chosen.
    Webhook applied(Webhook stored) const;
    QString problem() const;

signals:
    void edited();
    /// The own policies are to be seen and changed; `name`: the chosen one.
    void policiesWanted(const QString& name);

private:
    void addRows();
    void readOwn();
    void list();
    QString policy() const;
    void choose();
    void draw();
    void showPlan(const RetryPolicy& policy);

    const Providers& m_providers;
    Policies& m_policies;
    QList<RetryPolicy> m_own;
    QString m_provider;
    QString m_policy; ///< the name that is chosen or typed
    int m_asked = 0;
    Form* m_form;
    QComboBox* m_choice;
    QLineEdit* m_typed;
    ProblemLabel* m_problem = nullptr;
    PlanDots* m_plan;
    QLabel* m_about;
    QSpinBox* m_timeout;
};

} // namespace hookworks
