// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/path.h"
#include "json/text_edit.h"
#include "ui/reports/series_table.h"
#include "ui/reports/sheet_model.h"
#include "workbench/design/definition.h"

#include <functional>
#include <map>

namespace hookworks {

class ReportDocument;

/// A chart's points with a row for each x and a column for each series; the first row has the series' names.
/// A cell is one point's y: an edit changes that value's bytes alone, an empty cell is no point.
class SeriesSheet final : public SheetModel
{
    Q_OBJECT
public:
    /// `namer`: the option that tells which member of a point names its series; none: `keys` tell.
    SeriesSheet(ReportDocument& document, const DocumentField& field, const JsonPath& points,
                const PointKeys& keys, const std::optional<JsonPath>& namer, QObject* parent = nullptr);

    void refresh() override;
    QString way() const override { return tr("Show series"); }
    QString unfit() const override { return m_table.problem; }
    QModelIndex cellOf(const JsonPath& place) const override;
    QModelIndex start() const override { return m_table.rows.isEmpty() ? index(0, 1) : index(1, 0); }
    void addRow() override;
    void takeRows(const QList<int>& rows) override;
    QString columnWord() const override { return tr("series"); }
    void addColumn() override;
    void takeColumns(const QList<int>& columns) override;
    bool reads(const QString& lines) const override;
    void paste(const QString& lines, const QModelIndex& from) override;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    /// What is to be different, by row and series as the table counts them; both may be new.
    struct Changes
    {
        std::map<int, QString> rows, series;
        std::map<std::pair<int, int>, QString> cells; ///< empty: no point
    };
    void make(const Changes& changes, const QString& step);
    QList<TextEdit> editsOf(const Changes& changes, size_t point) const;
    std::vector<std::pair<size_t, JsonValue>> newPoints(const Changes& changes) const;
    JsonValue xOf(int row, const Changes& changes) const;
    JsonValue seriesOf(int column, const Changes& changes) const;
    void take(const std::function<bool(int row, int column)>& goes, const QString& step);

    ReportDocument& m_document;
    JsonPath m_array;
    PointKeys m_keys, m_standard;
    std::optional<JsonPath> m_namer;
    QString m_title;
    JsonValue m_points;
    bool m_countsX = false; ///< every x is a number
    SeriesTable m_table;
};

} // namespace hookworks
