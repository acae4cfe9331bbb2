// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/row_remover.h"

#include "ui/lists/bulk_bar.h"
#include "ui/widgets/undo_bar.h"
#include "workbench/session/workbench.h"

#include <QLocale>

namespace hookworks {

namespace {

constexpr qint64 soonDone = 1000; ///< rows: no bar for so few

} // namespace

RowRemover::RowRemover(Workbench& workbench, UndoBar& undo, BulkBar& bulk, QObject* parent)
    : QObject(parent)
    , m_workbench(workbench)
    , m_undo(undo)
    , m_bulk(bulk)
{
}

void RowRemover::remove(const Answer<QList<CaptureId>>& ids)
{
    const RemovalId removal = m_workbench.rows().removals.begin();
    follow(removal, m_workbench.rows().removals.remove(removal, ids), tr("Captures removed: %1"));
}

void RowRemover::remove(const Answer<QList<DeliveryId>>& ids)
{
    const RemovalId removal = m_workbench.rows().removals.begin();
    follow(removal, m_workbench.rows().removals.remove(removal, ids), tr("Deliveries removed: %1"));
}

/// A run that takes longer shows how far it is, as soon as that is known.
void RowRemover::follow(RemovalId removal, BulkRun* run, const QString& done)
{
    connect(run, &BulkRun::progressed, this, [this, run, done](const BulkProgress& progress) {
        if (progress.total > soonDone && !m_bulk.isFollowing(run))
            m_bulk.follow(run, {tr("Removing"), done});
    });
    connect(run, &BulkRun::finished, this,
            [this, removal, done](const BulkProgress& came) { ended(removal, came, done); });
}

void RowRemover::ended(RemovalId removal, const BulkProgress& came, const QString& done)
{
    const QLocale locale;
    const QString left = came.refused > 0
                             ? tr(" %1 stay. %2").arg(locale.toString(came.refused), came.firstProblem)
                             : QString();
    if (came.changed == 0) {
        if (!left.isEmpty())
            emit said(left.trimmed());
        return;
    }
    QString sentence = done.arg(locale.toString(came.changed));
    if (!left.isEmpty())
        sentence += u'.' + left;
    m_undo.offer(
        sentence, [this, removal, count = came.changed] { bringBack(removal, count); },
        [this, removal] { m_workbench.rows().removals.letGo(removal); });
}

/// Stopped, the rest stays removed, and goes.
void RowRemover::bringBack(RemovalId removal, qint64 count)
{
    BulkRun* const run = m_workbench.rows().removals.bringBack(removal, count);
    connect(run, &BulkRun::progressed, this, [this, run](const BulkProgress& progress) {
        if (progress.total > soonDone && !m_bulk.isFollowing(run))
            m_bulk.follow(run, {tr("Bringing back"), tr("Brought back: %1")});
    });
    connect(run, &BulkRun::finished, this, [this, removal](const BulkProgress& came) {
        if (came.refused > 0)
            emit said(came.firstProblem);
        m_workbench.rows().removals.letGo(removal);
        emit broughtBack();
    });
}

} // namespace hookworks
