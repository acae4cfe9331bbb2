// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/webhooks/webhooks_model.h"

#include "ui/widgets/circuit_mark.h"
#include "ui/widgets/state_mark.h"
#include "ui/widgets/text_views.h"
#include "workbench/design/designer.h"

#include <QGuiApplication>
#include <QPalette>

#include <algorithm>
#include <utility>

namespace hookworks {

namespace {

QString titleOf(const QString& provider)
{
    const auto info = Designer::provider(provider);
    return info ? info->title : provider;
}

} // namespace

int WebhooksModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_webhooks.size());
}

int WebhooksModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant WebhooksModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Webhook& webhook = m_webhooks[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return text(webhook, index.column());
    case Qt::CheckStateRole:
        return index.column() == On ? QVariant(webhook.enabled ? Qt::Checked : Qt::Unchecked) : QVariant();
    case Qt::DecorationRole:
        return icon(webhook, index.column());
    case Qt::ForegroundRole:
        return webhook.enabled ? QVariant() : QGuiApplication::palette().brush(QPalette::PlaceholderText);
    case Qt::ToolTipRole:
        return toolTip(webhook, index.column());
    case Qt::AccessibleTextRole:
        if (index.column() == On)
            return webhook.enabled                    ? tr("On")
                   : webhook.disabledReason.isEmpty() ? tr("Off")
                                                      : tr("Switched off: %1").arg(webhook.disabledReason);
        return text(webhook, index.column());
    case WebhookRole:
        return webhook.id.toString();
    default:
        return {};
    }
}

QVariant WebhooksModel::icon(const Webhook& webhook, int column) const
{
    if (column == Last && m_results.contains(webhook.id))
        return stateIcon(stateKind(m_results[webhook.id].state));
    if (column == CircuitColumn && webhook.flow.circuitOpensAfter > 0)
        return circuitIcon(circuitOf(webhook).state);
    return {};
}

CircuitView WebhooksModel::circuitOf(const Webhook& webhook) const
{
    if (webhook.flow.circuitOpensAfter <= 0)
        return {};
    return m_circuits.value(webhook.id, {CircuitState::Closed, tr("Closed")});
}

QVariant WebhooksModel::text(const Webhook& webhook, int column) const
{
    switch (column) {
    case Name:
        return m_drafts.contains(webhook.id) ? tr("%1 (not saved)").arg(webhook.name) : webhook.name;
    case Provider:
        return titleOf(webhook.provider);
    case Events:
        return webhook.events.isEmpty() ? tr("All") : webhook.events.join(QStringLiteral(", "));
    case Url:
        return webhook.url;
    case Auth:
        return webhook.token.isEmpty() ? tr("None") : tr("Token");
    case Last:
        return m_results.value(webhook.id).words;
    case CircuitColumn:
        return circuitOf(webhook).words;
    default:
        return {};
    }
}

QVariant WebhooksModel::toolTip(const Webhook& webhook, int column) const
{
    if ((column == On || column == Last) && !webhook.disabledReason.isEmpty())
        return plainToolTip(tr("Switched off: %1").arg(webhook.disabledReason));
    if (column == CircuitColumn)
        return plainToolTip(circuitOf(webhook).words);
    if (column == Events && !webhook.events.isEmpty())
        return plainToolTip(webhook.events.join(u'\n'));
    return {};
}

QVariant WebhooksModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case On:
        return tr("On");
    case Name:
        return tr("Name");
    case Provider:
        return tr("Provider");
    case Events:
        return tr("Events");
    case Url:
        return tr("URL");
    case Auth:
        return tr("Auth");
    case Last:
        return tr("Last result");
    case CircuitColumn:
        return tr("Circuit");
    default:
        return {};
    }
}

Qt::ItemFlags WebhooksModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    flags.setFlag(Qt::ItemIsUserCheckable, index.column() == On);
    return flags;
}

bool WebhooksModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!index.isValid() || index.column() != On || role != Qt::CheckStateRole)
        return false;
    emit enabledWanted(m_webhooks[index.row()].id, value.toInt() == Qt::Checked);
    return true;
}

/// Selections survive: rows are told apart by id, and only a change of their number or order resets.
void WebhooksModel::setWebhooks(const QList<Webhook>& webhooks)
{
    const bool sameRows = std::ranges::equal(m_webhooks, webhooks, {}, &Webhook::id, &Webhook::id);
    if (sameRows) {
        m_webhooks = webhooks;
        if (!webhooks.isEmpty())
            emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_webhooks = webhooks;
    endResetModel();
}

void WebhooksModel::setLastResult(WebhookId id, const LastResult& result)
{
    m_results[id] = result;
    if (const int row = rowOf(id); row >= 0)
        emit dataChanged(index(row, Last), index(row, Last));
}

void WebhooksModel::setCircuits(const QHash<WebhookId, CircuitView>& circuits)
{
    if (std::exchange(m_circuits, circuits) != circuits && rowCount() > 0)
        emit dataChanged(index(0, CircuitColumn), index(rowCount() - 1, CircuitColumn));
}

void WebhooksModel::setDrafts(const QSet<WebhookId>& drafts)
{
    if (drafts == m_drafts)
        return;
    m_drafts = drafts;
    if (!m_webhooks.isEmpty())
        emit dataChanged(index(0, Name), index(rowCount() - 1, Name));
}

int WebhooksModel::rowOf(WebhookId id) const
{
    const auto found = std::ranges::find(m_webhooks, id, &Webhook::id);
    return found == m_webhooks.end() ? -1 : static_cast<int>(found - m_webhooks.begin());
}

} // namespace hookworks
