// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paper/paper_parts.h"

#include "ui/paper/paper_blocks.h"
#include "ui/paper/paper_chart.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImageReader>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace hookworks {

namespace {

constexpr int mostPictureSide = 4000;
constexpr qsizetype mostPictureText = 4 * 1024 * 1024;

QString variable(const char* name)
{
    return QString::fromLatin1(name);
}

QColor colourOption(const JsonValue& component, const PaperTheme& theme, QStringView key, QStringView other,
                    const QString& otherwise, bool highlighted)
{
    QString word = optionText(component, key);
    if (word.isEmpty() && !other.isEmpty())
        word = optionText(component, other);
    const QColor colour = theme.colour(word, highlighted);
    return colour.isValid() ? colour : theme.colour(otherwise, highlighted);
}

int sizeOption(const JsonValue& component, QStringView key, int otherwise)
{
    const QString word = optionText(component, key);
    const int pixels = word.toInt();
    return pixels > 0 ? std::clamp(pixels * 3 / 4, 6, 60) : word.isEmpty() ? otherwise : sizeOfWord(word);
}

/// Where a report does not say: what samples of the vendor leave to be read as Markdown.
bool looksLikeMarkdown(const QString& text)
{
    static const QRegularExpression marks(
        QStringLiteral(R"(^#{1,6} |^ {0,3}([-*+]|\d{1,9}\.) |\*\*\S|`[^`\n]+`|\[[^\]\n]+\]\()"),
        QRegularExpression::MultilineOption);
    return marks.match(text).hasMatch();
}

struct PartMaker
{
    PaperItems& items;
    const JsonValue& component;
    const QRectF room;
    const PaperTheme& theme;
    const bool highlighted;

    QColor colour(const char* name) const { return theme.colour(variable(name), highlighted); }

    PaperText text(const QString& words, int size, const QColor& ink, bool bold = false) const
    {
        PaperText made;
        made.text = words;
        made.font = {bold ? theme.headings : theme.paragraphs, size, bold};
        made.colour = ink;
        made.wraps = true;
        return made;
    }

    double title(QStringView key, double y) const
    {
        const QString words = optionText(component, key);
        if (words.isEmpty())
            return y;
        return y + addText(items, text(words, 13, colour("headline"), true), room.translated(0, y)) +
               marginStep;
    }

    double caption(double y) const
    {
        const QString words = optionText(component, u"caption");
        if (words.isEmpty())
            return y;
        PaperText made = text(words, sizeOption(component, u"text_size", 11), colour("sub-headline"));
        made.align = Qt::AlignHCenter | Qt::AlignTop;
        return y + marginStep + addText(items, made, room.translated(0, y + marginStep));
    }

    double card() const
    {
        const bool lit = highlighted || optionFlag(component, u"highlighted", false);
        const double pad = 3 * marginStep;
        const size_t ground = items.size();
        items.push_back(PaperBox{});
        const auto ink = [&](QStringView key, const char* otherwise) {
            return colourOption(component, theme, key, {}, variable(otherwise), lit);
        };
        QString name = optionText(component, u"title");
        if (optionFlag(component, u"title_uppercase", false))
            name = name.toUpper();
        const QRectF inside = room.adjusted(pad, pad, -pad, 0);
        double y = addText(
            items, text(name, sizeOption(component, u"title_size", 12), ink(u"title_color", "sub-headline")),
            inside);
        QString value = optionText(component, u"value");
        const QString units = optionText(component, u"units");
        if (!units.isEmpty())
            value += u' ' + units;
        y += 2 + addText(items,
                         text(value, sizeOption(component, u"value_font_size", 20),
                              ink(u"value_color", "headline"), true),
                         inside.translated(0, y + 2));
        const double height = y + 2 * pad;
        items[ground] = PaperBox{{room.left(), room.top(), room.width(), height},
                                 colourOption(component, theme, u"bg_color", u"bg_colour",
                                              variable(lit ? "highlight" : "background"), false),
                                 {},
                                 4};
        return height;
    }

    double words() const
    {
        const QColor ground = theme.colour(optionText(component, optionText(component, u"bg_color").isEmpty()
                                                                     ? QStringView(u"bg_colour")
                                                                     : QStringView(u"bg_color")),
                                           highlighted);
        const double pad = optionNumber(component, u"inner_padding", ground.isValid() ? 2 : 0) * marginStep;
        PaperText made =
            text(optionText(component, u"text"), sizeOption(component, u"size", 13),
                 colourOption(component, theme, u"color", u"colour", variable("paragraph"), highlighted));
        made.markdown = optionFlag(component, u"markdown_format", looksLikeMarkdown(made.text));
        made.headline =
            optionText(component, u"color").isEmpty() && optionText(component, u"colour").isEmpty()
                ? colour("headline")
                : made.colour;
        made.align = alignOfWord(optionText(component, u"align"));
        const size_t at = items.size();
        const double height = addText(items, made, room.adjusted(pad, pad, -pad, 0)) + 2 * pad;
        if (ground.isValid())
            items.insert(items.begin() + static_cast<qsizetype>(at),
                         PaperBox{{room.left(), room.top(), room.width(), height}, ground, {}, 3});
        return height;
    }

    /// With room for a heading and what is written above and below.
    double highestOnPage() const { return std::max(60.0, room.height() * 0.84); }

    double chart(const QString& look) const
    {
        double y = title(u"chart_title", 0);
        const double ratio = std::clamp(optionNumber(component, u"aspect_ratio", 1.6), 0.4, 8.0);
        const double height = std::clamp(room.width() / ratio, 60.0, highestOnPage());
        const JsonValue* options = component.find(u"options");
        const JsonValue none = JsonValue::object();
        addChart(items, look, options ? *options : none, {room.left(), room.top() + y, room.width(), height},
                 theme, sizeOption(component, u"font_size", 12));
        return caption(y + height);
    }

    double ring() const
    {
        double y = title(u"chart_title", 0);
        const double side = std::min(room.width(), 240.0);
        const QRectF square(room.left() + (room.width() - side) / 2, room.top() + y, side, side);
        const double radius =
            side / 2 * std::clamp(optionNumber(component, u"chart_radius_percent", 0.9), 0.1, 1.0);
        const double thick =
            radius * std::clamp(optionNumber(component, u"arc_thickness_percent", 0.33), 0.02, 1.0);
        const double middle = radius - thick / 2;
        const QRectF circle(square.center().x() - middle, square.center().y() - middle, 2 * middle,
                            2 * middle);
        QString back = optionText(component, u"background_ring_color");
        if (back.isEmpty())
            back = optionText(component, u"background_ring_colour");
        const QColor ground(back);
        items.push_back(PaperArc{circle, 0, 360, thick, ground.isValid() ? ground : QColor(240, 240, 240)});
        ringParts(circle, thick);
        PaperText inside = text(optionText(component, u"inside_title"), 20, colour("headline"), true);
        inside.align = Qt::AlignCenter;
        inside.rect =
            square.adjusted(thick, 0, -thick, optionText(component, u"inside_subtitle").isEmpty() ? 0 : -20);
        items.push_back(inside);
        inside = text(optionText(component, u"inside_subtitle"), 11, colour("sub-headline"));
        inside.align = Qt::AlignCenter;
        inside.rect = square.adjusted(thick, 26, -thick, 0);
        items.push_back(inside);
        return caption(y + side);
    }

    void ringParts(const QRectF& circle, double thick) const
    {
        const JsonValue* options = component.find(u"options");
        const JsonValue* data = options ? options->find(u"data") : nullptr;
        const double low = optionNumber(component, u"min_val", 0);
        const double range = std::max(1e-9, optionNumber(component, u"max_val", 100) - low);
        const QStringList scheme = theme.scheme({});
        double last = low;
        for (size_t i = 0; data && i < std::min<size_t>(data->items.size(), 200); ++i) {
            const JsonValue* start = data->items[i].find(u"start");
            const JsonValue* end = data->items[i].find(u"end");
            const JsonValue* own = data->items[i].find(u"colour");
            const double from =
                std::clamp(start && start->isNumber() ? start->text.toDouble() : last, -1e9, 1e9);
            const double to = std::clamp(end && end->isNumber() ? end->text.toDouble() : from, -1e9, 1e9);
            QColor ink = own && own->isString() ? QColor(own->text) : QColor();
            if (!ink.isValid())
                ink = i == 0 ? colour("accent")
                             : QColor(scheme.value(static_cast<qsizetype>(i) % scheme.size()));
            items.push_back(
                PaperArc{circle, (from - low) / range * 360, (to - from) / range * 360, thick, ink});
            last = to;
        }
    }

    double progress() const
    {
        const double y = title(u"title", 0);
        double share = optionNumber(component, u"progress", 0);
        const JsonValue* options = component.find(u"options");
        const JsonValue* stages = options ? options->find(u"stages") : nullptr;
        const size_t count = stages ? std::min<size_t>(stages->items.size(), 24) : 0;
        share = std::clamp(share > 1 ? share / 100 : share, 0.0, 1.0);
        const QRectF bar(room.left(), room.top() + y, room.width(), 10);
        items.push_back(PaperBox{bar, colour("background-faded"), {}, 5});
        items.push_back(PaperBox{{bar.left(), bar.top(), bar.width() * share, 10}, colour("accent"), {}, 5});
        for (size_t i = 0; i < count; ++i) {
            const JsonValue* name = stages->items[i].find(u"name");
            PaperText made = text(name ? leafText(*name).left(80) : QString(), 10, colour("sub-headline"));
            const double width = room.width() / double(count);
            made.wraps = false;
            made.align = Qt::AlignHCenter | Qt::AlignTop;
            made.rect = {room.left() + width * double(i), bar.bottom() + 4, width, 16};
            items.push_back(made);
        }
        return y + (count > 0 ? 32 : 14);
    }

    double spark(bool isRing) const
    {
        const double pad = 3 * marginStep;
        const size_t ground = items.size();
        items.push_back(PaperBox{});
        const QColor ink =
            colourOption(component, theme, u"chart_color", {}, variable("accent"), highlighted);
        const double height =
            isRing ? 84 : std::clamp(optionNumber(component, u"chart_height", 48), 20.0, 300.0) + 56;
        const double ringRoom = isRing ? 64 : 0;
        const QRectF inside = room.adjusted(pad + ringRoom, pad, -pad, 0);
        double y = addText(items,
                           text(optionText(component, u"title"),
                                sizeOption(component, u"title_font_size", 18), colour("headline"), true),
                           inside);
        y += addText(items,
                     text(optionText(component, u"subtitle"),
                          sizeOption(component, u"subtitle_font_size", 11), colour("sub-headline")),
                     inside.translated(0, y));
        const QString sign = optionText(component, u"perc_change");
        if (!sign.isEmpty()) {
            PaperText made =
                text(sign + optionText(component, u"perc_diff") + QStringLiteral(" %"), 12, ink, true);
            made.align = Qt::AlignRight | Qt::AlignTop;
            addText(items, made, inside);
        }
        if (isRing)
            sparkRing(QRectF(room.left() + pad, room.top() + pad, 52, 52), ink);
        else if (const JsonValue* options = component.find(u"options"))
            addSparkLine(items, numbersOf(options->find(u"data")),
                         {room.left() + pad, room.top() + pad + y + 6, room.width() - 2 * pad,
                          std::max(16.0, height - y - 2 * pad - 6)},
                         ink);
        const double total = std::max(height, y + 2 * pad);
        items[ground] =
            PaperBox{{room.left(), room.top(), room.width(), total},
                     colourOption(component, theme, u"bg_color", {}, variable("background"), false),
                     optionFlag(component, u"border", false) ? colour("background-faded") : QColor(),
                     4};
        return total;
    }

    void sparkRing(const QRectF& square, const QColor& ink) const
    {
        const double value = optionNumber(component, u"value", 0);
        const double share = std::clamp(value > 1 ? value / 100 : value, 0.0, 1.0);
        items.push_back(PaperArc{square.adjusted(4, 4, -4, -4), 0, 360, 8, colour("background-faded")});
        items.push_back(PaperArc{square.adjusted(4, 4, -4, -4), 0, share * 360, 8, ink});
    }

    /// A picture that is in the document; of others their place.
    double picture() const
    {
        const QImage image = imageInside();
        double height = 140;
        if (!image.isNull()) {
            const double scale = std::min(1.0, room.width() / image.width());
            height = std::min(highestOnPage(), image.height() * scale);
            const double width = image.width() * height / image.height();
            items.push_back(
                PaperPicture{{room.left() + (room.width() - width) / 2, room.top(), width, height}, image});
        } else {
            const QRectF frame(room.left(), room.top(), room.width(), height);
            items.push_back(PaperBox{frame, colour("background-faded"), {}, 3});
            const QColor ink = colour("sub-headline");
            items.push_back(
                PaperShape{QPolygonF{{frame.center() + QPointF(-26, 14), frame.center() + QPointF(-8, -10),
                                      frame.center() + QPointF(4, 6), frame.center() + QPointF(12, -2),
                                      frame.center() + QPointF(26, 14)}},
                           ink,
                           1.5,
                           {},
                           false});
            PaperText made = text(QUrl(optionText(component, u"image_url")).fileName(), 10, ink);
            made.wraps = false;
            made.align = Qt::AlignHCenter | Qt::AlignBottom;
            made.rect = frame.adjusted(6, 6, -6, -6);
            items.push_back(made);
        }
        return caption(height);
    }

    QImage imageInside() const
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

    double unknown(const QString& name) const
    {
        items.push_back(
            PaperShape{QPolygonF(QRectF(room.left() + 0.5, room.top() + 0.5, room.width() - 1, 31)),
                       colour("sub-headline"),
                       1,
                       {},
                       true});
        PaperText made = text(name, 11, colour("sub-headline"));
        made.wraps = false;
        made.align = Qt::AlignCenter;
        made.rect = {room.left(), room.top(), room.width(), 32};
        items.push_back(made);
        return 32;
    }
};

} // namespace

double addPart(PaperItems& items, const QString& look, const JsonValue& component, const QRectF& room,
               const PaperTheme& theme, bool highlighted)
{
    const PartMaker maker{items, component, room, theme, highlighted};
    if (look == u"card")
        return maker.card();
    if (look == u"text")
        return maker.words();
    if (look == u"table" || look == u"data-table")
        return addTable(items, component, room, theme);
    if (look == u"image")
        return maker.picture();
    if (look == u"ring")
        return maker.ring();
    if (look == u"progress")
        return maker.progress();
    if (look == u"spark-line" || look == u"spark-ring")
        return maker.spark(look == u"spark-ring");
    if (look == u"space")
        return std::clamp(optionNumber(component, u"space", 1), 0.0, 64.0) * 4 * marginStep;
    if (look == u"break")
        return 0;
    if (look.isEmpty()) {
        const JsonValue* name = component.find(u"type");
        return maker.unknown(name ? leafText(*name).left(60) : QString());
    }
    return maker.chart(look);
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
