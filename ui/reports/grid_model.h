// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/path.h"
#include "ui/reports/sheet_model.h"
#include "workbench/design/definition.h"

namespace hookworks {

class ReportDocument;

/// An array of the document with a row for each entry: points and stages by their members, a table's rows by
/// their cells with its headings above, plain values in one column. A cell's edit changes that value's bytes
/// alone.
class GridModel final : public SheetModel
{
    Q_OBJECT
public:
    /// `headings`: an array beside it that names the columns of its rows; empty: none. All must outlive it.
    GridModel(ReportDocument& document, const ProviderProfile& profile, const DocumentField& field,
              const JsonPath& array, const std::optional<JsonPath>& headings, QObject* parent = nullptr);

    void refresh() override;
    QString way() const override { return tr("Show points"); }
    QModelIndex cellOf(const JsonPath& place) const override;
    QStringList wordsOf(const QModelIndex& index) const override;
    void addRow() override;
    void takeRows(const QList<int>& rows) override;
    /// Of rows of cells; others have the columns of their type.
    QString columnWord() const override { return m_rowsOfCells ? tr("column") : QString(); }
    void addColumn() override;
    void takeColumns(const QList<int>& columns) override;
    void paste(const QString& lines, const QModelIndex& from) override;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    struct Column
    {
        QString key; ///< of a member; empty: the cell at its index, or the entry itself
        QString title;
        ValueType type;
        bool required = false;
        bool secret = false; ///< shown as dots
        bool operator==(const Column&) const = default;
    };

    QList<Column> columnsNow() const;
    bool isHeading(int row) const { return m_headings && row == 0; }
    int entryOf(int row) const { return row - (m_headings ? 1 : 0); }
    bool namesColumns(const QList<QStringList>& lines, int first) const;
    JsonPath pathOf(int row, int column) const;
    JsonValue valueOf(const QString& text, int column, const JsonValue* before) const;
    JsonValue newEntry(const QStringList& cells) const;
    JsonValue withCell(JsonValue entry, int column, const QString& text) const;

    ReportDocument& m_document;
    const ProviderProfile& m_profile;
    JsonPath m_array;
    std::optional<JsonPath> m_headings;
    QString m_title;
    ValueType m_entry; ///< of the array's entries
    ValueType m_cell;  ///< of a row's cells
    bool m_rowsOfCells = false;
    QList<Column> m_columns;
    JsonValue m_value; ///< the array as it is shown
    JsonValue m_headingValue;
};

} // namespace hookworks
