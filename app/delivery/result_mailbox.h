// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "delivery/transport.h"

#include <QObject>

#include <memory>
#include <mutex>
#include <vector>

namespace hookworks {

/// Carries results from the wire thread to the thread that made it, in order; many at a time with one
/// wake-up. Results that come after its destruction are dropped.
class ResultMailbox
{
public:
    using Receive = std::function<void(AttemptResult)>;

    explicit ResultMailbox(Receive receive);
    ~ResultMailbox();
    ResultMailbox(const ResultMailbox&) = delete;
    ResultMailbox& operator=(const ResultMailbox&) = delete;

    /// Puts a result in; on any thread, also after the mailbox is gone.
    std::function<void(AttemptResult)> slot() const;

private:
    struct Shared
    {
        std::mutex lock;
        std::vector<AttemptResult> results;
        QObject* context = nullptr;
        bool waking = false;
        ResultMailbox* owner = nullptr;
    };

    void drain();

    Receive m_receive;
    QObject m_context;
    std::shared_ptr<Shared> m_shared;
};

} // namespace hookworks
