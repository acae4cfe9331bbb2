// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "domain/result.h"

#include <QList>

namespace hookworks {

class Ledger;
class SqlConnection;

/// One removal, in as many steps as it takes; chosen by who removes, unique while the store is open.
struct RemovalId
{
    qint64 number = 0;
    bool operator==(const RemovalId&) const = default;
};

/// What a step of removing came to.
struct RemovedRows
{
    qint64 removed = 0;
    qint64 open = 0; ///< deliveries that were left, for they are still being sent
    bool operator==(const RemovedRows&) const = default;
};

/// Takes captures and deliveries away so that they can be brought back exactly: ids, matches, marks and
/// bodies. Until they are let go they lie in temporary tables of the connection that writes, which nobody
/// reads and which end with it, however the program ends; their long bodies stay where they are as loose
/// ones, which go when the workspace is next opened. The quota does not count them. A part of Writer, see
/// there.
class RemovalWriter
{
public:
    /// Both outlive it.
    RemovalWriter(SqlConnection& connection, Ledger& ledger);

    /// Ids that are not there any more are passed over.
    Result<RemovedRows> removeCaptures(RemovalId removal, const QList<CaptureId>& ids);
    /// A delivery that has attempts before it, or one on its way, is left. With an event's last delivery its
    /// payload goes too.
    Result<RemovedRows> removeDeliveries(RemovalId removal, const QList<DeliveryId>& ids);

    /// Brings the next `most` rows back, as they were but for what went for good meanwhile. Gives how many:
    /// fewer than `most` are the last.
    Result<qint64> bringBack(RemovalId removal, int most);
    /// The same for letting them go for good.
    Result<qint64> letGo(RemovalId removal, int most);

private:
    SqlConnection* m_connection;
    Ledger* m_ledger;
};

/// Lets some rows go, whosever they are; false: there are none. For what must not come back, see forget().
Result<bool> letSomeGo(SqlConnection& connection);

} // namespace hookworks
