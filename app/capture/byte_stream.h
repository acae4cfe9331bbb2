// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/capture.h"

#include <QByteArray>
#include <QByteArrayView>

#include <chrono>
#include <memory>
#include <optional>

struct ssl_ctx_st;

namespace hookworks {

/// What a read, write or handshake did.
struct StreamStep
{
    enum class Kind
    {
        Bytes,
        Again,
        End,
        Failed
    };
    Kind kind = Kind::Again;
    qsizetype bytes = 0;     ///< read or written; of a handshake: what was sent in it
    bool wantsWrite = false; ///< Again: when it can write, rather than when it can read
};

/// A connected, non-blocking socket, plain or under TLS. Owns its descriptor.
class ByteStream
{
public:
    explicit ByteStream(int descriptor)
        : m_descriptor(descriptor)
    {
    }
    virtual ~ByteStream();
    ByteStream(const ByteStream&) = delete;
    ByteStream& operator=(const ByteStream&) = delete;

    int descriptor() const { return m_descriptor; }
    /// To be called until it is Bytes; a plain stream is ready at once.
    virtual StreamStep handshake();
    virtual StreamStep read(char* to, qsizetype room);
    virtual StreamStep write(QByteArrayView bytes);
    /// Bytes that are here already, so that no readiness will be told for them.
    virtual bool hasBuffered() const { return false; }
    /// Bytes of the other end wait in the system.
    bool hasUnread() const;
    /// How long ago the other end last sent, or else connected; in whole milliseconds, and 0 where the system
    /// does not say. A call to the system.
    std::chrono::milliseconds quietFor() const;
    /// Ends our direction; the other end may still send.
    virtual void endWriting();
    virtual std::optional<TlsInfo> tls() const { return std::nullopt; }
    /// Why TLS failed, in words; empty: it did not.
    virtual QString problem() const { return {}; }
    /// The next close sends RST.
    void resetOnClose();

private:
    int m_descriptor;
};

/// The server's side of TLS over `descriptor`; needs no byte of memory from OpenSSL before the client has
/// said hello.
std::unique_ptr<ByteStream> tlsStream(int descriptor, ssl_ctx_st* context);

} // namespace hookworks
