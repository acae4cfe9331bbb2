// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/id.h"

#include <QUuid>
#include <QtEndian>

#include <array>

namespace hookworks {

bool looksLikeId(QStringView text)
{
    return ReportId::parse(text) || WebhookId::parse(text) || EventId::parse(text) || DeliveryId::parse(text)
           || CaptureId::parse(text) || ListenerId::parse(text);
}

QString uuidV7(qint64 unixMilliseconds, quint64 random1, quint64 random2)
{
    const quint64 high = (static_cast<quint64>(unixMilliseconds) << 16) | 0x7000U | (random1 & 0x0fffU);
    const quint64 low = (random2 >> 2) | 0x8000'0000'0000'0000U;
    std::array<uchar, 16> bytes{};
    qToBigEndian(high, bytes.data());
    qToBigEndian(low, bytes.data() + 8);
    return QUuid::fromRfc4122(QByteArrayView(bytes.data(), 16)).toString(QUuid::WithoutBraces);
}

} // namespace hookworks
