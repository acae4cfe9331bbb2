// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulate/coverage_model.h"

#include "domain/shown_secrets.h"
#include "ui/widgets/cell_delegate.h"

#include <algorithm>

namespace hookworks {

int CoverageModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_events.size());
}

int CoverageModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_webhooks.size()) + 1;
}

EventPair CoverageModel::pairAt(const QModelIndex& index) const
{
    return {webhookOf(index).id, m_events[index.row()]};
}

bool CoverageModel::isSubscribed(const EventPair& pair) const
{
    const auto found = std::ranges::find(m_webhooks, pair.webhook, &Webhook::id);
    return found != m_webhooks.end() && subscribes(*found, pair.event);
}

bool CoverageModel::isTicked(const EventPair& pair) const
{
    const auto found = std::ranges::find(m_webhooks, pair.webhook, &Webhook::id);
    return isSubscribed(pair) && m_ticks.value(pair, found->enabled);
}

QString CoverageModel::words(const QModelIndex& index) const
{
    if (index.column() == 0)
        return m_events[index.row()];
    const EventPair pair = pairAt(index);
    const auto result = m_results.constFind(pair);
    if (!isSubscribed(pair))
        return tr("not subscribed");
    if (!webhookOf(index).enabled)
        return tr("off");
    return result == m_results.cend() ? tr("not sent yet") : result->words;
}

QVariant CoverageModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const bool pair = index.column() > 0;
    switch (role) {
    case Qt::DisplayRole:
        return words(index);
    case Qt::CheckStateRole:
        return pair && isSubscribed(pairAt(index))
                   ? QVariant(isTicked(pairAt(index)) ? Qt::Checked : Qt::Unchecked)
                   : QVariant();
    case CellStateRole:
        if (!pair || !isSubscribed(pairAt(index)))
            return {};
        if (!webhookOf(index).enabled)
            return static_cast<int>(StateKind::Cancelled);
        return static_cast<int>(m_results.value(pairAt(index)).state);
    case CellQuietRole:
        return pair && !m_results.contains(pairAt(index));
    case Qt::AccessibleTextRole:
        return pair ? QStringLiteral("%1: %2").arg(webhookOf(index).name, words(index)) : words(index);
    case Qt::ToolTipRole:
        return pair && m_results.contains(pairAt(index))
                   ? tr("Delivery %1").arg(m_results[pairAt(index)].delivery.toString())
                   : QString();
    default:
        return {};
    }
}

QVariant CoverageModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section > m_webhooks.size())
        return {};
    if (section == 0)
        return role == Qt::DisplayRole ? QVariant(tr("Event")) : QVariant();
    const Webhook& webhook = m_webhooks[section - 1];
    switch (role) {
    case Qt::DisplayRole:
        return webhook.name;
    case UrlRole:
        return urlForShowing(webhook.url);
    case Qt::ToolTipRole:
        return QString(webhook.name + u'\n' + urlForShowing(webhook.url));
    default:
        return {};
    }
}

Qt::ItemFlags CoverageModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    flags.setFlag(Qt::ItemIsUserCheckable, index.column() > 0 && isSubscribed(pairAt(index)));
    return flags;
}

bool CoverageModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::CheckStateRole || !(flags(index) & Qt::ItemIsUserCheckable))
        return false;
    m_ticks[pairAt(index)] = value.toInt() == Qt::Checked;
    emit dataChanged(index, index);
    emit ticksChanged();
    return true;
}

void CoverageModel::setPairs(const QStringList& events, const QList<Webhook>& webhooks)
{
    if (events == m_events && std::ranges::equal(webhooks, m_webhooks, {}, &Webhook::id, &Webhook::id)) {
        m_webhooks = webhooks;
        if (!events.isEmpty())
            emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        if (!webhooks.isEmpty())
            emit headerDataChanged(Qt::Horizontal, 1, columnCount() - 1);
        return;
    }
    beginResetModel();
    m_events = events;
    m_webhooks = webhooks;
    endResetModel();
}

void CoverageModel::setResult(const EventPair& pair, const PairResult& result)
{
    if (m_results.value(pair).delivery > result.delivery)
        return;
    m_results[pair] = result;
    const auto webhook = std::ranges::find(m_webhooks, pair.webhook, &Webhook::id);
    const int row = rowOf(pair.event);
    if (webhook == m_webhooks.end() || row < 0)
        return;
    const QModelIndex cell = index(row, static_cast<int>(webhook - m_webhooks.begin()) + 1);
    emit dataChanged(cell, cell);
}

QList<EventPair> CoverageModel::pairs() const
{
    QList<EventPair> pairs;
    for (const QString& event : m_events) {
        for (const Webhook& webhook : m_webhooks) {
            if (subscribes(webhook, event))
                pairs << EventPair{webhook.id, event};
        }
    }
    return pairs;
}

QList<WebhookId> CoverageModel::ticked(const QString& event) const
{
    QList<WebhookId> ids;
    for (const Webhook& webhook : m_webhooks) {
        if (isTicked({webhook.id, event}))
            ids << webhook.id;
    }
    return ids;
}

CoverageModel::Coverage CoverageModel::coverage() const
{
    Coverage coverage;
    for (const QString& event : m_events) {
        for (const Webhook& webhook : m_webhooks) {
            const EventPair pair{webhook.id, event};
            if (!webhook.enabled || !subscribes(webhook, event))
                continue;
            ++coverage.subscribed;
            if (m_results.contains(pair))
                ++coverage.covered;
            else
                coverage.missing << pair;
        }
    }
    return coverage;
}

std::optional<Webhook> CoverageModel::webhookAt(int column) const
{
    return column > 0 && column <= m_webhooks.size() ? std::optional(m_webhooks[column - 1]) : std::nullopt;
}

} // namespace hookworks
