// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paper/paper_items.h"

#include <QAbstractTextDocumentLayout>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextList>

namespace hookworks {

namespace {

constexpr double highest = 1e6;

/// Reads no file and fetches nothing, whatever the Markdown names.
class QuietDocument final : public QTextDocument
{
public:
    explicit QuietDocument(const PaperText& text)
    {
        setDocumentMargin(0);
        setDefaultFont(text.font.toFont());
        QTextOption option(text.align & Qt::AlignHorizontal_Mask);
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        setDefaultTextOption(option);
        setMarkdown(text.text, QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub) |
                                   QTextDocument::MarkdownNoHTML);
        setIndentWidth(text.font.size * 1.6);
        for (QTextBlock block = begin(); block.isValid(); block = block.next()) {
            dressWords(block, text);
            space(block, text.font.size);
        }
    }

private:
    /// Headings and links in the headline's colour, code in a fixed face.
    void dressWords(const QTextBlock& block, const PaperText& text)
    {
        const bool heading = block.blockFormat().headingLevel() > 0;
        std::vector<std::pair<QTextFragment, QTextCharFormat>> changes;
        for (auto at = block.begin(); !at.atEnd(); ++at) {
            const QTextCharFormat before = at.fragment().charFormat();
            QTextCharFormat format;
            if ((heading || before.isAnchor()) && text.headline.isValid())
                format.setForeground(text.headline);
            if (before.fontFixedPitch())
                format.setFontFamilies({QFontDatabase::systemFont(QFontDatabase::FixedFont).family()});
            changes.emplace_back(at.fragment(), format);
        }
        for (const auto& [fragment, format] : changes) {
            QTextCursor cursor(this);
            cursor.setPosition(fragment.position());
            cursor.setPosition(fragment.position() + fragment.length(), QTextCursor::KeepAnchor);
            cursor.mergeCharFormat(format);
        }
    }

    /// Air between paragraphs and above headings, none within a list, before the first and behind the last.
    static void space(const QTextBlock& block, int size)
    {
        const QTextBlock next = block.next();
        const bool within = block.textList() && next.isValid() && next.textList() == block.textList();
        const bool heading = block.blockFormat().headingLevel() > 0;
        QTextBlockFormat format;
        format.setTopMargin(heading && block.previous().isValid() ? size * 0.6 : 0);
        format.setBottomMargin(!next.isValid() || within ? 0 : heading ? size * 0.25 : size * 0.6);
        QTextCursor(block).mergeBlockFormat(format);
    }

    QVariant loadResource(int, const QUrl&) override
    {
        QImage dot(1, 1, QImage::Format_ARGB32);
        dot.fill(Qt::transparent);
        return dot;
    }
};

int flagsOf(const PaperText& text)
{
    return int(text.align) |
           (text.wraps ? int(Qt::TextWordWrap) | int(Qt::TextWrapAnywhere) : int(Qt::TextSingleLine));
}

struct ItemPainter
{
    QPainter& painter;

    void operator()(const PaperBox& box) const
    {
        painter.setPen(box.border.isValid() ? QPen(box.border) : QPen(Qt::NoPen));
        painter.setBrush(box.fill.isValid() ? QBrush(box.fill) : QBrush(Qt::NoBrush));
        painter.drawRoundedRect(box.rect, box.radius, box.radius);
    }
    void operator()(const PaperShape& shape) const
    {
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
        painter.setPen(QPen(arc.colour, arc.thickness, Qt::SolidLine, Qt::FlatCap));
        painter.setBrush(Qt::NoBrush);
        painter.drawArc(arc.rect, int((90 - arc.start) * 16), int(-arc.span * 16));
    }
    void operator()(const PaperText& text) const
    {
        painter.setFont(text.font.toFont());
        painter.setPen(text.colour);
        if (text.markdown)
            return paintMarkdown(text);
        if (text.turned) {
            painter.save();
            painter.translate(text.rect.bottomLeft());
            painter.rotate(-90);
            painter.drawText(QRectF(0, 0, text.rect.height(), text.rect.width()), flagsOf(text), text.text);
            painter.restore();
            return;
        }
        const QString shown = text.wraps ? text.text
                                         : QFontMetricsF(text.font.toFont(), painter.device())
                                               .elidedText(text.text, Qt::ElideRight, text.rect.width() + 1);
        painter.drawText(text.rect, flagsOf(text), shown);
    }
    void operator()(const PaperPicture& picture) const { painter.drawImage(picture.rect, picture.image); }

    void paintMarkdown(const PaperText& text) const
    {
        QuietDocument document(text);
        document.setTextWidth(text.rect.width());
        painter.save();
        painter.translate(text.rect.topLeft());
        QAbstractTextDocumentLayout::PaintContext context;
        context.palette.setColor(QPalette::Text, text.colour);
        context.palette.setColor(QPalette::Link, text.headline.isValid() ? text.headline : text.colour);
        document.documentLayout()->draw(&painter, context);
        painter.restore();
    }
};

void paintBlock(QPainter& painter, const PaperBlock& block, const QPointF& at)
{
    painter.translate(at);
    paintItems(painter, block.items);
    for (const PaperBlock::Child& child : block.children)
        paintBlock(painter, *child.block, child.at);
    painter.translate(-at);
}

JsonPath deeper(const JsonPath& path, const JsonPath& way)
{
    return {path.steps + way.steps};
}

void placesIn(const PaperBlock& block, const PaperPlace& here, std::vector<PaperPlace>& places,
              const JsonPath& path)
{
    if (here.path == path)
        places.push_back(here);
    for (const PaperBlock::Child& child : block.children)
        placesIn(*child.block,
                 {here.page, QRectF(here.rect.topLeft() + child.at, child.block->size),
                  deeper(here.path, child.way), child.block->title},
                 places, path);
}

PaperPlace innermost(const PaperBlock& block, const PaperPlace& here, const QPointF& point)
{
    for (const PaperBlock::Child& child : block.children) {
        const QRectF rect(here.rect.topLeft() + child.at, child.block->size);
        if (rect.contains(point))
            return innermost(*child.block,
                             {here.page, rect, deeper(here.path, child.way), child.block->title}, point);
    }
    return here;
}

} // namespace

QFont PaperFont::toFont() const
{
    QFont font;
    if (!family.isEmpty())
        font.setFamily(family);
    font.setPixelSize(std::max(1, size));
    font.setBold(bold);
    return font;
}

double heightOfText(const PaperText& text, double width)
{
    if (text.markdown) {
        QuietDocument document(text);
        document.setTextWidth(width);
        return document.size().height();
    }
    return QFontMetricsF(text.font.toFont())
        .boundingRect(QRectF(0, 0, std::max(1.0, width), highest), flagsOf(text), text.text)
        .height();
}

void paintItems(QPainter& painter, const PaperItems& items)
{
    for (const PaperItem& item : items)
        std::visit(ItemPainter{painter}, item);
}

void paintPage(QPainter& painter, const Paper& paper, size_t page)
{
    const PaperPage& shown = paper.pages[page];
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRectF(QPointF(0, 0), paper.size), shown.ground);
    for (const PaperPart& part : shown.parts)
        paintBlock(painter, *part.block, part.at);
    paintItems(painter, shown.items);
}

std::optional<PaperPlace> placeAt(const Paper& paper, size_t page, const QPointF& point)
{
    if (page >= paper.pages.size())
        return std::nullopt;
    for (const PaperPart& part : paper.pages[page].parts) {
        const QRectF rect(part.at, part.block->size);
        if (rect.contains(point))
            return innermost(*part.block, {page, rect, part.path, part.block->title}, point);
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
                placesIn(*part.block, {page, QRectF(part.at, part.block->size), part.path, part.block->title},
                         places, path);
        }
    }
    return places;
}

} // namespace hookworks
