// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inspect/capture_row.h"
#include "ui/widgets/newest_first.h"

#include <QAbstractTableModel>

namespace hookworks {

/// The list of captures, newest first, filled page by page as one scrolls (pageWanted, addPage). New ones
/// wait until they are released, so that nothing moves under the pointer.
class CapturesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        Received,
        Method,
        Target,
        Size,
        Answer,
        Rule,
        Match,
        ColumnCount
    };

    explicit CapturesModel(QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

    /// Forgets everything; the first page is wanted next.
    void reset();
    /// The rows after the last one shown; `last` says that there are no older ones.
    void addPage(const QList<CaptureRow>& rows, bool last);
    /// The same of a page that is still being searched for.
    void addPart(const QList<CaptureRow>& rows);
    /// Nothing is shown, and nothing will be until reset().
    void showNothing();
    /// A page could not be read: it may be asked for again.
    void pageFailed() { m_waiting = false; }
    /// Known rows change in place, newer ones wait for release(); one that a filter left out until now takes
    /// its place, unless it is older than all that were read.
    void upsert(const QList<CaptureRow>& rows);
    void release();
    int held() const { return m_rows.held(); }
    /// Every page was read.
    bool isComplete() const { return m_complete; }
    void remove(const QList<CaptureId>& ids);

    /// The clock that `5 min ago` is told by.
    void setNow(RealTime now);

    CaptureId idAt(int row) const { return m_rows.at(row).id; }
    const CaptureRow& rowAt(int row) const { return m_rows.at(row); }
    int rowOf(CaptureId id) const { return m_rows.find(id); }

signals:
    void pageWanted(std::optional<hookworks::CaptureId> before);
    void heldChanged(int held);

private:
    void insertMissing(const QList<CaptureRow>& rows);
    QString text(const CaptureRow& row, int column) const;
    QVariant decoration(const CaptureRow& row, int column) const;

    NewestFirst<CaptureRow> m_rows;
    bool m_complete = false;
    bool m_waiting = false;
    RealTime m_now;
};

} // namespace hookworks
