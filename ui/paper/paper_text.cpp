// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paper/paper_text.h"

#include <QAbstractTextDocumentLayout>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QImage>
#include <QPainter>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>
#include <QTextList>
#include <QTextTable>

#include <algorithm>
#include <array>

namespace hookworks {

namespace {

constexpr double lineOfFont = 1.2; ///< where a text has no line of its own

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
        dressFrames(*rootFrame(), text);
    }

private:
    /// Headings and links in the headline's colour, code in a fixed face.
    void dressWords(const QTextBlock& block, const PaperText& text)
    {
        const bool heading = block.blockFormat().headingLevel() > 0;
        std::vector<std::pair<QTextFragment, QTextCharFormat>> changes;
        for (auto at = block.begin(); !at.atEnd(); ++at) {
            const QTextCharFormat before = at.fragment().charFormat();
            QTextCharFormat format = before;
            if ((heading || before.isAnchor()) && text.headline.isValid())
                format.setForeground(text.headline);
            if (heading) {
                static constexpr std::array shares{1.85, 1.4, 1.2, 1.0, 1.0, 1.0};
                const auto level = static_cast<size_t>(std::clamp(block.blockFormat().headingLevel(), 1, 6));
                format.clearProperty(QTextFormat::FontSizeAdjustment);
                format.setProperty(QTextFormat::FontPixelSize,
                                   static_cast<int>(text.font.size * shares[level - 1]));
            }
            if (before.fontFixedPitch())
                format.setFontFamilies({QFontDatabase::systemFont(QFontDatabase::FixedFont).family()});
            changes.emplace_back(at.fragment(), format);
        }
        for (const auto& [fragment, format] : changes) {
            QTextCursor cursor(this);
            cursor.setPosition(fragment.position());
            cursor.setPosition(fragment.position() + fragment.length(), QTextCursor::KeepAnchor);
            cursor.setCharFormat(format);
        }
    }

    /// Tables with lines like the page's own, not the browser's double ones.
    static void dressFrames(const QTextFrame& frame, const PaperText& text)
    {
        for (QTextFrame* inner : frame.childFrames()) {
            if (auto* table = qobject_cast<QTextTable*>(inner)) {
                QTextTableFormat format = table->format();
                format.setBorderCollapse(true);
                format.setCellPadding(text.font.size * 0.35);
                format.setCellSpacing(0);
                format.setBorder(1);
                format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
                QColor line = text.colour;
                line.setAlphaF(0.3F);
                format.setBorderBrush(line);
                format.setTopMargin(text.font.size * 0.2);
                format.setBottomMargin(text.font.size * 0.8);
                table->setFormat(format);
            }
            dressFrames(*inner, text);
        }
    }

    /// Air between paragraphs and above headings, none within a list, before the first and behind the last.
    static void space(const QTextBlock& block, int size)
    {
        const QTextBlock next = block.next();
        const bool within = block.textList() && next.isValid() && next.textList();
        if (QTextCursor(block).currentTable())
            return;
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

/// The lines of a text at a width, one below the other.
class WrappedText
{
public:
    WrappedText(const PaperText& text, double width)
        : m_layout(QString(text.text).replace(u'\n', QChar::LineSeparator), text.font.toFont())
    {
        QTextOption option((text.align & Qt::AlignHorizontal_Mask) | Qt::AlignAbsolute);
        option.setTextDirection(text.text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        m_layout.setTextOption(option);
        m_layout.beginLayout();
        for (QTextLine line = m_layout.createLine(); line.isValid(); line = m_layout.createLine()) {
            line.setLineWidth(std::max(1.0, width));
            line.setPosition({0, m_height});
            m_height += line.height();
        }
        m_layout.endLayout();
    }
    double height() const { return m_height; }
    const QTextLayout& layout() const { return m_layout; }

private:
    QTextLayout m_layout;
    double m_height = 0;
};

void addLines(const QTextLayout& layout, double top, std::vector<PaperSpan>& lines)
{
    for (int i = 0; i < layout.lineCount(); ++i) {
        const QTextLine line = layout.lineAt(i);
        lines.push_back({top + line.y(), top + line.y() + line.height()});
    }
}

/// What of a text a layout draws: all, or the lines that lie in the piece. A line at its very edge is not.
QRectF clipOf(const PaperText& text, const PaperSpan& piece)
{
    const bool whole = piece.top <= text.rect.top() && piece.bottom >= text.rect.bottom();
    return whole ? QRectF()
                 : QRectF(text.rect.left() - text.rect.width(), piece.top + 1, 3 * text.rect.width(),
                          piece.bottom - piece.top - 2);
}

void paintMarkdown(QPainter& painter, const PaperText& text, const PaperSpan& piece)
{
    QuietDocument document(text);
    document.setTextWidth(text.rect.width());
    painter.save();
    painter.translate(text.rect.topLeft());
    QAbstractTextDocumentLayout::PaintContext context;
    const QRectF clip = clipOf(text, piece);
    if (clip.isValid())
        context.clip = clip.translated(-text.rect.topLeft());
    context.palette.setColor(QPalette::Text, text.colour);
    context.palette.setColor(QPalette::Link, text.headline.isValid() ? text.headline : text.colour);
    document.documentLayout()->draw(&painter, context);
    painter.restore();
}

void paintWrapped(QPainter& painter, const PaperText& text, const PaperSpan& piece)
{
    const WrappedText wrapped(text, text.rect.width());
    const double slack = std::max(0.0, text.rect.height() - wrapped.height());
    const double by = text.align & Qt::AlignVCenter ? slack / 2 : text.align & Qt::AlignBottom ? slack : 0;
    wrapped.layout().draw(&painter, text.rect.topLeft() + QPointF(0, by), {}, clipOf(text, piece));
}

/// One line, cut where it is too long; turned, it reads upwards.
void paintLine(QPainter& painter, const PaperText& text)
{
    const QRectF rect = text.turned ? QRectF(0, 0, text.rect.height(), text.rect.width()) : text.rect;
    const QString shown = QFontMetricsF(text.font.toFont(), painter.device())
                              .elidedText(text.text, Qt::ElideRight, rect.width() + 1);
    painter.save();
    if (text.turned) {
        painter.translate(text.rect.bottomLeft());
        painter.rotate(-90);
    }
    painter.drawText(rect, int(text.align) | int(Qt::TextSingleLine), shown);
    painter.restore();
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
    if (!text.markdown)
        return text.wraps ? WrappedText(text, width).height() : text.font.size * lineOfFont;
    QuietDocument document(text);
    document.setTextWidth(width);
    return document.size().height();
}

std::vector<PaperSpan> linesOfText(const PaperText& text, double width)
{
    std::vector<PaperSpan> lines;
    if (text.markdown) {
        QuietDocument document(text);
        document.setTextWidth(width);
        bool joins = false; // a heading with what it is above
        for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
            const size_t first = lines.size();
            addLines(*block.layout(), document.documentLayout()->blockBoundingRect(block).top(), lines);
            if (joins && first > 0 && first < lines.size())
                lines[first].top = lines[first - 1].top;
            joins = block.blockFormat().headingLevel() > 0;
        }
    } else {
        addLines(WrappedText(text, width).layout(), 0, lines);
    }
    if (lines.size() > 1) {
        lines[1].top = lines[0].top;
        lines[lines.size() - 2].bottom = lines.back().bottom;
    }
    return lines;
}

double widthOfText(const PaperFont& font, const QString& text)
{
    return QFontMetricsF(font.toFont()).horizontalAdvance(text);
}

void paintText(QPainter& painter, const PaperText& text, const PaperSpan& piece)
{
    painter.setFont(text.font.toFont());
    painter.setPen(text.colour);
    if (text.markdown)
        return paintMarkdown(painter, text, piece);
    if (text.wraps)
        return paintWrapped(painter, text, piece);
    paintLine(painter, text);
}

} // namespace hookworks
