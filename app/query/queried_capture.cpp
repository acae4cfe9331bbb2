// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/queried_capture.h"

namespace hookworks {

namespace {

QueryValues one(const QByteArray& value)
{
    return {{value}, true};
}

/// Empty is what a row lacks.
QueryValues oneUnlessEmpty(const QByteArray& value)
{
    return value.isEmpty() ? QueryValues() : one(value);
}

QueryValues oneUnlessEmpty(const QString& value)
{
    return oneUnlessEmpty(value.toUtf8());
}

template <class IdType>
QueryValues maybe(const std::optional<IdType>& id)
{
    return id ? one(id->toString().toUtf8()) : QueryValues();
}

template <class Word>
QueryValues maybeWord(const std::optional<Word>& word)
{
    return word ? one(toString(*word).toUtf8()) : QueryValues();
}

template <class IdType>
QueryValues idAndName(const std::optional<IdType>& id, const QString& name)
{
    QueryValues values = maybe(id);
    if (!name.isEmpty())
        values.values << name.toUtf8();
    return values;
}

QByteArray number(qint64 value)
{
    return QByteArray::number(value);
}

QueryValues targetPart(const QByteArray& target, QueryName name)
{
    const qsizetype mark = target.indexOf('?');
    if (name == QueryName::Target)
        return one(target);
    if (name == QueryName::Path)
        return one(mark < 0 ? target : target.first(mark));
    return mark < 0 ? QueryValues() : one(target.sliced(mark + 1));
}

} // namespace

bool isDeliveryField(QueryName name)
{
    switch (name) {
    case QueryName::Event:
    case QueryName::Provider:
    case QueryName::Webhook:
    case QueryName::Report:
    case QueryName::State:
    case QueryName::Attempts:
    case QueryName::Outcome:
    case QueryName::Message:
    case QueryName::Origin:
        return true;
    default:
        return false;
    }
}

QueryValues deliveryValues(const DeliveryFacts& facts, QueryName name)
{
    switch (name) {
    case QueryName::Delivery:
        return maybe(facts.id);
    case QueryName::Event:
        return oneUnlessEmpty(facts.event);
    case QueryName::Provider:
        return oneUnlessEmpty(facts.provider);
    case QueryName::Webhook:
        return idAndName(facts.webhook, facts.webhookName);
    case QueryName::Report:
        return idAndName(facts.report, facts.reportName);
    case QueryName::State:
        return maybeWord(facts.state);
    case QueryName::Attempts:
        return facts.attempts ? one(number(*facts.attempts)) : QueryValues();
    case QueryName::Outcome:
        return maybeWord(facts.outcome);
    case QueryName::Message:
        return oneUnlessEmpty(facts.messageId);
    case QueryName::Origin:
        return maybeWord(facts.origin);
    default:
        return {};
    }
}

QueryValues noteValues(const Mark& mark)
{
    return oneUnlessEmpty(mark.note);
}

QByteArray contentCoding(const HeaderList& headers)
{
    if (headers.fields.isEmpty())
        return {};
    const QByteArray coding = headers.values("Content-Encoding").join(", ").trimmed().toLower();
    return coding == "identity" ? QByteArray() : coding;
}

QueryValues readableBody(const HeaderList& headers, const QByteArray& body, const BodyReading& reading)
{
    const QByteArray coding = contentCoding(headers);
    if (coding.isEmpty() || body.isEmpty())
        return one(body);
    const auto decoded = reading.decode ? reading.decode(coding, body) : std::nullopt;
    return decoded ? one(*decoded) : QueryValues{{}, false};
}

QueriedCapture::QueriedCapture(const Capture& capture, const CaptureParts& parts, const BodyReading& reading)
    : m_capture(capture)
    , m_parts(parts)
    , m_reading(reading)
{
}

QueryValues QueriedCapture::values(QueryName name) const
{
    if (isDeliveryField(name) && m_capture.delivery && !m_parts.facts)
        return {{}, false};
    if (isDeliveryField(name)) {
        const QueryValues known = m_capture.delivery ? deliveryValues(*m_parts.facts, name) : QueryValues();
        return known.values.isEmpty() ? recognised(name) : known;
    }
    switch (name) {
    case QueryName::Id:
        return one(m_capture.id.toString().toUtf8());
    case QueryName::Method:
        return one(m_capture.method);
    case QueryName::Path:
    case QueryName::Target:
    case QueryName::Query:
        return targetPart(m_capture.target, name);
    case QueryName::Status:
        return one(number(m_capture.responseStatus));
    case QueryName::Valid:
        return one(m_capture.valid ? "true" : "false");
    case QueryName::Problem:
        return oneUnlessEmpty(m_capture.problem);
    case QueryName::Remote:
        return oneUnlessEmpty(m_capture.remote);
    case QueryName::Rule:
        return oneUnlessEmpty(m_capture.rule);
    case QueryName::Fault:
        return oneUnlessEmpty(m_capture.fault);
    case QueryName::Delivery:
        return maybe(m_capture.delivery);
    case QueryName::Listener:
        return one(m_capture.listener.toString().toUtf8());
    case QueryName::Size:
        return one(number(m_capture.bodyBytes));
    case QueryName::Head:
        return m_parts.head ? one(m_capture.head) : QueryValues{{}, false};
    case QueryName::Body:
        return body();
    case QueryName::Received:
        return one(toIso(m_capture.receivedAt).toUtf8());
    case QueryName::Note:
        return noteValues(m_capture.mark);
    case QueryName::Being:
        return being();
    default:
        return {};
    }
}

std::optional<RealTime> QueriedCapture::moment(QueryName name) const
{
    return name == QueryName::Created ? std::nullopt : std::optional(m_capture.receivedAt);
}

QueryValues QueriedCapture::headerValues(QByteArrayView name) const
{
    return m_parts.head ? QueryValues{m_capture.headers.values(name), true} : QueryValues{{}, false};
}

QueryValues QueriedCapture::body() const
{
    if (!m_parts.body)
        return {{}, false};
    if (!m_body)
        m_body = readableBody(m_capture.headers, m_capture.body, m_reading);
    return *m_body;
}

QueryValues QueriedCapture::recognised(QueryName name) const
{
    if (name != QueryName::Event && name != QueryName::Provider)
        return {};
    const QueryValues text = body();
    if (text.values.isEmpty() || !m_reading.recognise)
        return {{}, text.complete};
    if (!m_recognised)
        m_recognised = m_reading.recognise(text.values.first());
    return oneUnlessEmpty(name == QueryName::Event ? m_recognised->event : m_recognised->provider);
}

QueryValues QueriedCapture::being() const
{
    QueryValues values;
    if (!m_capture.valid)
        values.values << "malformed";
    if (!m_capture.mark.isEmpty())
        values.values << "marked";
    if (m_capture.delivery && !m_parts.facts)
        values.complete = false;
    else if (m_capture.delivery && m_parts.facts->isReplay)
        values.values << "replay";
    return values;
}

} // namespace hookworks
