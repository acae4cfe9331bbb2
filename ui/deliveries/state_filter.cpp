// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deliveries/state_filter.h"

#include "ui/widgets/segmented_control.h"

#include <QHBoxLayout>

#include <algorithm>

namespace hookworks {

namespace {

constexpr auto countEvery = std::chrono::milliseconds(500);

struct StateGroup
{
    QString words;
    QList<DeliveryState> states; ///< empty: all
    bool alert = false;
};

const QList<StateGroup>& groups()
{
    using State = DeliveryState;
    static const QList<StateGroup> all{
        {StateFilter::tr("All"), {}},
        {StateFilter::tr("Waiting"), {State::Waiting, State::Sending, State::Retrying, State::Held}},
        {StateFilter::tr("Failed"), {State::Exhausted, State::Unknown}, true},
        {StateFilter::tr("Delivered"), {State::Delivered}},
        {StateFilter::tr("Cancelled"), {State::Cancelled}}};
    return all;
}

int shownCount(qint64 count)
{
    return static_cast<int>(std::min<qint64>(count, std::numeric_limits<int>::max()));
}

} // namespace

StateFilter::StateFilter(Deliveries& deliveries, QWidget* parent)
    : QWidget(parent)
    , m_deliveries(deliveries)
    , m_segments(new SegmentedControl(tr("State")))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_segments);
    setFocusProxy(m_segments);
    for (const StateGroup& group : groups())
        m_segments->addSegment(group.words);
    m_delay.setSingleShot(true);
    m_delay.setInterval(countEvery);
    connect(&m_delay, &QTimer::timeout, this, &StateFilter::count);
    connect(&deliveries, &Deliveries::changed, this, [this] {
        if (isVisible() && !m_delay.isActive())
            m_delay.start();
    });
    connect(m_segments, &SegmentedControl::chosen, this, &StateFilter::chosen);
}

QList<DeliveryState> StateFilter::states() const
{
    return groups()[m_segments->current()].states;
}

bool StateFilter::isNarrow() const
{
    return m_segments->current() > 0;
}

void StateFilter::chooseAll()
{
    m_segments->setCurrent(0);
}

void StateFilter::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    count();
}

void StateFilter::count()
{
    m_deliveries.counts().then(this, [this](const Result<DeliveryCounts>& counts) {
        if (counts)
            showCounts(*counts);
    });
}

void StateFilter::showCounts(const DeliveryCounts& counts)
{
    for (int i = 0; i < groups().size(); ++i) {
        qint64 count = 0;
        for (auto each = counts.begin(); each != counts.end(); ++each) {
            if (groups()[i].states.isEmpty() || groups()[i].states.contains(each.key()))
                count += each.value();
        }
        m_segments->setCount(i, shownCount(count), groups()[i].alert && count > 0);
    }
}

} // namespace hookworks
