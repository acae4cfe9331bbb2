// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/holder/holder.h"

#include <QByteArray>

#include <optional>

namespace hookworks {

/// One message between a holder and its clients: a byte that says what it is, a length of four bytes (big
/// endian), the content.
struct HolderFrame
{
    enum class Kind : char
    {
        Hello = 'h', ///< the client's first
        Alive = 'a', ///< the answer to it, and then one each second
        Run = 'r',
        Begun = 'b', ///< the answer to Run, before anything is done
        Raise = 'w', ///< with the files to be opened
        Interrupt = 'i',
        Out = 'o',
        Err = 'e',
        State = 's',
        Finished = 'f'
    };
    Kind kind = Kind::Run;
    QByteArray content;
    bool operator==(const HolderFrame&) const = default;
};

QByteArray frameBytes(const HolderFrame& frame);
/// Takes the first whole frame out of `buffer`; nullopt: more is needed. BadInput: it is no frame.
Result<std::optional<HolderFrame>> takeFrame(QByteArray& buffer);

QByteArray commandBytes(const HandedCommand& command);
HandedCommand commandFrom(const QByteArray& bytes);
QByteArray filesBytes(const QStringList& files);
QStringList filesFrom(const QByteArray& bytes);

} // namespace hookworks
