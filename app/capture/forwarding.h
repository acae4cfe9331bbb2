// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/byte_stream.h"
#include "capture/client_tls.h"
#include "capture/poller.h"
#include "capture/socket_address.h"
#include "domain/capture.h"
#include "domain/reply_rule.h"
#include "domain/result.h"
#include "http/request_writer.h"
#include "http/response_reader.h"

#include <QList>
#include <QObject>

#include <chrono>
#include <functional>
#include <memory>

class QHostInfo;

namespace hookworks {

/// Passes one request on to another base URL, plain or under TLS, and reads its answer, without blocking:
/// names are looked up on a thread of Qt's. `done` is called once from the event loop, not from begin();
/// never after the destruction.
class Forwarding final : public Pollable, public std::enable_shared_from_this<Forwarding>
{
public:
    using Done = std::function<void(const Result<Reply>&)>;
    using Taken = std::function<void(const Result<QByteArray>&)>;
    /// Gives so many bytes of the stored body from an offset.
    using StoredBody = std::function<void(qint64 offset, qint64 length, const Taken& taken)>;

    /// `tls` outlives it.
    Forwarding(Poller& poller, ClientTls& tls, Done done);
    ~Forwarding() override;

    /// Connects to `baseUrl`; its path is put before the request's target. A body that is not in the capture
    /// is taken from `body`, piece by piece. Fails with BadInput, in words, where it cannot begin.
    Result<void> begin(const Capture& capture, const QString& baseUrl, StoredBody body);
    /// Ends it with an error, unless it has ended.
    void giveUp();
    void ready(Readiness readiness) override;
    /// What each phase took so far.
    const ForwardTimings& timings() const { return m_timings; }

private:
    using Steady = std::chrono::steady_clock;
    enum class Phase
    {
        LookUp,
        Connect,
        Handshake,
        Exchange
    };

    void lookUp();
    void lookedUp(const QHostInfo& found);
    tl::unexpected<Error> notFound(const QString& reason) const;
    Result<void> connectNext();
    std::unique_ptr<ByteStream> streamOver(int descriptor) const;
    void connected();
    void handshake();
    void write();
    void stopSending();
    void fetch();
    void take(const Result<QByteArray>& piece);
    void read();
    void answered();
    void lap(std::optional<Micros>& phase);
    void drop();
    void finish(const Result<Reply>& result);

    Poller& m_poller;
    ClientTls& m_clientTls;
    Done m_done;
    QObject m_context; ///< of the look-up: its answer is dropped with it
    Phase m_phase = Phase::LookUp;
    std::unique_ptr<ByteStream> m_stream;
    std::unique_ptr<ResponseReader> m_reader;
    QString m_url;
    UrlParts m_base;
    SslContext m_tls;
    QList<SocketAddress> m_addresses; ///< not tried yet
    QString m_connectProblem;
    QByteArray m_out;
    StoredBody m_body;
    qint64 m_fetched = 0, m_toFetch = 0; ///< bytes of the stored body
    ForwardTimings m_timings;
    Steady::time_point m_lap;
};

} // namespace hookworks
