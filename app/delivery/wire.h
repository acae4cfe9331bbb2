// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QByteArray>

#include <memory>

namespace hookworks {

class WireThread;

/// What TLS towards receivers trusts.
struct TlsTrust
{
    bool systemAuthorities = true;
    QByteArray extraAuthorities; ///< PEM, also trusted: the program's own authority, for its own listeners
};

/// The thread that has the sockets of all attempts, shared by the transports; its connections, name look-ups
/// and TLS. Destroying it ends what is in flight.
class Wire
{
public:
    explicit Wire(const TlsTrust& trust = {});
    ~Wire();
    Wire(const Wire&) = delete;
    Wire& operator=(const Wire&) = delete;

    /// For new connections. Fails where the PEM text holds no certificate.
    Result<void> setTrust(const TlsTrust& trust);

    std::shared_ptr<WireThread> thread() const { return m_thread; }

private:
    std::shared_ptr<WireThread> m_thread;
};

} // namespace hookworks
