// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/message_colours.h"

#include "ui/widgets/tokens.h"

#include <QEvent>
#include <QPlainTextEdit>

namespace hookworks {

namespace {

constexpr qsizetype longestColoured = 5'000;
constexpr int longestText = 100'000;

/// Past the string that begins at `from`.
qsizetype endOfString(const QString& line, qsizetype from)
{
    for (qsizetype i = from + 1; i < line.size(); ++i) {
        if (line[i] == u'\\')
            ++i;
        else if (line[i] == u'"')
            return i + 1;
    }
    return line.size();
}

bool isKey(const QString& line, qsizetype end)
{
    while (end < line.size() && line[end].isSpace())
        ++end;
    return end < line.size() && line[end] == u':';
}

bool isOfWord(QChar c)
{
    return c.isLetterOrNumber() || c == u'-' || c == u'+' || c == u'.';
}

qsizetype endOfWord(const QString& line, qsizetype from)
{
    while (from < line.size() && isOfWord(line[from]))
        ++from;
    return from;
}

} // namespace

MessageColours::MessageColours(QPlainTextEdit& view)
    : QSyntaxHighlighter(view.document())
    , m_view(view)
{
    view.installEventFilter(this);
}

/// Light and dark have colours of their own.
bool MessageColours::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        rehighlight();
    return QSyntaxHighlighter::eventFilter(watched, event);
}

void MessageColours::highlightBlock(const QString& line)
{
    const Part part = partOf(line);
    setCurrentBlockState(part);
    if (line.size() > longestColoured || document()->characterCount() > longestText)
        return;
    if (previousBlockState() == Nothing)
        colourFirst(line);
    else if (part == Head)
        colourField(line);
    else if (part == Json)
        colourJson(line);
}

/// The head ends with an empty line; what comes first after it tells what the body is.
MessageColours::Part MessageColours::partOf(const QString& line) const
{
    const QTextBlock before = currentBlock().previous();
    if (!before.isValid())
        return Head;
    const bool begins = previousBlockState() == Head && before.text().isEmpty();
    if (!begins)
        return static_cast<Part>(previousBlockState());
    return line.startsWith(u'{') || line.startsWith(u'[') ? Json : Other;
}

void MessageColours::colourFirst(const QString& line)
{
    QTextCharFormat strong;
    strong.setFontWeight(QFont::DemiBold);
    setFormat(0, static_cast<int>(line.indexOf(u' ')), strong);
}

void MessageColours::colourField(const QString& line)
{
    setFormat(0, static_cast<int>(line.indexOf(u':') + 1), colour(Colour::Quiet, m_view.palette()));
}

void MessageColours::colourJson(const QString& line)
{
    const auto paint = [&](qsizetype from, qsizetype end, CodeColour role) {
        setFormat(static_cast<int>(from), static_cast<int>(end - from), codeColour(role, m_view.palette()));
    };
    for (qsizetype i = 0; i < line.size();) {
        if (line[i] == u'"') {
            const qsizetype end = endOfString(line, i);
            paint(i, end, isKey(line, end) ? CodeColour::Key : CodeColour::String);
            i = end;
        } else if (isOfWord(line[i])) {
            const qsizetype end = endOfWord(line, i);
            paint(i, end, CodeColour::Number);
            i = end;
        } else {
            ++i;
        }
    }
}

} // namespace hookworks
