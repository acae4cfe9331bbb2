// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/webhooks/policy_answers.h"

#include "ui/webhooks/number_field.h"
#include "ui/widgets/form.h"
#include "ui/widgets/problem_label.h"
#include "workbench/design/policies.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QLineEdit>

namespace hookworks {

PolicyAnswers::PolicyAnswers(Form& form)
    : QObject(&form)
    , m_form(form)
    , m_retryAfter(new QCheckBox(tr("Wait as it says")))
    , m_retryAfterCap(secondsField())
    , m_statuses(new QLineEdit)
    , m_gone(new QCheckBox(tr("Switch the webhook off")))
    , m_days(numberField(0, 365, tr("Never"), tr(" days")))
    , m_timeout(numberField(0, 600, tr("As the provider says"), tr(" s")))
{
    addRows();
    watch();
}

void PolicyAnswers::addRows()
{
    m_form.addSection(tr("Answers"));
    m_form.addRow(tr("&Retry-After"), m_retryAfter,
                  tr("Where it is longer than the gap, the next attempt waits for it."));
    m_form.addRow(tr("At most"), m_retryAfterCap, tr("A longer one counts as this."));
    m_statuses->setObjectName(QStringLiteral("policyStatuses"));
    m_statuses->setPlaceholderText(tr("Every status that is no success"));
    auto* problem = m_form.addRow(tr("Statuses &that retry"), m_statuses,
                                  tr("408, 429, 500-599. Failures without a status are always retried."));
    m_statusesCheck = new FieldCheck(*m_statuses, *problem, [](const QString& text) {
        const auto statuses = Policies::statusesFromText(text);
        return statuses ? QString() : statuses.error().message;
    });
    m_form.addRow(tr("410 Gone"), m_gone);
    m_form.addSection(tr("Limits"));
    m_form.addRow(tr("S&witch off after"), m_days, tr("Days of nothing but failures."));
    m_form.addRow(tr("Ti&meout"), m_timeout, tr("For one attempt. A webhook's own comes first."));
}

void PolicyAnswers::watch()
{
    connect(m_statuses, &QLineEdit::textChanged, this, &PolicyAnswers::edited);
    connect(m_retryAfterCap, &QDoubleSpinBox::valueChanged, this, &PolicyAnswers::edited);
    for (QSpinBox* field : {m_days, m_timeout})
        connect(field, &QSpinBox::valueChanged, this, &PolicyAnswers::edited);
    connect(m_gone, &QCheckBox::toggled, this, &PolicyAnswers::edited);
    connect(m_retryAfter, &QCheckBox::toggled, this, [this](bool on) {
        m_form.setRowVisible(m_retryAfterCap, on);
        emit edited();
    });
}

void PolicyAnswers::show(const RetryPolicy& policy)
{
    m_retryAfter->setChecked(policy.honourRetryAfter);
    m_retryAfterCap->setValue(seconds(policy.retryAfterCap));
    m_statuses->setText(Policies::statusesText(policy.retryStatuses));
    m_gone->setChecked(policy.goneDisables);
    m_days->setValue(policy.disableAfterDays.value_or(0));
    m_timeout->setValue(static_cast<int>(seconds(policy.timeout.value_or(Micros(0)))));
    m_form.setRowVisible(m_retryAfterCap, policy.honourRetryAfter);
    m_statusesCheck->reset();
}

RetryPolicy PolicyAnswers::applied(RetryPolicy stored) const
{
    stored.honourRetryAfter = m_retryAfter->isChecked();
    stored.retryAfterCap = microsFromSeconds(m_retryAfterCap->value());
    stored.retryStatuses = Policies::statusesFromText(m_statuses->text()).value_or(stored.retryStatuses);
    stored.goneDisables = m_gone->isChecked();
    stored.disableAfterDays = m_days->value() > 0 ? std::optional(m_days->value()) : std::nullopt;
    stored.timeout = m_timeout->value() > 0 ? std::optional<Micros>(std::chrono::seconds(m_timeout->value()))
                                            : std::nullopt;
    return stored;
}

bool PolicyAnswers::insist()
{
    if (m_statusesCheck->insist())
        return true;
    m_statuses->setFocus(Qt::OtherFocusReason);
    return false;
}

} // namespace hookworks
