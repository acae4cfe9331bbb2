// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/inspect/comparison.h"

#include <QAbstractTableModel>

namespace hookworks {

/// One line of a comparison on the screen.
struct CompareRow
{
    QString place, left, right;
    DifferenceLine::Kind kind = DifferenceLine::Kind::Same;
    bool ignored = false;
    bool isHeading = false; ///< `place` names what follows, `left` says how it differs
    bool counts() const { return !isHeading && !ignored && kind != DifferenceLine::Kind::Same; }
    bool operator==(const CompareRow&) const = default;
};

/// The rows of a comparison: field by field with headings, by line, or sixteen bytes a row. Bytes are only
/// read when they are shown.
class CompareRows final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum class By
    {
        Fields,
        Text,
        Bytes
    };
    enum Column
    {
        Place,
        Left,
        Mark,
        Right,
        ColumnCount
    };

    explicit CompareRows(QObject* parent = nullptr);

    void show(const Comparison& comparison, By by, bool onlyDifferences);
    CompareRow row(int index) const;
    /// The next row that counts, behind `from` and around the end; -1: there is none.
    int nextDifference(int from) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void addFields(const Comparison& comparison, bool onlyDifferences);
    void addText(const Comparison& comparison, bool onlyDifferences);
    CompareRow bytesRow(int index) const;

    QList<CompareRow> m_rows;
    QByteArray m_left, m_right; ///< by bytes
    QString m_leftName, m_rightName;
    bool m_byBytes = false;
};

} // namespace hookworks
