// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/webhooks/policy_form.h"

#include "ui/webhooks/plan_dots.h"
#include "ui/widgets/form.h"
#include "ui/widgets/problem_label.h"
#include "workbench/design/policies.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

namespace hookworks {

namespace {

using Kind = RetryPolicy::Kind;

constexpr double longestGap = 31'536'000; // a year, in seconds

template <class Box>
Box* limited(Box* box)
{
    box->setMaximumWidth(box->fontMetrics().averageCharWidth() * 30);
    return box;
}

QDoubleSpinBox* secondsField(const QString& zeroWords = {})
{
    auto* field = limited(new QDoubleSpinBox);
    field->setRange(0, longestGap);
    field->setDecimals(3);
    field->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    field->setSuffix(PolicyForm::tr(" s"));
    field->setSpecialValueText(zeroWords);
    return field;
}

QSpinBox* countField(int least, int most, const QString& leastWords, const QString& suffix)
{
    auto* field = limited(new QSpinBox);
    field->setRange(least, most);
    field->setSpecialValueText(leastWords);
    field->setSuffix(suffix);
    return field;
}

Micros typed(const QDoubleSpinBox& field)
{
    return microsFromSeconds(field.value());
}

} // namespace

PolicyForm::PolicyForm(QWidget* parent)
    : QWidget(parent)
    , m_form(new Form)
    , m_name(new QLineEdit)
    , m_kind(limited(new QComboBox))
    , m_first(secondsField())
    , m_factor(limited(new QDoubleSpinBox))
    , m_increment(secondsField())
    , m_cap(secondsField(tr("No limit")))
    , m_count(countField(0, 1000, {}, {}))
    , m_counted(limited(new QComboBox))
    , m_gaps(new QLineEdit)
    , m_jitter(countField(0, 100, tr("None"), tr(" %")))
    , m_plan(new PlanDots)
    , m_retryAfter(new QCheckBox(tr("A longer Retry-After moves the next attempt")))
    , m_retryAfterCap(secondsField())
    , m_statuses(new QLineEdit)
    , m_gone(new QCheckBox(tr("410 Gone switches the webhook off")))
    , m_days(countField(0, 365, tr("Never"), tr(" days")))
    , m_timeout(countField(0, 600, tr("As the provider says"), tr(" s")))
{
    addSchedule();
    addAnswers();
    addLimits();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_form);
    column->addStretch();
    setFocusProxy(m_name);
    watch();
}

void PolicyForm::addSchedule()
{
    m_name->setObjectName(QStringLiteral("policyName"));
    auto* nameProblem = m_form->addRow(tr("&Name"), m_name);
    m_kind->setObjectName(QStringLiteral("policyKind"));
    m_kind->addItem(tr("No retries"), static_cast<int>(Kind::None));
    m_kind->addItem(tr("Same gap each time"), static_cast<int>(Kind::Fixed));
    m_kind->addItem(tr("Linear"), static_cast<int>(Kind::Linear));
    m_kind->addItem(tr("Exponential"), static_cast<int>(Kind::Exponential));
    m_kind->addItem(tr("A list of gaps"), static_cast<int>(Kind::List));
    m_form->addRow(tr("&Schedule"), m_kind);
    m_form->addRow(tr("&First gap"), m_first);
    m_factor->setRange(1, 1000);
    m_form->addRow(tr("F&actor"), m_factor, tr("Exponential: each gap is the one before times this."));
    m_form->addRow(tr("&Increment"), m_increment, tr("Linear: each gap is the one before plus this."));
    m_form->addRow(tr("&Longest gap"), m_cap);
    m_form->addRow(tr("&Count"), m_count);
    m_counted->addItems({tr("Retries after the first attempt"), tr("Attempts, the first included")});
    m_form->addRow(tr("Counts"), m_counted);
    m_gaps->setObjectName(QStringLiteral("policyGaps"));
    m_gaps->setPlaceholderText(QStringLiteral("30, 60, 300"));
    auto* gapsProblem = m_form->addRow(tr("&Gaps"), m_gaps, tr("A list: seconds, with commas between."));
    m_form->addRow(tr("&Jitter"), m_jitter, tr("A gap is drawn from so much shorter to so much longer."));
    m_form->addRow({}, m_plan);
    m_nameCheck = new FieldCheck(*m_name, *nameProblem, &Policies::problemOfName);
    m_gapsCheck = new FieldCheck(*m_gaps, *gapsProblem, [this](const QString& text) {
        const auto gaps = Policies::gapsFromText(text);
        return m_gaps->isEnabled() && !gaps ? gaps.error().message : QString();
    });
}

void PolicyForm::addAnswers()
{
    m_form->addHeading(tr("Answers"));
    m_form->addRow(tr("&Retry-After"), m_retryAfter);
    m_form->addRow(tr("At most"), m_retryAfterCap,
                   tr("A longer one counts as this, on the workbench's clock."));
    m_statuses->setObjectName(QStringLiteral("policyStatuses"));
    m_statuses->setPlaceholderText(tr("Every status that is no success"));
    auto* problem = m_form->addRow(tr("Statuses &that retry"), m_statuses,
                                   tr("408, 429, 500-599. Failures without a status are always retried."));
    m_statusesCheck = new FieldCheck(*m_statuses, *problem, [](const QString& text) {
        const auto statuses = Policies::statusesFromText(text);
        return statuses ? QString() : statuses.error().message;
    });
    m_form->addRow(tr("Gone"), m_gone);
}

void PolicyForm::addLimits()
{
    m_form->addHeading(tr("Limits"));
    m_form->addRow(tr("S&witch off after"), m_days,
                   tr("Of nothing but failures, on the workbench's clock: switches the webhook off."));
    m_form->addRow(tr("Ti&meout"), m_timeout, tr("For one attempt. A webhook's own comes first."));
}

void PolicyForm::watch()
{
    for (QLineEdit* field : {m_name, m_gaps, m_statuses})
        connect(field, &QLineEdit::textChanged, this, &PolicyForm::onEdited);
    for (QDoubleSpinBox* field : {m_first, m_factor, m_increment, m_cap, m_retryAfterCap})
        connect(field, &QDoubleSpinBox::valueChanged, this, &PolicyForm::onEdited);
    for (QSpinBox* field : {m_count, m_jitter, m_days, m_timeout})
        connect(field, &QSpinBox::valueChanged, this, &PolicyForm::onEdited);
    for (QCheckBox* field : {m_retryAfter, m_gone})
        connect(field, &QCheckBox::toggled, this, &PolicyForm::onEdited);
    for (QComboBox* field : {m_kind, m_counted})
        connect(field, &QComboBox::currentIndexChanged, this, &PolicyForm::onEdited);
}

void PolicyForm::show(const RetryPolicy& policy)
{
    m_filling = true;
    m_shown = policy;
    m_name->setText(policy.name);
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(policy.kind)));
    m_first->setValue(seconds(policy.firstGap));
    m_factor->setValue(policy.factor);
    m_increment->setValue(seconds(policy.increment));
    m_cap->setValue(seconds(policy.gapCap.value_or(Micros(0))));
    m_count->setValue(policy.count);
    m_counted->setCurrentIndex(policy.countIncludesFirst ? 1 : 0);
    m_gaps->setText(Policies::gapsText(policy.gaps));
    m_jitter->setValue(qRound(policy.jitter * 100));
    m_retryAfter->setChecked(policy.honourRetryAfter);
    m_retryAfterCap->setValue(seconds(policy.retryAfterCap));
    m_statuses->setText(Policies::statusesText(policy.retryStatuses));
    m_gone->setChecked(policy.goneDisables);
    m_days->setValue(policy.disableAfterDays.value_or(0));
    m_timeout->setValue(static_cast<int>(seconds(policy.timeout.value_or(Micros(0)))));
    for (FieldCheck* check : {m_nameCheck, m_gapsCheck, m_statusesCheck})
        check->reset();
    m_filling = false;
    showKind();
    drawPlan();
}

RetryPolicy PolicyForm::policy() const
{
    RetryPolicy policy = m_shown;
    policy.name = m_name->text().trimmed();
    policy.kind = static_cast<Kind>(m_kind->currentData().toInt());
    policy.firstGap = typed(*m_first);
    policy.factor = m_factor->value();
    policy.increment = typed(*m_increment);
    policy.gapCap = m_cap->value() > 0 ? std::optional(typed(*m_cap)) : std::nullopt;
    policy.count = m_count->value();
    policy.countIncludesFirst = m_counted->currentIndex() == 1;
    policy.gaps = Policies::gapsFromText(m_gaps->text())
                      .value_or(policy.kind == Kind::List ? m_shown.gaps : QList<Micros>());
    policy.jitter = m_jitter->value() / 100.0;
    policy.honourRetryAfter = m_retryAfter->isChecked();
    policy.retryAfterCap = typed(*m_retryAfterCap);
    policy.retryStatuses = Policies::statusesFromText(m_statuses->text()).value_or(m_shown.retryStatuses);
    policy.goneDisables = m_gone->isChecked();
    policy.disableAfterDays = m_days->value() > 0 ? std::optional(m_days->value()) : std::nullopt;
    policy.timeout = m_timeout->value() > 0 ? std::optional<Micros>(std::chrono::seconds(m_timeout->value()))
                                            : std::nullopt;
    return policy;
}

bool PolicyForm::insist()
{
    const bool name = m_nameCheck->insist();
    const bool gaps = m_gapsCheck->insist();
    const bool statuses = m_statusesCheck->insist();
    if (!name)
        m_name->setFocus(Qt::OtherFocusReason);
    else if (!gaps)
        m_gaps->setFocus(Qt::OtherFocusReason);
    else if (!statuses)
        m_statuses->setFocus(Qt::OtherFocusReason);
    return name && gaps && statuses;
}

void PolicyForm::focusName()
{
    m_name->setFocus(Qt::OtherFocusReason);
    m_name->selectAll();
}

/// Fields that the schedule does not use cannot be typed in.
void PolicyForm::showKind()
{
    const Kind kind = policy().kind;
    const bool counted = kind == Kind::Fixed || kind == Kind::Linear || kind == Kind::Exponential;
    for (QWidget* field : std::initializer_list<QWidget*>{m_first, m_count, m_counted})
        field->setEnabled(counted);
    m_cap->setEnabled(kind != Kind::None);
    m_jitter->setEnabled(kind != Kind::None);
    m_factor->setEnabled(kind == Kind::Exponential);
    m_increment->setEnabled(kind == Kind::Linear);
    m_gaps->setEnabled(kind == Kind::List);
    m_retryAfterCap->setEnabled(m_retryAfter->isChecked());
}

/// Without jitter, whose bounds are said beside.
void PolicyForm::drawPlan()
{
    RetryPolicy even = policy();
    const double jitter = std::exchange(even.jitter, 0);
    m_plan->setPlan(Policies::preview(even).plan, jitter);
}

void PolicyForm::onEdited()
{
    if (m_filling)
        return;
    showKind();
    drawPlan();
    m_gapsCheck->check();
    emit edited();
}

} // namespace hookworks
