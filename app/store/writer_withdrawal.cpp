// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/connection.h"
#include "store/ledger.h"
#include "store/writer.h"

namespace hookworks {

Result<void> Writer::attemptWithdrawn(const AttemptKey& attempt, int attempts, const DeliveryStep& step)
{
    auto stepped = setDeliveryStep(attempt.delivery, step);
    if (!stepped)
        return stepped;
    const auto counted =
        connection().run("UPDATE deliveries SET attempts = ? WHERE id = ?", attempts, attempt.delivery);
    if (!counted)
        return done(counted);
    m_ledger->recent().attemptEnded(attempt, {}, 0);
    return done(connection().run("DELETE FROM attempts WHERE delivery = ? AND number = ? AND outcome IS NULL",
                                 attempt.delivery, attempt.number));
}

} // namespace hookworks
