// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/removal.h"
#include "workbench/deliver/deliveries.h"

#include <QObject>

namespace hookworks {

class Session;

/// Removes captures and deliveries, one or all that match, in steps between which others are answered. What a
/// removal took can be brought back until it is let go, or the program ends: see RemovalWriter. The runs are
/// owned by this; connect to them before returning to the event loop. `changed` counts the rows that were
/// removed or brought back, `refused` the deliveries that are still being sent, which stay.
class RowRemovals final : public QObject
{
    Q_OBJECT

public:
    explicit RowRemovals(Session& session);

    /// A new removal, for any number of runs.
    RemovalId begin() { return {++m_last}; }
    /// Rows that are gone already are passed over.
    BulkRun* remove(RemovalId removal, const Answer<QList<CaptureId>>& ids);
    BulkRun* remove(RemovalId removal, const Answer<QList<DeliveryId>>& ids);

    /// `count`: of the rows that it removed. What a stopped run left can still be brought back.
    BulkRun* bringBack(RemovalId removal, qint64 count);
    /// For good; finishes when nothing of it is left.
    Answer<void> letGo(RemovalId removal);

private:
    Session* m_session;
    qint64 m_last = 0;
};

} // namespace hookworks
