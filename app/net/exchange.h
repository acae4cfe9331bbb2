// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/response_reader.h"
#include "net/dialer.h"
#include "net/exchange_values.h"
#include "net/failure_words.h"
#include "net/receiver_connection.h"

#include <array>
#include <boost/asio/steady_timer.hpp>
#include <functional>
#include <memory>

namespace hookworks {

class WireThread;

/// What an exchange says, on the wire thread.
struct ExchangeAnswers
{
    std::function<void(qint64 offset)> more;  ///< wants the piece of the later body that begins there
    std::function<void(ExchangeResult)> done; ///< once
};

/// Makes one transmission on one connection and reads the response, on the wire thread. Keeps itself alive
/// until it has called `done`.
class Exchange : public std::enable_shared_from_this<Exchange>
{
public:
    Exchange(WireThread& wire, ExchangeRequest request, ExchangeAnswers answers);
    void start();
    /// The piece that was asked for, at least one byte; empty: there is none, and the exchange ends.
    void give(const QByteArray& piece);
    /// Ends it at once; `done` still comes, with what was on the wire and Outcome::Closed.
    void cancel();

private:
    /// What was sent on one connection.
    struct Transmission
    {
        int round = 0; ///< handlers of an earlier connection are told apart by it
        bool reused = false;
        TcpState before;     ///< of a connection that was used before
        qint64 written = 0;  ///< bytes of the request
        qint64 complete = 0; ///< of these: by writes that have ended
        bool writing = false;
        bool allWritten = false;
        error_code writeFailure;
        std::optional<error_code> end; ///< how reading ended
        std::optional<Steady::time_point> began, sent;
    };

    void acquire();
    void onDialled(const std::optional<DialFailure>& failure);
    void transmit();
    /// Of bytes that stay where they are.
    void write(QByteArrayView first, QByteArrayView second);
    void waitAtGate();
    void leaveGate();
    void onWritten(error_code failed, size_t bytes);
    void read();
    void onRead(error_code failed, size_t bytes);
    void onEnd(error_code failed);
    void lookForProof(int looks);
    void again();
    void ended();
    void onState(ResponseReader::State state);
    void answered();
    Progress progress() const;
    void fail(Outcome outcome, const QString& error);
    void finish(bool keep);
    void takeTimings(Steady::time_point now);
    void takeTransmission();

    WireThread& m_wire;
    ExchangeRequest m_request;
    ExchangeAnswers m_answers;
    ExchangeResult m_result;
    std::shared_ptr<Dialer> m_dialer; ///< null: the connection had been used before
    std::unique_ptr<ReceiverConnection> m_connection;
    std::unique_ptr<ReceiverConnection> m_dead; ///< turned out to be closed; its handlers may still come
    boost::asio::steady_timer m_deadline, m_pause;
    ResponseReader m_reader;
    std::array<char, 16 * 1024> m_buffer{};
    Transmission m_sending;
    QByteArray m_piece;
    qint64 m_received = 0;
    bool m_finished = false, m_atGate = false;
    Steady::time_point m_began;
    std::optional<Steady::time_point> m_firstByte;
};

} // namespace hookworks
