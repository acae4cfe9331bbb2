// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/webhooks/policy_form.h"

#include "ui/webhooks/policy_answers.h"
#include "ui/webhooks/policy_schedule.h"
#include "ui/widgets/form.h"
#include "ui/widgets/problem_label.h"
#include "workbench/design/policies.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace hookworks {

PolicyForm::PolicyForm(QWidget* parent)
    : QWidget(parent)
    , m_name(new QLineEdit)
{
    auto* form = new Form;
    m_name->setObjectName(QStringLiteral("policyName"));
    auto* nameProblem = form->addRow(tr("&Name"), m_name);
    m_nameCheck = new FieldCheck(*m_name, *nameProblem, &Policies::problemOfName);
    m_schedule = new PolicySchedule(*form);
    m_answers = new PolicyAnswers(*form);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(form);
    column->addStretch();
    setFocusProxy(m_name);
    connect(m_name, &QLineEdit::textChanged, this, &PolicyForm::onEdited);
    connect(m_schedule, &PolicySchedule::edited, this, &PolicyForm::onEdited);
    connect(m_answers, &PolicyAnswers::edited, this, &PolicyForm::onEdited);
}

void PolicyForm::show(const RetryPolicy& policy)
{
    m_filling = true;
    m_shown = policy;
    m_name->setText(policy.name);
    m_schedule->show(policy);
    m_answers->show(policy);
    m_nameCheck->reset();
    m_filling = false;
}

RetryPolicy PolicyForm::policy() const
{
    RetryPolicy policy = m_answers->applied(m_schedule->applied(m_shown));
    policy.name = m_name->text().trimmed();
    return policy;
}

bool PolicyForm::insist()
{
    const bool statuses = m_answers->insist();
    const bool gaps = m_schedule->insist();
    const bool name = m_nameCheck->insist();
    if (!name)
        m_name->setFocus(Qt::OtherFocusReason);
    return name && gaps && statuses;
}

void PolicyForm::focusName()
{
    m_name->setFocus(Qt::OtherFocusReason);
    m_name->selectAll();
}

void PolicyForm::onEdited()
{
    if (!m_filling)
        emit edited();
}

} // namespace hookworks
