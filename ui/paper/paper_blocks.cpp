// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paper/paper_blocks.h"

#include "ui/paper/paper_parts.h"

#include <QSet>

#include <algorithm>
#include <cmath>

namespace hookworks {

namespace {

/// In bytes: what is in a larger one is kept each by itself, since an edit of one part is all that it costs.
constexpr qint64 largeContainer = 4096;

const JsonValue* optionOf(const JsonValue& component, QStringView key)
{
    const JsonValue* options = component.find(u"options");
    return options ? options->find(key) : nullptr;
}

/// Nothing above the first and below the last is cut off by itself; what says nothing stays together.
void closeSpans(PaperBlock& block)
{
    block.solid = joinedSpans(std::move(block.solid));
    if (block.solid.empty())
        block.solid.push_back({});
    block.solid.front().top = 0;
    block.solid.back().bottom = block.size.height();
}

/// As high as its line.
std::shared_ptr<const PaperBlock> stretched(const PaperBlock& block, double height)
{
    auto made = std::make_shared<PaperBlock>(block);
    if (auto* ground = made->items.empty() ? nullptr : std::get_if<PaperBox>(&made->items.front()))
        ground->rect.setHeight(ground->rect.height() + height - block.size.height());
    made->size.setHeight(height);
    closeSpans(*made);
    return made;
}

} // namespace

QString optionText(const JsonValue& component, QStringView key)
{
    const JsonValue* value = optionOf(component, key);
    return value && !value->isNull() ? leafText(*value).left(20'000) : QString();
}

double optionNumber(const JsonValue& component, QStringView key, double otherwise)
{
    const JsonValue* value = optionOf(component, key);
    bool good = value && value->isNumber();
    const double number = good ? value->text.toDouble(&good) : 0;
    return good && std::isfinite(number) ? std::clamp(number, -1e9, 1e9) : otherwise;
}

bool optionFlag(const JsonValue& component, QStringView key, bool otherwise)
{
    const JsonValue* value = optionOf(component, key);
    return value && value->isBool() ? value->flag : otherwise;
}

QSizeF marginsOf(const JsonValue& component, const ComponentType* type)
{
    // The vendor gives defaults for some; what has none stands off as it looks right.
    static const QSet<QString> tight{QStringLiteral("row"),   QStringLiteral("section"),
                                     QStringLiteral("text"),  QStringLiteral("image"),
                                     QStringLiteral("space"), QStringLiteral("break")};
    const bool isTight = type && tight.contains(type->look);
    const double sides = std::clamp(optionNumber(component, u"horizontal_margin", 0), 0.0, 64.0);
    const double above = std::clamp(optionNumber(component, u"vertical_margin", isTight ? 1 : 2), 0.0, 64.0);
    return {sides * marginStep, above * marginStep};
}

double shareOf(const JsonValue& component)
{
    const QStringList parts = optionText(component, u"width").split(u'/');
    const double below = parts.size() == 2 ? parts[1].toDouble() : 0;
    const double share = below > 0 ? parts[0].toDouble() / below : 0;
    return share > 0 && share <= 1 ? share : 0;
}

void PaperBlocks::begin(const QByteArray& text, const PaperTheme& theme, double pageHeight)
{
    if (m_types.isEmpty()) {
        for (const ComponentType& type : m_profile.components)
            m_types.insert(type.name, &type);
    }
    if (!(theme == m_theme) || pageHeight != m_pageHeight)
        m_before.clear();
    m_theme = theme;
    m_text = text;
    m_pageHeight = pageHeight;
}

void PaperBlocks::end()
{
    m_before = std::exchange(m_now, {});
}

const ComponentType* PaperBlocks::typeOf(const JsonValue& component) const
{
    const JsonValue* name = component.find(u"type");
    return name && name->isString() ? m_types.value(name->text) : nullptr;
}

PaperBlocks::Block PaperBlocks::block(const JsonValue& component, double width, bool highlighted, int depth)
{
    const qint64 size = component.end - component.offset;
    const bool large = size > largeContainer && component.find(u"components");
    if (component.offset < 0 || large)
        return made(component, width, highlighted, depth);
    const QByteArray key = m_text.mid(component.offset, size) + QByteArray::number(width, 'f', 1) +
                           (highlighted ? 'h' : 'p') + QByteArray::number(depth);
    return kept(key, [&] { return made(component, width, highlighted, depth); });
}

/// As it was laid out before, or as `make` does.
PaperBlocks::Block PaperBlocks::kept(const QByteArray& key, const std::function<Block()>& make)
{
    const auto now = m_now.constFind(key);
    if (now != m_now.cend())
        return *now;
    const Block before = m_before.value(key);
    return *m_now.insert(key, before ? before : make());
}

PaperBlocks::Block PaperBlocks::sectionTitle(const JsonValue& section, double width, bool highlighted)
{
    const JsonValue* options = section.find(u"options");
    if (!options || options->offset < 0)
        return madeTitle(section, width, highlighted);
    const QByteArray key = m_text.mid(options->offset, options->end - options->offset) +
                           QByteArray::number(width, 'f', 1) + (highlighted ? "ht" : "pt");
    return kept(key, [&] { return madeTitle(section, width, highlighted); });
}

PaperBlocks::Block PaperBlocks::made(const JsonValue& component, double width, bool highlighted, int depth)
{
    auto block = std::make_shared<PaperBlock>();
    const ComponentType* type = typeOf(component);
    block->title = type ? type->title : QString();
    const QSizeF margins = marginsOf(component, type);
    const QRectF room(margins.width(), margins.height(), std::max(8.0, width - 2 * margins.width()),
                      m_pageHeight);
    const bool holds = type && type->holdsComponents;
    double bottom = room.top();
    if (holds && depth < mostNested) {
        const bool lit = highlighted || optionFlag(component, u"highlighted", false);
        const bool section = type->look == u"section";
        const double pad = section && lit ? 3 * marginStep : 0;
        QRectF inside = room.adjusted(pad, pad, -pad, 0);
        if (section) {
            const Block title = sectionTitle(component, inside.width(), lit);
            block->children.push_back({inside.topLeft(), {}, title});
            inside.setTop(inside.top() + title->size.height());
        }
        addChildren(*block, component, inside, lit, depth + 1);
        if (section && !block->solid.empty()) // a heading stays with what comes first below it
            block->solid.push_back({0, block->solid.front().bottom});
        bottom = std::max(block->size.height(), inside.top()) + pad;
        if (pad > 0)
            block->items.insert(block->items.begin(),
                                PaperBox{{room.left(), room.top(), room.width(), bottom - room.top()},
                                         m_theme.colour(QStringLiteral("background"), true),
                                         {},
                                         4});
    } else {
        bottom = room.top() +
                 addPart(*block, type ? type->look : QString(), component, room, m_theme, highlighted);
    }
    block->size = {width, bottom + margins.height()};
    closeSpans(*block);
    return block;
}

PaperBlocks::Block PaperBlocks::madeTitle(const JsonValue& section, double width, bool highlighted) const
{
    auto block = std::make_shared<PaperBlock>();
    PaperText title;
    title.text = optionText(section, u"section_title");
    title.font = {m_theme.headings,
                  optionText(section, u"font_size").isEmpty() ? 17
                                                              : sizeOfWord(optionText(section, u"font_size")),
                  true};
    title.colour = m_theme.colour(QStringLiteral("headline"), highlighted);
    title.wraps = true;
    if (title.text.isEmpty()) {
        block->size = {width, 0};
        closeSpans(*block);
        return block;
    }
    const QString icon = optionText(section, u"icon");
    const double side = icon.isEmpty() ? 0 : title.font.size * 1.25;
    if (side > 0)
        addIcon(block->items, icon, {0, 0, side, side}, m_theme, highlighted);
    const double left = side > 0 ? side + 2 * marginStep : 0;
    const double height = std::max(side, heightOfText(title, width - left));
    title.rect = {left, 0, width - left, height};
    title.align = Qt::AlignVCenter | Qt::AlignLeft;
    block->items.push_back(title);
    QColor line = m_theme.colour(QStringLiteral("sub-headline"), highlighted);
    line.setAlphaF(0.4F);
    block->items.push_back(
        PaperShape{QPolygonF(QList<QPointF>{{0, height + 4}, {width, height + 4}}), line, 0.8, {}, false});
    block->size = {width, height + 4 + 2 * marginStep};
    closeSpans(*block);
    return block;
}

/// How wide each child is: equal columns, or shares of a line with what is left for the others.
std::vector<double> PaperBlocks::widthsOf(const JsonValue& component, double width) const
{
    const JsonValue* list = component.find(u"components");
    const size_t count = list ? list->items.size() : 0;
    const double gap = std::clamp(optionNumber(component, u"column_spacing", 3), 0.0, 32.0) * marginStep;
    const double columns = std::clamp(optionNumber(component, u"columns", 0), 0.0, 24.0);
    if (columns >= 1)
        return std::vector<double>(count, (width - gap * (columns - 1)) / columns);
    double taken = 0;
    size_t free = 0;
    for (size_t i = 0; i < count; ++i) {
        const double share = shareOf(list->items[i]);
        taken += share;
        free += share > 0 ? 0 : 1;
    }
    const double line = width - gap * double(std::max<size_t>(1, count) - 1);
    // Shares of more than a line go over several: there each is of the whole width.
    const double whole = taken > 1.001 ? width - gap : line;
    const double left = free > 0 ? std::max(0.0, 1 - taken) / double(free) : 0;
    std::vector<double> widths;
    for (size_t i = 0; i < count; ++i) {
        const double share = shareOf(list->items[i]);
        widths.push_back(std::max(16.0, share > 0 ? share * whole : left > 0.02 ? left * line : width));
    }
    return widths;
}

/// Left to right, on as many lines as it takes.
void PaperBlocks::addChildren(PaperBlock& block, const JsonValue& component, const QRectF& room,
                              bool highlighted, int depth)
{
    const JsonValue* list = component.find(u"components");
    const std::vector<double> widths = widthsOf(component, room.width());
    const double gap = std::clamp(optionNumber(component, u"column_spacing", 3), 0.0, 32.0) * marginStep;
    double x = 0, y = room.top(), lineHeight = 0;
    size_t first = block.children.size();
    const auto endLine = [&] {
        const QString align = optionText(component, u"align");
        const double slack = std::max(0.0, room.width() - x + gap);
        const double by = align == u"right" ? slack : align.startsWith(u"cent") ? slack / 2 : 0;
        for (size_t i = first; i < block.children.size(); ++i) {
            PaperBlock::Child& child = block.children[i];
            child.at.rx() += by;
            if (child.block->stretches && child.block->size.height() < lineHeight)
                child.block = stretched(*child.block, lineHeight);
            for (const PaperSpan& span : child.block->solid)
                block.solid.push_back({y + span.top, y + span.bottom});
        }
        first = block.children.size();
        y += lineHeight;
        x = lineHeight = 0;
    };
    for (size_t i = 0; i < widths.size(); ++i) {
        if (x > 0 && x + widths[i] > room.width() + 1)
            endLine();
        const Block child = this->block(list->items[i], widths[i], highlighted, depth);
        block.children.push_back(
            {{room.left() + x, y},
             JsonPath().child(QStringLiteral("components")).child(static_cast<qsizetype>(i)),
             child});
        x += widths[i] + gap;
        lineHeight = std::max(lineHeight, child->size.height());
    }
    endLine();
    block.solid = joinedSpans(std::move(block.solid));
    block.size.setHeight(y);
}

} // namespace hookworks
