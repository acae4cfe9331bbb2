// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/webhooks/webhooks_model.h"

#include "domain/shown_secrets.h"
#include "ui/widgets/cell_delegate.h"
#include "ui/widgets/circuit_mark.h"
#include "ui/widgets/result_words.h"
#include "ui/widgets/state_mark.h"
#include "workbench/design/designer.h"

#include <algorithm>
#include <utility>

namespace hookworks {

namespace {

QString titleOf(const Providers& providers, const QString& provider)
{
    const auto info = providers.find(provider);
    return info ? info->title : provider;
}

/// How many letters all names begin with, up to and with a dot.
qsizetype commonStart(const QList<EventInfo>& events)
{
    const QString& first = events.first().name;
    const qsizetype dot = first.indexOf(u'.') + 1;
    const bool shared = std::ranges::all_of(
        events, [&](const EventInfo& event) { return event.name.startsWith(QStringView(first).first(dot)); });
    return events.size() > 1 && shared ? dot : 0;
}

/// How many letters all names end with, from a capital on.
qsizetype commonEnd(const QList<EventInfo>& events)
{
    const QString& first = events.first().name;
    for (qsizetype at = 1; at < first.size() && events.size() > 1; ++at) {
        const QStringView end = QStringView(first).sliced(at);
        if (first[at].isUpper() && std::ranges::all_of(events, [&](const EventInfo& event) {
                return event.name.endsWith(end) && event.name.size() > end.size();
            }))
            return end.size();
    }
    return 0;
}

} // namespace

QString shortEvents(const Providers& providers, const QString& provider, const QStringList& events)
{
    const auto info = providers.find(provider);
    if (events.isEmpty() || !info || info->events.isEmpty())
        return events.isEmpty() ? WebhooksModel::tr("all") : events.join(QStringLiteral(", "));
    const qsizetype start = commonStart(info->events);
    const qsizetype end = commonEnd(info->events);
    QStringList names;
    for (const QString& event : events)
        names << event.mid(start, event.size() - start - end);
    return names.join(QStringLiteral(", "));
}

LastResult lastResultOf(const Delivery& delivery, const QList<Attempt>& attempts)
{
    LastResult result{delivery.id, stateKind(delivery.state), resultWords(delivery, attempts),
                      delivery.createdAt};
    if (!attempts.isEmpty())
        result.at = attempts.last().finishedAt.value_or(attempts.last().startedAt);
    return result;
}

WebhooksModel::WebhooksModel(const Providers& providers, QObject* parent)
    : QAbstractTableModel(parent)
    , m_providers(providers)
{
}

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
        return index.column() == CircuitColumn && webhook.flow.circuitOpensAfter > 0
                   ? QVariant(circuitIcon(circuitOf(webhook).state))
                   : QVariant();
    case CellStateRole:
        return state(webhook, index.column());
    case CellQuietRole:
        return isQuiet(webhook, index.column());
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

QVariant WebhooksModel::state(const Webhook& webhook, int column) const
{
    const auto result = lastResult(webhook.id);
    return column == Last && result ? QVariant(static_cast<int>(result->state)) : QVariant();
}

bool WebhooksModel::isQuiet(const Webhook& webhook, int column) const
{
    return !webhook.enabled || column == Last;
}

CircuitView WebhooksModel::circuitOf(const Webhook& webhook) const
{
    if (webhook.flow.circuitOpensAfter <= 0)
        return {};
    return m_circuits.value(webhook.id, {CircuitState::Closed, tr("Closed")});
}

QString WebhooksModel::text(const Webhook& webhook, int column) const
{
    switch (column) {
    case Name:
        return m_drafts.contains(webhook.id) ? tr("%1 (not saved)").arg(webhook.name) : webhook.name;
    case Last: {
        const auto result = lastResult(webhook.id);
        return result ? result->words : tr("never");
    }
    case Provider:
        return titleOf(m_providers, webhook.provider);
    case Events:
        return webhook.report
                   ? tr("%1, in its report").arg(shortEvents(m_providers, webhook.provider, webhook.events))
                   : shortEvents(m_providers, webhook.provider, webhook.events);
    case Url:
        return urlForShowing(webhook.url);
    case CircuitColumn:
        return circuitOf(webhook).words;
    default:
        return {};
    }
}

QString WebhooksModel::toolTip(const Webhook& webhook, int column) const
{
    if ((column == On || column == Last) && !webhook.disabledReason.isEmpty())
        return tr("Switched off: %1").arg(webhook.disabledReason);
    if (column == Events && !webhook.events.isEmpty())
        return webhook.events.join(u'\n');
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
    if (const auto known = lastResult(id); known && known->delivery > result.delivery)
        return;
    m_results[id] = result;
    if (const int row = rowOf(id); row >= 0)
        emit dataChanged(index(row, Last), index(row, Last));
}

std::optional<LastResult> WebhooksModel::lastResult(WebhookId id) const
{
    const auto found = m_results.constFind(id);
    return found == m_results.cend() ? std::nullopt : std::optional(*found);
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
