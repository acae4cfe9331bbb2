// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/outgoing.h"

#include <QSet>
#include <QUrl>

#include <algorithm>

namespace hookworks {

namespace {

bool isHopByHop(const QByteArray& name)
{
    static const QSet<QByteArray> names{
        "connection", "keep-alive", "transfer-encoding", "te",     "trailer",
        "upgrade",    "expect",     "proxy-connection",  "cookie", "proxy-authorization"};
    return names.contains(name.toLower());
}

/// A byte that no URL code has a reason to touch; dots are left out because of `/../`.
bool isUnreserved(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/' ||
           c == '-' || c == '_';
}

/// The request target that Qt makes of it (QHttpNetworkRequest::uri).
QByteArray targetOfQt(const QByteArray& target)
{
    const QUrl url = QUrl::fromEncoded("http://h" + target);
    return url.toEncoded(QUrl::RemoveFragment | QUrl::RemoveUserInfo | QUrl::RemoveScheme |
                         QUrl::RemoveAuthority | QUrl::NormalizePathSegments);
}

const QByteArray& userAgent()
{
    static const QByteArray text = QByteArrayLiteral("Hookworks/" HOOKWORKS_VERSION);
    return text;
}

} // namespace

Request withOwnFields(Request request)
{
    if (!request.headers.contains("User-Agent"))
        request.headers.append("User-Agent", userAgent());
    if (!request.headers.contains("Accept-Encoding"))
        request.headers.append("Accept-Encoding", "identity");
    request.exactHead.clear();
    return request;
}

bool needsPlainSocket(const Request& request, const UrlParts& url)
{
    const QByteArray& target = url.target;
    const bool plain =
        std::ranges::all_of(target, [](char c) { return isUnreserved(c); }) && !target.contains("//");
    if (!plain && targetOfQt(target) != target)
        return true;
    QSet<QByteArray> seen;
    for (const Header& field : request.headers.fields) {
        const QByteArray name = field.name.toLower();
        const bool wrongLength =
            name == "content-length" && field.value != QByteArray::number(request.body.size());
        if (seen.contains(name) || !isFieldValue(field.value) || field.value.isEmpty() || isHopByHop(name) ||
            wrongLength)
            return true;
        seen.insert(name);
    }
    return false;
}

} // namespace hookworks
