// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/standard_webhooks.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

#include <algorithm>

namespace hookworks {

namespace {

struct MessageFields
{
    QByteArray id, timestamp, signature;
};

/// By either of the two names that a request may use.
const QList<MessageFields>& knownFields()
{
    static const QList<MessageFields> known{{"webhook-id", "webhook-timestamp", "webhook-signature"},
                                            {"svix-id", "svix-timestamp", "svix-signature"}};
    return known;
}

/// All of that name.
void replace(HeaderList& headers, const QByteArray& name, const QByteArray& value)
{
    for (Header& field : headers.fields) {
        if (field.name.compare(name, Qt::CaseInsensitive) == 0)
            field.value = value;
    }
}

QByteArray signatureOf(const QByteArray& key, const QByteArray& id, const QByteArray& timestamp,
                       const QByteArray& body)
{
    QMessageAuthenticationCode code(QCryptographicHash::Sha256, key);
    code.addData(id + '.' + timestamp + '.');
    code.addData(body);
    return "v1," + code.result().toBase64();
}

QByteArray signatureOf(const QByteArray& key, const MessageFields& names, const HeaderList& headers,
                       const QByteArray& body)
{
    return signatureOf(key, headers.value(names.id).value_or(QByteArray()),
                       headers.value(names.timestamp).value_or(QByteArray()), body);
}

} // namespace

QStringList messageFieldsIn(const HeaderList& headers)
{
    QStringList found;
    for (const MessageFields& names : knownFields()) {
        for (const QByteArray& name : {names.id, names.timestamp, names.signature}) {
            if (headers.contains(name))
                found << QString::fromLatin1(name);
        }
    }
    return found;
}

bool isSigned(const HeaderList& headers)
{
    return std::ranges::any_of(
        knownFields(), [&headers](const MessageFields& names) { return headers.contains(names.signature); });
}

Result<QByteArray> signingKey(const QByteArray& secret)
{
    QByteArray text = secret.trimmed();
    if (text.startsWith("whsec_"))
        text.remove(0, 6);
    const auto key = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    if (key && !key.decoded.isEmpty())
        return key.decoded;
    return fail(ErrorCode::BadInput,
                QCoreApplication::translate(
                    "hookworks", "A signing secret is whsec_ and base64: copy it from where the webhook is "
                                 "set up at the sender."));
}

HeaderList withMessage(HeaderList headers, const QByteArray& id, qint64 seconds)
{
    for (const MessageFields& names : knownFields()) {
        replace(headers, names.id, id);
        replace(headers, names.timestamp, QByteArray::number(seconds));
    }
    return headers;
}

HeaderList signedAnew(HeaderList headers, const QByteArray& body, const QByteArray& key)
{
    for (const MessageFields& names : knownFields())
        replace(headers, names.signature, signatureOf(key, names, headers, body));
    return headers;
}

bool keepsSignature(const SignedMessage& before, const SignedMessage& now)
{
    const auto same = [&](const QByteArray& name) {
        return before.headers.values(name) == now.headers.values(name);
    };
    return std::ranges::any_of(knownFields(), [&](const MessageFields& names) {
        return now.headers.contains(names.signature) && same(names.signature) &&
               !(same(names.id) && same(names.timestamp) && before.body == now.body);
    });
}

bool isSignedWith(const QByteArray& key, const HeaderList& headers, const QByteArray& body)
{
    return std::ranges::any_of(knownFields(), [&](const MessageFields& names) {
        const auto signatures = headers.value(names.signature);
        return signatures && signatures->split(' ').contains(signatureOf(key, names, headers, body));
    });
}

} // namespace hookworks
