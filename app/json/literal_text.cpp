// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/literal_text.h"

#include "domain/words.h"

namespace hookworks {

namespace {

constexpr qsizetype mostChanges = 200;

/// Blanks that JSON knows, and a byte-order mark, which it passes over.
bool isPlainBlank(QChar c)
{
    return c == u' ' || c == u'\t' || c == u'\n' || c == u'\r' || c == QChar(0xFEFF);
}

/// The quotes that may end a text which begins with `open`; empty: it is no quote.
QStringView closersOf(QChar open)
{
    switch (open.unicode()) {
    case u'"':
        return u"\"";
    case u'\'':
        return u"'";
    case u'`':
        return u"`";
    case u'\u201C': // “
    case u'\u201D':
    case u'\u201E':
        return u"\u201C\u201D";
    case u'\u2018': // ‘
    case u'\u2019':
        return u"\u2019";
    default:
        return {};
    }
}

} // namespace

bool LiteralText::isBlank(QChar c)
{
    return isPlainBlank(c) || c.isSpace() || (c.unicode() >= 0x200B && c.unicode() <= 0x200D) ||
           c == QChar(0x2060);
}

QChar LiteralText::at(qsizetype ahead) const
{
    return m_pos + ahead < m_text.size() ? m_text[m_pos + ahead] : QChar();
}

bool LiteralText::startsWith(QStringView words) const
{
    return QStringView(m_text).sliced(std::min(m_pos, m_text.size())).startsWith(words);
}

qsizetype LiteralText::endOfLine() const
{
    const qsizetype end = m_text.indexOf(u'\n', m_pos);
    return end < 0 ? m_text.size() : end;
}

int LiteralText::lineAt(qsizetype pos)
{
    if (pos < m_countedTo) {
        m_countedTo = 0;
        m_line = 1;
    }
    m_line += static_cast<int>(between(m_countedTo, pos).count(u'\n'));
    m_countedTo = pos;
    return m_line;
}

void LiteralText::note(const QString& words)
{
    if (const auto known = m_known.constFind(words); known != m_known.cend()) {
        ++m_changes[*known].count;
    } else if (m_changes.size() < mostChanges) {
        m_known.insert(words, m_changes.size());
        m_changes.append({words, lineAt(std::min(m_pos, m_text.size())), 1});
    }
}

/// The first problem is the one that counts.
bool LiteralText::refuse(const QString& words)
{
    if (!m_problem)
        m_problem =
            JsonProblem{positionAt(m_text.toUtf8(), QStringView(m_text).first(m_pos).toUtf8().size()), words};
    return false;
}

bool LiteralText::skipBlank()
{
    if (atEnd() || !isBlank(at()))
        return false;
    if (!isPlainBlank(at()) && m_pos >= m_passed)
        note(tr("Unusual blanks became spaces"));
    skip();
    m_passed = std::max(m_passed, m_pos);
    return true;
}

bool LiteralText::atComment() const
{
    return at() == u'#' || (at() == u'/' && (at(1) == u'/' || at(1) == u'*'));
}

bool LiteralText::skipComment()
{
    if (!atComment())
        return false;
    if (m_pos >= m_passed)
        note(tr("Comments were left out"));
    if (at(1) == u'*' && at() == u'/') {
        const qsizetype end = m_text.indexOf(u"*/", m_pos + 2);
        m_pos = end < 0 ? m_text.size() : end + 2;
    } else {
        m_pos = endOfLine();
    }
    m_passed = std::max(m_passed, m_pos);
    return true;
}

bool LiteralText::skipBlanks()
{
    const qsizetype from = m_pos;
    while (skipBlank() || skipComment()) {
    }
    return between(from, m_pos).contains(u'\n');
}

void LiteralText::skipBlanksInLine()
{
    while ((at() != u'\n' && skipBlank()) || skipComment()) {
    }
}

QString LiteralText::takeName()
{
    const auto fits = [this](bool first) {
        const QChar c = at();
        return c.isLetter() || c == u'_' || c == u'$' || (!first && (c.isDigit() || c == u'.'));
    };
    const qsizetype from = m_pos;
    while (!atEnd() && fits(m_pos == from))
        skip();
    return between(from, m_pos).toString();
}

bool LiteralText::atQuote() const
{
    return !atEnd() && !closersOf(at()).isEmpty();
}

std::optional<QString> LiteralText::takeString()
{
    const QChar open = at();
    const QStringView closers = closersOf(open);
    if (open == u'\'')
        note(tr("Single quotes became double quotes"));
    else if (open == u'`')
        note(tr("Backticks became double quotes"));
    else if (open != u'"')
        note(tr("Typographic quotes became plain ones"));
    const qsizetype start = m_pos;
    skip();
    QString text;
    while (!atEnd() && !closers.contains(at())) {
        if (open == u'`' && startsWith(u"${")) {
            refuse(tr("The ${…} in a text would have to be run; write what it stands for"));
            return std::nullopt;
        }
        if (at() == u'\\') {
            const auto escaped = takeEscape();
            if (!escaped)
                return std::nullopt;
            text += *escaped;
            continue;
        }
        if (at().unicode() < 0x20)
            note(tr("Line breaks and tabs inside texts were escaped"));
        text += at();
        skip();
    }
    if (atEnd()) {
        m_pos = start;
        refuse(tr("The text ends inside a string"));
        return std::nullopt;
    }
    skip();
    return text;
}

std::optional<QString> LiteralText::takeCode(qsizetype digits)
{
    bool good = false;
    const bool braced = digits == 4 && at() == u'{';
    const qsizetype end = braced ? m_text.indexOf(u'}', m_pos) : std::min(m_pos + digits, m_text.size());
    const qsizetype from = braced ? m_pos + 1 : m_pos;
    const uint code = end > from ? between(from, end).toUInt(&good, 16) : 0;
    if (!good || code > 0x10FFFF) {
        refuse(tr("The digits of an escape in a string are missing"));
        return std::nullopt;
    }
    m_pos = braced ? end + 1 : end;
    const char32_t character = code;
    return code < 0x10000 ? QString(QChar(static_cast<char16_t>(code))) : QString::fromUcs4(&character, 1);
}

std::optional<QString> LiteralText::takeEscape()
{
    static const QHash<QChar, QChar> letters{{u'b', u'\b'}, {u'f', u'\f'}, {u'n', u'\n'},   {u'r', u'\r'},
                                             {u't', u'\t'}, {u'v', u'\v'}, {u'0', QChar(0)}};
    const QChar letter = at(1);
    skip(letter.isNull() ? 1 : 2);
    if (letter == u'x' || letter == u'u')
        return takeCode(letter == u'x' ? 2 : 4);
    if (letter == u'\n') // the line goes on
        return QString();
    return QString(letters.value(letter, letter));
}

} // namespace hookworks
