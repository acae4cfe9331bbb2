// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/captures/captures_model.h"

#include "ui/widgets/relative_time.h"
#include "ui/widgets/state_mark.h"
#include "ui/widgets/text_views.h"

#include <QIcon>
#include <QLocale>

#include <algorithm>

namespace hookworks {

namespace {

QString sizeWords(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, bytes < 1024 ? 0 : 1);
}

} // namespace

CapturesModel::CapturesModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

int CapturesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_rows.size();
}

int CapturesModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString CapturesModel::text(const CaptureRow& row, int column) const
{
    switch (column) {
    case Received:
        return relativeTime(row.receivedAt, m_now);
    case Method:
        return row.method;
    case Target:
        return row.valid ? row.target : row.problem;
    case Size:
        return sizeWords(row.bodyBytes);
    case Answer:
        return answerWords(row);
    case Rule:
        return row.forwardedTo.isEmpty() ? row.rule : tr("forwarded");
    case Match:
        return row.delivery ? tr("%1, attempt %2").arg(row.delivery->toString()).arg(row.attemptNumber)
                            : QString();
    default:
        return {};
    }
}

QVariant CapturesModel::decoration(const CaptureRow& row, int column) const
{
    if (column != Answer)
        return {};
    const bool well = row.valid && row.problem.isEmpty() && row.fault.isEmpty() &&
                      row.responseStatus >= 200 && row.responseStatus < 300;
    return stateIcon(well ? StateKind::Delivered : StateKind::Failed);
}

QVariant CapturesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const CaptureRow& row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return index.column() == Received ? exactTime(row.receivedAt)
                                          : plainToolTip(text(row, index.column()));
    case Qt::DecorationRole:
        return decoration(row, index.column());
    case Qt::TextAlignmentRole:
        return headerData(index.column(), Qt::Horizontal, role);
    case Qt::AccessibleTextRole:
        return headerData(index.column(), Qt::Horizontal).toString() + QStringLiteral(": ") +
               text(row, index.column());
    default:
        return {};
    }
}

QVariant CapturesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((section == Size ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const QString titles[] = {tr("Received"), tr("Method"), tr("Target"), tr("Body"),
                              tr("Answer"),   tr("Rule"),   tr("Attempt")};
    return titles[section];
}

bool CapturesModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && !m_complete && !m_waiting;
}

void CapturesModel::fetchMore(const QModelIndex& parent)
{
    if (!canFetchMore(parent))
        return;
    m_waiting = true;
    emit pageWanted(m_rows.size() == 0 ? std::nullopt : std::optional(m_rows.rows().last().id));
}

void CapturesModel::reset()
{
    beginResetModel();
    m_rows.clear();
    m_complete = false;
    m_waiting = false;
    endResetModel();
    emit heldChanged(0);
}

void CapturesModel::showNothing()
{
    reset();
    m_complete = true;
}

void CapturesModel::addPage(const QList<CaptureRow>& rows, bool last)
{
    addPart(rows);
    m_waiting = false;
    m_complete = last;
}

void CapturesModel::addPart(const QList<CaptureRow>& rows)
{
    const QList<CaptureRow> older = m_rows.unknownOlder(rows);
    if (older.isEmpty())
        return;
    const int first = m_rows.size();
    beginInsertRows({}, first, first + static_cast<int>(older.size()) - 1);
    m_rows.append(older);
    endInsertRows();
    m_rows.dropHeldThatAreShown();
}

void CapturesModel::insertMissing(const QList<CaptureRow>& rows)
{
    for (const CaptureRow& row : rows) {
        const int at = m_rows.gapFor(row.id, m_complete);
        if (at < 0)
            continue;
        beginInsertRows({}, at, at);
        m_rows.insert(at, row);
        endInsertRows();
    }
}

void CapturesModel::upsert(const QList<CaptureRow>& rows)
{
    insertMissing(rows);
    const int before = m_rows.held();
    int first = m_rows.size(), last = -1;
    for (const CaptureRow& changed : rows) {
        const int row = m_rows.find(changed.id);
        if (row >= 0) {
            m_rows.at(row) = changed;
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

void CapturesModel::release()
{
    const int held = m_rows.held();
    if (held == 0)
        return;
    beginInsertRows({}, 0, held - 1);
    m_rows.release();
    endInsertRows();
    emit heldChanged(0);
}

void CapturesModel::remove(const QList<CaptureId>& ids)
{
    for (const CaptureId id : ids) {
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

void CapturesModel::setNow(RealTime now)
{
    m_now = now;
    if (m_rows.size() > 0)
        emit dataChanged(index(0, Received), index(m_rows.size() - 1, Received), {Qt::DisplayRole});
}

} // namespace hookworks
