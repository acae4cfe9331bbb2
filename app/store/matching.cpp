// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/matching.h"

#include "store/ledger.h"
#include "store/rows.h"

namespace hookworks {

namespace {

/// How far a capture's time may lie outside its attempt's: the two ends read the clock at different moments.
constexpr Micros matchSlack = std::chrono::seconds(2);

} // namespace

Result<std::optional<CaptureId>> captureBehind(SqlConnection& connection, Ledger& ledger,
                                               const Attempt& attempt)
{
    const auto candidates =
        ledger.recent().candidates({attempt.delivery, attempt.number}, attempt.local, attempt.exchange);
    for (const CaptureId candidate : candidates) {
        auto found =
            first(connection.ask("SELECT id FROM captures WHERE id = ? AND remote = ? AND exchange = ? AND "
                                 "delivery IS NULL AND received_at BETWEEN ? AND ?",
                                 candidate, attempt.local, attempt.exchange, attempt.startedAt - matchSlack,
                                 attempt.finishedAt.value_or(attempt.startedAt) + matchSlack),
                  [](Rows& row) { return CaptureId{row.integer()}; });
        if (!found || *found)
            return found;
    }
    return std::optional<CaptureId>();
}

Result<std::optional<AttemptKey>> attemptBehind(SqlConnection& connection, Ledger& ledger,
                                                const Capture& capture)
{
    for (const AttemptKey& candidate : ledger.recent().attemptsBehind(capture.remote, capture.exchange)) {
        const auto found = first(
            connection.ask(
                "SELECT 1 FROM attempts WHERE delivery = ? AND number = ? AND local = ? AND "
                "exchange = ? AND proxy = '' AND capture IS NULL AND started_at <= ? AND finished_at >= ?",
                candidate.delivery, candidate.number, capture.remote, capture.exchange,
                capture.receivedAt + matchSlack, capture.receivedAt - matchSlack),
            [](Rows& row) { return row.integer(); });
        if (!found)
            return tl::unexpected(found.error());
        if (*found)
            return candidate;
    }
    return std::optional<AttemptKey>();
}

Result<void> tie(SqlConnection& connection, Ledger& ledger, const AttemptKey& attempt, CaptureId capture)
{
    ledger.changes().captures.insert(capture);
    ledger.changes().deliveries.insert(attempt.delivery);
    auto tied = connection.run("UPDATE attempts SET capture = ? WHERE delivery = ? AND number = ?", capture,
                               attempt.delivery, attempt.number);
    if (!tied)
        return done(tied);
    return done(connection.run("UPDATE captures SET delivery = ?, attempt_number = ? WHERE id = ?",
                               attempt.delivery, attempt.number, capture));
}

} // namespace hookworks
