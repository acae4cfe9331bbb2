// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/grid_model.h"

#include "ui/reports/design_part.h"
#include "ui/reports/report_document.h"
#include "ui/reports/sheet_text.h"

#include <algorithm>

namespace hookworks {

namespace {

/// `1 2 3.5` as numbers; nullopt: something in it is none.
std::optional<JsonValue> numbersIn(const QString& text)
{
    JsonValue list = JsonValue::array();
    for (const QString& word : text.split(u' ', Qt::SkipEmptyParts)) {
        const auto number = readJson(word.toUtf8());
        if (!number || !number->isNumber())
            return std::nullopt;
        list.append(*number);
    }
    return list.items.size() > 1 ? std::optional(list) : std::nullopt;
}

const JsonValue* valueIn(const JsonValue& entry, const QString& key, int column)
{
    if (!key.isEmpty())
        return entry.find(key);
    if (!entry.isArray())
        return &entry;
    return column < static_cast<int>(entry.items.size()) ? &entry.items[static_cast<size_t>(column)]
                                                         : nullptr;
}

} // namespace

GridModel::GridModel(ReportDocument& document, const ProviderProfile& profile, const DocumentField& field,
                     const JsonPath& array, const std::optional<JsonPath>& headings, QObject* parent)
    : SheetModel(parent)
    , m_document(document)
    , m_profile(profile)
    , m_array(array)
    , m_title(titleOfField(field))
    , m_entry(valueTypeOf(profile, valueTypeOf(profile, field.type).item))
{
    m_rowsOfCells = !m_entry.item.isEmpty();
    if (m_rowsOfCells) {
        m_cell = valueTypeOf(profile, m_entry.item);
        m_headings = headings;
    }
    GridModel::refresh();
}

void GridModel::refresh()
{
    const JsonValue* value = m_document.at(m_array);
    const JsonValue* headings = m_headings ? m_document.at(*m_headings) : nullptr;
    JsonValue now = value && value->isArray() ? *value : JsonValue::array();
    JsonValue headingsNow = headings && headings->isArray() ? *headings : JsonValue::array();
    if (now == m_value && headingsNow == m_headingValue && !m_columns.isEmpty())
        return;
    const bool sameRows = now.items.size() == m_value.items.size() && now.kind == m_value.kind;
    const JsonValue before = std::exchange(m_value, std::move(now));
    m_headingValue = std::move(headingsNow);
    const QList<Column> columns = columnsNow();
    if (sameRows && columns == m_columns) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    m_columns = columns;
    endResetModel();
}

QList<GridModel::Column> GridModel::columnsNow() const
{
    QList<Column> columns;
    if (!m_entry.structName.isEmpty()) {
        for (const DocumentField& field : m_profile.structs[m_entry.structName])
            columns << Column{field.key, titleOfField(field), valueTypeOf(m_profile, field.type),
                              field.required, field.editor == u"secret"};
        for (const JsonValue& entry : m_value.items) {
            for (const JsonMember& member : entry.members) {
                const bool known = std::ranges::find(columns, member.key, &Column::key) != columns.end();
                if (!known && columns.size() < mostSheetColumns)
                    columns << Column{member.key, member.key,
                                      valueTypeOf(m_profile, QStringLiteral("string|number|null")), false};
            }
        }
        return columns;
    }
    if (!m_rowsOfCells)
        return {{{}, m_title, m_entry, true}};
    size_t widest = m_headingValue.items.size();
    for (const JsonValue& row : m_value.items)
        widest = std::max(widest, row.items.size());
    for (size_t i = 0; i < std::clamp<size_t>(widest, 1, mostSheetColumns); ++i)
        columns << Column{{}, QString::number(i + 1), m_cell, false};
    return columns;
}

QStringList GridModel::wordsOf(const QModelIndex& index) const
{
    const ValueType& type = m_columns[index.column()].type;
    return type.text || isHeading(index.row()) ? QStringList() : type.words;
}

int GridModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_value.items.size()) + (m_headings ? 1 : 0);
}

int GridModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

JsonPath GridModel::pathOf(int row, int column) const
{
    if (isHeading(row))
        return m_headings->child(column);
    JsonPath path = m_array.child(entryOf(row));
    if (!m_columns[column].key.isEmpty())
        return path.child(m_columns[column].key);
    return m_rowsOfCells ? path.child(column) : path;
}

QModelIndex GridModel::cellOf(const JsonPath& place) const
{
    const bool heading = m_headings && isWithin(place, *m_headings);
    if (!heading && !isWithin(place, m_array))
        return {};
    const QList<JsonPath::Step> rest = place.steps.sliced((heading ? *m_headings : m_array).steps.size());
    const auto number = [&rest](qsizetype at) {
        const auto* step = at < rest.size() ? std::get_if<qsizetype>(&rest[at]) : nullptr;
        return step ? static_cast<int>(*step) : 0;
    };
    if (heading)
        return index(0, number(0));
    const auto* key = rest.size() > 1 ? std::get_if<QString>(&rest[1]) : nullptr;
    const auto column = key ? std::ranges::find(m_columns, *key, &Column::key) : m_columns.cend();
    return index(number(0) + (m_headings ? 1 : 0),
                 column == m_columns.cend() ? number(1) : static_cast<int>(column - m_columns.cbegin()));
}

QVariant GridModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::ToolTipRole)
        return tipAt(index);
    const Column& column = m_columns[index.column()];
    if (role == Qt::DisplayRole || role == Qt::EditRole) {
        if (isHeading(index.row()))
            return cellText(valueIn(m_headingValue, {}, index.column()));
        const QString text = cellText(
            valueIn(m_value.items[static_cast<size_t>(entryOf(index.row()))], column.key, index.column()));
        return column.secret && role == Qt::DisplayRole
                   ? QString(std::min<qsizetype>(text.size(), 8), QChar(0x2022))
                   : text;
    }
    const bool number = (column.type.number || column.type.integer) && !column.type.text;
    if (role == Qt::TextAlignmentRole)
        return QVariant((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

QVariant GridModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Horizontal)
        return section < m_columns.size() ? m_columns[section].title : QVariant();
    return isHeading(section) ? tr("Head") : QString::number(entryOf(section) + 1);
}

Qt::ItemFlags GridModel::flags(const QModelIndex& index) const
{
    return index.isValid() ? SheetModel::flags(index) | Qt::ItemIsEditable : Qt::NoItemFlags;
}

/// What was typed as what the column takes; a number stays a text where it was one, and the other way round.
JsonValue GridModel::valueOf(const QString& text, int column, const JsonValue* before) const
{
    const ValueType& type = m_columns[column].type;
    if (text.isEmpty() && type.takesNull)
        return {};
    const bool number = type.number || type.integer;
    const bool mayBeText = type.text || !type.words.isEmpty();
    const auto read = number ? numberIn(text) : std::nullopt;
    if (read && (!mayBeText || (before && before->isNumber())))
        return *read;
    if (read && mayBeText && !before && !m_rowsOfCells && read->text == text)
        return *read;
    if (type.boolean && (text == u"true" || text == u"false"))
        return JsonValue::boolean(text == u"true");
    if (!type.item.isEmpty()) {
        if (const auto numbers = numbersIn(text))
            return *numbers;
    }
    return JsonValue::string(text);
}

/// Into the entry's own object where there is one: `{"content": …}` keeps its other members.
JsonValue GridModel::withCell(JsonValue entry, int column, const QString& text) const
{
    const QString& key = m_columns[column].key;
    if (!key.isEmpty()) {
        JsonValue* there = entry.find(key);
        if (there)
            *there = valueOf(text, column, there);
        else if (!text.isEmpty())
            entry.append(key, valueOf(text, column, nullptr));
        return entry;
    }
    if (!m_rowsOfCells)
        return valueOf(text, column, &entry);
    while (static_cast<int>(entry.items.size()) <= column)
        entry.append(m_cell.structName.isEmpty() || m_cell.text ? JsonValue::string({})
                                                                : JsonValue::object());
    JsonValue& cell = entry.items[static_cast<size_t>(column)];
    if (!cell.isObject()) {
        cell = valueOf(text, column, &cell);
        return entry;
    }
    const QString content = m_profile.structs[m_cell.structName].isEmpty()
                                ? QStringLiteral("content")
                                : m_profile.structs[m_cell.structName].first().key;
    const auto numbers = numbersIn(text);
    JsonValue value = numbers ? *numbers : JsonValue::string(text);
    const auto number = numberIn(text);
    if (JsonValue* there = cell.find(content); there && there->isNumber() && number)
        value = *number;
    else if (there)
        value = numbers && there->isArray() ? *numbers : value;
    if (JsonValue* there = cell.find(content))
        *there = value;
    else
        cell.append(content, value);
    return entry;
}

bool GridModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    const QString text = value.toString();
    if (role != Qt::EditRole || text == data(index, Qt::EditRole).toString())
        return false;
    const QString step = tr("Change %1").arg(m_title.toLower());
    const JsonPath path = pathOf(index.row(), index.column());
    const JsonValue* cell = m_document.at(path);
    if (isHeading(index.row())) {
        JsonValue row = m_headingValue;
        while (static_cast<int>(row.items.size()) <= index.column())
            row.append(JsonValue::string({}));
        row.items[static_cast<size_t>(index.column())] = JsonValue::string(text);
        if (cell && !cell->isObject())
            m_document.setValue(path, JsonValue::string(text), step);
        else
            m_document.setMember(parentOf(*m_headings), std::get<QString>(m_headings->steps.last()), row,
                                 step);
        return true;
    }
    const JsonValue& entry = m_value.items[static_cast<size_t>(entryOf(index.row()))];
    const QString& key = m_columns[index.column()].key;
    if (!key.isEmpty() && entry.isObject())
        m_document.setMember(parentOf(path), key,
                             text.isEmpty() && !m_columns[index.column()].required
                                 ? std::nullopt
                                 : std::optional(valueOf(text, index.column(), cell)),
                             step);
    else if (cell && !cell->isObject())
        m_document.setValue(path, valueOf(text, index.column(), cell), step);
    else
        m_document.setValue(m_array.child(entryOf(index.row())), withCell(entry, index.column(), text), step);
    return true;
}

JsonValue GridModel::newEntry(const QStringList& cells) const
{
    if (!m_rowsOfCells && m_entry.structName.isEmpty())
        return valueOf(cells.value(0), 0, nullptr);
    JsonValue entry = m_rowsOfCells ? JsonValue::array() : JsonValue::object();
    for (int column = 0; column < columnCount(); ++column) {
        const Column& about = m_columns[column];
        const bool number = (about.type.number || about.type.integer) && !about.type.text;
        const QString text = cells.value(column);
        if (m_rowsOfCells || !text.isEmpty())
            entry = withCell(std::move(entry), column, text);
        else if (about.required)
            entry.append(about.key, number ? JsonValue::number(qint64(0)) : JsonValue::string({}));
    }
    return entry;
}

void GridModel::addRow()
{
    const auto size = static_cast<qsizetype>(m_value.items.size());
    QStringList first;
    if (!m_rowsOfCells && m_entry.structName.isEmpty())
        first << (m_entry.words.isEmpty() ? QStringLiteral("0") : m_entry.words.first());
    const QString step = tr("Add to %1").arg(m_title.toLower());
    const JsonValue* array = m_document.at(m_array);
    const JsonValue entry = newEntry(first);
    if (array && array->isArray() && size > 0)
        m_document.apply({itemInserted(m_document.text(), *array, static_cast<size_t>(size), entry)}, step);
    else
        m_document.insertItem(m_array, size, compactJson(entry), step);
}

void GridModel::addColumn()
{
    JsonValue rows = m_value;
    const int column = columnCount();
    m_columns << Column{{}, QString::number(column + 1), m_cell, false};
    for (JsonValue& row : rows.items)
        row = withCell(std::move(row), column, {});
    if (rows.items.empty() && !m_headings)
        return;
    const QString step = tr("Add a column");
    JsonValue headings = m_headingValue;
    if (m_headings) {
        while (static_cast<int>(headings.items.size()) <= column)
            headings.append(JsonValue::string({}));
        m_document.history().beginMacro(step);
        m_document.setMember(parentOf(*m_headings), std::get<QString>(m_headings->steps.last()), headings,
                             step);
    }
    m_document.setMember(parentOf(m_array), std::get<QString>(m_array.steps.last()), rows, step);
    if (m_headings)
        m_document.history().endMacro();
}

void GridModel::takeRows(const QList<int>& rows)
{
    QList<size_t> entries;
    for (const int row : rows) {
        if (!isHeading(row))
            entries << static_cast<size_t>(entryOf(row));
    }
    const JsonValue* array = m_document.at(m_array);
    if (array && !entries.isEmpty())
        m_document.apply(itemsRemoved(*array, entries),
                         entries.size() == 1 ? tr("Delete a row") : tr("Delete rows"));
}

/// Of the headings and of every row that has those cells.
void GridModel::takeColumns(const QList<int>& columns)
{
    QList<TextEdit> edits;
    const auto takeFrom = [&](const JsonValue* row) {
        QList<size_t> cells;
        for (const int column : columns) {
            if (row && row->isArray() && column < static_cast<int>(row->items.size()))
                cells << static_cast<size_t>(column);
        }
        if (!cells.isEmpty())
            edits += itemsRemoved(*row, cells);
    };
    if (m_headings)
        takeFrom(m_document.at(*m_headings));
    const JsonValue* rows = m_document.at(m_array);
    for (size_t i = 0; rows && i < rows->items.size(); ++i)
        takeFrom(&rows->items[i]);
    if (!edits.isEmpty())
        m_document.apply(edits, columns.size() == 1 ? tr("Delete a column") : tr("Delete columns"));
}

/// A line of words above numbers, where the columns have names of their own.
bool GridModel::namesColumns(const QList<QStringList>& lines, int first) const
{
    if (m_rowsOfCells || lines.size() < 2)
        return false;
    for (int column = first; column < columnCount(); ++column) {
        const ValueType& type = m_columns[column].type;
        const qsizetype at = column - first;
        if (type.number && !type.text && lines[0].size() > at && lines[1].size() > at)
            return !numberIn(lines[0][at]) && numberIn(lines[1][at]);
    }
    return false;
}

void GridModel::paste(const QString& lines, const QModelIndex& from)
{
    const bool headed = from.isValid() && isHeading(from.row());
    int row = from.isValid() ? from.row() : rowCount();
    const int first = from.isValid() ? from.column() : 0;
    JsonValue rows = m_value;
    JsonValue headings = m_headingValue;
    QList<QStringList> cells = pastedCells(lines);
    if (namesColumns(cells, first))
        cells.removeFirst();
    for (const QStringList& words : std::as_const(cells)) {
        while (m_rowsOfCells && m_columns.size() < first + words.size() &&
               m_columns.size() < mostSheetColumns)
            m_columns << Column{{}, QString::number(m_columns.size() + 1), m_cell, false};
        if (headed && isHeading(row)) {
            while (static_cast<qsizetype>(headings.items.size()) < first + words.size())
                headings.append(JsonValue::string({}));
            for (qsizetype i = 0; i < words.size(); ++i)
                headings.items[static_cast<size_t>(first + i)] = JsonValue::string(words[i]);
            ++row;
            continue;
        }
        QStringList padded = QStringList(first, QString()) + words;
        const auto entry = static_cast<size_t>(entryOf(row));
        if (entry >= rows.items.size())
            rows.append(newEntry(padded));
        for (qsizetype i = 0; entry < rows.items.size() && i < words.size() && first + i < columnCount(); ++i)
            rows.items[entry] =
                withCell(std::move(rows.items[entry]), static_cast<int>(first + i), words[i].trimmed());
        ++row;
    }
    const QString step = tr("Paste a table");
    m_document.history().beginMacro(step);
    if (headed)
        m_document.setMember(parentOf(*m_headings), std::get<QString>(m_headings->steps.last()), headings,
                             step);
    m_document.setMember(parentOf(m_array), std::get<QString>(m_array.steps.last()), rows, step);
    m_document.history().endMacro();
}

} // namespace hookworks
