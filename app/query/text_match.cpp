// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/text_match.h"

#include <algorithm>
#include <cstring>

namespace hookworks {

namespace {

char folded(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

char upper(char c)
{
    return c >= 'a' && c <= 'z' ? static_cast<char>(c & ~0x20) : c;
}

QByteArray lower(QByteArray text)
{
    std::ranges::transform(text, text.begin(), folded);
    return text;
}

qsizetype find(QByteArrayView text, char c, qsizetype from)
{
    const void* const found =
        from < text.size() ? std::memchr(text.data() + from, c, static_cast<size_t>(text.size() - from))
                           : nullptr;
    return found ? static_cast<const char*>(found) - text.data() : -1;
}

qsizetype find(QByteArrayView text, const QByteArray& piece, qsizetype from)
{
    const void* const found = from < text.size()
                                  ? ::memmem(text.data() + from, static_cast<size_t>(text.size() - from),
                                             piece.constData(), static_cast<size_t>(piece.size()))
                                  : nullptr;
    return found ? static_cast<const char*>(found) - text.data() : -1;
}

/// The next place that is worth a look, by two memchr that each go over the text once.
class Starts
{
public:
    Starts(QByteArrayView text, char small, qsizetype from)
        : m_text(text)
        , m_small(small)
        , m_large(upper(small))
        , m_nextSmall(find(text, small, from))
        , m_nextLarge(m_large == small ? -1 : find(text, m_large, from))
    {
    }
    qsizetype take()
    {
        const bool small = m_nextLarge < 0 || (m_nextSmall >= 0 && m_nextSmall < m_nextLarge);
        const qsizetype start = small ? m_nextSmall : m_nextLarge;
        if (start >= 0)
            (small ? m_nextSmall : m_nextLarge) = find(m_text, small ? m_small : m_large, start + 1);
        return start;
    }

private:
    QByteArrayView m_text;
    char m_small, m_large;
    qsizetype m_nextSmall, m_nextLarge;
};

} // namespace

Needle::Needle(const QByteArray& text, LetterCase letterCase)
    : m_text(letterCase == LetterCase::Ignored ? lower(text) : text)
    , m_folds(letterCase == LetterCase::Ignored)
{
}

bool Needle::isAt(QByteArrayView text, qsizetype position) const
{
    if (position < 0 || text.size() - position < m_text.size())
        return false;
    if (!m_folds)
        return text.sliced(position, m_text.size()) == m_text;
    for (qsizetype i = 0; i < m_text.size(); ++i) {
        if (folded(text[position + i]) != m_text[i])
            return false;
    }
    return true;
}

qsizetype Needle::in(QByteArrayView text, qsizetype from) const
{
    if (m_text.isEmpty())
        return from <= text.size() ? from : -1;
    if (!m_folds)
        return find(text, m_text, from);
    Starts starts(text, m_text[0], from);
    for (qsizetype start = starts.take(); start >= 0; start = starts.take()) {
        if (isAt(text, start))
            return start;
    }
    return -1;
}

bool Needle::begins(QByteArrayView text) const
{
    return isAt(text, 0);
}

bool Needle::ends(QByteArrayView text) const
{
    return isAt(text, text.size() - m_text.size());
}

WildcardPattern::WildcardPattern(const QByteArray& pattern, LetterCase letterCase)
{
    for (const QByteArray& piece : pattern.split('*'))
        m_pieces << Needle(piece, letterCase);
}

/// Each piece at its first place after the one before: no other choice finds more.
bool WildcardPattern::matches(QByteArrayView text) const
{
    if (m_pieces.isEmpty())
        return false;
    const Needle& first = m_pieces.first();
    const Needle& last = m_pieces.last();
    if (m_pieces.size() == 1)
        return text.size() == first.size() && first.begins(text);
    if (text.size() < first.size() + last.size() || !first.begins(text) || !last.ends(text))
        return false;
    const QByteArrayView middle = text.sliced(first.size(), text.size() - first.size() - last.size());
    qsizetype from = 0;
    for (qsizetype i = 1; i + 1 < m_pieces.size(); ++i) {
        from = m_pieces[i].in(middle, from);
        if (from < 0)
            return false;
        from += m_pieces[i].size();
    }
    return true;
}

} // namespace hookworks
