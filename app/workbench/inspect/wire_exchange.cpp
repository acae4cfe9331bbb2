// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/inspect/wire_exchange.h"

#include "domain/readable_text.h"
#include "domain/url_parts.h"
#include "http/loose_head.h"
#include "http/request_writer.h"

#include <algorithm>

namespace hookworks {

namespace {

/// RFC 9110, 7.1: of an absolute target itself; CONNECT's target is an authority, and `*` has no path.
QString targetUri(const WireRequest& request, bool tls, const QByteArray& otherwise)
{
    const QByteArray scheme = tls ? "https://" : "http://";
    const QByteArray host = request.headers.value("Host").value_or(QByteArray());
    const QByteArray authority = scheme + (host.isEmpty() ? otherwise : host);
    if (request.target.contains("://") && !request.target.startsWith('/'))
        return readableText(request.target);
    if (request.method == "CONNECT" && !request.target.startsWith('/'))
        return readableText(scheme + request.target);
    return readableText(request.target == "*" ? authority : authority + request.target);
}

/// `otherwise`: the authority of a request without Host.
WireRequest requestFrom(const QByteArray& head, const QByteArray& body, bool tls, const QByteArray& otherwise)
{
    WireRequest request;
    const LooseHead loose = looseHead(head);
    const RequestLine line = requestLineOf(loose.line);
    request.head = head;
    request.body = body;
    request.method = line.method;
    request.target = line.target;
    request.version = line.version;
    request.headers = loose.headers;
    UnframedBody unframedBody = unframed(loose.headers, head.sliced(loose.end) + body);
    request.content = std::move(unframedBody.content);
    request.trailers = std::move(unframedBody.trailers);
    request.url = targetUri(request, tls, otherwise);
    return request;
}

WireResponse responseFrom(const QByteArray& head, const QByteArray& body)
{
    WireResponse response;
    const LooseHead loose = looseHead(head);
    const ResponseLine line = responseLineOf(loose.line);
    response.head = head;
    response.body = body;
    response.version = line.version;
    response.status = line.status;
    response.reason = line.reason;
    response.headers = line.status == 0 ? HeaderList() : loose.headers;
    response.content = body;
    return response;
}

/// Of a request whose address leads nowhere: the head as far as it can be made, without Host.
Result<QByteArray> headWithoutHost(const Request& request)
{
    const QByteArray url = request.url.toUtf8();
    const qsizetype scheme = url.indexOf("://");
    const qsizetype path = url.indexOf('/', scheme < 0 ? 0 : scheme + 3);
    HeaderList headers = fieldsToSend(request, {});
    if (!request.headers.contains("Host"))
        headers.remove("Host");
    return composeHead(request.method, path < 0 ? QByteArray("/") : url.sliced(path), headers);
}

Result<WireRequest> unsentRequest(const Delivery& delivery, const ListenerBase& listener)
{
    Request request = delivery.request;
    if (listener)
        request.url = withListener(request.url, *listener);
    if (!request.exactHead.isEmpty())
        return requestFrom(request.exactHead, request.body, request.url.startsWith(QLatin1String("https:")),
                           {});
    const auto url = splitUrl(request.url);
    const auto head = url ? requestHead(request, *url) : headWithoutHost(request);
    return head.map([&](const QByteArray& bytes) {
        WireRequest made = requestFrom(bytes, request.body, false, {});
        made.url = request.url;
        return made;
    });
}

WireExchange fromCapture(const Capture& capture)
{
    WireExchange exchange;
    exchange.request = requestFrom(capture.head, capture.wireBody.isEmpty() ? capture.body : capture.wireBody,
                                   capture.tls.has_value(), capture.local.toUtf8());
    if (!capture.response.isEmpty()) {
        exchange.response = responseFrom(capture.response.head, capture.response.body);
        exchange.response->content = unframed(exchange.response->headers, capture.response.body).content;
    }
    return exchange;
}

Result<WireExchange> fromAttempt(const Delivery& delivery, const Attempt& attempt,
                                 const ListenerBase& listener)
{
    WireExchange exchange;
    exchange.attempt = &attempt;
    exchange.wasOnWire = !attempt.sentHead.isEmpty();
    if (!attempt.responseHead.isEmpty())
        exchange.response = responseFrom(attempt.responseHead, attempt.responseBody);
    const bool tls = delivery.request.url.startsWith(QLatin1String("https:"), Qt::CaseInsensitive) ||
                     attempt.timings.tls.has_value();
    const auto request = exchange.wasOnWire
                             ? Result<WireRequest>(requestFrom(attempt.sentHead, delivery.request.body, tls,
                                                               attempt.remote.toUtf8()))
                             : unsentRequest(delivery, listener);
    if (!request)
        return tl::unexpected<Error>(request.error());
    exchange.request = *request;
    return exchange;
}

} // namespace

Result<QList<WireExchange>> wireExchanges(const ExportedExchange& exchange, const ListenerBase& listener)
{
    if (exchange.capture)
        return QList<WireExchange>{fromCapture(*exchange.capture)};
    QList<WireExchange> all;
    for (const Attempt& attempt : exchange.attempts) {
        auto made = fromAttempt(*exchange.delivery, attempt, listener);
        if (!made)
            return tl::unexpected<Error>(made.error());
        all.append(std::move(*made));
    }
    if (!all.isEmpty())
        return all;
    return unsentRequest(*exchange.delivery, listener).map([](const WireRequest& request) {
        WireExchange unsent;
        unsent.request = request;
        unsent.wasOnWire = false;
        return QList<WireExchange>{unsent};
    });
}

Result<WireExchange> wireExchange(const ExportedExchange& exchange, const ListenerBase& listener)
{
    return wireExchanges(exchange, listener).map([](const QList<WireExchange>& all) {
        const auto last =
            std::find_if(all.crbegin(), all.crend(), [](const WireExchange& each) { return each.wasOnWire; });
        return last == all.crend() ? all.last() : *last;
    });
}

} // namespace hookworks
