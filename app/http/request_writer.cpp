// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/request_writer.h"

#include "domain/readable_text.h"
#include "domain/words.h"
#include "http/characters.h"

#include <algorithm>

namespace hookworks {

namespace {

bool usuallyHasBody(const QByteArray& method)
{
    return method == "POST" || method == "PUT" || method == "PATCH";
}

/// Unless it is to go out bare.
void addOwnFields(HeaderList& fields)
{
    if (!fields.contains("User-Agent"))
        fields.append("User-Agent", QByteArrayLiteral("Hookworks/" HOOKWORKS_VERSION));
    if (!fields.contains("Accept-Encoding"))
        fields.append("Accept-Encoding", "identity");
}

Result<void> checkField(const Header& field)
{
    const QString name = readableText(field.name.left(80));
    if (!isToken(field.name))
        return fail(ErrorCode::BadInput, tr("\"%1\" is not a header name (RFC 9110, 5.6.2).").arg(name));
    if (!isFieldValue(field.value))
        return fail(ErrorCode::BadInput,
                    tr("The value of the header %1 has a character that HTTP does not allow, "
                       "or a space at its ends (RFC 9110, 5.5).")
                        .arg(name));
    return {};
}

} // namespace

Result<QByteArray> composeHead(const QByteArray& method, const QByteArray& target, const HeaderList& headers)
{
    if (!isToken(method))
        return fail(ErrorCode::BadInput, tr("%1 is not a method.").arg(readableText(method)));
    if (target.isEmpty() || !std::ranges::all_of(target, isTargetByte))
        return fail(ErrorCode::BadInput, tr("The request target has a byte that is not allowed there."));
    QByteArray head = method + ' ' + target + " HTTP/1.1\r\n";
    for (const Header& field : headers.fields) {
        if (const auto checked = checkField(field); !checked)
            return tl::unexpected<Error>(checked.error());
        head += field.name + (field.value.isEmpty() ? ":" : ": ") + field.value + "\r\n";
    }
    return head + "\r\n";
}

HeaderList fieldsToSend(const Request& request, const UrlParts& url)
{
    HeaderList fields;
    if (!request.headers.contains("Host"))
        fields.append("Host", url.hostField);
    fields.fields += request.headers.fields;
    if (!request.bare)
        addOwnFields(fields);
    if (!url.credentials.isEmpty() && !request.headers.contains("Authorization"))
        fields.append("Authorization", "Basic " + url.credentials.toBase64());
    const bool framed =
        request.headers.contains("Content-Length") || request.headers.contains("Transfer-Encoding");
    if (!framed && (usuallyHasBody(request.method) || !request.body.isEmpty()))
        fields.append("Content-Length", QByteArray::number(request.body.size()));
    return fields;
}

Result<QByteArray> requestHead(const Request& request)
{
    if (!request.exactHead.isEmpty())
        return request.exactHead;
    return splitUrl(request.url).and_then([&](const UrlParts& url) { return requestHead(request, url); });
}

Result<QByteArray> requestHead(const Request& request, const UrlParts& url)
{
    if (!request.exactHead.isEmpty())
        return request.exactHead;
    return composeHead(request.method, url.target, fieldsToSend(request, url));
}

Result<QByteArray> rawRequest(const Request& request)
{
    return requestHead(request).map([&](const QByteArray& head) { return head + request.body; });
}

} // namespace hookworks
