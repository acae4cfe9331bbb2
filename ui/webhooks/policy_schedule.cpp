// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/webhooks/policy_schedule.h"

#include "ui/webhooks/number_field.h"
#include "ui/webhooks/plan_dots.h"
#include "ui/widgets/form.h"
#include "ui/widgets/problem_label.h"
#include "ui/widgets/tokens.h"
#include "workbench/design/policies.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace hookworks {

namespace {

using Kind = RetryPolicy::Kind;

} // namespace

PolicySchedule::PolicySchedule(Form& form)
    : QObject(&form)
    , m_form(form)
    , m_kind(new QComboBox)
    , m_first(secondsField())
    , m_factor(narrow(new QDoubleSpinBox))
    , m_increment(secondsField())
    , m_cap(secondsField(tr("No limit")))
    , m_count(numberField(0, 1000, {}))
    , m_counted(new QComboBox)
    , m_gaps(new QLineEdit)
    , m_jitter(numberField(0, 100, tr("None"), tr(" %")))
    , m_drawn(new QWidget)
    , m_plan(new PlanDots)
    , m_about(quietLabel({}))
{
    addRows();
    watch();
}

void PolicySchedule::addRows()
{
    m_kind->setObjectName(QStringLiteral("policyKind"));
    m_kind->addItem(tr("No retries"), static_cast<int>(Kind::None));
    m_kind->addItem(tr("Same gap each time"), static_cast<int>(Kind::Fixed));
    m_kind->addItem(tr("Linear"), static_cast<int>(Kind::Linear));
    m_kind->addItem(tr("Exponential"), static_cast<int>(Kind::Exponential));
    m_kind->addItem(tr("A list of gaps"), static_cast<int>(Kind::List));
    m_form.addRow(tr("&Schedule"), m_kind);
    m_form.addRow(tr("&First gap"), m_first);
    m_factor->setRange(1, 1000);
    m_form.addRow(tr("F&actor"), m_factor, tr("Each gap is the one before times this."));
    m_form.addRow(tr("&Increment"), m_increment, tr("Each gap is the one before plus this."));
    m_gaps->setObjectName(QStringLiteral("policyGaps"));
    m_gaps->setPlaceholderText(QStringLiteral("30, 60, 300"));
    auto* gapsProblem = m_form.addRow(tr("&Gaps"), m_gaps, tr("In seconds, with commas between."));
    m_form.addRow(tr("&Longest gap"), m_cap);
    m_form.addRow(tr("&Count"), m_count);
    m_counted->addItems({tr("Retries after the first attempt"), tr("Attempts, the first included")});
    m_form.addRow(tr("Counts"), m_counted);
    m_form.addRow(tr("&Jitter"), m_jitter, tr("Each gap is drawn from so much shorter to so much longer."));
    for (QComboBox* box : {m_kind, m_counted}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(leastComboLetters);
    }
    auto* column = new QVBoxLayout(m_drawn);
    column->setContentsMargins(0, space::tight, 0, 0);
    column->setSpacing(space::close);
    column->addWidget(m_plan);
    column->addWidget(m_about);
    m_form.addRow({}, m_drawn);
    m_gapsCheck = new FieldCheck(*m_gaps, *gapsProblem, [this](const QString& text) {
        const auto gaps = Policies::gapsFromText(text);
        return m_form.isRowVisible(m_gaps) && !gaps ? gaps.error().message : QString();
    });
}

void PolicySchedule::watch()
{
    connect(m_gaps, &QLineEdit::textChanged, this, &PolicySchedule::onEdited);
    for (QDoubleSpinBox* field : {m_first, m_factor, m_increment, m_cap})
        connect(field, &QDoubleSpinBox::valueChanged, this, &PolicySchedule::onEdited);
    for (QSpinBox* field : {m_count, m_jitter})
        connect(field, &QSpinBox::valueChanged, this, &PolicySchedule::onEdited);
    for (QComboBox* field : {m_kind, m_counted})
        connect(field, &QComboBox::currentIndexChanged, this, &PolicySchedule::onEdited);
}

void PolicySchedule::show(const RetryPolicy& policy)
{
    m_filling = true;
    m_shown = policy;
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(policy.kind)));
    m_first->setValue(seconds(policy.firstGap));
    m_factor->setValue(policy.factor);
    m_increment->setValue(seconds(policy.increment));
    m_cap->setValue(seconds(policy.gapCap.value_or(Micros(0))));
    m_count->setValue(policy.count);
    m_counted->setCurrentIndex(policy.countIncludesFirst ? 1 : 0);
    m_gaps->setText(Policies::gapsText(policy.gaps));
    m_jitter->setValue(qRound(policy.jitter * 100));
    m_gapsCheck->reset();
    m_filling = false;
    showKind();
    draw();
}

RetryPolicy PolicySchedule::applied(RetryPolicy stored) const
{
    stored.kind = static_cast<Kind>(m_kind->currentData().toInt());
    stored.firstGap = microsFromSeconds(m_first->value());
    stored.factor = m_factor->value();
    stored.increment = microsFromSeconds(m_increment->value());
    stored.gapCap = m_cap->value() > 0 ? std::optional(microsFromSeconds(m_cap->value())) : std::nullopt;
    stored.count = m_count->value();
    stored.countIncludesFirst = m_counted->currentIndex() == 1;
    stored.gaps = Policies::gapsFromText(m_gaps->text())
                      .value_or(stored.kind == Kind::List ? m_shown.gaps : QList<Micros>());
    stored.jitter = m_jitter->value() / 100.0;
    return stored;
}

bool PolicySchedule::insist()
{
    if (m_gapsCheck->insist())
        return true;
    m_gaps->setFocus(Qt::OtherFocusReason);
    return false;
}

void PolicySchedule::onEdited()
{
    if (m_filling)
        return;
    showKind();
    draw();
    m_gapsCheck->check();
    emit edited();
}

void PolicySchedule::showKind()
{
    const Kind kind = static_cast<Kind>(m_kind->currentData().toInt());
    const bool counted = kind == Kind::Fixed || kind == Kind::Linear || kind == Kind::Exponential;
    for (QWidget* field : std::initializer_list<QWidget*>{m_first, m_count, m_counted})
        m_form.setRowVisible(field, counted);
    m_form.setRowVisible(m_factor, kind == Kind::Exponential);
    m_form.setRowVisible(m_increment, kind == Kind::Linear);
    m_form.setRowVisible(m_gaps, kind == Kind::List);
    m_form.setRowVisible(m_cap, kind == Kind::Linear || kind == Kind::Exponential);
    m_form.setRowVisible(m_jitter, kind != Kind::None);
}

/// Without jitter, whose bounds are said beside.
void PolicySchedule::draw()
{
    RetryPolicy even = applied(m_shown);
    const double jitter = std::exchange(even.jitter, 0);
    const QList<PlannedAttempt> plan = Policies::preview(even).plan;
    m_plan->setPlan(plan, jitter);
    m_about->setText(PlanDots::summary(plan, jitter));
}

} // namespace hookworks
