// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/webhook.h"
#include "ui/widgets/tokens.h"
#include "workbench/simulate/simulator.h"

#include <QAbstractTableModel>
#include <QMap>

namespace hookworks {

/// What came of the newest delivery of an event to a webhook.
struct PairResult
{
    DeliveryId delivery;
    StateKind state = StateKind::Planned;
    QString words; ///< `200 in 12 ms`
    bool operator==(const PairResult&) const = default;
};

/// A provider's events against the webhooks that serve a report: who subscribes to what, what came of it, and
/// a tick for what is to be sent. The first column names the events.
class CoverageModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role
    {
        UrlRole = Qt::UserRole + 1 ///< of a column's head
    };
    /// How far a workspace covers what is subscribed to.
    struct Coverage
    {
        int subscribed = 0, covered = 0;
        QList<EventPair> missing; ///< of webhooks that are on: nothing was ever sent
    };

    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

    /// Ticks that somebody changed stay; else those are ticked that are on and subscribe.
    void setPairs(const QStringList& events, const QList<Webhook>& webhooks);
    /// Kept where it is of no older delivery than the one known.
    void setResult(const EventPair& pair, const PairResult& result);
    QList<EventPair> pairs() const;
    QList<WebhookId> ticked(const QString& event) const;
    Coverage coverage() const;
    int rowOf(const QString& event) const { return static_cast<int>(m_events.indexOf(event)); }
    QString eventAt(int row) const { return m_events.value(row); }
    std::optional<Webhook> webhookAt(int column) const;
    const QList<Webhook>& webhooks() const { return m_webhooks; }

signals:
    void ticksChanged();

private:
    EventPair pairAt(const QModelIndex& index) const;
    bool isTicked(const EventPair& pair) const;
    bool isSubscribed(const EventPair& pair) const;
    const Webhook& webhookOf(const QModelIndex& index) const { return m_webhooks[index.column() - 1]; }
    QString words(const QModelIndex& index) const;

    QStringList m_events;
    QList<Webhook> m_webhooks;
    QMap<EventPair, PairResult> m_results;
    QMap<EventPair, bool> m_ticks; ///< that somebody changed
};

} // namespace hookworks
