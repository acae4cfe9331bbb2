// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <memory>

namespace hookworks {

class WireThread;

/// What TLS towards receivers trusts.
struct TlsTrust
{
    bool systemAuthorities = true;
    QByteArray extraAuthorities; ///< PEM, also trusted
    QString authorityFile =
        {}; ///< PEM, also trusted, and looked at again for each connection: it may come later
};

/// The thread that has the client's sockets: of all attempts and of requests that a listener passes on; their
/// connections, name look-ups and TLS. See Outbox for its use. Destroying it ends what is in flight.
class Wire
{
public:
    explicit Wire(const TlsTrust& trust = {});
    ~Wire();
    Wire(const Wire&) = delete;
    Wire& operator=(const Wire&) = delete;

    std::shared_ptr<WireThread> thread() const { return m_thread; }

private:
    std::shared_ptr<WireThread> m_thread;
};

} // namespace hookworks
