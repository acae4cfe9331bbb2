// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paper/paper_items.h"

#include <QPainter>

#include <algorithm>

namespace hookworks {

namespace {

struct ItemPainter
{
    QPainter& painter;
    const PaperSpan& piece;

    void operator()(const PaperBox& box) const
    {
        // A rounded ground that goes over pages stands a little around what is on each.
        const double around = box.radius > 0 ? 6 : 0;
        const QRectF rect = box.rect & QRectF(box.rect.left(), piece.top - around, box.rect.width(),
                                              piece.bottom - piece.top + 2 * around);
        if (rect.isEmpty())
            return;
        painter.setPen(box.border.isValid() ? QPen(box.border) : QPen(Qt::NoPen));
        painter.setBrush(box.fill.isValid() ? QBrush(box.fill) : QBrush(Qt::NoBrush));
        painter.drawRoundedRect(rect, box.radius, box.radius);
    }
    void operator()(const PaperShape& shape) const
    {
        if (!isIn(shape.points.boundingRect()))
            return;
        QPen pen(shape.stroke, shape.width, shape.dashed ? Qt::DashLine : Qt::SolidLine, Qt::FlatCap,
                 Qt::RoundJoin);
        painter.setPen(shape.stroke.isValid() ? pen : QPen(Qt::NoPen));
        painter.setBrush(shape.fill.isValid() ? QBrush(shape.fill) : QBrush(Qt::NoBrush));
        if (shape.fill.isValid())
            painter.drawPolygon(shape.points);
        else
            painter.drawPolyline(shape.points);
    }
    void operator()(const PaperArc& arc) const
    {
        if (!isIn(arc.rect))
            return;
        painter.setPen(QPen(arc.colour, arc.thickness, Qt::SolidLine, Qt::FlatCap));
        painter.setBrush(Qt::NoBrush);
        painter.drawArc(arc.rect, int((90 - arc.start) * 16), int(-arc.span * 16));
    }
    void operator()(const PaperText& text) const
    {
        if (text.wraps || text.markdown ? text.rect.top() < piece.bottom && text.rect.bottom() > piece.top
                                        : isIn(text.rect))
            paintText(painter, text, piece);
    }
    void operator()(const PaperPicture& picture) const
    {
        if (isIn(picture.rect))
            painter.drawImage(picture.rect, picture.image);
    }

    /// Of what is drawn whole, the piece that its middle is in.
    bool isIn(const QRectF& rect) const
    {
        const double middle = rect.center().y();
        return middle >= piece.top && middle <= piece.bottom;
    }
};

PaperSpan within(const PaperSpan& piece, double y)
{
    return {piece.top - y, piece.bottom - y};
}

void paintBlock(QPainter& painter, const PaperBlock& block, const QPointF& at, const PaperSpan& piece)
{
    painter.translate(at);
    paintItems(painter, block.items, piece);
    for (const PaperBlock::Child& child : block.children) {
        const double top = child.at.y();
        if (top < piece.bottom && top + child.block->size.height() > piece.top)
            paintBlock(painter, *child.block, child.at, within(piece, top));
    }
    painter.translate(-at);
}

JsonPath deeper(const JsonPath& path, const JsonPath& way)
{
    return {path.steps + way.steps};
}

/// A block where it would be if all of it were on the page, and what of that is.
struct SeenBlock
{
    const PaperBlock& block;
    QPointF at;
    QRectF seen;
    size_t page;
    JsonPath path;

    PaperPlace place() const { return {page, QRectF(at, block.size) & seen, path, block.title}; }
    SeenBlock child(const PaperBlock::Child& child) const
    {
        return {*child.block, at + child.at, seen, page, deeper(path, child.way)};
    }
    static SeenBlock of(const PaperPart& part, size_t page)
    {
        return {*part.block, part.at - QPointF(0, part.piece.top), part.rect(), page, part.path};
    }
};

void placesIn(const SeenBlock& here, std::vector<PaperPlace>& places, const JsonPath& path)
{
    const PaperPlace place = here.place();
    if (here.path == path && !place.rect.isEmpty())
        places.push_back(place);
    for (const PaperBlock::Child& child : here.block.children)
        placesIn(here.child(child), places, path);
}

PaperPlace innermost(const SeenBlock& here, const QPointF& point)
{
    for (const PaperBlock::Child& child : here.block.children) {
        const SeenBlock inner = here.child(child);
        if (inner.place().rect.contains(point))
            return innermost(inner, point);
    }
    return here.place();
}

} // namespace

std::vector<PaperSpan> joinedSpans(std::vector<PaperSpan> spans)
{
    std::ranges::sort(spans, {}, &PaperSpan::top);
    std::vector<PaperSpan> joined;
    for (const PaperSpan& span : spans) {
        if (!joined.empty() && span.top < joined.back().bottom - 0.01)
            joined.back().bottom = std::max(joined.back().bottom, span.bottom);
        else
            joined.push_back(span);
    }
    return joined;
}

double endOfPiece(const PaperBlock& block, double from, double room)
{
    double end = from;
    for (const PaperSpan& span : block.solid) {
        if (span.bottom > from + room + 1)
            break;
        end = std::max(end, span.bottom);
    }
    return end;
}

double startOfPiece(const PaperBlock& block, double end)
{
    for (const PaperSpan& span : block.solid) {
        if (span.top >= end - 0.01)
            return span.top;
        if (span.bottom > end)
            break;
    }
    return end;
}

void paintItems(QPainter& painter, const PaperItems& items, const PaperSpan& piece)
{
    for (const PaperItem& item : items)
        std::visit(ItemPainter{painter, piece}, item);
}

void paintPage(QPainter& painter, const Paper& paper, size_t page)
{
    const PaperPage& shown = paper.pages[page];
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter.fillRect(QRectF(QPointF(0, 0), paper.size), shown.ground);
    paintItems(painter, shown.under, {0, paper.size.height()});
    for (const PaperPart& part : shown.parts)
        paintBlock(painter, *part.block, part.at - QPointF(0, part.piece.top), part.piece);
    paintItems(painter, shown.items, {0, paper.size.height()});
}

std::optional<PaperPlace> placeAt(const Paper& paper, size_t page, const QPointF& point)
{
    if (page >= paper.pages.size())
        return std::nullopt;
    for (const PaperPart& part : paper.pages[page].parts) {
        if (part.rect().contains(point))
            return innermost(SeenBlock::of(part, page), point);
    }
    return std::nullopt;
}

std::vector<PaperPlace> placesOf(const Paper& paper, const JsonPath& path)
{
    std::vector<PaperPlace> places;
    for (size_t page = 0; page < paper.pages.size(); ++page) {
        for (const PaperPart& part : paper.pages[page].parts) {
            const bool above = part.path.steps.size() <= path.steps.size() &&
                               path.steps.first(part.path.steps.size()) == part.path.steps;
            if (above)
                placesIn(SeenBlock::of(part, page), places, path);
        }
    }
    return places;
}

} // namespace hookworks
