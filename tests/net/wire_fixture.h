// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/outbox.h"

#include <QTest>

#include <optional>

namespace hookworks {

/// A POST of `body` to `url`, as little as HTTP needs.
inline ExchangeRequest exchangeTo(const QString& url, const QByteArray& body = "{}")
{
    ExchangeRequest request;
    request.endpoint = *splitUrl(url);
    request.method = "POST";
    request.head = "POST " + request.endpoint.target + " HTTP/1.1\r\nHost: " + request.endpoint.hostField +
                   "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n";
    request.body = body;
    request.terms.timeout = std::chrono::seconds(20);
    return request;
}

/// Sends one request and waits for what comes of it.
inline ExchangeResult exchanged(Outbox& outbox, const ExchangeRequest& request)
{
    std::optional<ExchangeResult> result;
    outbox.send(request, [&](const ExchangeResult& ended) { result = ended; });
    return QTest::qWaitFor([&] { return result.has_value(); }, 30'000) ? *result : ExchangeResult();
}

} // namespace hookworks
