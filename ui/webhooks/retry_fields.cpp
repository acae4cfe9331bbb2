// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/webhooks/retry_fields.h"

#include "ui/webhooks/number_field.h"
#include "ui/webhooks/plan_dots.h"
#include "ui/widgets/app_style.h"
#include "ui/widgets/form.h"
#include "ui/widgets/problem_label.h"
#include "ui/widgets/theme.h"
#include "workbench/design/designer.h"
#include "workbench/design/policies.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace hookworks {

namespace {

constexpr int longestTimeout = 600;

} // namespace

RetryFields::RetryFields(const Providers& providers, Policies& policies, QWidget* parent)
    : QWidget(parent)
    , m_providers(providers)
    , m_policies(policies)
    , m_form(new Form)
    , m_choice(new QComboBox)
    , m_typed(new QLineEdit)
    , m_plan(new PlanDots)
    , m_about(quietLabel({}))
    , m_timeout(numberField(0, longestTimeout, tr("As the policy says"), tr(" s")))
{
    addRows();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_form);
    connect(m_choice, &QComboBox::activated, this, &RetryFields::choose);
    connect(m_typed, &QLineEdit::textEdited, this, [this] {
        m_policy = m_typed->text().trimmed();
        draw();
        emit edited();
    });
    connect(m_timeout, &QSpinBox::valueChanged, this, [this] {
        draw();
        emit edited();
    });
    connect(&m_policies, &Policies::changed, this, &RetryFields::readOwn);
    readOwn();
}

void RetryFields::addRows()
{
    m_choice->setObjectName(QStringLiteral("policy"));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choice->setMinimumContentsLength(leastComboLetters);
    m_typed->setObjectName(QStringLiteral("policyText"));
    setMonospace(*m_typed);
    m_timeout->setObjectName(QStringLiteral("timeout"));
    auto* own = new QPushButton(tr("Own &policies…"));
    own->setObjectName(QStringLiteral("ownPolicies"));
    setLook(*own, ButtonLook::Link);
    connect(own, &QPushButton::clicked, this, [this] { emit policiesWanted(m_policy); });
    auto* drawn = new QWidget;
    auto* column = new QVBoxLayout(drawn);
    column->setContentsMargins(0, space::tight, 0, 0);
    column->setSpacing(space::close);
    column->addWidget(m_plan);
    column->addWidget(m_about);
    column->addWidget(own, 0, Qt::AlignLeft);
    m_form->addSection(tr("Retries"));
    m_form->addRow(tr("Polic&y"), m_choice);
    m_problem = m_form->addRow(tr("As typed"), m_typed,
                               tr("fixed:30x5, exponential:30,2,8 or list:30,60,300, in seconds."));
    m_form->addRow({}, drawn);
    m_form->addRow(tr("T&imeout"), m_timeout);
}

void RetryFields::readOwn()
{
    m_policies.own().then(this, [this](const Result<QList<RetryPolicy>>& own) {
        m_own = own.value_or(QList<RetryPolicy>());
        list();
        draw();
    });
}

void RetryFields::show(const Webhook& webhook)
{
    m_policy = webhook.policy;
    m_typed->setText(webhook.policy);
    const QSignalBlocker quiet(m_timeout);
    m_timeout->setValue(wholeSeconds(webhook.timeout));
    setProvider(webhook.provider);
}

void RetryFields::setProvider(const QString& provider)
{
    m_provider = provider;
    list();
    draw();
}

Webhook RetryFields::applied(Webhook stored) const
{
    stored.policy = m_policy;
    if (m_timeout->value() != wholeSeconds(stored.timeout))
        stored.timeout = m_timeout->value() > 0
                             ? std::optional<Micros>(std::chrono::seconds(m_timeout->value()))
                             : std::nullopt;
    return stored;
}

QString RetryFields::problem() const
{
    return m_problem->problem();
}

/// The last entry, without a name, is for whoever types one.
void RetryFields::list()
{
    m_choice->clear();
    QString providersTitle;
    const auto info = m_providers.find(m_provider);
    for (const QString& name : Policies::fixedNames()) {
        const auto policy = m_policies.named(name, m_provider);
        if (!policy)
            continue;
        const QString title = m_policies.title(name, *policy, m_provider);
        if (providersTitle.isEmpty()) {
            providersTitle = title;
            m_choice->addItem(info ? tr("%1 (%2)").arg(title, info->policyProvenance) : title, name);
        } else if (title != providersTitle || name == m_policy) {
            m_choice->addItem(title, name);
        }
    }
    for (const RetryPolicy& policy : std::as_const(m_own))
        m_choice->addItem(m_policies.title(policy.name, policy, m_provider), policy.name);
    m_choice->addItem(tr("As typed"));
    const int known = m_choice->findData(m_policy);
    m_choice->setCurrentIndex(known >= 0 ? known : m_choice->count() - 1);
    m_choice->setToolTip(m_choice->currentText());
    m_form->setRowVisible(m_typed, known < 0);
}

QString RetryFields::policy() const
{
    const QVariant name = m_choice->currentData();
    return name.isValid() ? name.toString() : m_typed->text().trimmed();
}

void RetryFields::choose()
{
    const bool types = !m_choice->currentData().isValid();
    if (types)
        m_typed->setText(m_policy);
    m_policy = policy();
    m_choice->setToolTip(m_choice->currentText());
    m_form->setRowVisible(m_typed, types);
    if (types) {
        m_typed->setFocus(Qt::OtherFocusReason);
        m_typed->selectAll();
    }
    draw();
    emit edited();
}

/// At once for names that describe themselves; own ones are known once they were read.
void RetryFields::draw()
{
    const int asked = ++m_asked;
    if (const auto policy = m_policies.named(m_policy, m_provider))
        return showPlan(*policy);
    m_policies.resolve(m_policy, m_provider).then(this, [this, asked](const Result<RetryPolicy>& policy) {
        if (asked != m_asked)
            return;
        if (policy)
            return showPlan(*policy);
        m_plan->setPlan({});
        m_about->clear();
        m_problem->setProblem(policy.error().message);
        m_form->setRowVisible(m_typed, true);
    });
}

void RetryFields::showPlan(const RetryPolicy& policy)
{
    m_problem->setProblem({});
    RetryPolicy even = policy;
    const double jitter = std::exchange(even.jitter, 0);
    const QList<PlannedAttempt> plan = Policies::preview(even).plan;
    m_plan->setPlan(plan, jitter);
    const auto info = m_providers.find(m_provider);
    QStringList about{tr("%1.").arg(PlanDots::summary(plan, jitter))};
    if (info)
        about << tr("Success: 2xx (%1).").arg(info->successProvenance);
    if (m_timeout->value() > 0)
        about << tr("Timeout %1 s.").arg(m_timeout->value());
    else if (policy.timeout && policy.timeout != (info ? info->timeout : Micros(0)))
        about << tr("Timeout %1.").arg(durationWords(*policy.timeout));
    else if (info)
        about << tr("Timeout %1 (%2).").arg(durationWords(info->timeout), info->timeoutProvenance);
    m_about->setText(about.join(u' '));
}

} // namespace hookworks
