// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paper/paper_chart.h"
#include "ui/paper/paper_chart_data.h"
#include "ui/paper/paper_parts.h"
#include "ui/paper/part_brush.h"

#include <algorithm>
#include <cmath>

namespace hookworks {

namespace {

constexpr size_t mostSlices = 200;
constexpr int mostStages = 24;

struct RingSlice
{
    double from = 0, to = 0;
    QString label;
    QColor colour;
};

/// A slice without a start begins where the one before ended.
std::vector<RingSlice> slicesOf(const PartBrush& brush)
{
    const JsonValue* options = brush.component.find(u"options");
    const JsonValue* data = options ? options->find(u"data") : nullptr;
    const size_t count = data ? std::min(data->items.size(), mostSlices) : 0;
    const QStringList scheme = brush.theme.scheme({});
    double last = optionNumber(brush.component, u"min_val", 0);
    std::vector<RingSlice> slices;
    for (size_t i = 0; i < count; ++i) {
        const JsonValue& item = data->items[i];
        RingSlice slice;
        slice.from = drawnNumber(item.find(u"start")).value_or(last);
        slice.to = drawnNumber(item.find(u"end")).value_or(slice.from);
        slice.label = chartText(item, u"label").left(200);
        slice.colour = QColor(chartText(item, u"colour"));
        if (!slice.colour.isValid())
            slice.colour = count == 1 || scheme.isEmpty()
                               ? brush.colour("accent")
                               : QColor(scheme[static_cast<qsizetype>(i) % scheme.size()]);
        last = slice.to;
        slices.push_back(slice);
    }
    return slices;
}

void paintSlices(const PartBrush& brush, const std::vector<RingSlice>& slices, const QRectF& circle,
                 double thick)
{
    const double low = optionNumber(brush.component, u"min_val", 0);
    const double range = std::max(1e-9, optionNumber(brush.component, u"max_val", 100) - low);
    const QColor ground(brush.textOption(u"background_ring_color", u"background_ring_colour"));
    brush.items().push_back(
        PaperArc{circle, 0, 360, thick, ground.isValid() ? ground : brush.colour("background-faded")});
    for (const RingSlice& slice : slices)
        brush.items().push_back(PaperArc{circle, (slice.from - low) / range * 360,
                                         std::clamp((slice.to - slice.from) / range, -1.0, 1.0) * 360, thick,
                                         slice.colour});
}

/// What a ring says in its middle, as large as there is room for.
void paintInside(const PartBrush& brush, const QRectF& hole)
{
    const QString subtitle = optionText(brush.component, u"inside_subtitle");
    PaperText inside =
        brush.text(optionText(brush.component, u"inside_title"), 20, brush.colour("headline"), true);
    while (inside.font.size > 9 && widthOfText(inside.font, inside.text) > hole.width())
        --inside.font.size;
    inside.wraps = false;
    inside.align = Qt::AlignCenter;
    inside.rect = hole.adjusted(0, 0, 0, subtitle.isEmpty() ? 0 : -20);
    brush.items().push_back(inside);
    inside = brush.text(subtitle, 11, brush.colour("sub-headline"));
    inside.wraps = false;
    inside.align = Qt::AlignCenter;
    inside.rect = hole.adjusted(0, 26, 0, 0);
    brush.items().push_back(inside);
}

/// The slices' names below, several on a line, each line in the middle; returns where the last ends.
class RingLegend
{
public:
    explicit RingLegend(const PartBrush& brush)
        : m_brush(brush)
        , m_size(std::clamp(static_cast<int>(optionNumber(brush.component, u"font_size", 14) * 3 / 4), 8, 24))
    {
    }

    double paint(const std::vector<RingSlice>& slices, double y)
    {
        m_y = y;
        for (const RingSlice& slice : slices) {
            if (slice.label.isEmpty())
                continue;
            const double width = widthOf(slice);
            if (!m_line.empty() && m_width + apart + width > m_brush.room.width())
                endLine();
            m_width += (m_line.empty() ? 0 : apart) + width;
            m_line.push_back(&slice);
        }
        endLine();
        return m_y;
    }

private:
    static constexpr double swatch = 9, apart = 16;

    PaperText nameOf(const RingSlice& slice) const
    {
        PaperText name = m_brush.text(slice.label, m_size, m_brush.colour("paragraph"));
        name.wraps = false;
        name.align = Qt::AlignVCenter | Qt::AlignLeft;
        return name;
    }

    double widthOf(const RingSlice& slice) const
    {
        return std::min(m_brush.room.width(), swatch + 5 + widthOfText(nameOf(slice).font, slice.label) + 1);
    }

    void endLine()
    {
        if (m_line.empty())
            return;
        const double high = m_size * 1.5, top = m_brush.room.top() + m_y;
        double x = m_brush.room.left() + (m_brush.room.width() - m_width) / 2;
        for (const RingSlice* slice : m_line) {
            m_brush.items().push_back(
                PaperBox{{x, top + (high - swatch) / 2, swatch, swatch}, slice->colour, {}, 2});
            PaperText name = nameOf(*slice);
            const double width = widthOf(*slice);
            name.rect = {x + swatch + 5, top, width - swatch - 5, high};
            m_brush.items().push_back(name);
            x += width + apart;
        }
        m_line.clear();
        m_width = 0;
        m_y += high;
    }

    const PartBrush& m_brush;
    int m_size;
    double m_y = 0, m_width = 0;
    std::vector<const RingSlice*> m_line;
};

/// Of stages how many are done, else a share or per cent. The vendor does not say which: assumed.
double doneShare(double progress, size_t stages)
{
    const bool counted = progress >= 1 && progress <= double(stages) && progress == std::floor(progress);
    const double share = counted ? progress / double(stages) : progress > 1 ? progress / 100 : progress;
    return std::clamp(share, 0.0, 1.0);
}

void sparkRing(const PartBrush& brush, const QRectF& square, const QColor& ink)
{
    const double value = optionNumber(brush.component, u"value", 0);
    const double share = std::clamp(value > 1 ? value / 100 : value, 0.0, 1.0);
    const double thick =
        std::clamp(optionNumber(brush.component, u"stroke_width", 8), 1.0, square.width() / 2);
    const QRectF circle = square.adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2);
    brush.items().push_back(PaperArc{circle, 0, 360, thick, brush.colour("background-faded")});
    brush.items().push_back(PaperArc{circle, 0, share * 360, thick, ink});
}

/// The change beside the title; returns how much of the width it takes.
double sparkChange(const PartBrush& brush, const QRectF& inside, const QColor& ink)
{
    const QString sign = optionText(brush.component, u"perc_change");
    if (sign.isEmpty())
        return 0;
    const QString shown = sign == u"-" ? QStringLiteral("−") : sign;
    PaperText made =
        brush.text(shown + optionText(brush.component, u"perc_diff") + QStringLiteral(" %"), 12, ink, true);
    made.align = Qt::AlignRight | Qt::AlignTop;
    addText(brush.items(), made, inside);
    return widthOfText(made.font, made.text) + 8;
}

/// Returns how high it is, with the room above.
double sparkButton(const PartBrush& brush, const QRectF& inside, double y, const QColor& ink)
{
    const QString words = optionText(brush.component, u"button_text");
    if (words.isEmpty())
        return 0;
    PaperText made = brush.text(words, 11, ink);
    made.wraps = false;
    made.align = Qt::AlignCenter;
    made.rect = {inside.left(), inside.top() + y + 6,
                 std::min(inside.width(), widthOfText(made.font, words) + 20), 20};
    brush.items().push_back(PaperBox{made.rect, {}, ink, 4});
    brush.items().push_back(made);
    return 26;
}

} // namespace

double addRing(const PartBrush& brush)
{
    const double y = brush.title(u"chart_title", 0);
    const double side = std::min(brush.room.width(), 240.0);
    const double share = std::clamp(optionNumber(brush.component, u"chart_radius_percent", 0.9), 0.1, 1.0);
    const double radius = side / 2 * share;
    const double thick =
        radius * std::clamp(optionNumber(brush.component, u"arc_thickness_percent", 0.33), 0.02, 1.0);
    const QRectF square(brush.room.left() + (brush.room.width() - side) / 2, brush.room.top() + y, side,
                        2 * radius + 8);
    const double middle = radius - thick / 2;
    const QPointF centre = square.center();
    const std::vector<RingSlice> slices = slicesOf(brush);
    paintSlices(brush, slices, {centre.x() - middle, centre.y() - middle, 2 * middle, 2 * middle}, thick);
    const double hole = (radius - thick) * 0.86;
    paintInside(brush, {centre.x() - hole, centre.y() - hole, 2 * hole, 2 * hole});
    return brush.caption(RingLegend(brush).paint(slices, y + square.height() + marginStep));
}

double addProgress(const PartBrush& brush)
{
    constexpr double high = 10, apart = 2;
    const double y = brush.title(u"title", 0);
    const JsonValue* options = brush.component.find(u"options");
    const JsonValue* stages = options ? options->find(u"stages") : nullptr;
    const size_t count = stages ? std::min<size_t>(stages->items.size(), mostStages) : 0;
    const double share = doneShare(optionNumber(brush.component, u"progress", 0), count);
    const double lanes = double(std::max<size_t>(1, count));
    const double width = brush.room.width() / lanes;
    double end = y + high;
    for (size_t i = 0; i < std::max<size_t>(1, count); ++i) {
        const QRectF lane(brush.room.left() + width * double(i), brush.room.top() + y,
                          width - (count > 1 ? apart : 0), high);
        const double done = std::clamp(share * lanes - double(i), 0.0, 1.0);
        brush.items().push_back(PaperBox{lane, brush.colour("background-faded"), {}, 3});
        brush.items().push_back(
            PaperBox{{lane.left(), lane.top(), lane.width() * done, high}, brush.colour("accent"), {}, 3});
        const JsonValue* name = i < count ? stages->items[i].find(u"name") : nullptr;
        PaperText made = brush.text(name ? leafText(*name).left(80) : QString(), 11,
                                    brush.colour(done > 0.999 ? "paragraph" : "sub-headline"));
        made.align = Qt::AlignHCenter | Qt::AlignTop;
        end = std::max(end, y + high + 4 + addText(brush.items(), made, lane.translated(0, high + 4)));
    }
    return end + marginStep;
}

double addSpark(const PartBrush& brush, bool isRing)
{
    const double pad = 3 * marginStep;
    const double ringSide = std::clamp(optionNumber(brush.component, u"radius", 26), 8.0, 80.0) * 2;
    const QRectF& room = brush.room;
    brush.block.stretches = true;
    brush.items().push_back(PaperBox{});
    const QColor ink = brush.colourOption(u"chart_color", {}, "accent");
    const QRectF inside = room.adjusted(pad + (isRing ? ringSide + pad : 0), pad, -pad, 0);
    const double taken = sparkChange(brush, inside, ink);
    double y = addText(brush.items(),
                       brush.text(optionText(brush.component, u"title"),
                                  sizeOption(brush.component, u"title_font_size", 18),
                                  brush.colour("headline"), true),
                       inside.adjusted(0, 0, -taken, 0));
    y += addText(brush.items(),
                 brush.text(optionText(brush.component, u"subtitle"),
                            sizeOption(brush.component, u"subtitle_font_size", 11),
                            brush.colour("sub-headline")),
                 inside.translated(0, y));
    const JsonValue* options = brush.component.find(u"options");
    if (isRing) {
        sparkRing(brush, QRectF(room.left() + pad, room.top() + pad, ringSide, ringSide), ink);
    } else if (options) {
        const double height = std::clamp(optionNumber(brush.component, u"chart_height", 48), 16.0, 300.0);
        addSparkLine(brush.items(), numbersOf(options->find(u"data")),
                     {room.left() + pad, room.top() + pad + y + 6, room.width() - 2 * pad, height}, ink);
        y += height + 8;
    }
    y += sparkButton(brush, inside, y, ink);
    const double total = std::max(y, isRing ? ringSide : 0) + 2 * pad;
    brush.items().front() =
        PaperBox{{room.left(), room.top(), room.width(), total},
                 brush.colourOption(u"bg_color", {}, brush.highlighted ? "background-muted" : "background"),
                 optionFlag(brush.component, u"border", false) ? brush.colour("background-faded") : QColor(),
                 4};
    return total;
}

} // namespace hookworks
