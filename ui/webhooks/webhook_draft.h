// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "domain/webhook.h"

namespace hookworks {

/// A webhook as it stands in the form, finished or not.
struct WebhookDraft
{
    Webhook webhook;
    QString headerLines; ///< as typed; while they cannot be read, `webhook` has the stored ones
    bool operator==(const WebhookDraft&) const = default;
};

WebhookDraft draftOf(const Webhook& stored);

/// JSON, with the token: for a place where it lies sealed.
QByteArray textOf(const WebhookDraft& draft);
Result<WebhookDraft> webhookDraftFromText(const QByteArray& text);

} // namespace hookworks
