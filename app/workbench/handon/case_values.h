// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/capture.h"
#include "json/object_reader.h"
#include "workbench/deliver/deliveries.h"

#include <QHash>

namespace hookworks {

/// The bodies of a case, each once, by the name that deliveries and captures refer to it with.
class CaseBodies
{
public:
    /// null where it is empty.
    JsonValue put(const QByteArray& body);
    JsonValue json() const;
    /// Reads what json() wrote; refuses in `object`.
    static CaseBodies taken(ObjectReader& object, QStringView key);
    /// What the member `key` of `object` refers to; empty where there is none.
    QByteArray of(ObjectReader& object, QStringView key) const;

private:
    QHash<QByteArray, QString> m_names;
    QHash<QString, QByteArray> m_bodies;
    QStringList m_order;
};

// A delivery and a capture as a case has them, and back. Whatever follows from the bytes of heads and bodies
// is not written.

JsonValue caseDeliveryJson(const DeliveryRecord& record, CaseBodies& bodies);
DeliveryRecord takeCaseDelivery(ObjectReader& object, const CaseBodies& bodies);
JsonValue caseCaptureJson(const Capture& capture, CaseBodies& bodies);
Capture takeCaseCapture(ObjectReader& object, const CaseBodies& bodies);

} // namespace hookworks
