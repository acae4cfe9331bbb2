// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paper/paper_blocks.h"
#include "ui/paper/paper_chart.h"
#include "ui/paper/paper_parts.h"

#include <QFontMetricsF>
#include <QTextDocumentFragment>

#include <algorithm>

namespace hookworks {

namespace {

constexpr size_t mostRows = 2000;
constexpr size_t mostTableColumns = 40;
constexpr qsizetype longestCell = 2000;
constexpr double cellPad = 6;

struct TableCell
{
    QString text;
    QString align;
    QColor ground;
    QColor category; ///< of a word that says a state
    size_t span = 1;
    bool bold = false;
    const JsonValue* value = nullptr;
};

const JsonValue* tableOption(const JsonValue& component, QStringView key)
{
    const JsonValue* options = component.find(u"options");
    return options ? options->find(key) : nullptr;
}

QString wordAt(const JsonValue* list, size_t index)
{
    return list && index < list->items.size() && list->items[index].isString() ? list->items[index].text
                                                                               : QString();
}

/// Cells take simple HTML: what it says is shown, what it asks for is not done.
void takeText(TableCell& cell, const QString& text)
{
    cell.text = text.left(longestCell);
    if (!cell.text.contains(u'<') || !cell.text.contains(u'>'))
        return;
    cell.bold = cell.text.contains(u"<b>") || cell.text.contains(u"<strong>");
    cell.text = QTextDocumentFragment::fromHtml(cell.text).toPlainText();
}

class TablePainter
{
public:
    TablePainter(PaperItems& items, const JsonValue& component, const QRectF& room, const PaperTheme& theme)
        : m_items(items)
        , m_component(component)
        , m_room(room)
        , m_theme(theme)
        , m_rows(tableOption(component, u"rows"))
        , m_headings(tableOption(component, u"headings"))
        , m_types(tableOption(component, u"col_types"))
        , m_columnLines(optionFlag(component, u"col_border", optionFlag(component, u"col_borders", false)))
    {
        size_t columns = m_headings ? m_headings->items.size() : 0;
        for (size_t i = 0; m_rows && i < std::min(m_rows->items.size(), mostRows); ++i)
            columns = std::max(columns, m_rows->items[i].items.size());
        m_widths = widths(std::clamp<size_t>(columns, 1, mostTableColumns));
    }

    double draw()
    {
        double y = title();
        const double top = y;
        if (m_headings && !m_headings->items.empty())
            y = row(*m_headings, y, true, 0);
        for (size_t i = 0; m_rows && i < std::min(m_rows->items.size(), mostRows); ++i)
            y = row(m_rows->items[i], y, false, i);
        if (optionFlag(m_component, u"table_border", false))
            m_items.push_back(PaperBox{{m_room.left(), m_room.top() + top, m_room.width(), y - top},
                                       {},
                                       m_theme.colour(QStringLiteral("sub-headline")),
                                       0});
        return y;
    }

private:
    /// Per cent where they are given, the rest shared.
    std::vector<double> widths(size_t columns) const
    {
        const JsonValue* given = tableOption(m_component, u"col_width");
        std::vector<double> shares(columns, 0);
        double taken = 0;
        size_t free = 0;
        for (size_t i = 0; i < columns; ++i) {
            const bool set = given && i < given->items.size() && given->items[i].isNumber();
            shares[i] = set ? std::clamp(given->items[i].text.toDouble(), 1.0, 100.0) / 100 : 0;
            taken += shares[i];
            free += set ? 0 : 1;
        }
        const double rest = free > 0 ? std::max(0.05, (1 - taken) / double(free)) : 0;
        double total = 0;
        for (double& share : shares) {
            share = share > 0 ? share : rest;
            total += share;
        }
        for (double& share : shares)
            share *= m_room.width() / std::max(0.01, total);
        return shares;
    }

    double title()
    {
        PaperText made;
        made.text = optionText(m_component, u"title");
        made.font = {m_theme.headings, 13, true};
        made.colour = m_theme.colour(QStringLiteral("headline"));
        const double height = addText(m_items, made, m_room);
        return height > 0 ? height + marginStep : 0;
    }

    TableCell cellOf(const JsonValue& value, size_t column) const
    {
        TableCell cell;
        cell.align = wordAt(tableOption(m_component, u"col_align"), column);
        cell.ground = m_theme.colour(wordAt(tableOption(m_component, u"col_bg"), column));
        cell.value = &value;
        if (!value.isObject()) {
            takeText(cell, value.isArray() ? QString() : leafText(value));
            return cell;
        }
        const JsonValue* content = value.find(u"content");
        content = content ? content : value.find(u"data");
        cell.value = content;
        if (content && !content->isArray())
            takeText(cell, leafText(*content));
        if (const JsonValue* align = value.find(u"col_align"); align && align->isString())
            cell.align = align->text;
        if (const JsonValue* ground = value.find(u"col_bg"); ground && ground->isString())
            cell.ground = m_theme.colour(ground->text);
        if (const JsonValue* word = value.find(u"category_color"); word && word->isString())
            cell.category = QColor(word->text);
        const JsonValue* span = value.find(u"col_span");
        cell.span = span && span->isNumber() ? static_cast<size_t>(std::clamp(span->text.toInt(), 1, 40)) : 1;
        return cell;
    }

    double row(const JsonValue& cells, double y, bool isHead, size_t index)
    {
        const int size =
            sizeOfWord(optionText(m_component, isHead ? u"headings_font_size" : u"rows_font_size")) - 1;
        const double pad =
            optionNumber(m_component, isHead ? u"headings_vertical_padding" : u"rows_vertical_padding", 1.2) *
            marginStep;
        const size_t ground = m_items.size();
        m_items.push_back(PaperBox{});
        double x = m_room.left(), height = size * 1.4;
        size_t column = 0;
        for (size_t i = 0; i < cells.items.size() && column < m_widths.size(); ++i) {
            const TableCell cell = cellOf(cells.items[i], column);
            double width = 0;
            for (size_t k = 0; k < cell.span && column < m_widths.size(); ++k)
                width += m_widths[column++];
            height = std::max(height, paintCell(cell, {x, m_room.top() + y + pad, width, 0}, size, isHead,
                                                wordAt(m_types, column - 1)));
            x += width;
        }
        const QRectF line(m_room.left(), m_room.top() + y, m_room.width(), height + 2 * pad);
        m_items[ground] = PaperBox{line, groundOf(isHead, index), {}, 0};
        QColor ink = m_theme.colour(QStringLiteral("sub-headline"));
        ink.setAlphaF(0.3F);
        m_items.push_back(PaperShape{
            QPolygonF(QList<QPointF>{line.bottomLeft(), line.bottomRight()}), ink, 0.7, {}, false});
        if (m_columnLines)
            columnLines(line, ink);
        return y + line.height();
    }

    void columnLines(const QRectF& line, const QColor& ink)
    {
        double x = line.left();
        for (size_t i = 0; i + 1 < m_widths.size(); ++i) {
            x += m_widths[i];
            m_items.push_back(PaperShape{
                QPolygonF(QList<QPointF>{{x, line.top()}, {x, line.bottom()}}), ink, 0.7, {}, false});
        }
    }

    QColor groundOf(bool isHead, size_t index) const
    {
        if (isHead)
            return m_theme.colour(QStringLiteral("highlight"));
        const bool striped = optionFlag(m_component, u"striped", false) && index % 2 == 1;
        return striped ? m_theme.colour(QStringLiteral("background-muted")) : QColor();
    }

    /// Returns how high it is.
    double paintCell(const TableCell& cell, const QRectF& place, int size, bool isHead, const QString& kind)
    {
        const QRectF room = place.adjusted(cellPad, 0, -cellPad, 0);
        if (!isHead && cell.ground.isValid())
            m_items.push_back(
                PaperBox{{place.left(), place.top() - 4, place.width(), size * 1.4 + 8}, cell.ground, {}, 0});
        const QColor accent = m_theme.colour(QStringLiteral("accent"));
        const QRectF mark(room.left(), room.top(), std::min(room.width(), 90.0), size * 1.4);
        if (!isHead && kind == u"SparkLine" && cell.value)
            addSparkLine(m_items, numbersOf(cell.value), mark, accent);
        else if (!isHead && kind == u"SparkBar" && cell.value)
            addSparkBars(m_items, numbersOf(cell.value), mark, accent);
        else if (!isHead && kind == u"SparkRing" && cell.value)
            m_items.push_back(PaperArc{{room.left(), room.top(), mark.height(), mark.height()},
                                       0,
                                       std::clamp(cell.value->text.toDouble(), 0.0, 100.0) * 3.6,
                                       3,
                                       accent});
        else
            return cellText(cell, room, size, isHead, kind);
        return mark.height();
    }

    double cellText(const TableCell& cell, const QRectF& room, int size, bool isHead, const QString& kind)
    {
        PaperText text;
        text.text = cell.text;
        text.font = {isHead ? m_theme.headings : m_theme.paragraphs, size, isHead || cell.bold};
        text.colour = m_theme.colour(isHead              ? QStringLiteral("highlight-text")
                                     : kind == u"Button" ? QStringLiteral("accent")
                                                         : QStringLiteral("paragraph"));
        text.align = alignOfWord(cell.align);
        if (kind == u"Category" && cell.category.isValid() && !isHead) {
            QColor tint = cell.category;
            tint.setAlphaF(0.22F);
            const double width = QFontMetricsF(text.font.toFont()).horizontalAdvance(cell.text) + 12;
            m_items.push_back(PaperBox{
                {room.left() - 6, room.top() - 1, std::min(width, room.width()), size * 1.5}, tint, {}, 6});
        }
        return addText(m_items, text, room);
    }

    PaperItems& m_items;
    const JsonValue& m_component;
    QRectF m_room;
    const PaperTheme& m_theme;
    const JsonValue* m_rows;
    const JsonValue* m_headings;
    const JsonValue* m_types;
    bool m_columnLines;
    std::vector<double> m_widths;
};

} // namespace

double addTable(PaperItems& items, const JsonValue& component, const QRectF& room, const PaperTheme& theme)
{
    return TablePainter(items, component, room, theme).draw();
}

} // namespace hookworks
