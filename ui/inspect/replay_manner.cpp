// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/replay_manner.h"

#include "ui/inspect/replay_words.h"
#include "ui/widgets/form.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/tokens.h"
#include "workbench/design/policies.h"
#include "workbench/session/workbench.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSpinBox>
#include <QVBoxLayout>

namespace hookworks {

namespace {

constexpr int mostTimes = 1'000'000;
constexpr double mostPerSecond = 10'000;
constexpr double usualRate = 5; ///< a second

enum Often
{
    Once,
    Several,
    UntilSuccess
};

enum Pace
{
    AtOnce,
    Rate,
    Spacing,
    Together
};

} // namespace

ReplayManner::ReplayManner(Workbench& workbench, qsizetype sources, QWidget* parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_sources(sources)
    , m_form(new Form)
    , m_often(new SegmentedControl(tr("How often")))
    , m_pace(new SegmentedControl(tr("Pace")))
    , m_times(new QSpinBox)
    , m_value(new QDoubleSpinBox)
    , m_policy(new QComboBox)
{
    for (const QString& words :
         {sources == 1 ? tr("Once") : tr("Once each"), tr("Several times"), tr("Until it succeeds")})
        m_often->addSegment(words);
    for (const QString& words : {tr("At once"), tr("Rate"), tr("Original spacing"), tr("Together")})
        m_pace->addSegment(words);
    m_often->setObjectName(QStringLiteral("replayOften"));
    m_pace->setObjectName(QStringLiteral("replayPace"));
    m_times->setObjectName(QStringLiteral("replayTimes"));
    m_times->setRange(2, mostTimes);
    m_times->setGroupSeparatorShown(true);
    m_times->setAccessibleName(tr("Times"));
    m_value->setObjectName(QStringLiteral("replayPaceValue"));
    m_value->setDecimals(2);
    m_value->setRange(0.01, mostPerSecond);
    arrange();
    connect(m_often, &SegmentedControl::chosen, this, [this](int often) {
        m_times->setValue(often == UntilSuccess ? ReplaySeries::usualTries : 20);
        showRows();
    });
    connect(m_pace, &SegmentedControl::chosen, this, [this](int pace) {
        m_value->setValue(pace == Rate ? usualRate : 1);
        showRows();
    });
    connect(m_times, &QSpinBox::valueChanged, this, &ReplayManner::changed);
    connect(m_value, &QDoubleSpinBox::valueChanged, this, &ReplayManner::changed);
    connect(m_policy, &QComboBox::editTextChanged, this, &ReplayManner::changed);
    m_workbench.policies().own().then(this, [this](const Result<QList<RetryPolicy>>& own) {
        m_own = own.value_or(QList<RetryPolicy>());
        listPolicies();
    });
    listPolicies();
    showRows();
}

void ReplayManner::arrange()
{
    m_policy->setObjectName(QStringLiteral("replayPolicy"));
    m_policy->setEditable(true);
    m_policy->setInsertPolicy(QComboBox::NoInsert);
    m_policy->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_policy->setToolTip(tr("Or as typed: fixed:30x5, exponential:30,2,8, list:30,60,300 (seconds)."));
    const auto beside = [](SegmentedControl* choice, QWidget* number) {
        auto* both = new QWidget;
        auto* row = new QHBoxLayout(both);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(space::normal);
        row->addWidget(choice);
        row->addWidget(number);
        row->addStretch(1);
        both->setFocusProxy(choice);
        return both;
    };
    m_paceRow = beside(m_pace, m_value);
    m_form->setLabelWidth(scaled(replayLabelWidth));
    m_form->addRow(tr("How often"), beside(m_often, m_times));
    m_form->addRow(tr("Pace"), m_paceRow);
    m_form->addRow(tr("Retries"), m_policy);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_form);
}

void ReplayManner::setProvider(const QString& provider, const QString& webhooksPolicy)
{
    m_provider = provider;
    m_webhooksPolicy = webhooksPolicy;
    listPolicies();
}

void ReplayManner::addPolicy(const QString& title, const QString& name)
{
    if (m_policy->findData(name) < 0)
        m_policy->addItem(title, name);
}

void ReplayManner::listPolicies()
{
    const QString chosen = m_policy->currentText();
    const QSignalBlocker quiet(m_policy);
    m_policy->clear();
    addPolicy(tr("None: each is tried once"), QString());
    if (!m_webhooksPolicy.isEmpty())
        m_policy->addItem(tr("As the webhook (%1)").arg(m_webhooksPolicy), m_webhooksPolicy);
    for (const QString& name : Policies::fixedNames()) {
        const auto known = m_workbench.policies().named(name, m_provider);
        if (known && name != QLatin1String("none"))
            addPolicy(m_workbench.policies().title(name, *known, m_provider), name);
    }
    for (const RetryPolicy& own : m_own)
        addPolicy(m_workbench.policies().title(own.name, own, m_provider), own.name);
    m_policy->setCurrentIndex(0);
    if (!chosen.isEmpty())
        m_policy->setEditText(chosen);
}

/// A listed one's name, or what was typed.
QString ReplayManner::policy() const
{
    const int listed =
        m_policy->findText(m_policy->currentText(), Qt::MatchFixedString | Qt::MatchCaseSensitive);
    return listed < 0 ? m_policy->currentText().trimmed() : m_policy->itemData(listed).toString();
}

QString ReplayManner::policyWords() const
{
    return policy().isEmpty() ? QString() : m_policy->currentText().trimmed();
}

/// What has no say is not shown; what does not go together cannot be chosen.
void ReplayManner::showRows()
{
    const int often = m_often->current();
    const bool many = m_sources > 1 || often != Once;
    m_times->setVisible(often != Once);
    m_times->setPrefix(often == UntilSuccess ? tr("at most ") : QString());
    m_times->setSuffix(tr(" times"));
    m_pace->setSegmentEnabled(Spacing, m_sources > 1 && often != UntilSuccess);
    m_pace->setSegmentEnabled(Together, often != UntilSuccess);
    if ((m_pace->current() == Spacing && (m_sources == 1 || often == UntilSuccess)) ||
        (m_pace->current() == Together && often == UntilSuccess))
        m_pace->setCurrent(AtOnce);
    m_form->setRowVisible(m_paceRow, many);
    const bool rate = m_pace->current() == Rate;
    m_value->setVisible(rate || m_pace->current() == Spacing);
    m_value->setSuffix(rate ? tr(" a second") : tr(" times as fast"));
    m_value->setAccessibleName(rate ? tr("Requests a second") : tr("How many times as fast"));
    emit changed();
}

ReplaySeries ReplayManner::applied(ReplaySeries series) const
{
    const int often = m_often->current();
    series.each.policy = policy();
    series.each.count = often == Once ? 1 : m_times->value();
    series.untilSuccess = often == UntilSuccess;
    const bool many = m_sources > 1 || often != Once;
    switch (many ? m_pace->current() : AtOnce) {
    case Rate:
        series.pace = {ReplayPace::Kind::Rate, m_value->value()};
        break;
    case Spacing:
        series.pace = {ReplayPace::Kind::Spacing, m_value->value()};
        break;
    case Together:
        series.pace = {ReplayPace::Kind::Together, 1};
        break;
    default:
        series.pace = {};
    }
    return series;
}

} // namespace hookworks
