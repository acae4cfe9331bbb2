// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paper/paper_parts.h"

#include "ui/paper/paper_chart.h"
#include "ui/paper/part_brush.h"

#include <QBuffer>
#include <QImageReader>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace hookworks {

namespace {

constexpr int mostPictureSide = 4000;
constexpr double narrowChart = 260;
constexpr qsizetype mostPictureText = 4 * 1024 * 1024;

/// Where a report does not say: what samples of the vendor leave to be read as Markdown.
bool looksLikeMarkdown(const QString& text)
{
    static const QRegularExpression marks(
        QStringLiteral(R"(^#{1,6} |^ {0,3}([-*+]|\d{1,9}\.) |\*\*\S|`[^`\n]+`|\[[^\]\n]+\]\()"),
        QRegularExpression::MultilineOption);
    return marks.match(text).hasMatch();
}

double card(const PartBrush& around)
{
    // What it lights itself up with is what surrounds it, seen from inside.
    const bool lit = optionFlag(around.component, u"highlighted", false);
    const PartBrush brush{around.block, around.component, around.room, around.theme,
                          around.highlighted || lit};
    const double pad = 3 * marginStep;
    brush.block.stretches = true;
    brush.items().push_back(PaperBox{});
    const JsonValue& component = brush.component;
    const QString icon = optionText(component, u"icon");
    const double iconSide = icon.isEmpty() ? 0 : sizeOption(component, u"icon_font_size", 16) * 1.4;
    const QRectF inside = brush.room.adjusted(pad, pad, -pad, 0);
    if (iconSide > 0)
        addIcon(brush.items(), icon, {inside.right() - iconSide, inside.top(), iconSide, iconSide},
                brush.theme, brush.highlighted);
    QString name = optionText(component, u"title");
    if (optionFlag(component, u"title_uppercase", false))
        name = name.toUpper();
    double y = addText(brush.items(),
                       brush.text(name, sizeOption(component, u"title_size", 12),
                                  brush.colourOption(u"title_color", {}, "sub-headline")),
                       inside.adjusted(0, 0, iconSide > 0 ? -iconSide - 4 : 0, 0));
    const int size = sizeOption(component, u"value_font_size", 20);
    const int unitSize = std::min(size, sizeOption(component, u"units_font_size", size * 2 / 3));
    const QColor ink = brush.colourOption(u"value_color", {}, "headline");
    PaperText value = brush.text(optionText(component, u"value"), size, ink, true);
    PaperText units = brush.text(optionText(component, u"units"), unitSize, ink, true);
    const double valueWidth = widthOfText(value.font, value.text) + size * 0.25;
    const double top = y + 2;
    const bool beside = valueWidth + widthOfText(units.font, units.text) <= inside.width();
    y = top + addText(brush.items(), value, inside.translated(0, top));
    // On the value's own line, standing on it, where there is room.
    if (beside)
        addText(brush.items(), units,
                inside.translated(valueWidth, top + (size - unitSize) * 0.95).adjusted(0, 0, -valueWidth, 0));
    else
        y += addText(brush.items(), units, inside.translated(0, y));
    const double height = std::max(y, iconSide) + 2 * pad;
    const char* ground = lit ? "highlight" : around.highlighted ? "background-muted" : "background";
    brush.items().front() = PaperBox{{brush.room.left(), brush.room.top(), brush.room.width(), height},
                                     around.colourOption(u"bg_color", u"bg_colour", ground),
                                     {},
                                     4};
    return height;
}

double words(const PartBrush& brush)
{
    const JsonValue& component = brush.component;
    const QColor ground = brush.theme.colour(brush.textOption(u"bg_color", u"bg_colour"), brush.highlighted);
    const double pad = optionNumber(component, u"inner_padding", ground.isValid() ? 2 : 0) * marginStep;
    const bool inked = !brush.textOption(u"color", u"colour").isEmpty();
    PaperText made = brush.text(optionText(component, u"text"), sizeOption(component, u"size", 13),
                                brush.colourOption(u"color", u"colour", "paragraph"));
    made.markdown = optionFlag(component, u"markdown_format", looksLikeMarkdown(made.text));
    made.headline = inked ? made.colour : brush.colour("headline");
    made.align = alignOfWord(optionText(component, u"align"));
    const QRectF inside = brush.room.adjusted(pad, pad, -pad, 0);
    const double textHeight = addText(brush.items(), made, inside);
    const double height = textHeight + 2 * pad;
    // What has a ground stays together unless it is long; a short text does anyway.
    if (textHeight > (ground.isValid() ? brush.room.height() / 3 : 4.0 * made.font.size)) {
        for (const PaperSpan& line : linesOfText(made, inside.width()))
            brush.block.solid.push_back({inside.top() + line.top, inside.top() + line.bottom});
    }
    if (ground.isValid())
        brush.items().insert(
            brush.items().begin(),
            PaperBox{{brush.room.left(), brush.room.top(), brush.room.width(), height}, ground, {}, 3});
    return height;
}

double chart(const PartBrush& brush, const QString& look)
{
    const double y = brush.title(u"chart_title", 0);
    const double ratio = std::clamp(optionNumber(brush.component, u"aspect_ratio", 1.6), 0.4, 8.0);
    const double height = std::clamp(brush.room.width() / ratio, 60.0, brush.highestOnPage());
    const JsonValue* options = brush.component.find(u"options");
    const JsonValue none = JsonValue::object();
    addChart(brush.items(), look, options ? *options : none,
             {brush.room.left(), brush.room.top() + y, brush.room.width(), height}, brush.theme,
             brush.highlighted,
             sizeOption(brush.component, u"font_size", brush.room.width() < narrowChart ? 10 : 12));
    return brush.caption(y + height);
}

QImage imageInside(const JsonValue& component)
{
    const QString text64 = optionText(component, u"base64");
    const JsonValue* options = component.find(u"options");
    const JsonValue* whole = options ? options->find(u"base64") : nullptr;
    if (text64.isEmpty() || !whole || whole->text.size() > mostPictureText)
        return {};
    QByteArray bytes = QByteArray::fromBase64(whole->text.toLatin1());
    QBuffer buffer(&bytes);
    QImageReader reader(&buffer);
    const QSize size = reader.size();
    if (!size.isValid() || size.width() > mostPictureSide || size.height() > mostPictureSide)
        return {};
    return reader.read();
}

/// As the vendor has it: a line under a caption, or a ground behind it instead. Returns where that ends.
double underCaption(const PartBrush& brush, double top, double bottom)
{
    if (bottom <= top)
        return bottom;
    const QRectF& room = brush.room;
    const double end = bottom + marginStep;
    const QColor ground = brush.theme.colour(brush.textOption(u"bg_color", u"bg_colour"), brush.highlighted);
    if (ground.isValid()) {
        brush.items().insert(
            brush.items().begin(),
            PaperBox{{room.left(), room.top() + top, room.width(), end - top}, ground, {}, 0});
        return end;
    }
    if (!optionFlag(brush.component, u"enable_border", true))
        return bottom;
    const double y = room.top() + end;
    brush.items().push_back(
        PaperShape{QPolygonF(QList<QPointF>{{room.left(), y}, {room.right(), y}}),
                   brush.colourOption(u"border_color", u"border_colour", "background-faded"),
                   2,
                   {},
                   false});
    return end + 1;
}

/// A picture that is in the document; of others their place.
double picture(const PartBrush& brush)
{
    const QImage image = imageInside(brush.component);
    double height = 140;
    const QRectF& room = brush.room;
    if (!image.isNull()) {
        const double scale = room.width() / image.width();
        height = std::min(brush.highestOnPage(), image.height() * scale);
        const double width = image.width() * height / image.height();
        brush.items().push_back(
            PaperPicture{{room.left() + (room.width() - width) / 2, room.top(), width, height}, image});
    } else {
        addPicturePlace(brush.items(), optionText(brush.component, u"image_url"),
                        {room.left(), room.top(), room.width(), height}, brush.theme, brush.highlighted);
    }
    return underCaption(brush, height, brush.caption(height));
}

double unknown(const PartBrush& brush)
{
    const JsonValue* name = brush.component.find(u"type");
    const QRectF frame(brush.room.left() + 0.5, brush.room.top() + 0.5, brush.room.width() - 1, 31);
    brush.items().push_back(PaperShape{QPolygonF(frame), brush.colour("sub-headline"), 1, {}, true});
    PaperText made =
        brush.text(name ? leafText(*name).left(60) : QString(), 11, brush.colour("sub-headline"));
    made.wraps = false;
    made.align = Qt::AlignCenter;
    made.rect = frame;
    brush.items().push_back(made);
    return 32;
}

} // namespace

double addPart(PaperBlock& block, const QString& look, const JsonValue& component, const QRectF& room,
               const PaperTheme& theme, bool highlighted)
{
    const PartBrush brush{block, component, room, theme, highlighted};
    if (look == u"card")
        return card(brush);
    if (look == u"text")
        return words(brush);
    if (look == u"table" || look == u"data-table")
        return addTable(brush);
    if (look == u"image")
        return picture(brush);
    if (look == u"ring")
        return addRing(brush);
    if (look == u"progress")
        return addProgress(brush);
    if (look == u"spark-line" || look == u"spark-ring")
        return addSpark(brush, look == u"spark-ring");
    if (look == u"space")
        return std::clamp(optionNumber(component, u"space", 1), 0.0, 64.0) * 4 * marginStep;
    if (look == u"break")
        return 0;
    return look.isEmpty() ? unknown(brush) : chart(brush, look);
}

void addIcon(PaperItems& items, const QString& name, const QRectF& square, const PaperTheme& theme,
             bool highlighted)
{
    QColor ground = theme.colour(QStringLiteral("accent"), highlighted);
    ground.setAlphaF(0.16F);
    items.push_back(PaperBox{square, ground, {}, square.width() * 0.25});
    PaperText letter;
    letter.text = name.left(1).toUpper();
    letter.font = {theme.headings, static_cast<int>(square.width() * 0.55), true};
    letter.colour = theme.colour(QStringLiteral("accent"), highlighted);
    letter.align = Qt::AlignCenter;
    letter.rect = square;
    items.push_back(letter);
}

void addPicturePlace(PaperItems& items, const QString& address, const QRectF& frame, const PaperTheme& theme,
                     bool highlighted)
{
    const QColor ink = theme.colour(QStringLiteral("sub-headline"), highlighted);
    items.push_back(PaperBox{frame, theme.colour(QStringLiteral("background-faded"), highlighted), {}, 3});
    const double unit = std::min(26.0, frame.height() / 5);
    const QPointF middle = frame.center() - QPointF(0, unit * 0.3);
    items.push_back(PaperShape{
        QPolygonF{{middle + QPointF(-unit, unit * 0.54), middle + QPointF(-unit * 0.3, -unit * 0.4),
                   middle + QPointF(unit * 0.15, unit * 0.23), middle + QPointF(unit * 0.46, -unit * 0.08),
                   middle + QPointF(unit, unit * 0.54)}},
        ink,
        1.5,
        {},
        false});
    PaperText name;
    name.text = QUrl(address).fileName();
    name.font = {theme.paragraphs, 10, false};
    name.colour = ink;
    name.align = Qt::AlignHCenter | Qt::AlignBottom;
    name.rect = frame.adjusted(6, 2, -6, -2);
    items.push_back(name);
}

double addText(PaperItems& items, PaperText text, const QRectF& room)
{
    if (text.text.isEmpty())
        return 0;
    text.wraps = true;
    const double height = heightOfText(text, room.width());
    text.rect = {room.left(), room.top(), room.width(), height};
    items.push_back(text);
    return height;
}

Qt::Alignment alignOfWord(const QString& word)
{
    return Qt::AlignTop | (word == u"right"           ? Qt::AlignRight
                           : word.startsWith(u"cent") ? Qt::AlignHCenter
                                                      : Qt::AlignLeft);
}

} // namespace hookworks
