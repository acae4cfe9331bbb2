// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace hookworks {

class WatchedStream;

/// How a connection to a TLS listener begins. Nothing of TLS is made before bytes are there that begin it:
/// what resets before it has said anything costs nothing, and everything else is told from TLS by them.
class TlsOpening
{
public:
    enum class Outcome
    {
        Waits,
        Heard,  ///< the same, and a part of the handshake came
        Open,   ///< TLS stands
        Plain,  ///< it speaks something else, and can be read
        Silent, ///< it ended before it said anything
        Failed  ///< see problem()
    };

    /// When `socket` can be read or written.
    Outcome goOn(WatchedStream& socket);
    QString problem() const { return m_problem; }

private:
    Outcome sniff(WatchedStream& socket);
    Outcome shakeHands(WatchedStream& socket);

    bool m_isTls = false;
    QString m_problem;
};

} // namespace hookworks
