// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/capture.h"
#include "domain/proxy.h"
#include "domain/reply_rule.h"
#include "domain/result.h"
#include "net/outbox.h"

#include <functional>
#include <memory>

namespace hookworks {

/// Passes one request on to another base URL, plain or under TLS, over the wire, and gives back its answer.
/// `done` is called once from the event loop, not from begin(); never after the destruction, which ends it.
class Forwarding final : public std::enable_shared_from_this<Forwarding>
{
public:
    using Done = std::function<void(const Result<Reply>&)>;
    using Taken = std::function<void(const Result<QByteArray>&)>;
    /// Gives so many bytes of the stored body from an offset.
    using StoredBody = std::function<void(qint64 offset, qint64 length, const Taken& taken)>;

    /// `outbox` outlives it.
    Forwarding(Outbox& outbox, Done done);
    ~Forwarding();
    Forwarding(const Forwarding&) = delete;
    Forwarding& operator=(const Forwarding&) = delete;

    /// Sends it to `baseUrl`, through `proxy` if there is one; its path is put before the request's target. A
    /// body that is not in the capture is taken from `body`, piece by piece. Fails with BadInput, in words,
    /// where it cannot begin.
    Result<void> begin(const Capture& capture, const QString& baseUrl, const Proxy& proxy, StoredBody body);
    /// Ends it with an error, soon, unless it has ended.
    void giveUp();
    /// What each phase took, once it has ended.
    const ForwardTimings& timings() const { return m_timings; }

private:
    void fetch(qint64 offset);
    void ended(const ExchangeResult& result);
    Result<Reply> replyOf(const ExchangeResult& result) const;
    QString failureWords(const ExchangeResult& result) const;

    Outbox& m_outbox;
    Done m_done;
    QString m_url;
    StoredBody m_body;
    qint64 m_laterBody = 0;
    quint64 m_handle = 0;
    bool m_gaveUp = false;
    ForwardTimings m_timings;
};

} // namespace hookworks
