// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/design/default_names.h"

#include "domain/url_parts.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>

namespace hookworks {

namespace {

constexpr qsizetype longestPart = 24;
constexpr qsizetype mostParts = 3;
constexpr qsizetype shortestSecret = 8;

/// Letters, digits and what joins words; short enough, or without digits, to be no token.
bool isWordInPath(const QString& part)
{
    const auto isWordly = [](QChar c) { return c.isLetterOrNumber() || QStringView(u"-_.").contains(c); };
    const bool digits = std::ranges::any_of(part, [](QChar c) { return c.isDigit(); });
    return !part.isEmpty() && part.size() <= longestPart && std::ranges::all_of(part, isWordly) &&
           (!digits || part.size() < shortestSecret);
}

QString pathWords(const QByteArray& target)
{
    const QByteArray path = target.split('?').first();
    QString words;
    const QList<QByteArray> parts = path.split('/').mid(1);
    for (const QByteArray& encoded : parts.first(std::min(parts.size(), mostParts))) {
        const QString part = QString::fromUtf8(QByteArray::fromPercentEncoding(encoded));
        if (!isWordInPath(part))
            break;
        words += u'/' + part;
    }
    return words;
}

} // namespace

QString webhookNameFromUrl(const QString& url)
{
    const auto parts = splitTypedUrl(url);
    if (!parts)
        return QCoreApplication::translate("hookworks", "Webhook");
    const QString host = needsListener(url) ? QCoreApplication::translate("hookworks", "Listener")
                                            : QUrl::fromAce(parts->host);
    const quint16 usual = parts->tls ? 443 : 80;
    const QString port =
        parts->port == usual || needsListener(url) ? QString() : QStringLiteral(":%1").arg(parts->port);
    return host + port + pathWords(parts->target);
}

} // namespace hookworks
