// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/queried_delivery.h"

namespace hookworks {

namespace {

/// Path and query of an absolute URL, as it is written.
QByteArray targetOf(const QByteArray& url)
{
    const qsizetype scheme = url.indexOf("://");
    const qsizetype authority = scheme < 0 ? 0 : scheme + 3;
    qsizetype begin = authority;
    while (begin < url.size() && url[begin] != '/' && url[begin] != '?' && url[begin] != '#')
        ++begin;
    const QByteArray rest = url.sliced(begin).split('#').first();
    return rest.startsWith('/') ? rest : '/' + rest;
}

DeliveryFacts factsOf(const Delivery& delivery, const DeliveryParts& parts)
{
    DeliveryFacts facts;
    facts.id = delivery.id;
    facts.provider = delivery.provider;
    facts.event = delivery.event;
    facts.webhook = delivery.webhook;
    facts.webhookName = delivery.webhookName;
    facts.report = delivery.report;
    facts.reportName = parts.reportName.value_or(QString());
    facts.state = delivery.state;
    facts.attempts = delivery.attempts;
    facts.messageId = delivery.messageId;
    facts.outcome = parts.last ? parts.last->outcome : std::nullopt;
    facts.origin = parts.last ? std::optional(parts.last->origin) : std::nullopt;
    return facts;
}

} // namespace

QueriedDelivery::QueriedDelivery(const Delivery& delivery, const DeliveryParts& parts,
                                 const BodyReading& reading)
    : m_delivery(delivery)
    , m_parts(parts)
    , m_reading(reading)
{
}

QByteArray QueriedDelivery::target() const
{
    const QByteArray& exact = m_delivery.request.exactHead;
    if (exact.isEmpty())
        return targetOf(m_delivery.request.url.toUtf8());
    const QList<QByteArray> words = exact.split('\n').first().trimmed().split(' ');
    return words.value(1);
}

QByteArray QueriedDelivery::head() const
{
    const Request& request = m_delivery.request;
    if (!request.exactHead.isEmpty())
        return request.exactHead;
    QByteArray head = request.method + ' ' + target() + " HTTP/1.1\r\n";
    for (const Header& header : request.headers.fields)
        head += header.name + ": " + header.value + "\r\n";
    return head;
}

QueryValues QueriedDelivery::values(QueryName name) const
{
    const Request& request = m_delivery.request;
    const QByteArray path = target();
    const qsizetype mark = path.indexOf('?');
    switch (name) {
    case QueryName::Id:
        return {{m_delivery.id.toString().toUtf8()}};
    case QueryName::Method:
        return {{request.method}};
    case QueryName::Target:
        return {{path}};
    case QueryName::Path:
        return {{mark < 0 ? path : path.first(mark)}};
    case QueryName::Query:
        return mark < 0 ? QueryValues() : QueryValues{{path.sliced(mark + 1)}};
    case QueryName::Url:
        return {{request.url.toUtf8()}};
    case QueryName::Status:
        return m_parts.last && m_parts.last->status > 0
                   ? QueryValues{{QByteArray::number(m_parts.last->status)}}
                   : QueryValues();
    case QueryName::Size:
        return m_parts.body ? QueryValues{{QByteArray::number(request.body.size())}} : QueryValues{{}, false};
    case QueryName::Head:
        return {{head()}};
    case QueryName::Body:
        return m_parts.body ? readableBody(request.headers, request.body, m_reading) : QueryValues{{}, false};
    case QueryName::Created:
        return {{toIso(m_delivery.createdAt).toUtf8()}};
    case QueryName::Verdict: {
        const auto verdict = verdictOf(m_delivery.replayOf, m_delivery.basis, m_delivery.state);
        return verdict ? QueryValues{{toString(*verdict).toUtf8()}} : QueryValues();
    }
    case QueryName::Being:
        return being();
    case QueryName::Note:
        return noteValues(m_delivery.mark);
    default:
        break;
    }
    QueryValues values = deliveryValues(factsOf(m_delivery, m_parts), name);
    if (name == QueryName::Report && m_delivery.report && !m_parts.reportName)
        values.complete = false;
    return values;
}

QueryValues QueriedDelivery::being() const
{
    QueryValues values;
    if (!m_delivery.replayOf.isEmpty())
        values.values << "replay";
    if (!m_delivery.mark.isEmpty())
        values.values << "marked";
    return values;
}

std::optional<RealTime> QueriedDelivery::moment(QueryName name) const
{
    return name == QueryName::Received ? std::nullopt : std::optional(m_delivery.createdAt);
}

QueryValues QueriedDelivery::headerValues(QByteArrayView name) const
{
    return {m_delivery.request.headers.values(name)};
}

QList<QByteArray> QueriedDelivery::names() const
{
    return {m_delivery.event.toUtf8(), m_delivery.webhookName.toUtf8(), m_delivery.request.url.toUtf8(),
            m_delivery.messageId.toUtf8()};
}

} // namespace hookworks
