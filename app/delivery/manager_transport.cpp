// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/manager_transport.h"

#include "http/request_writer.h"

#include <QNetworkReply>

namespace hookworks {

namespace {

/// An exact head may be anything, so it has a connection of its own.
bool mayShareConnection(const Request& request)
{
    const auto connection = request.headers.value("Connection");
    return request.exactHead.isEmpty() && !(connection && connection->toLower().contains("close"));
}

Result<ExchangeRequest> exchangeFor(const AttemptJob& job)
{
    ExchangeRequest exchange;
    const auto endpoint = splitUrl(job.request.url);
    const auto head =
        endpoint ? requestHead(job.request, *endpoint) : tl::unexpected<Error>(endpoint.error());
    if (!head)
        return tl::unexpected<Error>(head.error());
    exchange.endpoint = *endpoint;
    exchange.method = job.request.method;
    exchange.head = *head;
    exchange.terms = job.terms;
    exchange.terms.mayShareConnection = mayShareConnection(job.request);
    return exchange;
}

ExchangeResult resultOf(const QNetworkReply& reply, RealTime due)
{
    auto result = reply.attribute(exchangeResultAttribute).value<ExchangeResult>();
    if (due != RealTime())
        result.timings.queue = std::max(Micros(0), result.startedAt - due);
    return result;
}

} // namespace

ManagerTransport::ManagerTransport(const Wire& wire)
    : m_manager(wire)
{
}

ManagerTransport::~ManagerTransport() = default;

void ManagerTransport::send(AttemptJob job, Callback done)
{
    const auto exchange = exchangeFor(job);
    if (!exchange) {
        QMetaObject::invokeMethod(
            &m_manager, [done = std::move(done), result = nothingSent(exchange.error())] { done(result); },
            Qt::QueuedConnection);
        return;
    }
    QNetworkRequest request{QUrl(job.request.url)};
    request.setAttribute(exchangeRequestAttribute, QVariant::fromValue(*exchange));
    QNetworkReply* const reply = m_manager.sendCustomRequest(request, job.request.method, job.request.body);
    m_open.insert(job.id, reply);
    QObject::connect(reply, &QNetworkReply::finished, &m_manager,
                     [this, reply, id = job.id, due = job.due, done = std::move(done)] {
                         m_open.remove(id);
                         reply->deleteLater();
                         done(resultOf(*reply, due));
                     });
}

void ManagerTransport::cancel(qint64 id)
{
    if (QNetworkReply* const reply = m_open.value(id))
        reply->abort();
}

} // namespace hookworks
