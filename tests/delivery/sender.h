// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "delivery/manager_transport.h"
#include "delivery/socket_transport.h"
#include "delivery/wire.h"
#include "support/recording_receiver.h"

#include <QTest>

#include <map>

namespace hookworks {

inline const QByteArray okReply = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

/// Both transports on one wire, and what came of the jobs.
class Sender
{
public:
    explicit Sender(const TlsTrust& trust = {})
        : m_wire(trust)
        , m_manager(m_wire)
        , m_socket(m_wire)
    {
    }

    qint64 start(TransportKind kind, AttemptJob job)
    {
        job.id = ++m_ids;
        transport(kind).send(job,
                             [this](const AttemptResult& result) { m_results[result.id].append(result); });
        return job.id;
    }

    AttemptResult run(TransportKind kind, const AttemptJob& job)
    {
        const qint64 id = start(kind, job);
        return QTest::qWaitFor([&] { return !m_results[id].isEmpty(); }, 20'000) ? m_results[id].first()
                                                                                 : AttemptResult();
    }

    Transport& transport(TransportKind kind)
    {
        return kind == TransportKind::Manager ? static_cast<Transport&>(m_manager) : m_socket;
    }

    int count(qint64 id) { return static_cast<int>(m_results[id].size()); }
    AttemptResult result(qint64 id) { return m_results[id].value(0); }

private:
    Wire m_wire;
    ManagerTransport m_manager;
    SocketTransport m_socket;
    std::map<qint64, QList<AttemptResult>> m_results;
    qint64 m_ids = 0;
};

inline AttemptJob jobFor(const QString& url, const QByteArray& body = "{}")
{
    AttemptJob job;
    job.request.url = url;
    job.request.headers.append("Content-Type", "application/json");
    job.request.headers.append("X-Event", "report.failed");
    job.request.body = body;
    job.timeout = std::chrono::seconds(20);
    return job;
}

inline constexpr auto kinds = {TransportKind::Manager, TransportKind::Exact};

inline QByteArray kindName(TransportKind kind)
{
    return kind == TransportKind::Manager ? "manager" : "socket";
}

/// Everything that a receiver got.
inline QByteArray allBytes(const RecordingReceiver& receiver)
{
    QByteArray bytes;
    for (const auto& connection : receiver.connections())
        bytes += connection.bytes;
    return bytes;
}

} // namespace hookworks
