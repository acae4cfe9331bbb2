// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/request_writer.h"

#include "domain/readable_text.h"
#include "domain/words.h"
#include "http/characters.h"
#include "http/request_semantics.h"

#include <algorithm>

namespace hookworks {

namespace {

tl::unexpected<Error> badUrl(const QString& url)
{
    return fail(ErrorCode::BadInput, tr("%1 is not an http or https URL.").arg(url));
}

} // namespace

Result<UrlParts> splitUrl(const QString& url)
{
    QByteArray bytes = url.toUtf8();
    bytes.truncate(bytes.contains('#') ? bytes.indexOf('#') : bytes.size());
    const qsizetype schemeEnd = bytes.indexOf("://");
    const QByteArrayView scheme = QByteArrayView(bytes).first(std::max<qsizetype>(0, schemeEnd));
    if (!std::ranges::all_of(bytes, isTargetByte) ||
        (!sameWord(scheme, "http") && !sameWord(scheme, "https")))
        return badUrl(url);
    UrlParts parts;
    parts.tls = sameWord(scheme, "https");
    const qsizetype begin = schemeEnd + 3;
    qsizetype end = begin;
    while (end < bytes.size() && bytes[end] != '/' && bytes[end] != '?')
        ++end;
    parts.hostField = bytes.sliced(begin, end - begin);
    parts.target = bytes.sliced(end);
    if (!parts.target.startsWith('/'))
        parts.target.prepend('/');
    if (parts.hostField.isEmpty() || !isHost(parts.hostField))
        return badUrl(url);
    const qsizetype colon = parts.hostField.lastIndexOf(':');
    const bool hasPort = colon > parts.hostField.lastIndexOf(']') && colon >= 0;
    parts.host = hasPort ? parts.hostField.first(colon) : parts.hostField;
    const QByteArray port = hasPort ? parts.hostField.sliced(colon + 1) : QByteArray();
    parts.port = port.isEmpty() ? (parts.tls ? 443 : 80) : port.toUShort();
    if (parts.host.startsWith('['))
        parts.host = parts.host.sliced(1, parts.host.size() - 2);
    return parts.port == 0 ? Result<UrlParts>(badUrl(url)) : Result<UrlParts>(parts);
}

Result<QByteArray> composeHead(const QByteArray& method, const QByteArray& target, const HeaderList& headers)
{
    if (!isToken(method))
        return fail(ErrorCode::BadInput, tr("%1 is not a method.").arg(readableText(method)));
    if (target.isEmpty() || !std::ranges::all_of(target, isTargetByte))
        return fail(ErrorCode::BadInput, tr("The request target has a byte that is not allowed there."));
    QByteArray head = method + ' ' + target + " HTTP/1.1\r\n";
    for (const Header& field : headers.fields) {
        if (!isToken(field.name) || !isFieldValue(field.value))
            return fail(ErrorCode::BadInput,
                        tr("The header field %1 is not valid.").arg(readableText(field.name)));
        head += field.name + (field.value.isEmpty() ? ":" : ": ") + field.value + "\r\n";
    }
    return head + "\r\n";
}

Result<QByteArray> requestHead(const Request& request)
{
    if (!request.exactHead.isEmpty())
        return request.exactHead;
    const auto url = splitUrl(request.url);
    if (!url)
        return tl::unexpected<Error>(url.error());
    HeaderList headers = request.headers;
    if (!headers.contains("Host"))
        headers.fields.prepend({"Host", url->hostField});
    const bool usuallyHasBody =
        request.method == "POST" || request.method == "PUT" || request.method == "PATCH";
    const bool framed = headers.contains("Content-Length") || headers.contains("Transfer-Encoding");
    if (!framed && (usuallyHasBody || !request.body.isEmpty()))
        headers.append("Content-Length", QByteArray::number(request.body.size()));
    return composeHead(request.method, url->target, headers);
}

Result<QByteArray> rawRequest(const Request& request)
{
    return requestHead(request).map([&](const QByteArray& head) { return head + request.body; });
}

} // namespace hookworks
