// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/inspect/row_removals.h"

#include <QObject>

namespace hookworks {

class BulkBar;
class UndoBar;
class Workbench;

/// Removes rows of a list with undo: at once where they are few, with progress and "Stop" where they are
/// many. What was removed is let go when the undo bar's time has ended.
class RowRemover final : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it.
    RowRemover(Workbench& workbench, UndoBar& undo, BulkBar& bulk, QObject* parent);

    void remove(const Answer<QList<CaptureId>>& ids);
    void remove(const Answer<QList<DeliveryId>>& ids);

signals:
    void said(const QString& sentence);
    /// Rows came back: a list reads anew what it shows.
    void broughtBack();

private:
    void follow(RemovalId removal, BulkRun* run, const QString& done);
    void ended(RemovalId removal, const BulkProgress& came, const QString& done);
    void bringBack(RemovalId removal, qint64 count);

    Workbench& m_workbench;
    UndoBar& m_undo;
    BulkBar& m_bulk;
};

} // namespace hookworks
