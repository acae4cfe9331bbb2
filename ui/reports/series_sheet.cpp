// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/series_sheet.h"

#include "ui/reports/design_part.h"
#include "ui/reports/report_document.h"
#include "ui/reports/sheet_text.h"

#include <algorithm>
#include <array>

namespace hookworks {

namespace {

const QString zero = QStringLiteral("0");

bool isWordCell(const QString& cell)
{
    return !cell.isEmpty() && !numberIn(cell);
}

bool isYearCell(const QString& cell)
{
    const int year = cell.toInt();
    return cell.size() == 4 && year >= 1900 && year <= 2199;
}

/// The first line names what is below it: from that cell on it has no numbers, or years above none.
bool isHeadLine(const QList<QStringList>& lines, int from)
{
    const QStringList& head = lines.first();
    if (lines.size() < 2 || head.size() <= from)
        return false;
    const auto all = [from](const QStringList& line, auto is) {
        return std::all_of(line.begin() + std::min<qsizetype>(from, line.size()), line.end(), is);
    };
    const bool words = all(head, [](const QString& cell) { return cell.isEmpty() || isWordCell(cell); });
    return (words && head.mid(from).join(QString()) != QString()) ||
           (all(head, isYearCell) && !all(lines[1], isYearCell));
}

JsonValue numberOrText(const QString& text)
{
    const auto number = numberIn(text);
    return number ? *number : JsonValue::string(text);
}

/// Null takes the member out.
QList<TextEdit> withMember(const QByteArray& text, const JsonValue& object, const QString& key,
                           const JsonValue& value)
{
    for (size_t i = 0; i < object.members.size(); ++i) {
        if (object.members[i].key != key)
            continue;
        if (value.isNull())
            return {memberRemoved(text, object, i)};
        return {valueReplaced(text, object.members[i].value, value)};
    }
    if (value.isNull())
        return {};
    return {memberAdded(text, object, key, value)};
}

/// Where an option tells the member that names the series, it has to name one as soon as there is a name.
QList<TextEdit> namingEdits(const ReportDocument& document, const JsonPath& namer, const QString& name)
{
    const JsonValue* option = document.at(namer);
    const JsonValue* owner = document.at(parentOf(namer));
    if (!owner || (option && option->isString() && !option->text.isEmpty()))
        return {};
    return withMember(document.text(), *owner, std::get<QString>(namer.steps.last()),
                      JsonValue::string(name));
}

} // namespace

SeriesSheet::SeriesSheet(ReportDocument& document, const DocumentField& field, const JsonPath& points,
                         const PointKeys& keys, const std::optional<JsonPath>& namer, QObject* parent)
    : SheetModel(parent)
    , m_document(document)
    , m_array(points)
    , m_standard(keys)
    , m_namer(namer)
    , m_title(titleOfField(field))
{
    SeriesSheet::refresh();
}

void SeriesSheet::refresh()
{
    const JsonValue* value = m_document.at(m_array);
    const JsonValue* namer = m_namer ? m_document.at(*m_namer) : nullptr;
    PointKeys keys = m_standard;
    if (namer && namer->isString() && !namer->text.isEmpty())
        keys.series = namer->text;
    JsonValue now = value && value->isArray() ? *value : JsonValue::array();
    if (now == m_points && keys == m_keys)
        return;
    SeriesTable table = seriesTable(now, keys);
    m_points = std::move(now);
    m_keys = keys;
    m_countsX = !m_points.items.empty() && std::ranges::all_of(m_points.items, [&keys](const JsonValue& one) {
        const JsonValue* x = one.find(keys.x);
        return x && x->isNumber();
    });
    if (table.rows.size() == m_table.rows.size() && table.series.size() == m_table.series.size()) {
        m_table = std::move(table);
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    m_table = std::move(table);
    endResetModel();
}

int SeriesSheet::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.rows.size()) + 1;
}

int SeriesSheet::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.series.size()) + 1;
}

QModelIndex SeriesSheet::cellOf(const JsonPath& place) const
{
    const qsizetype depth = m_array.steps.size();
    const auto* point = isWithin(place, m_array) && place.steps.size() > depth
                            ? std::get_if<qsizetype>(&place.steps[depth])
                            : nullptr;
    if (!point || *point < 0 || *point >= static_cast<qsizetype>(m_table.places.size()))
        return {};
    const auto [row, column] = m_table.places[static_cast<size_t>(*point)];
    const auto* key =
        place.steps.size() > depth + 1 ? std::get_if<QString>(&place.steps[depth + 1]) : nullptr;
    return index(key && *key == m_keys.series ? 0 : row + 1, key && *key == m_keys.x ? 0 : column + 1);
}

QVariant SeriesSheet::data(const QModelIndex& index, int role) const
{
    if (role == Qt::ToolTipRole)
        return tipAt(index);
    const int row = index.row() - 1;
    const int column = index.column() - 1;
    if (role == Qt::TextAlignmentRole)
        return QVariant((row >= 0 && column >= 0 ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::EditRole))
        return {};
    if (row < 0)
        return column < 0 ? QString() : m_table.series.value(column);
    if (column < 0)
        return m_table.rows[row];
    const auto point = m_table.points.constFind({row, column});
    return point == m_table.points.cend() ? QString() : cellText(m_points.items[*point].find(m_keys.y));
}

QVariant SeriesSheet::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical)
        return section == 0 ? tr("Series") : QString::number(section);
    if (section == 0)
        return tr("X");
    return m_table.series.size() > 1 ? tr("Y %1").arg(section) : tr("Y");
}

Qt::ItemFlags SeriesSheet::flags(const QModelIndex& index) const
{
    const bool corner = index.row() == 0 && index.column() == 0;
    return !index.isValid() || corner ? Qt::NoItemFlags : SheetModel::flags(index) | Qt::ItemIsEditable;
}

bool SeriesSheet::setData(const QModelIndex& index, const QVariant& value, int role)
{
    const QString text = value.toString();
    if (role != Qt::EditRole || text == data(index, Qt::EditRole).toString())
        return false;
    const int row = index.row() - 1;
    const int column = index.column() - 1;
    Changes changes;
    if (row >= 0 && column >= 0) {
        changes.cells[{row, column}] = text;
    } else if ((row < 0 ? m_table.series : m_table.rows).contains(text)) {
        emit refused(row < 0 ? tr("There is a series “%1” already.").arg(text)
                             : tr("There is a row “%1” already.").arg(text));
        return false;
    } else {
        (row < 0 ? changes.series[column] : changes.rows[row]) = text;
    }
    make(changes, tr("Change %1").arg(m_title.toLower()));
    return true;
}

void SeriesSheet::addRow()
{
    Changes changes;
    const auto row = static_cast<int>(m_table.rows.size());
    changes.rows[row] = nextName(m_table.rows);
    for (int column = 0; column < m_table.series.size(); ++column)
        changes.cells[{row, column}] = zero;
    make(changes, tr("Add to %1").arg(m_title.toLower()));
}

/// With a point for each x: what has no points is not in the document.
void SeriesSheet::addColumn()
{
    Changes changes;
    QStringList names = m_table.series;
    if (names.size() == 1 && names.first().isEmpty())
        changes.series[0] = names.first() = tr("Series 1");
    const auto column = static_cast<int>(names.size());
    changes.series[column] = nextName(names);
    for (int row = 0; row < std::max<int>(1, static_cast<int>(m_table.rows.size())); ++row)
        changes.cells[{row, column}] = zero;
    if (m_table.rows.isEmpty()) {
        changes.rows[0] = nextName({});
        changes.cells[{0, 0}] = zero;
    }
    make(changes, tr("Add a series"));
}

void SeriesSheet::take(const std::function<bool(int row, int column)>& goes, const QString& step)
{
    QList<size_t> gone;
    for (size_t i = 0; i < m_table.places.size(); ++i) {
        if (goes(m_table.places[i].first, m_table.places[i].second))
            gone << i;
    }
    const JsonValue* points = m_document.at(m_array);
    if (points && !gone.isEmpty())
        m_document.apply(itemsRemoved(*points, gone), step);
}

void SeriesSheet::takeRows(const QList<int>& rows)
{
    take([&rows](int row, int) { return rows.contains(row + 1); },
         rows.size() == 1 ? tr("Delete a row") : tr("Delete rows"));
}

void SeriesSheet::takeColumns(const QList<int>& columns)
{
    take([&columns](int, int column) { return columns.contains(column + 1); }, tr("Delete a series"));
}

/// Not lines with a point each: x, y, and the name of its series in words.
bool SeriesSheet::reads(const QString& lines) const
{
    const QList<QStringList> cells = pastedCells(lines);
    const qsizetype first = cells.isEmpty() || !isHeadLine(cells, 1) ? 0 : 1;
    const auto named = [&](const QStringList& line) { return line.size() > 2 && isWordCell(line[2]); };
    return !std::any_of(cells.begin() + first, cells.end(), named);
}

void SeriesSheet::paste(const QString& lines, const QModelIndex& from)
{
    QList<QStringList> cells = pastedCells(lines);
    if (cells.isEmpty())
        return;
    const int first = std::max(0, from.column());
    int row = std::max(0, from.row() - 1);
    const bool headed = isHeadLine(cells, first == 0 ? 1 : 0) || (from.row() == 0 && first > 0);
    Changes changes;
    QStringList names = m_table.rows;
    qsizetype widest = 0;
    const QStringList head = headed ? cells.takeFirst() : QStringList();
    for (const QStringList& line : std::as_const(cells)) {
        widest = std::max(widest, std::min<qsizetype>(first + line.size(), mostSheetColumns));
        const bool fresh = row >= names.size();
        const QString name = first == 0 ? line.value(0).trimmed() : fresh ? nextName(names) : names[row];
        if (fresh)
            names << name;
        if (fresh || name != names[row])
            changes.rows[row] = name;
        for (qsizetype i = first == 0 ? 1 : 0; i < line.size() && first + i < mostSheetColumns; ++i)
            changes.cells[{row, static_cast<int>(first + i) - 1}] = line[i].trimmed();
        ++row;
    }
    QStringList series = m_table.series;
    for (qsizetype i = 1; i < std::max<qsizetype>(widest, headed ? first + head.size() : 0); ++i) {
        const auto column = static_cast<int>(i) - 1;
        const QString named = i >= first ? head.value(i - first).trimmed() : QString();
        const bool fresh = column >= series.size();
        if (!named.isEmpty() && named != series.value(column))
            changes.series[column] = named;
        else if (named.isEmpty() && fresh)
            changes.series[column] = tr("Series %1").arg(column + 1);
        if (fresh)
            series << changes.series[column];
    }
    make(changes, tr("Paste a table"));
}

JsonValue SeriesSheet::xOf(int row, const Changes& changes) const
{
    if (const auto named = changes.rows.find(row); named != changes.rows.end())
        return m_countsX ? numberOrText(named->second) : JsonValue::string(named->second);
    return *m_points.items[m_table.firstOfRow[static_cast<size_t>(row)]].find(m_keys.x);
}

/// Null: the points of that series do not name it.
JsonValue SeriesSheet::seriesOf(int column, const Changes& changes) const
{
    if (const auto named = changes.series.find(column); named != changes.series.end())
        return named->second.isEmpty() ? JsonValue() : JsonValue::string(named->second);
    const auto place = static_cast<size_t>(column);
    const JsonValue* name = place < m_table.firstOfSeries.size()
                                ? m_points.items[m_table.firstOfSeries[place]].find(m_keys.series)
                                : nullptr;
    return name ? *name : JsonValue();
}

/// Of a point that stays; its x, its y and the name of its series have bytes of their own.
QList<TextEdit> SeriesSheet::editsOf(const Changes& changes, size_t point) const
{
    const JsonValue& object = m_document.at(m_array)->items[point];
    const auto [row, column] = m_table.places[point];
    QList<TextEdit> edits;
    if (changes.rows.contains(row))
        edits += withMember(m_document.text(), object, m_keys.x, xOf(row, changes));
    if (const auto cell = changes.cells.find({row, column});
        cell != changes.cells.end() && cell->second != cellText(object.find(m_keys.y))) {
        const auto number = numberIn(cell->second);
        edits += withMember(m_document.text(), object, m_keys.y,
                            number ? *number : JsonValue::string(cell->second));
    }
    if (changes.series.contains(column))
        edits += withMember(m_document.text(), object, m_keys.series, seriesOf(column, changes));
    return edits;
}

/// With their places among the points that are there, in the order to be written.
std::vector<std::pair<size_t, JsonValue>> SeriesSheet::newPoints(const Changes& changes) const
{
    std::vector<std::pair<std::array<size_t, 3>, JsonValue>> made;
    const bool byRows = m_table.byRows();
    for (const auto& [where, text] : changes.cells) {
        if (text.isEmpty() || m_table.points.contains(where))
            continue;
        const auto [row, column] = where;
        const auto number = numberIn(text);
        JsonValue point = JsonValue::object();
        point.append(m_keys.x, xOf(row, changes));
        point.append(m_keys.y, number ? *number : JsonValue::string(text));
        if (JsonValue name = seriesOf(column, changes); !name.isNull())
            point.append(m_keys.series, std::move(name));
        const auto outer = static_cast<size_t>(byRows ? row : column);
        const auto inner = static_cast<size_t>(byRows ? column : row);
        made.push_back({{m_table.placeFor(row, column), outer, inner}, std::move(point)});
    }
    std::ranges::sort(made, {}, [](const auto& one) { return one.first; });
    std::vector<std::pair<size_t, JsonValue>> points;
    for (auto& [key, point] : made)
        points.emplace_back(key[0], std::move(point));
    return points;
}

void SeriesSheet::make(const Changes& changes, const QString& step)
{
    const JsonValue* points = m_document.at(m_array);
    const std::vector<std::pair<size_t, JsonValue>> fresh = newPoints(changes);
    QList<TextEdit> edits;
    const bool names =
        std::ranges::any_of(changes.series, [](const auto& one) { return !one.second.isEmpty(); });
    if (names && m_namer)
        edits = namingEdits(m_document, *m_namer, m_keys.series);
    QList<size_t> gone;
    for (size_t i = 0; i < m_table.places.size(); ++i) {
        const auto cell = changes.cells.find(m_table.places[i]);
        if (cell != changes.cells.end() && cell->second.isEmpty())
            gone << i;
        else
            edits += editsOf(changes, i);
    }
    if (!points || !points->isArray() || gone.size() == static_cast<qsizetype>(points->items.size())) {
        JsonValue all = JsonValue::array();
        for (const auto& [place, point] : fresh)
            all.append(point);
        m_document.history().beginMacro(step);
        if (!edits.isEmpty())
            m_document.apply(edits, step);
        m_document.setMember(parentOf(m_array), std::get<QString>(m_array.steps.last()), all, step);
        m_document.history().endMacro();
        return;
    }
    const size_t end = points->items.size();
    for (const auto& [place, point] : fresh) // what goes leaves no sure place between the points
        edits << itemInserted(m_document.text(), *points, gone.isEmpty() ? place : end, point);
    edits += itemsRemoved(*points, gone);
    if (!edits.isEmpty())
        m_document.apply(edits, step);
}

} // namespace hookworks
