// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "domain/time.h"

#include <QSet>

#include <optional>

namespace hookworks {

/// How far a `listen` has come: what it needs to go on in another process, on the same port, with the next
/// capture. A value.
struct ListenProgress
{
    ListenerId listener;
    quint16 port = 0;               ///< the bound one; 0: it has not listened yet
    CaptureId last;                 ///< up to this one nothing is left to print
    QSet<CaptureId> printed;        ///< later ones that are printed
    int seen = 0;                   ///< captures printed in all
    std::optional<RealTime> endsAt; ///< where it ends by itself
    bool operator==(const ListenProgress&) const = default;

    /// Nothing of what is up to there is left to print.
    void allPrintedUpTo(CaptureId id);
    QByteArray toBytes() const;
    /// One that has not begun for bytes that are no progress.
    static ListenProgress fromBytes(const QByteArray& bytes);
};

} // namespace hookworks
