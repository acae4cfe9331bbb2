// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/forwarded_request.h"

#include "http/request_writer.h"

namespace hookworks {

namespace {

constexpr const char* mark = "Hookworks-Forwarded";

/// Of an absolute target (RFC 9112, 3.2.2) only path and query count.
QByteArray originForm(const QByteArray& target)
{
    if (target.startsWith('/'))
        return target;
    const qsizetype scheme = target.indexOf("://");
    const qsizetype path = scheme < 0 ? -1 : target.indexOf('/', scheme + 3);
    return path > 0 ? target.sliced(path) : QByteArray("/");
}

HeaderList forwardedFields(const Capture& capture, const UrlParts& base)
{
    HeaderList headers = capture.headers;
    dropHopFields(headers);
    headers.remove("Content-Length");
    headers.set("Host", base.hostField);
    if (!base.credentials.isEmpty() && !headers.contains("Authorization"))
        headers.append("Authorization", "Basic " + base.credentials.toBase64());
    headers.set(mark, "1");
    headers.append("Connection", "close");
    if (capture.bodyBytes > 0 || capture.headers.contains("Content-Length"))
        headers.append("Content-Length", QByteArray::number(capture.bodyBytes));
    return headers;
}

} // namespace

bool wasForwarded(const HeaderList& headers)
{
    return headers.contains(mark);
}

void dropHopFields(HeaderList& headers)
{
    QList<QByteArray> named;
    for (const QByteArray& value : headers.values("Connection")) {
        for (const QByteArray& name : value.split(','))
            named << name.trimmed();
    }
    for (const QByteArray& name : named)
        headers.remove(name);
    for (const char* name : {"Connection", "Keep-Alive", "Proxy-Connection", "TE", "Trailer",
                             "Transfer-Encoding", "Upgrade", "Expect"})
        headers.remove(name);
}

Result<ForwardedRequest> forwardedRequest(const Capture& capture, const QString& baseUrl)
{
    const auto base = splitUrl(baseUrl);
    if (!base)
        return tl::unexpected<Error>(base.error());
    QByteArray target = base->target;
    if (target.endsWith('/'))
        target.chop(1);
    target += originForm(capture.target);
    return composeHead(capture.method, target, forwardedFields(capture, *base))
        .map([&](const QByteArray& head) {
            const QByteArray url = (base->tls ? "https://" : "http://") + base->hostField + target;
            return ForwardedRequest{QString::fromLatin1(url), head};
        });
}

} // namespace hookworks
