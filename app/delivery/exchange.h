// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "delivery/failure_words.h"
#include "delivery/receiver_connection.h"
#include "delivery/resolver.h"
#include "delivery/transport.h"
#include "domain/url_parts.h"
#include "http/response_reader.h"

#include <array>
#include <boost/asio/steady_timer.hpp>
#include <functional>
#include <memory>

namespace hookworks {

class WireThread;

/// One request on the wire, complete.
struct WireJob
{
    AttemptJob attempt; ///< its request's body is what is sent; head as below
    UrlParts endpoint;
    QByteArray head;
};

/// Makes one transmission on one connection, on the wire thread. Keeps itself alive until it has called
/// `done`, once.
class Exchange : public std::enable_shared_from_this<Exchange>
{
public:
    using Done = std::function<void(AttemptResult)>;

    Exchange(WireThread& wire, WireJob job, Done done);
    void start();
    void cancel();

private:
    static ResponseReader readerFor(const WireJob& job);
    void armDeadline();
    ConnectionKey key() const;
    void acquire();
    void connect(const Resolved& resolved);
    void connectNext();
    void onConnected(error_code failed);
    void waitForPort();
    void handshake();
    void onHandshake(error_code failed);
    void transmit();
    void onWritten(error_code failed, size_t bytes);
    void read();
    void onRead(error_code failed, size_t bytes);
    void onEnd(error_code failed);
    void onState(ResponseReader::State state);
    void answered();
    bool nobodySawIt() const;
    void again();
    Progress progress() const;
    void fail(Outcome outcome, const QString& error);
    bool mayKeepConnection() const;
    void finish(bool keep);
    void takeTimings(Steady::time_point now);
    void takeTransmission();

    WireThread& m_wire;
    WireJob m_job;
    Done m_done;
    AttemptResult m_result;
    std::unique_ptr<ReceiverConnection> m_connection;
    std::unique_ptr<ReceiverConnection>
        m_dead; ///< a used one that turned out to be closed; its handlers may still come
    boost::asio::steady_timer m_deadline, m_pause;
    std::vector<boost::asio::ip::address> m_addresses;
    size_t m_nextAddress = 0;
    ResponseReader m_reader;
    std::array<char, 16 * 1024> m_buffer{};
    int m_round = 0; ///< handlers of an earlier connection are told apart by it
    quint64 m_ackedBefore = 0;
    size_t m_written = 0;
    qint64 m_received = 0;
    bool m_reused = false;
    bool m_fresh = false; ///< insist on a new connection
    bool m_allWritten = false;
    bool m_brokenPipe = false; ///< a write failed: the receiver has reset the connection
    bool m_shortOfPorts = false;
    bool m_finished = false;
    Steady::time_point m_began;
    std::optional<Steady::time_point> m_connected, m_secured, m_sending, m_sent, m_firstByte;
};

} // namespace hookworks
