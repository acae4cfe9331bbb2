// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paper/paper_layout.h"

#include "ui/paper/paper_parts.h"

#include <QCoreApplication>

#include <algorithm>

namespace hookworks {

namespace {

constexpr QSizeF a4(794, 1123);
constexpr double margin = 48;
constexpr double footerHeight = 24;
constexpr size_t mostPages = 500;
constexpr double logoWidth = 110, logoHeight = 40;

double headHeight(const PaperBlock& block)
{
    return block.head.bottom - block.head.top;
}

QString textOfMember(const JsonValue& object, QStringView part, QStringView key)
{
    const JsonValue* inner = object.find(part);
    const JsonValue* value = inner ? inner->find(key) : nullptr;
    return value && value->isString() ? value->text.left(2000) : QString();
}

bool flagOfMember(const JsonValue& object, QStringView part, QStringView key, bool otherwise = false)
{
    const JsonValue* inner = object.find(part);
    const JsonValue* value = inner ? inner->find(key) : nullptr;
    return value && value->isBool() ? value->flag : otherwise;
}

double numberOfMember(const JsonValue& object, QStringView part, QStringView key, double otherwise)
{
    const JsonValue* inner = object.find(part);
    const JsonValue* value = inner ? inner->find(key) : nullptr;
    return value && value->isNumber() ? std::clamp(value->text.toDouble(), 0.0, 64.0) : otherwise;
}

} // namespace

Paper PaperLayout::layOut(const JsonValue& document, const QByteArray& text)
{
    m_paper = {flagOfMember(document, u"config", u"landscape") ? a4.transposed() : a4, {}};
    const double sides =
        numberOfMember(document, u"options", u"horizontal_margin", margin / marginStep) * marginStep;
    const double above =
        numberOfMember(document, u"options", u"vertical_margin", margin / marginStep) * marginStep;
    m_area = QRectF(sides, above, m_paper.size.width() - 2 * sides,
                    m_paper.size.height() - 2 * above - footerHeight);
    m_blocks.begin(text, paperTheme(m_profile, document), m_area.height());
    const JsonValue* cover = document.find(u"cover_page");
    const bool hasCover = cover && cover->isObject();
    if (hasCover)
        addCover(*cover);
    newPage();
    addTitle(document);
    const JsonValue* list = document.find(u"components");
    for (size_t i = 0; list && i < list->items.size() && m_paper.pages.size() < mostPages; ++i)
        addFlow(list->items[i],
                JsonPath().child(QStringLiteral("components")).child(static_cast<qsizetype>(i)), m_area, 0);
    addFooters(document, hasCover);
    m_blocks.end();
    return std::exchange(m_paper, {});
}

void PaperLayout::newPage()
{
    PaperPage page;
    page.ground = m_blocks.theme().colour(QStringLiteral("background-default"));
    if (!page.ground.isValid())
        page.ground = Qt::white;
    m_paper.pages.push_back(page);
    m_y = m_area.top();
}

void PaperLayout::addCover(const JsonValue& cover)
{
    newPage();
    PaperPage& page = m_paper.pages.back();
    const QColor ground = m_blocks.theme().colour(textOfMember(cover, u"options", u"bg_color"));
    page.ground = ground.isValid() ? ground : page.ground;
    const JsonValue* options = cover.find(u"options");
    const JsonValue* list = options ? options->find(u"components") : nullptr;
    // Its own margins, else the page's.
    const double sides = optionNumber(cover, u"horizontal_margin", m_area.left() / marginStep) * marginStep;
    const double above = optionNumber(cover, u"vertical_margin", m_area.top() / marginStep) * marginStep;
    const QRectF area = QRectF(QPointF(0, 0), m_paper.size)
                            .adjusted(std::clamp(sides, 0.0, 256.0), std::clamp(above, 0.0, 256.0),
                                      -std::clamp(sides, 0.0, 256.0), -std::clamp(above, 0.0, 256.0));
    const QString picture = textOfMember(cover, u"options", u"bg_image");
    if (!picture.isEmpty())
        addPicturePlace(page.under, picture, QRectF(QPointF(0, 0), m_paper.size), m_blocks.theme(), true);
    double y = area.top();
    const JsonPath way = JsonPath()
                             .child(QStringLiteral("cover_page"))
                             .child(QStringLiteral("options"))
                             .child(QStringLiteral("components"));
    for (size_t i = 0; list && i < list->items.size(); ++i) {
        const PaperBlocks::Block block = m_blocks.block(list->items[i], area.width(), false);
        page.parts.push_back(
            {{area.left(), y}, way.child(static_cast<qsizetype>(i)), block, {0, block->size.height()}});
        y += block->size.height();
    }
    const QString align = textOfMember(cover, u"options", u"align");
    const double slack = std::max(0.0, area.bottom() - y);
    const double by = align == u"end" ? slack : align == u"center" ? slack / 2 : 0;
    for (PaperPart& part : page.parts)
        part.at.ry() += by;
}

void PaperLayout::addTitle(const JsonValue& document)
{
    if (!flagOfMember(document, u"options", u"enable_header", true) ||
        !flagOfMember(document, u"config", u"enable_header", true))
        return;
    const PaperTheme& theme = m_blocks.theme();
    PaperItems& items = m_paper.pages.back().items;
    const double aside = addTitleAside(document);
    const QRectF room = m_area.adjusted(0, 0, aside > 0 ? -aside - 4 * marginStep : 0, 0);
    PaperText text;
    text.text = textOfMember(document, u"options", u"report_title");
    text.font = {theme.headings, 24, true};
    text.colour = theme.colour(QStringLiteral("headline"));
    m_y += addText(items, text, room);
    text.text = textOfMember(document, u"options", u"report_byline");
    text.font = {theme.paragraphs, 12, false};
    text.colour = theme.colour(QStringLiteral("sub-headline"));
    m_y += addText(items, text, room.translated(0, m_y - m_area.top()));
    if (!textOfMember(document, u"options", u"logo_url").isEmpty())
        m_y = std::max(m_y, m_area.top() + logoHeight + 5 * marginStep);
    if (m_y > m_area.top())
        m_y += 4 * marginStep;
}

/// The logo, and the version below it; returns how wide they are.
double PaperLayout::addTitleAside(const JsonValue& document)
{
    const PaperTheme& theme = m_blocks.theme();
    PaperItems& items = m_paper.pages.back().items;
    const QString logo = textOfMember(document, u"options", u"logo_url");
    double y = m_area.top(), width = 0;
    if (!logo.isEmpty()) {
        addPicturePlace(items, logo, {m_area.right() - logoWidth, y, logoWidth, logoHeight}, theme, false);
        y += logoHeight + marginStep;
        width = logoWidth;
    }
    PaperText text;
    text.text = textOfMember(document, u"options", u"version_number");
    text.font = {theme.paragraphs, 12, false};
    text.colour = theme.colour(QStringLiteral("sub-headline"));
    text.align = Qt::AlignRight | Qt::AlignTop;
    if (text.text.isEmpty())
        return width;
    width = std::max(width, std::min(m_area.width() / 3, widthOfText(text.font, text.text) + 1));
    addText(items, text, QRectF(m_area.right() - width, y, width, 0));
    return width;
}

/// On this page as far as there is room, the rest on the next ones, each below the block's head.
void PaperLayout::place(const JsonPath& path, const PaperBlocks::Block& block, double x)
{
    double from = 0;
    const double height = block->size.height();
    while (height - from > m_area.bottom() - m_y + 1 && m_paper.pages.size() < mostPages) {
        const double room = m_area.bottom() - m_y;
        double end = endOfPiece(*block, from, room);
        const bool isFresh =
            m_y <= m_area.top() + 1 || (from > 0 && m_y <= m_area.top() + headHeight(*block) + 1);
        if (end <= from && isFresh) // higher than a page
            end = from + room;
        if (end > from) {
            m_paper.pages.back().parts.push_back({{x, m_y}, path, block, {from, end}});
            from = startOfPiece(*block, end);
        }
        newPage();
        if (from > block->head.bottom && headHeight(*block) > 0) {
            m_paper.pages.back().parts.push_back({{x, m_y}, path, block, block->head});
            m_y += headHeight(*block);
        }
    }
    m_paper.pages.back().parts.push_back({{x, m_y}, path, block, {from, height}});
    m_y += height - from;
}

/// How much of a component has to be on the page of the heading above it.
double PaperLayout::firstPiece(const JsonValue& component, double width, int depth)
{
    const PaperBlocks::Block block = m_blocks.block(component, width, false, depth);
    return block->solid.empty() ? 0 : block->solid.front().bottom;
}

/// A section whose children stand one below the other goes over pages; everything else stays together.
void PaperLayout::addFlow(const JsonValue& component, const JsonPath& path, const QRectF& room, int depth)
{
    const ComponentType* type = m_blocks.typeOf(component);
    if (type && type->look == u"break") {
        if (m_y > m_area.top() + 1)
            newPage();
        return;
    }
    const bool stacked = type && type->look == u"section" && optionNumber(component, u"columns", 0) == 1 &&
                         !optionFlag(component, u"highlighted", false) && depth < mostNested;
    const bool section = type && type->look == u"section";
    if (section && m_y > m_area.top() + 1)
        m_y += 2 * marginStep;
    if (!stacked) {
        place(path, m_blocks.block(component, room.width(), false, depth), room.left());
        m_y += section ? 2 * marginStep : 0;
        return;
    }
    const QSizeF margins = marginsOf(component, type);
    const QRectF inside = room.adjusted(margins.width(), 0, -margins.width(), 0);
    m_y += margins.height();
    const JsonValue* list = component.find(u"components");
    const PaperBlocks::Block title = m_blocks.sectionTitle(component, inside.width(), false);
    // A heading does not stay behind alone at the foot of a page.
    double next = title->size.height();
    if (list && !list->items.empty())
        next += std::min(m_area.height() / 2, firstPiece(list->items.front(), inside.width(), depth + 1));
    if (m_y > m_area.top() + 1 && m_y + next > m_area.bottom() && m_paper.pages.size() < mostPages)
        newPage();
    place(path, title, inside.left());
    const JsonPath way = path.child(QStringLiteral("components"));
    for (size_t i = 0; list && i < list->items.size() && m_paper.pages.size() < mostPages; ++i)
        addFlow(list->items[i], way.child(static_cast<qsizetype>(i)), inside, depth + 1);
    m_y += margins.height() + 2 * marginStep;
}

void PaperLayout::addFooters(const JsonValue& document, bool hasCover)
{
    const PaperTheme& theme = m_blocks.theme();
    const bool numbered = flagOfMember(document, u"config", u"enable_pagination");
    const size_t first = hasCover ? 1 : 0;
    const size_t count = m_paper.pages.size() - first;
    for (size_t i = first; i < m_paper.pages.size(); ++i) {
        PaperText text;
        text.text = textOfMember(document, u"options", u"footer_text");
        text.font = {theme.paragraphs, 10, false};
        text.colour = theme.colour(QStringLiteral("sub-headline"));
        const QRectF foot(m_area.left(), m_area.bottom() + 10, m_area.width(), footerHeight);
        addText(m_paper.pages[i].items, text, foot);
        text.text = numbered
                        ? QCoreApplication::translate("hookworks", "%1 of %2").arg(i - first + 1).arg(count)
                        : QString();
        text.align = Qt::AlignRight | Qt::AlignTop;
        addText(m_paper.pages[i].items, text, foot);
    }
}

} // namespace hookworks
