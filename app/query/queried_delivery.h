// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/queried_capture.h"

namespace hookworks {

/// Which parts of a delivery are there.
struct DeliveryParts
{
    bool body = true;
    const Attempt* last = nullptr;          ///< the newest attempt; none: there was none yet
    std::optional<QString> reportName = {}; ///< nullopt: it is not known
};

/// A delivery as a query sees it. Refers to what it is made of.
class QueriedDelivery final : public QueryRow
{
public:
    QueriedDelivery(const Delivery& delivery, const DeliveryParts& parts, const BodyReading& reading);

    QueryValues values(QueryName name) const override;
    std::optional<RealTime> moment(QueryName name) const override;
    QueryValues headerValues(QByteArrayView name) const override;
    /// What a list shows of it, and its address.
    QList<QByteArray> names() const override;

private:
    QByteArray target() const;
    QByteArray head() const;
    QueryValues being() const;

    const Delivery& m_delivery;
    const DeliveryParts& m_parts;
    const BodyReading& m_reading;
};

} // namespace hookworks
