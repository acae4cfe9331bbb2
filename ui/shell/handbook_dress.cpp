// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/handbook_dress.h"

#include "ui/widgets/tokens.h"

#include <QImage>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>
#include <QUrl>

namespace hookworks {

namespace {

struct TextRange
{
    int begin = 0, end = 0;
    QTextCharFormat format;
    bool replaces = false; ///< what Markdown's reader wrote there, too
};

bool isCode(const QTextBlock& block)
{
    return block.isValid() && block.blockFormat().hasProperty(QTextFormat::BlockCodeFence);
}

QTextCharFormat codeFormat(const QPalette& palette)
{
    const QFont font = fontOf(Face::Code);
    QTextCharFormat format;
    format.setFontFamilies(font.families());
    format.setFontFixedPitch(true);
    if (font.pointSizeF() > 0)
        format.setFontPointSize(font.pointSizeF());
    else
        format.setProperty(QTextFormat::FontPixelSize, font.pixelSize());
    format.setBackground(colour(Colour::Well, palette));
    return format;
}

QTextCharFormat headingFormat(int level)
{
    QFont font = fontOf(level < 3 ? Face::Title : Face::Strong);
    if (level == 1)
        font = resized(font, 1.4);
    QTextCharFormat format;
    format.setFont(font);
    return format;
}

void spaceOut(QTextBlockFormat& format, int above, int below)
{
    format.setTopMargin(above);
    format.setBottomMargin(below);
}

/// Distances around and inside one paragraph.
QTextBlockFormat blockFormatOf(const QTextBlock& block)
{
    QTextBlockFormat format = block.blockFormat();
    if (isCode(block)) {
        spaceOut(format, 0, 0);
        format.setLeftMargin(0);
        format.setIndent(0);
        format.setLineHeight(lineHeight(Face::Code), QTextBlockFormat::MinimumHeight);
        format.setNonBreakableLines(false);
        return format;
    }
    const int level = format.headingLevel();
    if (QTextCursor(block).currentTable())
        spaceOut(format, 0, 0);
    else if (level > 0)
        spaceOut(format, level == 1 ? 0 : level == 2 ? space::section : space::broad, space::close);
    else if (block.textList())
        spaceOut(format, 0, space::tight);
    else
        spaceOut(format, 0, space::normal);
    if (level == 0 && !QTextCursor(block).currentTable())
        format.setLineHeight(lineHeight(Face::Body), QTextBlockFormat::MinimumHeight);
    return format;
}

/// What of a paragraph has a look of its own: headings, code, links.
QList<TextRange> rangesOf(const QTextBlock& block, const QPalette& palette)
{
    QList<TextRange> ranges;
    const int level = block.blockFormat().headingLevel();
    if (level > 0 || isCode(block))
        ranges.append({block.position(), block.position() + block.length() - 1,
                       level > 0 ? headingFormat(level) : codeFormat(palette), level > 0});
    for (auto it = block.begin(); level == 0 && !it.atEnd(); ++it) {
        const QTextFragment fragment = it.fragment();
        const int end = fragment.position() + fragment.length();
        if (fragment.charFormat().fontFixedPitch() && !isCode(block))
            ranges.append({fragment.position(), end, codeFormat(palette)});
        if (!fragment.charFormat().isAnchor())
            continue;
        QTextCharFormat link;
        link.setForeground(colour(Colour::Accent, palette));
        ranges.append({fragment.position(), end, link});
    }
    return ranges;
}

/// Lines of code that follow each other stand on a ground of their own.
void frameCode(QTextDocument& document, const QPalette& palette)
{
    QTextFrameFormat format;
    format.setBackground(colour(Colour::Well, palette));
    format.setPadding(space::normal);
    format.setBottomMargin(space::normal);
    QTextCursor cursor(&document);
    for (QTextBlock last = document.lastBlock(); last.isValid(); last = last.previous()) {
        if (!isCode(last))
            continue;
        QTextBlock first = last;
        while (isCode(first.previous()))
            first = first.previous();
        cursor.setPosition(first.position());
        cursor.setPosition(last.position() + last.length() - 1, QTextCursor::KeepAnchor);
        cursor.insertFrame(format);
        last = first;
    }
}

/// A frame leaves an empty paragraph before and behind it.
void closeGaps(QTextDocument& document)
{
    QTextBlockFormat format;
    format.setLineHeight(1, QTextBlockFormat::FixedHeight);
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        QTextCursor cursor(block);
        if (block.length() == 1 && !isCode(block) && !cursor.currentTable())
            cursor.setBlockFormat(format);
    }
}

void dressTable(QTextTable& table, const QPalette& palette)
{
    QTextTableFormat format = table.format();
    format.setBorder(shape::line);
    format.setBorderCollapse(true);
    format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
    format.setBorderBrush(colour(Colour::Line, palette));
    format.setCellPadding(space::close);
    format.setCellSpacing(0);
    format.setTopMargin(space::normal);
    format.setBottomMargin(space::normal);
    table.setFormat(format);
    for (int column = 0; column < table.columns(); ++column) {
        QTextTableCell cell = table.cellAt(0, column);
        QTextCharFormat head = cell.format();
        head.setBackground(colour(Colour::Well, palette));
        cell.setFormat(head);
    }
}

} // namespace

void dressHandbook(QTextDocument& document, const QPalette& palette)
{
    QTextCursor cursor(&document);
    cursor.beginEditBlock();
    QList<TextRange> ranges;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        cursor.setPosition(block.position());
        cursor.setBlockFormat(blockFormatOf(block));
        ranges += rangesOf(block, palette);
    }
    for (const TextRange& range : std::as_const(ranges)) {
        cursor.setPosition(range.begin);
        cursor.setPosition(range.end, QTextCursor::KeepAnchor);
        if (range.replaces)
            cursor.setCharFormat(range.format);
        else
            cursor.mergeCharFormat(range.format);
    }
    const auto frames = document.rootFrame()->childFrames();
    for (QTextFrame* frame : frames) {
        if (auto* table = qobject_cast<QTextTable*>(frame))
            dressTable(*table, palette);
    }
    frameCode(document, palette);
    closeGaps(document);
    cursor.endEditBlock();
}

void fitPictures(QTextDocument& document, int width)
{
    QList<TextRange> pictures;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const QTextFragment fragment = it.fragment();
            if (!fragment.charFormat().isImageFormat())
                continue;
            QTextImageFormat image = fragment.charFormat().toImageFormat();
            const QImage whole =
                document.resource(QTextDocument::ImageResource, QUrl(image.name())).value<QImage>();
            if (whole.isNull())
                continue;
            const int fitting = qMin(width, whole.width());
            image.setWidth(fitting);
            image.setHeight(double(whole.height()) * fitting / whole.width());
            pictures.append({fragment.position(), fragment.position() + fragment.length(), image});
        }
    }
    QTextCursor cursor(&document);
    for (const TextRange& picture : std::as_const(pictures)) {
        cursor.setPosition(picture.begin);
        cursor.setPosition(picture.end, QTextCursor::KeepAnchor);
        cursor.setCharFormat(picture.format);
    }
}

} // namespace hookworks
