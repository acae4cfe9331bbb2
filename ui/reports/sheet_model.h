// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/path.h"
#include "ui/widgets/problem_label.h"

#include <QAbstractTableModel>
#include <QHash>

namespace hookworks {

/// What is wrong with a value in the array.
struct CellProblem
{
    JsonPath path; ///< in the document
    QString message;
    Severity severity = Severity::Error;
    bool operator==(const CellProblem&) const = default;
};

/// An array of the document as a table that is filled as a spreadsheet is: `GridModel` has a row for each
/// entry, `SeriesSheet` a row for each x of a chart and a column for each series.
class SheetModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    /// The document has changed.
    virtual void refresh() = 0;
    /// What one clicks to see it this way: `Show points`.
    virtual QString way() const = 0;
    /// Why the array cannot be shown this way; empty: it can.
    virtual QString unfit() const { return {}; }
    /// The cell to begin with.
    virtual QModelIndex start() const { return index(0, 0); }
    /// The cell that shows that place of the document, or what it lies in; invalid: none does.
    virtual QModelIndex cellOf(const JsonPath& place) const = 0;
    /// The words that a cell may have; empty: any text.
    virtual QStringList wordsOf(const QModelIndex&) const { return {}; }

    virtual void addRow() = 0;
    virtual void takeRows(const QList<int>& rows) = 0;
    /// What a column that one may add is called; empty: the columns are given.
    virtual QString columnWord() const { return {}; }
    virtual void addColumn() {}
    virtual void takeColumns(const QList<int>&) {}
    /// Whether lines from a spreadsheet are laid out as this table is.
    virtual bool reads(const QString&) const { return true; }
    /// Lines as spreadsheets copy them: over what is there from that cell on, and as new rows below.
    virtual void paste(const QString& lines, const QModelIndex& from) = 0;

    /// Of the array as it is shown; those that no cell shows are left out.
    void setProblems(const QList<CellProblem>& problems);
    /// Null pointer: nothing is wrong there.
    const CellProblem* problemAt(const QModelIndex& index) const;

signals:
    /// An edit was not made.
    void refused(const QString& why);

protected:
    /// What a problem says, as plain text.
    QVariant tipAt(const QModelIndex& index) const;

private:
    QHash<std::pair<int, int>, CellProblem> m_problems; ///< by row and column
};

} // namespace hookworks
