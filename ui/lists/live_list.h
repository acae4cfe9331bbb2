// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lists/list_column.h"

#include <QAbstractTableModel>

namespace hookworks {

/// A live list as its table and its page see it, whatever the rows are: newest first, each with a number that
/// is its own, new ones held back until they are released.
class LiveList : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    virtual const ColumnLook& columnLook(int column) const = 0;
    virtual qint64 numberAt(int row) const = 0;
    /// -1 where it is not shown.
    virtual int rowOfNumber(qint64 number) const = 0;
    virtual int held() const = 0;
    /// Every page was read.
    virtual bool isComplete() const = 0;
    /// What is told by the clock is told by this one from now on.
    virtual void setClock(const ListClock& clock) = 0;

signals:
    /// The rows behind the last one, or the first ones, are wanted.
    void pageWanted();
    void heldChanged(int held);
};

} // namespace hookworks
