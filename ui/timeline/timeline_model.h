// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/timeline_lane.h"

#include <QAbstractListModel>
#include <QHash>
#include <QSet>

#include <variant>

namespace hookworks {

enum class TimelineGrouping
{
    None,
    Webhook,
    Event,
    Report
};

/// What the timeline paints: a row per delivery, and a heading row per group. Rows are found by delivery id;
/// changes come in batches through upsert(), which moves no other row. The display role is the row as it is
/// spoken.
class TimelineModel : public QAbstractListModel
{
    Q_OBJECT

public:
    struct Heading
    {
        QString text;
        int lanes = 0;
        bool operator==(const Heading&) const = default;
    };
    using Row = std::variant<Heading, TimelineLane>;

    explicit TimelineModel(QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

    /// Shows exactly these lanes, in this order within each group.
    void setLanes(QList<TimelineLane> lanes);
    /// Replaces known lanes in place and appends unknown ones to their group. A lane whose group changed
    /// moves. Each delivery at most once.
    void upsert(const QList<TimelineLane>& lanes);
    void remove(const QSet<DeliveryId>& deliveries);
    void setGrouping(TimelineGrouping grouping);
    TimelineGrouping grouping() const { return m_grouping; }

    /// nullptr for headings and for rows that are not there. Valid until the next change.
    const TimelineLane* lane(int row) const;
    const Heading* heading(int row) const;
    /// -1 where the delivery is not shown.
    int rowOf(DeliveryId delivery) const;
    /// All lanes in the order of their rows.
    QList<TimelineLane> lanes() const;
    /// The first and last mark of all lanes; nullopt when there are none.
    std::optional<std::pair<WorkTime, WorkTime>> extent() const { return measures().extent; }
    /// The longest lane, from its first to its last mark.
    Micros longest() const { return measures().longest; }

private:
    /// Of all lanes; measured once after each change.
    struct Measures
    {
        std::optional<std::pair<WorkTime, WorkTime>> extent;
        Micros longest{0};
    };
    const Measures& measures() const;
    QString groupOf(const TimelineLane& lane) const;
    void arrange(QList<TimelineLane> lanes);
    void append(const QString& group, const QList<TimelineLane>& lanes);
    void recount(int headingRow, int change);
    int headingRowOf(const QString& group) const;
    int headingRowFor(const QString& group);
    void indexRows(int from);

    TimelineGrouping m_grouping = TimelineGrouping::None;
    QList<Row> m_rows;
    QHash<DeliveryId, int> m_rowOf;
    mutable std::optional<Measures> m_measures;
};

} // namespace hookworks
