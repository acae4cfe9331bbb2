// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/tls_opening.h"

#include "capture/watched_stream.h"
#include "http/opening_bytes.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <sys/socket.h>

namespace hookworks {

TlsOpening::Outcome TlsOpening::goOn(WatchedStream& socket)
{
    return m_isTls ? shakeHands(socket) : sniff(socket);
}

TlsOpening::Outcome TlsOpening::sniff(WatchedStream& socket)
{
    std::array<char, 8> first{};
    const ssize_t got = ::recv(socket.stream().descriptor(), first.data(), first.size(), MSG_PEEK);
    if (got < 0 && (errno == EAGAIN || errno == EINTR))
        return Outcome::Waits;
    const QByteArrayView bytes(first.data(), std::max<ssize_t>(got, 0));
    if (bytes.isEmpty())
        return Outcome::Silent;
    m_isTls = openingOf(bytes) == Opening::TlsHello;
    if (m_isTls)
        return shakeHands(socket);
    socket.becomePlain();
    return Outcome::Plain;
}

TlsOpening::Outcome TlsOpening::shakeHands(WatchedStream& socket)
{
    const StreamStep step = socket.stream().handshake();
    if (step.kind == StreamStep::Kind::Again) {
        socket.watch(true, step.wantsWrite);
        return step.bytes > 0 ? Outcome::Heard : Outcome::Waits;
    }
    if (step.kind == StreamStep::Kind::Bytes) {
        socket.watch(true, false);
        return Outcome::Open;
    }
    m_problem = socket.stream().problem();
    return Outcome::Failed;
}

} // namespace hookworks
