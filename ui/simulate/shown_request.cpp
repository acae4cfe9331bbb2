// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulate/shown_request.h"

#include "domain/shown_secrets.h"

namespace hookworks {

namespace {

constexpr qsizetype shortestSecret = 4; ///< shorter ones stand everywhere by chance

const QByteArray dots = QByteArrayLiteral("\u2022\u2022\u2022\u2022\u2022\u2022\u2022\u2022");

QByteArray withoutSecrets(QByteArray text, const QList<QByteArray>& secrets)
{
    for (const QByteArray& secret : secrets) {
        if (secret.size() >= shortestSecret)
            text.replace(secret, dots);
    }
    return text;
}

QByteArray maskedValue(QByteArrayView name, const QByteArray& value, const QList<QByteArray>& secrets)
{
    if (!namesSecret(name))
        return withoutSecrets(value, secrets);
    const qsizetype space = value.indexOf(' ');
    return space > 0 ? value.first(space + 1) + dots : dots;
}

} // namespace

QByteArray maskedHead(const QByteArray& head, const QList<QByteArray>& secrets)
{
    QByteArray masked;
    qsizetype start = 0;
    while (start < head.size()) {
        const qsizetype found = head.indexOf("\r\n", start);
        const qsizetype end = found < 0 ? head.size() : found;
        const QByteArray line = head.sliced(start, end - start);
        const qsizetype colon = start == 0 ? -1 : line.indexOf(": ");
        masked += colon < 0 ? withoutSecrets(line, secrets)
                            : line.first(colon + 2) + maskedValue(QByteArrayView(line).first(colon),
                                                                  line.sliced(colon + 2), secrets);
        masked += found < 0 ? "" : "\r\n";
        start = end + 2;
    }
    return masked;
}

Request maskedRequest(Request request, const QList<QByteArray>& secrets)
{
    request.url = urlForShowing(request.url);
    for (Header& field : request.headers.fields)
        field.value = maskedValue(field.name, field.value, secrets);
    request.body = withoutSecrets(request.body, secrets);
    return request;
}

} // namespace hookworks
