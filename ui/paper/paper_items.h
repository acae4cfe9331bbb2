// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/path.h"
#include "ui/paper/paper_text.h"

#include <QColor>
#include <QImage>
#include <QPolygonF>
#include <QRectF>
#include <QString>

#include <memory>
#include <variant>
#include <vector>

class QPainter;

namespace hookworks {

// What a page is made of, in its own units: 96 to the inch.

struct PaperBox
{
    QRectF rect;
    QColor fill;   ///< invalid: none
    QColor border; ///< invalid: none
    double radius = 0;
    bool operator==(const PaperBox&) const = default;
};

/// An open line or a closed, filled shape.
struct PaperShape
{
    QPolygonF points;
    QColor stroke; ///< invalid: none
    double width = 1;
    QColor fill; ///< invalid: open
    bool dashed = false;
    bool operator==(const PaperShape&) const = default;
};

/// A part of a ring, in degrees clockwise from the top.
struct PaperArc
{
    QRectF rect; ///< of its middle line
    double start = 0, span = 0;
    double thickness = 1;
    QColor colour;
    bool operator==(const PaperArc&) const = default;
};

struct PaperPicture
{
    QRectF rect;
    QImage image;
    bool operator==(const PaperPicture&) const = default;
};

using PaperItem = std::variant<PaperBox, PaperShape, PaperArc, PaperText, PaperPicture>;
using PaperItems = std::vector<PaperItem>;

/// A component, laid out at the origin; what stands in it has its place in it.
struct PaperBlock
{
    struct Child
    {
        QPointF at;
        JsonPath way; ///< from this component
        std::shared_ptr<const PaperBlock> block;
    };

    QSizeF size;
    QString title; ///< of the component's type
    PaperItems items;
    std::vector<Child> children;
    /// What a page's end may not go through, from the top down and apart from each other; none: all of it.
    std::vector<PaperSpan> solid;
    bool stretches = false; ///< its first item is a ground that goes on to the foot of its line
    PaperSpan head; ///< what stands on top of each page that the block goes on to, as a table's headings
};

/// So that they are in order and apart: those that overlap become one.
std::vector<PaperSpan> joinedSpans(std::vector<PaperSpan> spans);
/// How far a block may go from there within so much room; `from` where not even what comes first fits.
double endOfPiece(const PaperBlock& block, double from, double room);
/// Where its next piece begins.
double startOfPiece(const PaperBlock& block, double end);

/// A component in its place on a page, or the piece of it that the page has room for.
struct PaperPart
{
    QPointF at; ///< of the piece
    JsonPath path;
    std::shared_ptr<const PaperBlock> block;
    PaperSpan piece; ///< of the block
    QRectF rect() const { return {at, QSizeF(block->size.width(), piece.bottom - piece.top)}; }
};

struct PaperPage
{
    QColor ground;
    PaperItems under; ///< below the components: the picture that fills a cover
    PaperItems items; ///< that no component makes: title, footer, page number
    std::vector<PaperPart> parts;
};

struct Paper
{
    QSizeF size;
    std::vector<PaperPage> pages;
};

/// Those of them that are in the piece.
void paintItems(QPainter& painter, const PaperItems& items, const PaperSpan& piece);
void paintPage(QPainter& painter, const Paper& paper, size_t page);

/// A component's place: the innermost one there, or that of a path.
struct PaperPlace
{
    size_t page = 0;
    QRectF rect;
    JsonPath path;
    QString title;
};
std::optional<PaperPlace> placeAt(const Paper& paper, size_t page, const QPointF& point);
/// All places of that component: a section that goes over a page has several.
std::vector<PaperPlace> placesOf(const Paper& paper, const JsonPath& path);

} // namespace hookworks
