// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline_model.h"

#include <QMap>

#include <algorithm>

namespace hookworks {

TimelineModel::TimelineModel(QObject* parent)
    : QAbstractListModel(parent)
{
}

int TimelineModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant TimelineModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    if (const Heading* group = heading(index.row()))
        return tr("%1, deliveries: %2").arg(group->text).arg(group->lanes);
    return spoken(*lane(index.row()));
}

const TimelineLane* TimelineModel::lane(int row) const
{
    return row >= 0 && row < m_rows.size() ? std::get_if<TimelineLane>(&m_rows[row]) : nullptr;
}

const TimelineModel::Heading* TimelineModel::heading(int row) const
{
    return row >= 0 && row < m_rows.size() ? std::get_if<Heading>(&m_rows[row]) : nullptr;
}

int TimelineModel::rowOf(DeliveryId delivery) const
{
    return m_rowOf.value(delivery, -1);
}

QList<TimelineLane> TimelineModel::lanes() const
{
    QList<TimelineLane> lanes;
    lanes.reserve(m_rows.size());
    for (const Row& row : m_rows) {
        if (const auto* lane = std::get_if<TimelineLane>(&row))
            lanes << *lane;
    }
    return lanes;
}

const TimelineModel::Measures& TimelineModel::measures() const
{
    if (m_measures)
        return *m_measures;
    m_measures = Measures();
    for (int row = 0; row < m_rows.size(); ++row) {
        const TimelineLane* const one = lane(row);
        if (!one || one->marks.isEmpty())
            continue;
        auto& extent = m_measures->extent;
        if (!extent)
            extent.emplace(one->origin(), one->end());
        extent->first = std::min(extent->first, one->origin());
        extent->second = std::max(extent->second, one->end());
        m_measures->longest = std::max(m_measures->longest, Micros(one->end() - one->origin()));
    }
    return *m_measures;
}

QString TimelineModel::groupOf(const TimelineLane& lane) const
{
    switch (m_grouping) {
    case TimelineGrouping::None:
        return {};
    case TimelineGrouping::Webhook:
        return lane.webhook.isEmpty() ? tr("No webhook") : lane.webhook;
    case TimelineGrouping::Event:
        return lane.event;
    case TimelineGrouping::Report:
        return lane.report.isEmpty() ? tr("No report") : lane.report;
    }
    return {};
}

void TimelineModel::setLanes(QList<TimelineLane> lanes)
{
    beginResetModel();
    arrange(std::move(lanes));
    endResetModel();
}

void TimelineModel::setGrouping(TimelineGrouping grouping)
{
    if (grouping == m_grouping)
        return;
    beginResetModel();
    QList<TimelineLane> all = lanes();
    m_grouping = grouping;
    arrange(std::move(all));
    endResetModel();
}

/// Groups stand in the order of their names, lanes in the order given.
void TimelineModel::arrange(QList<TimelineLane> lanes)
{
    m_rows.clear();
    m_measures.reset();
    if (m_grouping == TimelineGrouping::None) {
        for (TimelineLane& lane : lanes)
            m_rows << std::move(lane);
    } else {
        QMap<QString, QList<TimelineLane>> groups;
        for (TimelineLane& lane : lanes)
            groups[groupOf(lane)] << std::move(lane);
        for (auto group = groups.begin(); group != groups.end(); ++group) {
            m_rows << Heading{group.key(), static_cast<int>(group->size())};
            for (TimelineLane& lane : *group)
                m_rows << std::move(lane);
        }
    }
    m_rowOf.clear();
    indexRows(0);
}

void TimelineModel::indexRows(int from)
{
    for (int row = from; row < m_rows.size(); ++row) {
        if (const TimelineLane* const one = lane(row))
            m_rowOf[one->delivery] = row;
    }
}

void TimelineModel::upsert(const QList<TimelineLane>& lanes)
{
    m_measures.reset();
    int first = rowCount(), last = -1;
    for (const TimelineLane& changed : lanes) {
        const int row = rowOf(changed.delivery);
        if (row >= 0 && groupOf(*lane(row)) == groupOf(changed)) {
            m_rows[row] = changed;
            first = std::min(first, row);
            last = std::max(last, row);
        }
    }
    if (last >= 0)
        emit dataChanged(index(first), index(last));
    QMap<QString, QList<TimelineLane>> fresh;
    for (const TimelineLane& changed : lanes) {
        const int row = rowOf(changed.delivery);
        if (row >= 0 && *lane(row) == changed)
            continue;
        if (row >= 0)
            remove({changed.delivery});
        fresh[groupOf(changed)] << changed;
    }
    for (auto group = fresh.cbegin(); group != fresh.cend(); ++group)
        append(group.key(), *group);
}

int TimelineModel::headingRowOf(const QString& group) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        const Heading* const found = heading(row);
        if (found && found->text == group)
            return row;
    }
    return -1;
}

/// The row of the group's heading, which is made where there is none; -1 without groups.
int TimelineModel::headingRowFor(const QString& group)
{
    if (m_grouping == TimelineGrouping::None)
        return -1;
    if (const int row = headingRowOf(group); row >= 0)
        return row;
    beginInsertRows({}, rowCount(), rowCount());
    m_rows << Heading{group, 0};
    endInsertRows();
    return rowCount() - 1;
}

/// In one go: a signal for each lane would measure and index everything as often.
void TimelineModel::append(const QString& group, const QList<TimelineLane>& lanes)
{
    const int headingRow = headingRowFor(group);
    const int at = headingRow < 0 ? rowCount() : headingRow + heading(headingRow)->lanes + 1;
    const int count = static_cast<int>(lanes.size());
    beginInsertRows({}, at, at + count - 1);
    m_rows.insert(at, count, Row());
    std::ranges::copy(lanes, m_rows.begin() + at);
    m_measures.reset();
    indexRows(at);
    endInsertRows();
    recount(headingRow, count);
}

void TimelineModel::recount(int headingRow, int change)
{
    if (headingRow < 0)
        return;
    std::get<Heading>(m_rows[headingRow]).lanes += change;
    emit dataChanged(index(headingRow), index(headingRow));
}

void TimelineModel::remove(const QSet<DeliveryId>& deliveries)
{
    m_measures.reset();
    for (const DeliveryId delivery : deliveries) {
        const int row = rowOf(delivery);
        if (row < 0)
            continue;
        const int headingRow = m_grouping == TimelineGrouping::None ? -1 : headingRowOf(groupOf(*lane(row)));
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        m_measures.reset();
        m_rowOf.remove(delivery);
        indexRows(row);
        endRemoveRows();
        recount(headingRow, -1);
        if (headingRow >= 0 && heading(headingRow)->lanes == 0) {
            beginRemoveRows({}, headingRow, headingRow);
            m_rows.removeAt(headingRow);
            indexRows(headingRow);
            endRemoveRows();
        }
    }
}

} // namespace hookworks
