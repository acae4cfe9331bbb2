// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/delivery.h"
#include "ui/widgets/newest_first.h"

#include <QAbstractTableModel>

#include <optional>

namespace hookworks {

/// What the list knows of one delivery: small, for a hundred thousand of them.
struct DeliveryRow
{
    DeliveryId id;
    QString event, webhook, lastResult, replayOf;
    DeliveryState state = DeliveryState::Waiting;
    int attempts = 0, planned = 0;
    std::optional<WorkTime> nextDueAt;
    RealTime createdAt;
    bool operator==(const DeliveryRow&) const = default;
};

/// `last` is the newest attempt, if it is known.
DeliveryRow rowOf(const Delivery& delivery, const Attempt* last);

/// The list of deliveries, newest first, filled page by page as one scrolls (pageWanted, addPage). Rows that
/// are shown change in place; new ones wait until they are released, so that nothing moves under the pointer.
class DeliveriesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        Event,
        WebhookName,
        State,
        Attempts,
        Next,
        LastResult,
        Made,
        ColumnCount
    };

    explicit DeliveriesModel(QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

    /// Forgets everything; the first page is wanted next.
    void reset();
    /// The rows after the last one shown; `last` says that there are no older ones.
    void addPage(const QList<DeliveryRow>& rows, bool last);
    /// The same of a page that is still being searched for.
    void addPart(const QList<DeliveryRow>& rows);
    /// Nothing is shown, and nothing will be until reset().
    void showNothing();
    /// A page could not be read: it may be asked for again.
    void pageFailed() { m_waiting = false; }
    /// Known rows change in place, newer ones wait for release(); one that a filter left out until now takes
    /// its place, unless it is older than all that were read.
    void upsert(const QList<DeliveryRow>& rows);
    void release();
    int held() const { return m_rows.held(); }
    /// Every page was read.
    bool isComplete() const { return m_complete; }
    void remove(const QList<DeliveryId>& ids);

    /// The clocks that `in 2:00` and `5 min ago` are told by.
    void setNow(WorkTime now, RealTime real);

    DeliveryId idAt(int row) const { return m_rows.at(row).id; }
    const DeliveryRow& rowAt(int row) const { return m_rows.at(row); }
    int rowOf(DeliveryId id) const { return m_rows.find(id); }

signals:
    void pageWanted(std::optional<hookworks::DeliveryId> before);
    void heldChanged(int held);

private:
    void insertMissing(const QList<DeliveryRow>& rows);
    QString text(const DeliveryRow& row, int column) const;
    QString tip(const DeliveryRow& row, int column) const;
    QString nextWords(const DeliveryRow& row) const;

    NewestFirst<DeliveryRow> m_rows;
    bool m_complete = false; ///< no older rows in the store
    bool m_waiting = false;  ///< a page has been asked for
    WorkTime m_now;
    RealTime m_real;
};

} // namespace hookworks
