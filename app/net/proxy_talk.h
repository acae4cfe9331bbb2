// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/proxy.h"
#include "http/response_reader.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace hookworks {

/// What is said with a proxy until it has opened the way to a host and port: CONNECT (RFC 9110, 9.3.6), or
/// SOCKS5 (RFC 1928, 1929). Bytes in and out, no socket; the same result for any split.
class ProxyTalk
{
public:
    enum class State
    {
        Talking,
        Open,   ///< what follows is between us and the receiver
        Refused ///< problem() says why
    };

    /// `host`: a name, or an address without brackets.
    ProxyTalk(const Proxy& proxy, QByteArray host, quint16 port);

    /// What is to be sent now; empty: the proxy is to say more first.
    QByteArray takeOutput() { return std::exchange(m_out, {}); }
    /// Takes what the proxy said.
    State feed(QByteArrayView bytes);
    /// One sentence; no secret.
    const QString& problem() const { return m_problem; }

private:
    using Step = bool (ProxyTalk::*)(); ///< true: it has gone on

    void askForTunnel();
    void greet();
    bool methodChosen();
    bool credentialsJudged();
    bool connectAnswered();
    void askForConnection();
    bool refuse(const QString& problem);
    void readResponse(QByteArrayView bytes);

    Proxy m_proxy;
    QByteArray m_host;
    quint16 m_port;
    State m_state = State::Talking;
    QByteArray m_out, m_in;
    QString m_problem;
    ResponseReader m_response;
    Step m_step = nullptr;
};

} // namespace hookworks
