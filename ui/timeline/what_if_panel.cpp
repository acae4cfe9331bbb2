// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/what_if_panel.h"

#include "ui/widgets/text_views.h"
#include "ui/widgets/theme.h"
#include "workbench/deliver/deliveries.h"
#include "workbench/design/designer.h"
#include "workbench/design/policies.h"
#include "workbench/session/workbench.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSet>
#include <QVBoxLayout>

namespace hookworks {

namespace {

QDoubleSpinBox* minutesField(const QString& name)
{
    auto* field = new QDoubleSpinBox;
    field->setRange(0, 100'000);
    field->setDecimals(1);
    field->setSuffix(WhatIfPanel::tr(" min"));
    field->setAccessibleName(name);
    return field;
}

TimelineLane laneOfPlan(const QString& name, const QList<PlannedAttempt>& plan, WorkTime first, qint64 id)
{
    TimelineLane lane;
    lane.delivery = {id};
    lane.webhook = name;
    for (const PlannedAttempt& attempt : plan) {
        TimelineMark mark;
        mark.number = attempt.number;
        mark.planned = true;
        mark.at = first + attempt.after;
        mark.gap = attempt.gap;
        lane.marks << mark;
    }
    return lane;
}

} // namespace

QString words(const WhatIfSummary& summary)
{
    QStringList parts;
    if (summary.untouched > 0)
        parts << WhatIfPanel::tr("%1 untouched").arg(summary.untouched);
    if (summary.survive > 0 && summary.worstDelay)
        parts << WhatIfPanel::tr("%1 delivered, the last after %2")
                     .arg(summary.survive)
                     .arg(durationWords(*summary.worstDelay));
    if (summary.lost > 0)
        parts << WhatIfPanel::tr("%1 lost").arg(summary.lost);
    return parts.isEmpty() ? WhatIfPanel::tr("no delivery") : parts.join(QStringLiteral(", "));
}

WhatIfPanel::WhatIfPanel(Workbench& workbench, TimelineView& timeline, QWidget* parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_timeline(timeline)
    , m_planView(new TimelineView)
    , m_words(plainLabel())
    , m_from(minutesField(tr("Outage starts in")))
    , m_length(minutesField(tr("Outage lasts")))
    , m_apply(new QPushButton(tr("Use the better policy")))
    , m_close(new QPushButton(tr("Close")))
{
    m_planView->setModel(&m_plans);
    m_planView->setAccessibleName(tr("Both policies on the outage"));
    m_planView->setFixedHeight(m_planView->minimumSizeHint().height() + space::normal);
    makeSide(m_sides[0], tr("First policy"));
    makeSide(m_sides[1], tr("Second policy"));
    m_sides[0].choice->setCurrentText(QStringLiteral("svix"));
    m_sides[1].choice->setCurrentText(QStringLiteral("standard-webhooks"));
    makeRows();
    setFocusProxy(m_from);
    connect(&m_timeline.outage(), &TimelineOutage::changed, this, &WhatIfPanel::outageChanged);
    connect(m_from, &QDoubleSpinBox::valueChanged, this, &WhatIfPanel::setOutageFromFields);
    connect(m_length, &QDoubleSpinBox::valueChanged, this, &WhatIfPanel::setOutageFromFields);
    connect(m_apply, &QPushButton::clicked, this, &WhatIfPanel::applyBetter);
    connect(m_close, &QPushButton::clicked, this, [this] { m_timeline.outage().paint(std::nullopt); });
    hide();
}

void WhatIfPanel::makeRows()
{
    auto* first = new QHBoxLayout;
    for (QWidget* part : std::initializer_list<QWidget*>{new QLabel(tr("Outage in")), m_from,
                                                         new QLabel(tr("for")), m_length})
        first->addWidget(part);
    first->addSpacing(space::normal);
    first->addWidget(m_words, 1);
    first->addWidget(m_apply);
    first->addWidget(m_close);
    auto* sides = new QGridLayout;
    for (int column = 0; const Side& side : m_sides) {
        sides->addWidget(side.choice, 0, column++);
        sides->setColumnStretch(column, 1);
        sides->addWidget(side.words, 0, column++);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::wide, space::close, space::wide, 0);
    column->setSpacing(space::tight);
    column->addLayout(first);
    column->addLayout(sides);
    column->addWidget(m_planView);
}

void WhatIfPanel::makeSide(Side& side, const QString& name)
{
    side.choice = new QComboBox;
    side.choice->setEditable(true);
    side.choice->setAccessibleName(name);
    QStringList names = Policies::fixedNames();
    names.removeAll(QStringLiteral("provider"));
    side.choice->addItems(names);
    side.words = plainLabel();
    connect(side.choice, &QComboBox::currentTextChanged, this, [this, &side] { resolve(side); });
}

void WhatIfPanel::outageChanged()
{
    const std::optional<Outage> outage = m_timeline.outage().painted();
    setVisible(outage.has_value());
    if (!outage)
        return;
    m_setting = true;
    m_from->setValue(seconds(outage->from - m_timeline.now()) / 60);
    m_length->setValue(seconds(outage->to - outage->from) / 60);
    m_setting = false;
    for (Side& side : m_sides) {
        if (!side.known)
            resolve(side);
    }
    judge();
}

void WhatIfPanel::setOutageFromFields()
{
    if (m_setting)
        return;
    const WorkTime from = m_timeline.now() + microsFromSeconds(m_from->value() * 60);
    m_timeline.outage().paint(Outage{from, from + microsFromSeconds(m_length->value() * 60)});
}

void WhatIfPanel::resolve(Side& side)
{
    const QString name = side.choice->currentText().trimmed();
    m_workbench.policies().preview(name).then(
        this, [this, &side, name](const Result<PolicyPreview>& preview) {
            if (side.choice->currentText().trimmed() != name)
                return;
            side.known = preview.has_value();
            side.plan = preview ? preview->plan : QList<PlannedAttempt>();
            if (!preview)
                side.words->setText(preview.error().message);
            judge();
        });
}

/// When each lane's plan would have begun.
QList<WorkTime> WhatIfPanel::firsts() const
{
    QList<WorkTime> times;
    if (!m_timeline.model())
        return times;
    for (const TimelineLane& lane : m_timeline.model()->lanes()) {
        if (!isFinal(lane.state) && !lane.marks.isEmpty())
            times << lane.origin();
    }
    if (times.isEmpty())
        times << m_timeline.now();
    return times;
}

QList<DeliveryId> WhatIfPanel::shownDeliveries() const
{
    QList<DeliveryId> ids;
    for (const TimelineLane& lane : m_timeline.model()->lanes()) {
        if (!isFinal(lane.state))
            ids << lane.delivery;
    }
    return ids;
}

void WhatIfPanel::judgeSide(Side& side)
{
    if (!side.known)
        return;
    side.summary = summarise(side.plan, firsts(), *m_timeline.outage().painted());
    side.words->setText(words(side.summary));
}

void WhatIfPanel::judge()
{
    if (!m_timeline.outage().painted() || !m_timeline.model())
        return;
    WhatIfSummary now;
    for (const TimelineLane& lane : m_timeline.model()->lanes()) {
        if (isFinal(lane.state))
            continue;
        const WhatIf fate = whatIf(lane, *m_timeline.outage().painted());
        now.untouched += fate.verdict == WhatIf::Verdict::Untouched ? 1 : 0;
        now.survive += fate.verdict == WhatIf::Verdict::Survives ? 1 : 0;
        now.lost += fate.verdict == WhatIf::Verdict::Lost ? 1 : 0;
        if (fate.delivered && fate.verdict == WhatIf::Verdict::Survives)
            now.worstDelay =
                std::max(now.worstDelay.value_or(Micros(0)), Micros(*fate.delivered - lane.origin()));
    }
    m_words->setText(tr("With their own policies: %1").arg(words(now)));
    for (Side& side : m_sides)
        judgeSide(side);
    const Side* const best = better();
    m_apply->setEnabled(best && !shownDeliveries().isEmpty());
    m_apply->setText(best ? tr("Use %1").arg(best->choice->currentText()) : tr("Use the better policy"));
    showPlans();
}

void WhatIfPanel::showPlans()
{
    const WorkTime first =
        m_timeline.timelineCursor().lane() ? m_timeline.timelineCursor().lane()->origin() : firsts().first();
    QList<TimelineLane> lanes;
    for (int number = 1; const Side& side : m_sides) {
        if (side.known)
            lanes << laneOfPlan(side.choice->currentText(), side.plan, first, number);
        ++number;
    }
    m_planView->setNow(m_timeline.now());
    m_plans.setLanes(lanes);
    m_planView->outage().paint(m_timeline.outage().painted());
}

const WhatIfPanel::Side* WhatIfPanel::better() const
{
    const auto& [left, right] = m_sides;
    if (!left.known || !right.known)
        return nullptr;
    const int order = compare(left.summary, right.summary);
    return order == 0 ? nullptr : order < 0 ? &left : &right;
}

/// For the webhooks of the lanes shown that are not final: their next deliveries use it.
void WhatIfPanel::applyBetter()
{
    const Side* const best = better();
    if (!best)
        return;
    const QString policy = best->choice->currentText().trimmed();
    m_workbench.deliveries()
        .light(shownDeliveries())
        .then(this, [this, policy](const Result<QList<DeliveryRecord>>& records) {
            if (!records) {
                emit said(records.error().message);
                return;
            }
            QSet<WebhookId> webhooks;
            for (const DeliveryRecord& record : *records) {
                if (record.delivery.webhook)
                    webhooks << *record.delivery.webhook;
            }
            for (const WebhookId id : webhooks)
                setPolicy(id, policy);
            emit said(tr("From their next delivery on, %1 is the policy of these webhooks: %2.")
                          .arg(policy)
                          .arg(webhooks.size()));
        });
}

void WhatIfPanel::setPolicy(WebhookId webhook, const QString& policy)
{
    Designer& designer = m_workbench.designer();
    designer.webhook(webhook).then(this, [this, &designer, policy](const Result<Webhook>& known) {
        if (!known)
            return;
        Webhook changed = *known;
        changed.policy = policy;
        designer.saveWebhook(changed).then(this, [this](const Result<Webhook>& stored) {
            if (!stored)
                emit said(stored.error().message);
        });
    });
}

} // namespace hookworks
