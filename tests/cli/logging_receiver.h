// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <chrono>
#include <functional>
#include <mutex>
#include <thread>

namespace hookworks {

/// One request as it came off the socket.
struct LoggedRequest
{
    QByteArray bytes; ///< head and body, verbatim
    quint16 peerPort = 0;
    std::chrono::system_clock::time_point at; ///< when its last byte was read

    QByteArray head() const { return bytes.left(bytes.indexOf("\r\n\r\n") + 4); }
    QByteArray body() const { return bytes.mid(bytes.indexOf("\r\n\r\n") + 4); }
    QByteArray header(const QByteArray& name) const;
};

/// A receiver on raw sockets in a thread of its own, so that a test may wait for a program meanwhile. Answers
/// each request with the bytes that `answer` gives for its number (from 1), and closes the connection.
class LoggingReceiver
{
public:
    using Answer = std::function<QByteArray(int number)>;
    explicit LoggingReceiver(Answer answer);
    ~LoggingReceiver();
    LoggingReceiver(const LoggingReceiver&) = delete;
    LoggingReceiver& operator=(const LoggingReceiver&) = delete;

    QByteArray url(const QByteArray& path = "/hook") const;
    QList<LoggedRequest> requests() const;
    qsizetype count() const { return requests().size(); }
    /// False when `seconds` pass first.
    bool waitFor(qsizetype count, int seconds = 60) const;

    /// A whole response without a body.
    static QByteArray status(int status);

private:
    void serve();
    void exchange(int socket, quint16 peerPort);

    Answer m_answer;
    int m_listening = -1;
    quint16 m_port = 0;
    mutable std::mutex m_mutex;
    QList<LoggedRequest> m_requests;
    std::thread m_thread;
};

} // namespace hookworks
