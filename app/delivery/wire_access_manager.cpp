// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/wire_access_manager.h"

#include "http/request_writer.h"

#include <QBuffer>

namespace hookworks {

namespace {

QByteArray verbOf(QNetworkAccessManager::Operation operation, const QNetworkRequest& request)
{
    switch (operation) {
    case QNetworkAccessManager::HeadOperation:
        return "HEAD";
    case QNetworkAccessManager::GetOperation:
        return "GET";
    case QNetworkAccessManager::PutOperation:
        return "PUT";
    case QNetworkAccessManager::PostOperation:
        return "POST";
    case QNetworkAccessManager::DeleteOperation:
        return "DELETE";
    default:
        return request.attribute(QNetworkRequest::CustomVerbAttribute).toByteArray();
    }
}

QByteArray bodyOf(QIODevice* outgoing)
{
    const auto* const buffer = qobject_cast<QBuffer*>(outgoing);
    if (buffer && buffer->pos() == 0)
        return buffer->data();
    return outgoing ? outgoing->readAll() : QByteArray();
}

/// Of a request that says what it wants in Qt's words alone.
Result<ExchangeRequest> plainExchange(QNetworkAccessManager::Operation operation,
                                      const QNetworkRequest& request, const QByteArray& body)
{
    Request made;
    made.method = verbOf(operation, request);
    made.url = QString::fromUtf8(request.url().toEncoded());
    made.body = body;
    const auto names = request.rawHeaderList();
    for (const QByteArray& name : names)
        made.headers.append(name, request.rawHeader(name));
    ExchangeRequest exchange;
    const auto endpoint = splitUrl(made.url);
    const auto head = endpoint ? requestHead(made, *endpoint) : tl::unexpected<Error>(endpoint.error());
    if (!head)
        return tl::unexpected<Error>(head.error());
    exchange.endpoint = *endpoint;
    exchange.method = made.method;
    exchange.head = *head;
    if (request.transferTimeout() > 0)
        exchange.terms.timeout = std::chrono::milliseconds(request.transferTimeout());
    return exchange;
}

} // namespace

WireAccessManager::WireAccessManager(const Wire& wire, QObject* parent)
    : QNetworkAccessManager(parent)
    , m_outbox(std::make_shared<Outbox>(wire))
{
}

QNetworkReply* WireAccessManager::createRequest(Operation operation, const QNetworkRequest& request,
                                                QIODevice* outgoing)
{
    auto* const reply = new WireReply(operation, request, this);
    const QByteArray body = bodyOf(outgoing);
    const QVariant whole = request.attribute(exchangeRequestAttribute);
    auto exchange = whole.isValid() ? Result<ExchangeRequest>(whole.value<ExchangeRequest>())
                                    : plainExchange(operation, request, body);
    if (exchange) {
        exchange->body = body;
        reply->send(m_outbox, *std::move(exchange));
    } else {
        reply->finishLater(nothingSent(exchange.error()));
    }
    return reply;
}

} // namespace hookworks
