// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/webhooks/webhook_draft.h"

#include "json/values_report.h"
#include "ui/widgets/headers_field.h"

#include <QCoreApplication>

#include <algorithm>

namespace hookworks {

namespace {

/// A new webhook has no id yet, and none that could be read.
JsonValue withoutId(JsonValue webhook)
{
    std::erase_if(webhook.members, [](const JsonMember& member) { return member.key == u"id"; });
    return webhook;
}

} // namespace

WebhookDraft draftOf(const Webhook& stored)
{
    return {stored, headerLinesOf(stored.headers)};
}

QByteArray textOf(const WebhookDraft& draft)
{
    JsonValue text = JsonValue::object();
    text.append(QStringLiteral("webhook"), withoutId(webhookJson(draft.webhook, Secrets::Include)));
    text.append(QStringLiteral("headerLines"), JsonValue::string(draft.headerLines));
    return compactJson(text);
}

Result<WebhookDraft> webhookDraftFromText(const QByteArray& text)
{
    const auto json = readJson(text);
    const JsonValue* webhook = json ? json->find(u"webhook") : nullptr;
    const JsonValue* lines = json ? json->find(u"headerLines") : nullptr;
    if (!webhook || !lines)
        return fail(ErrorCode::Damaged,
                    QCoreApplication::translate("hookworks", "The draft of a webhook cannot be read."));
    return webhookFromJson(compactJson(*webhook)).map([lines](const Webhook& read) {
        return WebhookDraft{read, lines->text};
    });
}

} // namespace hookworks
