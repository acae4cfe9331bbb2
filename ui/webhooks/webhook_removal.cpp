// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/webhooks/webhook_removal.h"

#include "domain/shown_secrets.h"
#include "ui/webhooks/removal_question.h"
#include "ui/widgets/undo_bar.h"
#include "workbench/design/designer.h"

namespace hookworks {

WebhookRemoval::WebhookRemoval(Designer& designer, UndoBar& undo, QWidget& page)
    : QObject(&page)
    , m_designer(designer)
    , m_undo(undo)
    , m_page(page)
{
}

void WebhookRemoval::begin(const Webhook& webhook)
{
    if (secretsOf(webhook).isEmpty())
        return remove(webhook, {});
    auto* const question = new RemovalQuestion(webhook, &m_page);
    connect(question, &RemovalQuestion::confirmed, this,
            [this, webhook](bool forget) { forget ? forgetAndRemove(webhook) : remove(webhook, {}); });
    question->open();
}

/// Switched off first, so that nothing new is sent with its secrets meanwhile.
void WebhookRemoval::forgetAndRemove(const Webhook& webhook)
{
    m_designer.setWebhookEnabled(webhook.id, false).then(this, [=, this](const Result<void>& off) {
        if (!off)
            return failed(off.error().message);
        m_designer.forgetSecrets(webhook).then(this, [=, this](const Result<ForgottenSecrets>& forgotten) {
            forgotten ? remove(webhook, wordsFor(*forgotten)) : failed(forgotten.error().message);
        });
    });
}

/// What was forgotten cannot be brought back, and neither can the webhook then.
void WebhookRemoval::remove(const Webhook& webhook, const QString& forgotten)
{
    m_designer.removeWebhook(webhook.id).then(this, [=, this](const Result<Webhook>& gone) {
        if (!gone)
            return failed(gone.error().message);
        emit removed(gone->id);
        if (forgotten.isEmpty())
            return offerUndo(*gone);
        emit said(tr("%1 deleted. %2").arg(gone->name, forgotten));
    });
}

void WebhookRemoval::offerUndo(const Webhook& webhook)
{
    m_undo.offer(tr("%1 deleted").arg(webhook.name), [this, webhook] {
        m_designer.restoreWebhook(webhook).then(this, [this](const Result<Webhook>& restored) {
            if (!restored)
                return failed(restored.error().message);
            emit broughtBack(restored->id);
        });
    });
}

} // namespace hookworks
