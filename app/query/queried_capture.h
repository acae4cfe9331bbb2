// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/capture.h"
#include "domain/delivery.h"
#include "query/query_row.h"

#include <functional>

namespace hookworks {

/// What a body says of itself to one who knows the providers.
struct RecognisedEvent
{
    QString provider, event; ///< empty: none
    bool operator==(const RecognisedEvent&) const = default;
};

/// How bodies are looked into; given by who knows content codings and providers. Thread-safe and pure.
struct BodyReading
{
    /// The body without its content coding; nullopt: it cannot be looked at. Asked only where there is one.
    std::function<std::optional<QByteArray>(const QByteArray& coding, const QByteArray& body)> decode = {};
    std::function<RecognisedEvent(const QByteArray& body)> recognise = {};
};

/// What is known of the delivery behind a row; of one that was removed its id alone.
struct DeliveryFacts
{
    std::optional<DeliveryId> id;
    QString provider = {}, event = {};
    std::optional<WebhookId> webhook = {};
    QString webhookName = {};
    std::optional<ReportId> report = {};
    QString reportName = {};
    std::optional<DeliveryState> state = {};
    std::optional<int> attempts = {};
    QString messageId = {};
    bool isReplay = false;
    std::optional<Outcome> outcome = {}; ///< of the attempt that counts: a capture's own, a delivery's last
    std::optional<Origin> origin = {};
    bool operator==(const DeliveryFacts&) const = default;
};

/// Whether it says something of the delivery behind a row.
bool isDeliveryField(QueryName name);
/// Of a field that belongs to a delivery; other fields have none.
QueryValues deliveryValues(const DeliveryFacts& facts, QueryName name);

/// The values of `note`.
QueryValues noteValues(const Mark& mark);

/// Which parts of a capture are there.
struct CaptureParts
{
    bool head = true; ///< with the headers
    bool body = true;
    std::optional<DeliveryFacts> facts = {}; ///< of its attempt's delivery, where it has one
};

/// A capture as a query sees it. Refers to what it is made of.
class QueriedCapture final : public QueryRow
{
public:
    QueriedCapture(const Capture& capture, const CaptureParts& parts, const BodyReading& reading);

    QueryValues values(QueryName name) const override;
    std::optional<RealTime> moment(QueryName name) const override;
    QueryValues headerValues(QByteArrayView name) const override;
    QList<QByteArray> names() const override { return {}; }

private:
    QueryValues body() const;
    QueryValues recognised(QueryName name) const;
    QueryValues being() const;

    const Capture& m_capture;
    const CaptureParts& m_parts;
    const BodyReading& m_reading;
    mutable std::optional<QueryValues> m_body;
    mutable std::optional<RecognisedEvent> m_recognised;
};

/// `gzip, br` of all Content-Encoding fields; empty: none, or identity alone.
QByteArray contentCoding(const HeaderList& headers);
/// The body as a query looks at it; incomplete: it cannot be looked at.
QueryValues readableBody(const HeaderList& headers, const QByteArray& body, const BodyReading& reading);

} // namespace hookworks
