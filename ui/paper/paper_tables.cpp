// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paper/paper_chart.h"
#include "ui/paper/paper_chart_data.h"
#include "ui/paper/paper_parts.h"
#include "ui/paper/part_brush.h"

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
    QString valign;
    QString caption; ///< a quiet line below
    QColor ink;      ///< invalid: as its kind
    QColor category; ///< of a word that says a state
    size_t span = 1;
    bool bold = false;
    bool link = false;
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
    cell.link = cell.text.contains(u"<a ");
    cell.text = QTextDocumentFragment::fromHtml(cell.text).toPlainText();
}

/// What is drawn in a cell stands in its row once the row's height is known.
struct DrawnCell
{
    QRectF place;
    PaperItems items;
    double height = 0;
    QColor ground;
    QString valign;
};

class TablePainter
{
public:
    explicit TablePainter(const PartBrush& brush)
        : m_brush(brush)
        , m_component(brush.component)
        , m_room(brush.room)
        , m_rows(tableOption(m_component, u"rows"))
        , m_headings(tableOption(m_component, u"headings"))
        , m_types(tableOption(m_component, u"col_types"))
        , m_columnLines(
              optionFlag(m_component, u"col_border", optionFlag(m_component, u"col_borders", false)))
    {
        size_t columns = m_headings ? m_headings->items.size() : 0;
        for (size_t i = 0; m_rows && i < std::min(m_rows->items.size(), mostRows); ++i)
            columns = std::max(columns, m_rows->items[i].items.size());
        m_widths = widths(std::clamp<size_t>(columns, 1, mostTableColumns));
    }

    /// Its headings go with its title and its first row, and are there again on the next page.
    double draw()
    {
        const double top = m_brush.title(u"title", 0);
        double y = top;
        if (m_headings && !m_headings->items.empty())
            y = row(*m_headings, y, true, 0);
        const double headEnd = y;
        for (size_t i = 0; m_rows && i < std::min(m_rows->items.size(), mostRows); ++i) {
            const double start = i == 0 ? 0 : y;
            y = row(m_rows->items[i], y, false, i);
            m_brush.block.solid.push_back({m_room.top() + start, m_room.top() + y});
        }
        if (headEnd > top && headEnd - top < m_room.height() / 3)
            m_brush.block.head = {m_room.top() + top, m_room.top() + headEnd};
        if (optionFlag(m_component, u"table_border", false))
            m_brush.items().push_back(PaperBox{{m_room.left(), m_room.top() + top, m_room.width(), y - top},
                                               {},
                                               m_brush.colour("sub-headline"),
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

    TableCell cellOf(const JsonValue& value, size_t column) const
    {
        TableCell cell;
        cell.align = wordAt(tableOption(m_component, u"col_align"), column);
        cell.ground = colourNamed(wordAt(tableOption(m_component, u"col_bg"), column));
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
            cell.ground = colourNamed(ground->text);
        if (const JsonValue* word = value.find(u"category_color"); word && word->isString())
            cell.category = QColor(word->text);
        if (const JsonValue* ink = value.find(u"color"); ink && ink->isString())
            cell.ink = colourNamed(ink->text);
        cell.caption = chartText(value, u"caption").left(longestCell);
        cell.valign = chartText(value, u"valign");
        const JsonValue* span = value.find(u"col_span");
        cell.span = span && span->isNumber() ? static_cast<size_t>(std::clamp(span->text.toInt(), 1, 40)) : 1;
        return cell;
    }

    QColor colourNamed(const QString& variable) const
    {
        return m_brush.theme.colour(variable, m_brush.highlighted);
    }

    int sizeOf(bool isHead) const
    {
        return sizeOfWord(optionText(m_component, isHead ? u"headings_font_size" : u"rows_font_size")) - 1;
    }

    double row(const JsonValue& cells, double y, bool isHead, size_t index)
    {
        const double pad =
            optionNumber(m_component, isHead ? u"headings_vertical_padding" : u"rows_vertical_padding", 1.2) *
            marginStep;
        std::vector<DrawnCell> drawn;
        double x = m_room.left(), height = sizeOf(isHead) * 1.4;
        size_t column = 0;
        for (size_t i = 0; i < cells.items.size() && column < m_widths.size(); ++i) {
            const TableCell cell = cellOf(cells.items[i], column);
            double width = 0;
            for (size_t k = 0; k < cell.span && column < m_widths.size(); ++k)
                width += m_widths[column++];
            drawn.push_back(
                {{x, m_room.top() + y, width, 0}, {}, 0, isHead ? QColor() : cell.ground, cell.valign});
            drawn.back().height = drawCell(drawn.back(), cell, isHead, wordAt(m_types, column - 1));
            height = std::max(height, drawn.back().height);
            x += width;
        }
        const QRectF line(m_room.left(), m_room.top() + y, m_room.width(), height + 2 * pad);
        m_brush.items().push_back(PaperBox{line, groundOf(isHead, index), {}, 0});
        for (DrawnCell& cell : drawn)
            stand(cell, line.height(), pad);
        QColor ink = m_brush.colour("sub-headline");
        ink.setAlphaF(0.3F);
        const double bottom = line.bottom() - 0.4;
        m_brush.items().push_back(PaperShape{
            QPolygonF(QList<QPointF>{{line.left(), bottom}, {line.right(), bottom}}), ink, 0.7, {}, false});
        if (m_columnLines)
            columnLines(line, ink);
        return y + line.height();
    }

    /// In its row: a ground as high as it, and what the cell holds at the top, in the middle or at the foot.
    void stand(DrawnCell& cell, double height, double pad)
    {
        if (cell.ground.isValid())
            m_brush.items().push_back(PaperBox{
                {cell.place.left(), cell.place.top(), cell.place.width(), height}, cell.ground, {}, 0});
        const double slack = height - 2 * pad - cell.height;
        const double by = pad + (cell.valign == u"bottom" ? slack : cell.valign == u"top" ? 0 : slack / 2);
        for (PaperItem& item : cell.items) {
            std::visit(
                [by](auto& one) {
                    if constexpr (requires { one.points; })
                        one.points.translate(0, by);
                    else
                        one.rect.translate(0, by);
                },
                item);
            m_brush.items().push_back(std::move(item));
        }
    }

    void columnLines(const QRectF& line, const QColor& ink)
    {
        double x = line.left();
        for (size_t i = 0; i + 1 < m_widths.size(); ++i) {
            x += m_widths[i];
            m_brush.items().push_back(PaperShape{
                QPolygonF(QList<QPointF>{{x, line.top()}, {x, line.bottom()}}), ink, 0.7, {}, false});
        }
    }

    QColor groundOf(bool isHead, size_t index) const
    {
        if (isHead)
            return m_brush.colour("highlight");
        const bool striped = optionFlag(m_component, u"striped", false) && index % 2 == 1;
        return striped ? m_brush.colour("background-muted") : QColor();
    }

    /// Returns how high it is.
    double drawCell(DrawnCell& drawn, const TableCell& cell, bool isHead, const QString& kind)
    {
        const QRectF room = drawn.place.adjusted(cellPad, 0, -cellPad, 0);
        const double high = sizeOf(isHead) * 1.4;
        const QColor accent = cell.ink.isValid() ? cell.ink : m_brush.colour("accent");
        const bool isMark = !isHead && cell.value && kind.startsWith(u"Spark");
        double y = high;
        if (!isMark) {
            y = cellText(drawn.items, cell, room, isHead, kind);
        } else {
            const double width = std::min(room.width(), kind == u"SparkRing" ? high : 110.0);
            const double slack = room.width() - width;
            const Qt::Alignment align = alignOfWord(cell.align);
            const double by = align & Qt::AlignRight ? slack : align & Qt::AlignHCenter ? slack / 2 : 0;
            const QRectF mark(room.left() + by, room.top(), width, high);
            if (kind == u"SparkLine")
                addSparkLine(drawn.items, numbersOf(cell.value), mark, accent);
            else if (kind == u"SparkBar")
                addSparkBars(drawn.items, numbersOf(cell.value), mark, accent);
            else
                cellRing(drawn.items, drawnNumber(cell.value).value_or(0), mark.adjusted(2, 2, -2, -2),
                         accent);
        }
        if (cell.caption.isEmpty() || isHead)
            return y;
        PaperText caption =
            m_brush.text(cell.caption, std::max(8, sizeOf(false) - 2), m_brush.colour("sub-headline"));
        caption.align = alignOfWord(cell.align);
        return y + addText(drawn.items, caption, room.translated(0, y));
    }

    void cellRing(PaperItems& items, double value, const QRectF& square, const QColor& ink) const
    {
        items.push_back(PaperArc{square, 0, 360, 3, m_brush.colour("background-faded")});
        items.push_back(PaperArc{square, 0, std::clamp(value, 0.0, 100.0) * 3.6, 3, ink});
    }

    double cellText(PaperItems& items, const TableCell& cell, const QRectF& room, bool isHead,
                    const QString& kind)
    {
        const bool link = cell.link || kind == u"Button";
        PaperText text = m_brush.text(cell.text, sizeOf(isHead),
                                      m_brush.colour(isHead ? "highlight-text"
                                                     : link ? "accent"
                                                            : "paragraph"),
                                      isHead || cell.bold);
        if (!isHead && !cell.bold)
            text.font.family = m_brush.theme.paragraphs;
        text.colour = cell.ink.isValid() ? cell.ink : text.colour;
        text.align = alignOfWord(cell.align);
        if (kind == u"Category" && cell.category.isValid() && !isHead)
            categoryGround(items, cell, text, room);
        return addText(items, text, room);
    }

    /// A rounded ground around the word, where the word is.
    static void categoryGround(PaperItems& items, const TableCell& cell, const PaperText& text,
                               const QRectF& room)
    {
        QColor tint = cell.category;
        tint.setAlphaF(0.25F);
        const double width = std::min(widthOfText(text.font, text.text), room.width());
        const double slack = room.width() - width;
        const double by = text.align & Qt::AlignRight ? slack : text.align & Qt::AlignHCenter ? slack / 2 : 0;
        items.push_back(
            PaperBox{{room.left() + by - 5, room.top() - 2, width + 10, heightOfText(text, room.width()) + 4},
                     tint,
                     {},
                     6});
    }

    const PartBrush& m_brush;
    const JsonValue& m_component;
    const QRectF m_room;
    const JsonValue* m_rows;
    const JsonValue* m_headings;
    const JsonValue* m_types;
    bool m_columnLines;
    std::vector<double> m_widths;
};

} // namespace

double addTable(const PartBrush& brush)
{
    return TablePainter(brush).draw();
}

} // namespace hookworks
