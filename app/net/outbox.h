// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/exchange_values.h"
#include "net/wire.h"
#include "net/wire_mailbox.h"

#include <functional>
#include <memory>
#include <unordered_map>

namespace hookworks {

/// Sends requests on the wire and gets what comes of each back on the thread it lives on, which needs an
/// event loop. Its destruction ends what is in flight, without a word.
class Outbox
{
public:
    using Done = std::function<void(ExchangeResult)>;
    using More = std::function<void(qint64 offset)>;

    explicit Outbox(const Wire& wire);
    ~Outbox();
    Outbox(const Outbox&) = delete;
    Outbox& operator=(const Outbox&) = delete;

    /// For give() and cancel(). `done` is called once, `more` for each piece of a later body that is wanted,
    /// with its offset there; never from within send().
    quint64 send(ExchangeRequest request, Done done, More more = {});
    /// The piece that was wanted; empty: there is none, and the exchange ends.
    void give(quint64 handle, const QByteArray& piece);
    /// Ends it at once; `done` still comes.
    void cancel(quint64 handle);

private:
    struct Waiting
    {
        Done done;
        More more;
    };

    void deliver(WireNews news);

    std::shared_ptr<WireThread> m_wire;
    std::unordered_map<quint64, Waiting> m_waiting;
    WireMailbox m_mailbox;
};

} // namespace hookworks
