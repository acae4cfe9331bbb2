// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/answer_writer.h"
#include "capture/incoming_exchange.h"
#include "capture/listener_core.h"
#include "capture/request_intake.h"
#include "capture/tls_opening.h"
#include "capture/watched_stream.h"

#include <memory>

namespace hookworks {

/// One sender's connection, one request at a time: owns the states, and has its parts do the work. Bytes go
/// to RequestIntake, a whole request to IncomingExchange, its answer to AnswerWriter; Patience says how long
/// each may take. Kept alive by its core until it closes.
class IncomingConnection final : public Pollable, public std::enable_shared_from_this<IncomingConnection>
{
public:
    using Steady = ListenerCore::Steady;

    IncomingConnection(ListenerCore& core, int descriptor, const QString& remote, qint64 number);

    void start();
    void ready(Readiness readiness) override;
    /// Called a few times a second.
    void checkDeadline(Steady::time_point now);
    /// Where others wait, the next answer is made its last.
    ConnectionFacts& facts() { return m_facts; }
    /// From when on it may be told to make room for others that wait: it holds its place only because its
    /// sender has been slow or silent for longer than `patience`, or because its answer hangs. Nothing: it is
    /// at work.
    std::optional<Steady::time_point> stallsFrom(Micros patience) const;
    /// Leaves its place at once; what came of a request is captured first.
    void makeRoom();
    /// With a reset; by default since the listener stops.
    void abort(BrokenBy by = BrokenBy::Listener);

private:
    enum class State
    {
        Opening,   ///< TLS
        Reading,   ///< a request, or waiting for one
        Answering, ///< the exchange is at work
        Writing,
        Dripping,
        Hanging,
        Draining,
        Closed
    };

    void open();
    void receive();
    void take(QByteArrayView bytes);
    qsizetype run(QByteArrayView bytes);
    void readOn();
    void ended();
    void brokenOff();
    IncomingExchange& beginExchange();
    void refuse(const Refusal& refusal, QByteArrayView rest = {});
    void answer();
    void answerWithFault(Fault fault);
    void write();
    void drip();
    void written();
    void next();
    void linger();
    void close(BrokenBy by = BrokenBy::Sender);

    ListenerCore& m_core;
    WatchedStream m_socket;
    ConnectionFacts m_facts;
    Patience m_patience;
    State m_state = State::Reading;
    TlsOpening m_opening;
    std::unique_ptr<RequestIntake> m_intake;
    std::shared_ptr<IncomingExchange> m_exchange; ///< from a request's last byte until it is answered
    AnswerWriter m_writer;
    QByteArray m_in; ///< came while a request was being answered
    qint64 m_drained = 0;
    int m_requests = 0;     ///< before the present one
    bool m_hurries = false; ///< ends without waiting for what may still come
    bool m_peerEnded = false;
};

} // namespace hookworks
