// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/path.h"

#include <QColor>
#include <QFont>
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

struct PaperFont
{
    QString family;
    int size = 13; ///< in units
    bool bold = false;
    bool operator==(const PaperFont&) const = default;
    QFont toFont() const;
};

struct PaperText
{
    QRectF rect;
    QString text;
    PaperFont font;
    QColor colour;
    Qt::Alignment align = Qt::AlignLeft | Qt::AlignTop;
    bool wraps = false; ///< else it is cut at the rectangle's end
    bool markdown = false;
    QColor headline;     ///< of Markdown's headings
    bool turned = false; ///< reads upwards
    bool operator==(const PaperText&) const = default;
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
};

/// A component in its place on a page.
struct PaperPart
{
    QPointF at;
    JsonPath path;
    std::shared_ptr<const PaperBlock> block;
};

struct PaperPage
{
    QColor ground;
    PaperItems items; ///< that no component makes: title, footer, page number
    std::vector<PaperPart> parts;
};

struct Paper
{
    QSizeF size;
    std::vector<PaperPage> pages;
};

/// How high a text is when it is wrapped at that width.
double heightOfText(const PaperText& text, double width);
void paintItems(QPainter& painter, const PaperItems& items);
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
