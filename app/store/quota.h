// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/capture_quota.h"
#include "domain/id.h"
#include "domain/result.h"
#include "store/queries.h"

#include <QString>

namespace hookworks {

class Ledger;
class SqlConnection;

// The quota for captures, as the writer thread applies it: by running totals, so that its work is in
// proportion to what arrives and goes.

/// Its key among the settings.
QString quotaKey();
/// Takes it up from the settings. One that cannot be read removes nothing: it refuses at the default size.
Result<void> loadQuota(SqlConnection& connection, Ledger& ledger);

/// How much there is of what the quota counts: only the members about captures.
Result<StoreSize> heldCaptures(SqlConnection& connection);

/// What removing must know of a capture.
struct StoredCapture
{
    CaptureId id;
    qint64 bytes = 0;
    RealTime receivedAt;
    std::optional<qint64> body, wireBody, answerBody;
    std::optional<DeliveryId> delivery;
    int attempt = 0;
};
/// Those of these ids that are there.
Result<QList<StoredCapture>> storedCaptures(SqlConnection& connection, const QList<CaptureId>& ids);
/// Deletes its row, which neither the quota nor an attempt knows any more; its bodies stay.
Result<void> deleteCaptureRow(SqlConnection& connection, Ledger& ledger, const StoredCapture& capture);
/// Deletes it with all that hangs on it.
Result<void> deleteCapture(SqlConnection& connection, Ledger& ledger, const StoredCapture& capture);

/// Conflict, with words for the user, where a capture of `bytes`, of which `loose` were written before, must
/// be refused.
Result<void> checkRoom(const Ledger& ledger, qint64 bytes, qint64 loose);
/// The same for a body on its way that grows to `bytes` by a piece of `more`.
Result<void> checkRoomForPiece(const Ledger& ledger, qint64 bytes, qint64 more);

/// Removes the oldest captures until size and count are kept (unless the quota refuses) and none is older
/// than `oldest`; a bounded number at once. One with a mark goes only where none without is left to make
/// room, and never for its age. True: call again in another group.
Result<bool> removeBeyondQuota(SqlConnection& connection, Ledger& ledger, std::optional<RealTime> oldest);

} // namespace hookworks
