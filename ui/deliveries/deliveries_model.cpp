// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deliveries/deliveries_model.h"

#include "ui/timeline/timeline_lane.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/relative_time.h"
#include "ui/widgets/state_mark.h"
#include "ui/widgets/text_views.h"

#include <QIcon>

#include <algorithm>

namespace hookworks {

namespace {

QString resultOf(const Attempt& attempt)
{
    if (!attempt.outcome)
        return {};
    const QString took = attempt.finishedAt
                             ? measured(std::max(Micros(0), *attempt.finishedAt - attempt.startedAt))
                             : QString();
    const QString what =
        attempt.status > 0 ? QString::number(attempt.status) : outcomeWords(*attempt.outcome);
    const QString reason = *attempt.outcome == Outcome::Success || attempt.status == 0
                               ? what
                               : what + u' ' + outcomeWords(*attempt.outcome);
    return took.isEmpty() ? reason : DeliveriesModel::tr("%1 in %2").arg(reason, took);
}

} // namespace

DeliveryRow rowOf(const Delivery& delivery, const Attempt* last)
{
    DeliveryRow row;
    row.id = delivery.id;
    row.event = delivery.event;
    row.webhook = delivery.webhookName;
    row.replayOf = delivery.replayOf;
    row.state = delivery.state;
    row.attempts = delivery.attempts;
    row.planned = std::max(static_cast<int>(delivery.plan.size()), delivery.attempts);
    row.nextDueAt = isFinal(delivery.state) ? std::nullopt : delivery.nextDueAt;
    row.createdAt = delivery.createdAt;
    if (last)
        row.lastResult = resultOf(*last);
    return row;
}

DeliveriesModel::DeliveriesModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

int DeliveriesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_rows.size();
}

int DeliveriesModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString DeliveriesModel::nextWords(const DeliveryRow& row) const
{
    if (row.state == DeliveryState::Held || !row.nextDueAt)
        return QStringLiteral("–");
    const Micros left = *row.nextDueAt - m_now;
    return left.count() <= 0 ? tr("now") : tr("in %1").arg(countdown(left));
}

QString DeliveriesModel::text(const DeliveryRow& row, int column) const
{
    switch (column) {
    case Event:
        return row.replayOf.isEmpty() ? row.event
               : row.event.isEmpty()  ? tr("Replay of %1").arg(row.replayOf)
                                      : tr("Replay of %1: %2").arg(row.replayOf, row.event);
    case WebhookName:
        return row.webhook.isEmpty() ? row.id.toString() : row.webhook;
    case State:
        return stateWords(row.state);
    case Attempts:
        return QStringLiteral("%1 / %2").arg(row.attempts).arg(row.planned);
    case Next:
        return nextWords(row);
    case LastResult:
        return row.lastResult;
    case Made:
        return relativeTime(row.createdAt, m_real);
    default:
        return {};
    }
}

QString DeliveriesModel::tip(const DeliveryRow& row, int column) const
{
    if (column == Made)
        return exactTime(row.createdAt);
    if (column == Next && row.nextDueAt)
        return tr("Due at %1 on the workbench's clock")
            .arg(exactTime(realTimeFromMicros(microsSinceEpoch(*row.nextDueAt))));
    if (column == Event && !row.replayOf.isEmpty())
        return tr("%1, a replay of %2").arg(row.id.toString(), row.replayOf);
    return column == Event ? row.id.toString() : plainToolTip(text(row, column));
}

QVariant DeliveriesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const DeliveryRow& row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return tip(row, index.column());
    case Qt::DecorationRole:
        if (index.column() == Event && !row.replayOf.isEmpty())
            return themedIcon(QStringLiteral("view-refresh"));
        return index.column() == State ? QVariant(stateIcon(stateKind(row.state))) : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant(index.column() == Attempts || index.column() == Next
                            ? Qt::AlignRight | Qt::AlignVCenter
                            : Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::AccessibleTextRole:
        return headerData(index.column(), Qt::Horizontal).toString() + QStringLiteral(": ") +
               text(row, index.column());
    default:
        return {};
    }
}

QVariant DeliveriesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(section == Attempts || section == Next ? Qt::AlignRight | Qt::AlignVCenter
                                                               : Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const QString titles[] = {tr("Event"), tr("Webhook"),     tr("State"), tr("Attempts"),
                              tr("Next"),  tr("Last result"), tr("Made")};
    return titles[section];
}

bool DeliveriesModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && !m_complete && !m_waiting;
}

void DeliveriesModel::fetchMore(const QModelIndex& parent)
{
    if (!canFetchMore(parent))
        return;
    m_waiting = true;
    emit pageWanted(m_rows.size() == 0 ? std::nullopt : std::optional(m_rows.rows().last().id));
}

void DeliveriesModel::reset()
{
    beginResetModel();
    m_rows.clear();
    m_complete = false;
    m_waiting = false;
    endResetModel();
    emit heldChanged(0);
}

void DeliveriesModel::showNothing()
{
    reset();
    m_complete = true;
}

void DeliveriesModel::addPage(const QList<DeliveryRow>& rows, bool last)
{
    addPart(rows);
    m_waiting = false;
    m_complete = last;
}

void DeliveriesModel::addPart(const QList<DeliveryRow>& rows)
{
    const QList<DeliveryRow> older = m_rows.unknownOlder(rows);
    if (older.isEmpty())
        return;
    const int first = m_rows.size();
    beginInsertRows({}, first, first + static_cast<int>(older.size()) - 1);
    m_rows.append(older);
    endInsertRows();
    m_rows.dropHeldThatAreShown();
}

void DeliveriesModel::insertMissing(const QList<DeliveryRow>& rows)
{
    for (const DeliveryRow& row : rows) {
        const int at = m_rows.gapFor(row.id, m_complete);
        if (at < 0)
            continue;
        beginInsertRows({}, at, at);
        m_rows.insert(at, row);
        endInsertRows();
    }
}

void DeliveriesModel::upsert(const QList<DeliveryRow>& rows)
{
    insertMissing(rows);
    const int before = m_rows.held();
    int first = m_rows.size(), last = -1;
    for (const DeliveryRow& changed : rows) {
        const int row = m_rows.find(changed.id);
        if (row >= 0) {
            const QString known = m_rows.at(row).lastResult;
            m_rows.at(row) = changed;
            if (changed.lastResult.isEmpty())
                m_rows.at(row).lastResult = known;
            first = std::min(first, row);
            last = std::max(last, row);
        } else if (m_rows.isNewer(changed.id)) {
            m_rows.hold(changed);
        }
    }
    if (last >= 0)
        emit dataChanged(index(first, 0), index(last, ColumnCount - 1));
    if (m_rows.held() != before)
        emit heldChanged(m_rows.held());
}

void DeliveriesModel::release()
{
    const int held = m_rows.held();
    if (held == 0)
        return;
    beginInsertRows({}, 0, held - 1);
    m_rows.release();
    endInsertRows();
    emit heldChanged(0);
}

void DeliveriesModel::remove(const QList<DeliveryId>& ids)
{
    for (const DeliveryId id : ids) {
        m_rows.dropHeld(id);
        const int row = m_rows.find(id);
        if (row < 0)
            continue;
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
    }
    emit heldChanged(m_rows.held());
}

void DeliveriesModel::setNow(WorkTime now, RealTime real)
{
    m_now = now;
    m_real = real;
    if (m_rows.size() == 0)
        return;
    emit dataChanged(index(0, Next), index(m_rows.size() - 1, Next), {Qt::DisplayRole});
    emit dataChanged(index(0, Made), index(m_rows.size() - 1, Made), {Qt::DisplayRole});
}

} // namespace hookworks
