// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "delivery/manager_transport.h"
#include "net/wire.h"
#include "support/recording_receiver.h"

#include <QTest>

#include <map>

namespace hookworks {

inline const QByteArray okReply = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

/// How a request is sent: with the fields that name the program, or as it stands.
enum class Kind
{
    Usual,
    Bare
};

/// The transport on its wire, and what came of the jobs.
class Sender
{
public:
    explicit Sender(const TlsTrust& trust = {})
        : m_wire(trust)
    {
    }

    qint64 start(Kind kind, AttemptJob job)
    {
        const qint64 id = job.id = ++m_ids;
        job.request.bare = kind == Kind::Bare;
        m_transport.send(job, [this, id](const ExchangeResult& result) { m_results[id].append(result); });
        return id;
    }

    ExchangeResult run(Kind kind, const AttemptJob& job)
    {
        const qint64 id = start(kind, job);
        return QTest::qWaitFor([&] { return !m_results[id].isEmpty(); }, 20'000) ? m_results[id].first()
                                                                                 : ExchangeResult();
    }

    void cancel(qint64 id) { m_transport.cancel(id); }
    int count(qint64 id) { return static_cast<int>(m_results[id].size()); }
    ExchangeResult result(qint64 id) { return m_results[id].value(0); }

private:
    Wire m_wire;
    ManagerTransport m_transport{m_wire};
    std::map<qint64, QList<ExchangeResult>> m_results;
    qint64 m_ids = 0;
};

inline AttemptJob jobFor(const QString& url, const QByteArray& body = "{}")
{
    AttemptJob job;
    job.request.url = url;
    job.request.headers.append("Content-Type", "application/json");
    job.request.headers.append("X-Event", "report.failed");
    job.request.body = body;
    job.terms.timeout = std::chrono::seconds(20);
    return job;
}

inline constexpr auto kinds = {Kind::Usual, Kind::Bare};

inline QByteArray kindName(Kind kind)
{
    return kind == Kind::Usual ? "usual" : "bare";
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
