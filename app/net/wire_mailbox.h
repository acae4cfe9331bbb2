// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/exchange_values.h"

#include <QObject>

#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace hookworks {

/// What the wire says of one exchange.
struct WireNews
{
    quint64 handle = 0;
    qint64 wanted = 0; ///< without a result: the offset of the piece of the body that is wanted
    std::optional<ExchangeResult> result;
};

/// Carries news from the wire thread to the thread that made it, in order; many at a time with one wake-up.
/// News that come after its destruction are dropped.
class WireMailbox
{
public:
    using Receive = std::function<void(WireNews)>;

    explicit WireMailbox(Receive receive);
    ~WireMailbox();
    WireMailbox(const WireMailbox&) = delete;
    WireMailbox& operator=(const WireMailbox&) = delete;

    /// Puts news in; on any thread, also after the mailbox is gone.
    std::function<void(WireNews)> slot() const;

private:
    struct Shared
    {
        std::mutex lock;
        std::vector<WireNews> news;
        QObject* context = nullptr;
        bool waking = false;
        WireMailbox* owner = nullptr;
    };

    void drain();

    Receive m_receive;
    QObject m_context;
    std::shared_ptr<Shared> m_shared;
};

} // namespace hookworks
