// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/delivery.h"
#include "domain/webhook.h"
#include "ui/widgets/tokens.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QSet>

namespace hookworks {

class Providers;

/// What came of a webhook's newest delivery.
struct LastResult
{
    DeliveryId delivery;
    StateKind state = StateKind::Planned;
    QString words; ///< `200 in 12 ms`, `timed out`
    RealTime at;   ///< when that was
    bool operator==(const LastResult&) const = default;
};
/// `attempts`: those of the delivery, by number.
LastResult lastResultOf(const Delivery& delivery, const QList<Attempt>& attempts);

/// A provider's events as a narrow column says them: `completed, failed`, `all`.
QString shortEvents(const Providers& providers, const QString& provider, const QStringList& events);

/// A webhook's circuit as the table says it.
struct CircuitView
{
    CircuitState state = CircuitState::Closed;
    QString words;
    bool operator==(const CircuitView&) const = default;
};

/// The subscriptions, by name. Rows keep their place while they change.
class WebhooksModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column
    {
        On,
        Name,
        Last,
        Provider,
        Events,
        Url,
        CircuitColumn,
        ColumnCount
    };
    enum Role
    {
        WebhookRole = Qt::UserRole + 1
    };

    explicit WebhooksModel(const Providers& providers, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    /// The tick in the first column asks; it changes when the workspace says so.
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

    void setWebhooks(const QList<Webhook>& webhooks);
    /// Kept where it is of no older delivery than the one known.
    void setLastResult(WebhookId id, const LastResult& result);
    /// The circuits that are not closed, with their words.
    void setCircuits(const QHash<WebhookId, CircuitView>& circuits);
    std::optional<LastResult> lastResult(WebhookId id) const;
    /// Those that were edited and not saved.
    void setDrafts(const QSet<WebhookId>& drafts);
    int rowOf(WebhookId id) const;
    const Webhook& at(int row) const { return m_webhooks[row]; }
    const QList<Webhook>& webhooks() const { return m_webhooks; }

signals:
    void enabledWanted(hookworks::WebhookId id, bool enabled);

private:
    QString text(const Webhook& webhook, int column) const;
    QVariant state(const Webhook& webhook, int column) const;
    bool isQuiet(const Webhook& webhook, int column) const;
    CircuitView circuitOf(const Webhook& webhook) const;
    QString toolTip(const Webhook& webhook, int column) const;

    const Providers& m_providers;
    QList<Webhook> m_webhooks;
    QHash<WebhookId, LastResult> m_results;
    QHash<WebhookId, CircuitView> m_circuits;
    QSet<WebhookId> m_drafts;
};

} // namespace hookworks
