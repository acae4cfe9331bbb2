// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/shown_secrets.h"

#include "domain/secret_names.h"

#include <algorithm>
#include <functional>

namespace hookworks {

namespace {

const QString stars = QStringLiteral("***");

/// What stands for a secret that was found.
using Replace = std::function<QString(const QString& secret)>;

/// Of what stands between `//` and the path.
QString replacedInAuthority(const QString& authority, const Replace& replace)
{
    const qsizetype at = authority.lastIndexOf(u'@');
    if (at < 0)
        return authority;
    QStringList parts = authority.first(at).split(u':');
    for (QString& part : parts)
        part = replace(part);
    return parts.join(u':') + authority.sliced(at);
}

QString replacedInQuery(const QString& query, const Replace& replace)
{
    QStringList pairs = query.split(u'&');
    for (QString& pair : pairs) {
        const qsizetype equals = pair.indexOf(u'=');
        if (equals > 0 && namesSecret(QByteArray::fromPercentEncoding(pair.first(equals).toUtf8())))
            pair = pair.first(equals + 1) + replace(pair.sliced(equals + 1));
    }
    return pairs.join(u'&');
}

/// The place of the first of these characters from `from` on; the text's end where there is none.
qsizetype firstOf(const QString& text, QStringView characters, qsizetype from)
{
    const auto begin = text.begin() + from;
    return std::find_if(begin, text.end(), [&](QChar c) { return characters.contains(c); }) - text.begin();
}

QString replacedInUrl(const QString& url, const Replace& replace)
{
    const qsizetype slashes = url.indexOf(QLatin1String("//"));
    const qsizetype authority = slashes < 0 ? 0 : slashes + 2;
    const qsizetype path = slashes < 0 ? 0 : firstOf(url, u"/?#", authority);
    const qsizetype query = firstOf(url, u"?#", path);
    const qsizetype fragment = firstOf(url, u"#", query);
    QString replaced = url.first(authority) +
                       replacedInAuthority(url.sliced(authority, path - authority), replace) +
                       url.sliced(path, query - path);
    if (query < fragment)
        replaced += u'?' + replacedInQuery(url.sliced(query + 1, fragment - query - 1), replace);
    return replaced + url.sliced(fragment);
}

/// Behind `Bearer `, `Basic ` or the like, where there is such a word.
QByteArray withoutScheme(const QByteArray& value)
{
    const qsizetype space = value.indexOf(' ');
    return space > 0 && isToken(value.first(space)) ? value.sliced(space + 1).trimmed() : value;
}

} // namespace

bool namesSecret(QByteArrayView name)
{
    static const SecretNames known;
    return known.isSecretField(name);
}

QString urlForShowing(const QString& url)
{
    return replacedInUrl(url, [](const QString&) { return stars; });
}

QList<QByteArray> secretsOf(const Webhook& webhook)
{
    QList<QByteArray> secrets;
    const auto add = [&](const QByteArray& secret) {
        if (!secret.isEmpty() && !secrets.contains(secret))
            secrets << secret;
    };
    add(withoutScheme(webhook.token));
    for (const Header& field : webhook.headers.fields) {
        if (namesSecret(field.name))
            add(withoutScheme(field.value));
    }
    replacedInUrl(webhook.url, [&](const QString& secret) {
        add(secret.toUtf8());
        add(QByteArray::fromPercentEncoding(secret.toUtf8()));
        return secret;
    });
    return secrets;
}

Webhook webhookForShowing(Webhook webhook)
{
    webhook.url = urlForShowing(webhook.url);
    if (!webhook.token.isEmpty())
        webhook.token = stars.toUtf8();
    for (Header& field : webhook.headers.fields) {
        if (namesSecret(field.name))
            field.value = stars.toUtf8();
    }
    return webhook;
}

} // namespace hookworks
