// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "provider/document_webhooks.h"

#include "json/path.h"

#include <QCoreApplication>

#include <algorithm>

namespace hookworks {

namespace {

/// Bytes of a text that give way to others.
struct Edit
{
    qint64 from = 0, to = 0;
    QByteArray bytes;
};

QByteArray edited(const QByteArray& text, std::vector<Edit> edits)
{
    std::ranges::sort(edits, std::ranges::greater(), &Edit::from);
    QByteArray result = text;
    for (const Edit& edit : edits)
        result.replace(edit.from, edit.to - edit.from, edit.bytes);
    return result;
}

QByteArray slice(const QByteArray& text, qint64 from, qint64 to)
{
    return text.mid(from, to - from);
}

QByteArray literal(const QString& text)
{
    return compactJson(JsonValue::string(text));
}

JsonPath listPath(const DocumentHooks& hooks)
{
    JsonPath path;
    for (const QString& key : hooks.path)
        path = path.child(key);
    return path;
}

DocumentWebhook webhookOf(const JsonValue& entry, const DocumentHooks& hooks)
{
    const JsonValue* url = entry.find(hooks.urlKey);
    const JsonValue* token = entry.find(hooks.tokenKey);
    return {url && url->isString() ? url->text : QString(),
            token && token->isString() ? token->text.toUtf8() : QByteArray()};
}

/// The white space that a container puts before its members.
QByteArray leadOf(const QByteArray& text, const JsonValue& container)
{
    const qint64 first =
        container.isObject() ? container.members.front().keyOffset : container.items.front().offset;
    return slice(text, container.offset + 1, first);
}

Edit memberAdded(const QByteArray& text, const JsonValue& object, const QString& key, const QByteArray& value)
{
    const QByteArray member = literal(key) + ": " + value;
    if (object.members.empty())
        return {object.offset + 1, object.end - 1, member};
    const qint64 end = object.members.back().value.end;
    QByteArray lead = leadOf(text, object);
    return {end, end, ',' + (lead.isEmpty() ? QByteArray(" ") : lead) + member};
}

/// One entry of the list as text, made of the old one where there is one.
QByteArray entryText(const QByteArray& text, const JsonValue* old, const DocumentWebhook& webhook,
                     const DocumentHooks& hooks)
{
    const QByteArray url = literal(webhook.url);
    const QByteArray token = literal(QString::fromUtf8(webhook.token));
    if (!old || !old->isObject()) {
        const QByteArray tail =
            webhook.token.isEmpty() ? QByteArray() : ", " + literal(hooks.tokenKey) + ": " + token;
        return '{' + literal(hooks.urlKey) + ": " + url + tail + '}';
    }
    const DocumentWebhook before = webhookOf(*old, hooks);
    std::vector<Edit> edits;
    const JsonValue* oldUrl = old->find(hooks.urlKey);
    const JsonValue* oldToken = old->find(hooks.tokenKey);
    if (!oldUrl)
        edits.push_back(memberAdded(text, *old, hooks.urlKey, url));
    else if (before.url != webhook.url)
        edits.push_back({oldUrl->offset, oldUrl->end, url});
    if (before.token != webhook.token) {
        if (!oldToken)
            edits.push_back(memberAdded(text, *old, hooks.tokenKey, token));
        else if (webhook.token.isEmpty())
            edits.push_back({oldToken->offset, oldToken->end, "null"});
        else
            edits.push_back({oldToken->offset, oldToken->end, token});
    }
    for (Edit& edit : edits) {
        edit.from -= old->offset;
        edit.to -= old->offset;
    }
    return edited(slice(text, old->offset, old->end), std::move(edits));
}

/// For each new webhook the old entry it continues: the same one, else the one in its place if nobody else is
/// it.
std::vector<const JsonValue*> predecessors(const JsonValue& list, const QList<DocumentWebhook>& webhooks,
                                           const DocumentHooks& hooks)
{
    std::vector<const JsonValue*> found(static_cast<size_t>(webhooks.size()), nullptr);
    std::vector<bool> used(list.items.size(), false);
    for (size_t i = 0; i < found.size(); ++i) {
        for (size_t k = 0; k < used.size() && !found[i]; ++k) {
            if (!used[k] && webhookOf(list.items[k], hooks) == webhooks[static_cast<qsizetype>(i)]) {
                used[k] = true;
                found[i] = &list.items[k];
            }
        }
    }
    for (size_t i = 0; i < std::min(found.size(), used.size()); ++i) {
        if (!found[i] && !used[i])
            found[i] = &list.items[i];
    }
    return found;
}

QByteArray listText(const QByteArray& text, const JsonValue* list, const QList<DocumentWebhook>& webhooks,
                    const DocumentHooks& hooks)
{
    const bool old = list && list->isArray() && !list->items.empty();
    const QByteArray lead = old ? leadOf(text, *list) : QByteArray();
    const QByteArray tail = old ? slice(text, list->items.back().end, list->end - 1) : QByteArray();
    const QByteArray separator = old && list->items.size() > 1
                                     ? slice(text, list->items[0].end, list->items[1].offset)
                                     : ',' + (lead.isEmpty() ? QByteArray(" ") : lead);
    const auto continued = old ? predecessors(*list, webhooks, hooks)
                               : std::vector<const JsonValue*>(static_cast<size_t>(webhooks.size()), nullptr);
    QByteArrayList entries;
    for (qsizetype i = 0; i < webhooks.size(); ++i)
        entries << entryText(text, continued[static_cast<size_t>(i)], webhooks[i], hooks);
    return entries.isEmpty() ? QByteArray("[]") : '[' + lead + entries.join(separator) + tail + ']';
}

/// `{"b": {"c": LIST}}` for the keys after the first `depth`.
QByteArray nested(const QStringList& keys, qsizetype depth, const QByteArray& list)
{
    QByteArray value = list;
    for (qsizetype i = keys.size() - 1; i > depth; --i)
        value = '{' + literal(keys[i]) + ": " + value + '}';
    return value;
}

tl::unexpected<Error> wrongPlace(const QStringList& keys)
{
    return fail(ErrorCode::BadInput,
                QCoreApplication::translate("hookworks", "The document has something else where %1 belongs.")
                    .arg(QStringLiteral("$.") + keys.join(u'.')));
}

} // namespace

Result<QList<DocumentWebhook>> documentWebhooks(const ProviderProfile& profile, const QByteArray& document)
{
    const auto root = parseJson(document);
    if (!root)
        return tl::unexpected<Error>(root.error());
    QList<DocumentWebhook> webhooks;
    const JsonValue* list = profile.hooks.path.isEmpty() ? nullptr : valueAt(*root, listPath(profile.hooks));
    if (list && list->isArray()) {
        for (const JsonValue& entry : list->items)
            webhooks << webhookOf(entry, profile.hooks);
    }
    return webhooks;
}

Result<QByteArray> withDocumentWebhooks(const ProviderProfile& profile, const QByteArray& document,
                                        const QList<DocumentWebhook>& webhooks)
{
    const auto before = documentWebhooks(profile, document);
    if (!before)
        return tl::unexpected<Error>(before.error());
    if (*before == webhooks)
        return document;
    const auto root = parseJson(document);
    const QStringList& keys = profile.hooks.path;
    const JsonValue* place = &*root;
    for (qsizetype depth = 0; depth < keys.size(); ++depth) {
        if (!place->isObject())
            return wrongPlace(keys.first(depth + 1));
        const JsonValue* next = place->find(keys[depth]);
        if (!next)
            return edited(
                document,
                {memberAdded(document, *place, keys[depth],
                             nested(keys, depth, listText(document, nullptr, webhooks, profile.hooks)))});
        place = next;
    }
    if (!place->isArray() && !place->isNull())
        return wrongPlace(keys);
    return edited(document,
                  {{place->offset, place->end, listText(document, place, webhooks, profile.hooks)}});
}

} // namespace hookworks
