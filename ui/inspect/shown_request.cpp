// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/shown_request.h"

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

/// A request's line, without what its target holds of secrets.
QByteArray maskedRequestLine(const QByteArray& line)
{
    const qsizetype from = line.indexOf(' ') + 1;
    if (from == 0 || line.startsWith("HTTP/") || !line.isValidUtf8())
        return line;
    const qsizetype space = line.lastIndexOf(' ');
    const qsizetype to = space < from ? line.size() : space; // without a version the target is the last
    QByteArray target = urlForShowing(QString::fromUtf8(line.sliced(from, to - from))).toUtf8();
    return line.first(from) + target.replace("***", dots) + line.sliced(to);
}

/// Blanks around a value stay where they are, however many there are.
QByteArray maskedLine(const QByteArray& line, bool isFirst, const QList<QByteArray>& secrets)
{
    if (isFirst)
        return maskedRequestLine(withoutSecrets(line, secrets));
    const qsizetype colon = line.indexOf(':');
    if (colon < 0)
        return withoutSecrets(line, secrets);
    qsizetype value = colon + 1;
    while (value < line.size() && (line[value] == ' ' || line[value] == '\t'))
        ++value;
    return line.first(value) +
           maskedValue(QByteArrayView(line).first(colon).trimmed(), line.sliced(value), secrets);
}

} // namespace

QByteArray maskedHead(const QByteArray& head, const QList<QByteArray>& secrets)
{
    QByteArray masked;
    for (qsizetype start = 0; start < head.size();) {
        const qsizetype feed = head.indexOf('\n', start);
        const qsizetype next = feed < 0 ? head.size() : feed + 1;
        qsizetype end = feed < 0 ? next : feed;
        if (end > start && head[end - 1] == '\r')
            --end;
        masked += maskedLine(head.sliced(start, end - start), start == 0, secrets);
        masked += head.sliced(end, next - end);
        start = next;
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
