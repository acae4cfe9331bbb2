// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/exchange_values.h"

#include "domain/words.h"

namespace hookworks {

ExchangeResult nothingSent(const Error& error)
{
    ExchangeResult result;
    result.outcome = Outcome::Blocked;
    result.error = tr("Nothing was sent: %1").arg(error.message);
    result.startedAt = std::chrono::time_point_cast<Micros>(std::chrono::system_clock::now());
    result.finishedAt = result.startedAt;
    return result;
}

} // namespace hookworks
