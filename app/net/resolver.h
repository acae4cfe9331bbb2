// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/receiver_connection.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>
#include <vector>

namespace hookworks {

/// What a name stands for.
struct Resolved
{
    std::vector<boost::asio::ip::address> addresses;
    QString error;      ///< the system's words; empty: found
    bool asked = false; ///< the system was asked; else it was known at once
};

/// Looks up `host`; addresses and localhost at once, other names with the system's resolver on a thread of
/// their own, so that a name server that hangs delays nobody else. `done` runs on `io`, not at all where `io`
/// is destroyed before.
void resolve(const std::shared_ptr<boost::asio::io_context>& io, const QByteArray& host,
             std::function<void(Resolved)> done);

} // namespace hookworks
