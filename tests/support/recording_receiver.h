// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace hookworks {

/// What a receiver does once it has read a request.
enum class Misbehaviour
{
    Answer,       ///< sends `reply`, or what is answered to this request; keeps the connection
    AnswerClose,  ///< sends `reply`, closes; ends TLS before that
    AnswerCut,    ///< the same, without ending TLS
    Close,        ///< FIN without a byte
    Reset,        ///< RST without a byte
    ResetMidway,  ///< `reply`, then RST
    Hang,         ///< nothing, until the receiver is destroyed
    Drip,         ///< one byte of `reply` every 20 ms, again and again
    DropOnAccept, ///< closes before it reads
    EarlyAnswer,  ///< sends `reply` and closes after the first bytes of the request
    KeepThenClose ///< answers, then closes the idle connection at once, without having said so
};

/// A receiver on a raw socket of 127.0.0.1, on a thread of its own, that records every byte and misbehaves as
/// told. With a certificate it speaks TLS.
class RecordingReceiver
{
public:
    struct Recorded
    {
        QByteArray bytes; ///< what came on one connection, all requests of it
        int requests = 0; ///< complete ones
        QString peer;     ///< address:port of the sender
    };

    explicit RecordingReceiver(Misbehaviour behaviour, QByteArray reply = {},
                               const QByteArray& certificateAndKey = {});
    /// Answers each request as its bytes deserve; called on a thread of the receiver's.
    explicit RecordingReceiver(std::function<QByteArray(const QByteArray& request)> answer);
    ~RecordingReceiver();
    RecordingReceiver(const RecordingReceiver&) = delete;
    RecordingReceiver& operator=(const RecordingReceiver&) = delete;

    quint16 port() const { return m_port; }
    QString url(const QString& path = QStringLiteral("/hook")) const;
    /// One entry per connection on which at least one byte came.
    QList<Recorded> connections() const;
    /// Complete requests on all connections.
    int requests() const;
    int accepted() const { return m_accepted.load(); }

private:
    void acceptLoop();
    void serve(int socket, const QString& peer);
    bool respond(int socket, void* tls, const QByteArray& request);

    Misbehaviour m_behaviour;
    QByteArray m_reply;
    std::function<QByteArray(const QByteArray&)> m_answer;
    std::shared_ptr<void> m_tls;
    quint16 m_port = 0;
    int m_listener = -1;
    std::atomic<bool> m_stop{false};
    std::atomic<int> m_accepted{0};
    mutable std::mutex m_lock;
    QList<Recorded> m_connections;
    std::vector<std::thread> m_threads;
    std::thread m_acceptor;
};

/// A port of 127.0.0.1 on which nobody listens.
quint16 closedPort();

/// PEM of a new certificate and its key, made now: for `host` (a name or an address), valid from now − 2 days
/// to now + `days`, signed by itself.
QByteArray selfSignedCertificate(const QByteArray& host, int days);

} // namespace hookworks
