// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/webhooks/webhook_drafts.h"

#include "workbench/design/drafts.h"

#include <utility>

namespace hookworks {

namespace {

const QString webhookDrafts = QStringLiteral("webhook/");

QString webhookDraftKey(WebhookId id)
{
    return webhookDrafts + (id ? id.toString() : QStringLiteral("new"));
}

} // namespace

WebhookDrafts::WebhookDrafts(Drafts& drafts, QObject* parent)
    : QObject(parent)
    , m_store(drafts)
{
}

void WebhookDrafts::load()
{
    m_store.startingWith(webhookDrafts).then(this, [this](const Result<QMap<QString, QByteArray>>& drafts) {
        m_found = drafts.value_or(QMap<QString, QByteArray>());
        emit loaded();
    });
}

void WebhookDrafts::keepThose(const std::function<bool(WebhookId)>& exists)
{
    if (m_found.isEmpty())
        return;
    for (const auto& [key, text] : std::exchange(m_found, {}).asKeyValueRange()) {
        const WebhookId id = WebhookId::parse(key.sliced(webhookDrafts.size())).value_or(WebhookId());
        const auto draft = webhookDraftFromText(text);
        if (!draft || key != webhookDraftKey(id) || (id && !exists(id)))
            m_store.remove(key);
        else
            m_drafts.insert(id, *draft);
    }
    emit changed();
}

void WebhookDrafts::keep(WebhookId id, const WebhookDraft& draft)
{
    m_drafts[id] = draft;
    m_store.put(webhookDraftKey(id), textOf(draft));
    emit changed();
}

void WebhookDrafts::drop(WebhookId id)
{
    m_drafts.remove(id);
    m_store.remove(webhookDraftKey(id));
    emit changed();
}

std::optional<WebhookDraft> WebhookDrafts::of(WebhookId id) const
{
    const auto found = m_drafts.constFind(id);
    return found == m_drafts.cend() ? std::nullopt : std::optional(*found);
}

QSet<WebhookId> WebhookDrafts::ids() const
{
    const QList<WebhookId> ids = m_drafts.keys();
    return {ids.begin(), ids.end()};
}

} // namespace hookworks
