// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/inspect/known_secrets.h"

#include "json/made.h"
#include "store/reader.h"
#include "workbench/inspect/masked_exchange.h"
#include "workbench/listen/past_listeners.h"

#include <algorithm>

namespace hookworks {

namespace {

using namespace Qt::StringLiterals;

/// Secrets by value, as they are found.
class Collection
{
public:
    explicit Collection(const SecretNames& names)
        : m_names(names)
        , m_search(Masking::search(
              names, [this](QByteArrayView name, const QByteArray& secret) { add(name, secret); }))
    {
    }
    Collection(const Collection&) = delete;
    Collection& operator=(const Collection&) = delete;

    void add(QByteArrayView name, const QByteArray& secret)
    {
        const bool stars = std::ranges::all_of(secret, [](char c) { return c == '*'; });
        if (secret.size() >= SecretFinder::shortest && !stars && !m_found.contains(secret))
            m_found.insert(secret, name.toByteArray());
    }
    void add(const Webhook& webhook);
    void add(const Report& report) { (void)m_search.body(report.document, "application/json"); }
    void add(const ListenerConfig& listener);
    void add(const ExportedExchange& exchange) { (void)masked(exchange, m_search); }

    QHash<QByteArray, QByteArray> found() const { return m_found; }

private:
    void add(const Reply& reply);
    void add(const ReplyRule& rule);

    SecretNames m_names;
    QHash<QByteArray, QByteArray> m_found;
    Masking m_search;
};

/// A field of one's own may have any name: it counts as a secret unless its name is said to be none.
void Collection::add(const Webhook& webhook)
{
    add("token", webhook.token);
    (void)m_search.url(webhook.url);
    (void)m_search.fields(webhook.headers);
    for (const Header& field : webhook.headers.fields) {
        if (m_names.kindOf(field.name) == SecretNames::Kind::Unknown)
            add(field.name, field.value);
    }
}

void Collection::add(const Reply& reply)
{
    (void)m_search.fields(reply.headers);
    (void)m_search.body(reply.body, reply.headers.value("Content-Type").value_or(""));
}

void Collection::add(const ReplyRule& rule)
{
    if (rule.require) {
        add("bearer", rule.require->bearer.toUtf8());
        add("password", rule.require->basicPassword.toUtf8());
    }
    for (const auto& pairs : {rule.match.query, rule.match.header, rule.match.body}) {
        for (const auto& [name, value] : pairs) {
            if (const QByteArray last = name.section(u'.', -1).toUtf8(); m_names.isSecret(last))
                add(last, value.toUtf8());
        }
    }
    for (const Reply& reply : rule.replies)
        add(reply);
    if (rule.otherwise)
        add(*rule.otherwise);
    (void)m_search.url(rule.forwardTo);
}

void Collection::add(const ListenerConfig& listener)
{
    for (const ReplyRule& rule : listener.rules)
        add(rule);
}

template <class List>
Result<void> addAll(Collection& secrets, const Result<List>& values)
{
    if (!values)
        return tl::unexpected<Error>(values.error());
    for (const auto& value : *values)
        secrets.add(value);
    return {};
}

QStringList textsOf(const JsonValue& value, QStringView key)
{
    QStringList texts;
    if (const JsonValue* list = value.find(key)) {
        for (const JsonValue& item : list->items)
            texts << item.text;
    }
    return texts;
}

} // namespace

SecretNameChanges secretNameChanges(const QString& setting)
{
    const auto value = readJson(setting.toUtf8());
    return value ? SecretNameChanges{textsOf(*value, u"added"), textsOf(*value, u"removed")}
                 : SecretNameChanges();
}

QString toSetting(const SecretNameChanges& changes)
{
    JsonValue object = JsonValue::object();
    object.append(u"added"_s, textsJson(changes.added));
    object.append(u"removed"_s, textsJson(changes.removed));
    return QString::fromUtf8(compactJson(object));
}

SecretNames withChanges(const SecretNameChanges& changes)
{
    QStringList names = SecretNames::builtIn();
    names.removeIf([&](const QString& name) { return changes.removed.contains(name, Qt::CaseInsensitive); });
    return SecretNames(names + changes.added);
}

Result<SecretNames> secretNames(Reader& reader)
{
    return reader.setting(secretNamesKey()).map([](const QString& setting) {
        return withChanges(secretNameChanges(setting));
    });
}

Result<KnownSecrets> knownSecrets(Reader& reader, const QList<ExportedExchange>& exchanges)
{
    const auto names = secretNames(reader);
    if (!names)
        return tl::unexpected<Error>(names.error());
    Collection secrets(*names);
    for (const ExportedExchange& exchange : exchanges)
        secrets.add(exchange);
    return addAll(secrets, reader.webhooks())
        .and_then([&] { return addAll(secrets, reader.reports()); })
        .and_then([&] { return addAll(secrets, reader.listeners()); })
        .and_then([&] { return addAll(secrets, pastListeners(reader)); })
        .map([&] {
            return KnownSecrets{*names, secrets.found()};
        });
}

Result<Masking> maskingFor(Reader& reader, const QList<ExportedExchange>& exchanges)
{
    return knownSecrets(reader, exchanges).map([](const KnownSecrets& known) {
        return Masking(known.names, SecretFinder(known.values.keys()));
    });
}

} // namespace hookworks
