// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/outgoing.h"

#include <QCoreApplication>
#include <QSet>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hookworks {

namespace {

/// Bytes as they may stand in a URL on the wire; what may not is percent-encoded.
QByteArray encoded(QStringView text)
{
    QByteArray bytes;
    for (const char c : text.toUtf8()) {
        const auto byte = static_cast<uchar>(c);
        if (byte > 0x20 && byte < 0x7f)
            bytes += c;
        else
            bytes += '%' + QByteArray(1, c).toHex().toUpper();
    }
    return bytes;
}

QByteArray credentialsOf(const QUrl& url)
{
    if (url.userInfo().isEmpty())
        return {};
    return url.userName(QUrl::FullyDecoded).toUtf8() + ':' + url.password(QUrl::FullyDecoded).toUtf8();
}

bool carriesLength(const QByteArray& method)
{
    return method == "POST" || method == "PUT" || method == "PATCH";
}

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

Result<Endpoint> endpointOf(const QString& url)
{
    const QStringView whole = QStringView(url).left(url.indexOf(u'#'));
    const QUrl parsed(whole.toString(), QUrl::TolerantMode);
    const qsizetype scheme = whole.indexOf(u"://"_s);
    if (!parsed.isValid() || scheme < 0 || parsed.host().isEmpty())
        return fail(
            ErrorCode::BadInput,
            QCoreApplication::translate("hookworks", "\"%1\" is no absolute http or https URL.").arg(url),
            parsed.errorString());
    const QStringView rest = whole.sliced(scheme + 3);
    const auto path = std::ranges::find_if(rest, [](QChar c) { return c == u'/' || c == u'?'; });
    const QByteArray plain = parsed.scheme().toLatin1() + "://" +
                             parsed.authority(QUrl::FullyEncoded).section(u'@', -1).toLatin1() +
                             encoded(rest.sliced(path - rest.begin()));
    auto parts = splitUrl(QString::fromLatin1(plain));
    if (!parts)
        return tl::unexpected(parts.error());
    return Endpoint{*std::move(parts), credentialsOf(parsed)};
}

Request withOwnFields(Request request)
{
    if (!request.headers.contains("User-Agent"))
        request.headers.append("User-Agent", userAgent());
    if (!request.headers.contains("Accept-Encoding"))
        request.headers.append("Accept-Encoding", "identity");
    request.exactHead.clear();
    return request;
}

HeaderList fieldsToSend(const Request& request, const Endpoint& endpoint)
{
    HeaderList fields;
    if (!request.headers.contains("Host"))
        fields.append("Host", endpoint.url.hostField);
    fields.fields += request.headers.fields;
    if (!endpoint.credentials.isEmpty() && !request.headers.contains("Authorization"))
        fields.append("Authorization", "Basic " + endpoint.credentials.toBase64());
    const bool framed =
        request.headers.contains("Content-Length") || request.headers.contains("Transfer-Encoding");
    if (!framed && (!request.body.isEmpty() || carriesLength(request.method)))
        fields.append("Content-Length", QByteArray::number(request.body.size()));
    return fields;
}

Result<QByteArray> headToSend(const Request& request, const Endpoint& endpoint)
{
    if (!request.exactHead.isEmpty())
        return request.exactHead;
    return composeHead(request.method, endpoint.url.target, fieldsToSend(request, endpoint));
}

bool needsPlainSocket(const Request& request, const Endpoint& endpoint)
{
    const QByteArray& target = endpoint.url.target;
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
