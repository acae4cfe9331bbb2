// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/inspect/secret_finder.h"

#include "http/characters.h"

#include <QChar>

#include <algorithm>

namespace hookworks {

namespace {

constexpr qsizetype longestPiece = 1024;
const QByteArray threeStars = "***";

using Writing = SecretFinder::Writing;

/// Those that need a backslash come last.
constexpr std::array writings{Writing::Plain, Writing::Percent, Writing::PercentTwice, Writing::Json,
                              Writing::PercentInJson};

/// One character as it is written: the bytes it means and how many it takes.
struct Unit
{
    std::array<char, 4> bytes{};
    qsizetype count = 0;
    qsizetype length = 0;
};

Unit plainUnit(char c, qsizetype length = 1)
{
    return {{c}, 1, length};
}

/// `%41`, where the sign itself may be written as `%25` (`sign` long).
Unit percentUnit(QByteArrayView text, qsizetype at, qsizetype sign)
{
    if (at + sign + 2 > text.size())
        return {};
    const int high = hexValue(text[at + sign]);
    const int low = hexValue(text[at + sign + 1]);
    return high < 0 || low < 0 ? Unit() : plainUnit(static_cast<char>(high * 16 + low), sign + 2);
}

int hexWord(QByteArrayView text, qsizetype at)
{
    int word = 0;
    for (qsizetype i = at; i < at + 4; ++i) {
        const int digit = i < text.size() ? hexValue(text[i]) : -1;
        if (digit < 0)
            return -1;
        word = word * 16 + digit;
    }
    return word;
}

/// `\u00e9`, also as a pair of surrogates.
Unit unicodeUnit(QByteArrayView text, qsizetype at)
{
    const int first = hexWord(text, at + 2);
    if (first < 0)
        return {};
    char32_t code = static_cast<char32_t>(first);
    qsizetype length = 6;
    if (QChar::isHighSurrogate(code) && text.sliced(at + 6).startsWith("\\u")) {
        const int second = hexWord(text, at + 8);
        if (second >= 0 && QChar::isLowSurrogate(static_cast<char32_t>(second))) {
            code = QChar::surrogateToUcs4(static_cast<char16_t>(first), static_cast<char16_t>(second));
            length = 12;
        }
    }
    const QByteArray utf8 = QString::fromUcs4(&code, 1).toUtf8();
    Unit unit{{}, utf8.size(), length};
    std::ranges::copy(utf8, unit.bytes.begin());
    return unit;
}

Unit escapeUnit(QByteArrayView text, qsizetype at)
{
    constexpr QByteArrayView letters("\"\\/bfnrt"), meant("\"\\/\b\f\n\r\t");
    const char c = at + 1 < text.size() ? text[at + 1] : '\0';
    if (c == 'u')
        return unicodeUnit(text, at);
    const qsizetype which = c == '\0' ? -1 : letters.indexOf(c);
    return which < 0 ? Unit() : plainUnit(meant[which], 2);
}

Unit unitAt(QByteArrayView text, qsizetype at, Writing writing)
{
    const char c = text[at];
    Unit unit;
    const bool percent = writing != Writing::Plain && writing != Writing::Json;
    if (c == '%' && percent) {
        const bool twice = writing == Writing::PercentTwice && text.sliced(at).startsWith("%25");
        unit = percentUnit(text, at, twice ? 3 : 1);
    } else if (c == '\\' && (writing == Writing::Json || writing == Writing::PercentInJson)) {
        unit = escapeUnit(text, at);
    }
    return unit.length > 0 ? unit : plainUnit(c);
}

bool isBase64(char c)
{
    return (isTokenByte(c) && (isDigit(c) || QChar::isLetter(static_cast<uchar>(c)))) || c == '+' ||
           c == '/' || c == '-' || c == '_';
}

char inStandardAlphabet(char c)
{
    return c == '-' ? '+' : c == '_' ? '/' : c;
}

/// Where what is written at `at` has said all of `wanted`; -1: it says something else.
qsizetype endOfMatch(QByteArrayView text, qsizetype at, QByteArrayView wanted, bool base64, Writing writing)
{
    const qsizetype begin = at;
    while (!wanted.isEmpty()) {
        if (at >= text.size())
            return -1;
        const Unit unit = unitAt(text, at, writing);
        const char first = unit.bytes[0];
        if (base64 && at > begin && (first == '\r' || first == '\n')) {
            at += unit.length;
            continue;
        }
        const bool space = writing != Writing::Plain && first == '+' && unit.length == 1 && wanted[0] == ' ';
        const bool same = base64 ? inStandardAlphabet(first) == wanted[0]
                                 : wanted.startsWith(QByteArrayView(unit.bytes.data(), unit.count));
        if (!same && !space)
            return -1;
        wanted = wanted.sliced(space ? 1 : unit.count);
        at += unit.length;
    }
    return at;
}

bool isLetterOrDigit(char c)
{
    return isBase64(c) && c != '+' && c != '/' && c != '-' && c != '_';
}

/// Characters that may stand for each other become one.
char alike(char c)
{
    return c == '-' || c == ' ' ? '+' : c == '_' ? '/' : c;
}

/// The first bytes that are meant at a place, line breaks passed over: what finds the patterns that may begin
/// there.
quint64 startAt(QByteArrayView text, qsizetype at, Writing writing)
{
    quint64 start = 0;
    for (qsizetype taken = 0; taken < SecretFinder::shortest && at < text.size();) {
        const Unit unit = unitAt(text, at, writing);
        at += unit.length;
        for (qsizetype i = 0; i < unit.count && taken < SecretFinder::shortest; ++i) {
            const char c = alike(unit.bytes[static_cast<size_t>(i)]);
            if (c == '\r' || c == '\n')
                continue;
            start = start << 8 | static_cast<uchar>(c);
            ++taken;
        }
    }
    return start;
}

/// The two characters beside letters and digits that a piece of base64 may have: those that it has.
QByteArrayView signsOf(QByteArrayView piece)
{
    if (piece.contains('-') || piece.contains('_'))
        return "-_";
    return piece.contains('+') || piece.contains('/') ? "+/" : "";
}

/// Behind a placeholder that stands there; -1: none does.
qsizetype placeholderEnd(QByteArrayView text, qsizetype at)
{
    const qsizetype end = text.sliced(at).startsWith("{{secret:") ? text.indexOf("}}", at) : -1;
    return end < 0 ? -1 : end + 2;
}

/// The writings that differ from plain in this text.
std::span<const Writing> writingsIn(QByteArrayView text)
{
    const bool escapes = text.contains('\\');
    const bool signs = text.contains('%') || text.contains('+');
    return std::span(writings).first(escapes ? 5 : signs ? 3 : 1);
}

} // namespace

SecretFinder::SecretFinder(const QList<QByteArray>& secrets)
    : SecretFinder(secrets, {})
{
}

SecretFinder::SecretFinder(const QList<QByteArray>& secrets, Instead instead)
    : m_instead(std::move(instead))
{
    for (const QByteArray& secret : secrets) {
        if (secret.size() >= shortest)
            add(secret);
    }
    for (qsizetype i = 0; i < m_patterns.size(); ++i) {
        m_byStart.insert(startAt(m_patterns[i].bytes, 0, Writing::Plain), i);
        m_starts[static_cast<uchar>(alike(m_patterns[i].bytes[0]))] = true;
    }
}

/// A long one is looked for piece by piece, none of them a short one.
void SecretFinder::add(const QByteArray& secret)
{
    qsizetype length = 0;
    for (qsizetype at = 0; at < secret.size(); at += length) {
        const qsizetype left = secret.size() - at;
        const bool shortRest = left > longestPiece && left < longestPiece + shortest;
        length = std::min(left, shortRest ? longestPiece - shortest : longestPiece);
        const QByteArray piece = secret.sliced(at, length);
        m_patterns.append({piece, -1});
        for (int shift = 0; shift < 3; ++shift)
            addBase64(piece, shift);
    }
}

/// The characters that are made of the secret's bits alone.
void SecretFinder::addBase64(const QByteArray& secret, int shift)
{
    const QByteArray encoded = (QByteArray(shift, '\0') + secret).toBase64(QByteArray::OmitTrailingEquals);
    const qsizetype first = shift == 0 ? 0 : shift + 1;
    const qsizetype last = (shift + secret.size()) * 8 / 6;
    m_patterns.append({encoded.sliced(first, last - first), shift});
}

/// The longest secret that begins there, whatever its writing.
SecretFinder::Match SecretFinder::matchAt(QByteArrayView text, qsizetype at,
                                          std::span<const Writing> used) const
{
    Match best;
    for (const Writing writing : used) {
        if (!m_starts[static_cast<uchar>(alike(unitAt(text, at, writing).bytes[0]))])
            continue;
        const auto [begin, end] = m_byStart.equal_range(startAt(text, at, writing));
        for (auto which = begin; which != end; ++which) {
            const Pattern& pattern = m_patterns[*which];
            const qsizetype behind = endOfMatch(text, at, pattern.bytes, pattern.shift >= 0, writing);
            if (behind > best.end)
                best = {at, behind, *which};
        }
    }
    return best;
}

QByteArray SecretFinder::masked(QByteArrayView text) const
{
    QByteArray out;
    qsizetype kept = 0;
    const auto used = writingsIn(text);
    for (qsizetype at = 0; !m_patterns.isEmpty() && at < text.size();) {
        if (const qsizetype behind = m_instead && text[at] == '{' ? placeholderEnd(text, at) : -1;
            behind > at) {
            at = behind;
            continue;
        }
        Match match = matchAt(text, at, used);
        if (match.pattern < 0) {
            ++at;
            continue;
        }
        const QByteArray instead = replacement(text, kept, match);
        out += text.sliced(kept, match.begin - kept);
        out += instead;
        kept = at = match.end;
    }
    return kept == 0 ? text.toByteArray() : out.append(text.sliced(kept));
}

/// Of base64 the whole run from `from` on is opened, masked inside and closed again; the match becomes the
/// run.
QByteArray SecretFinder::replacement(QByteArrayView text, qsizetype from, Match& match) const
{
    const Pattern& pattern = m_patterns[match.pattern];
    if (pattern.shift < 0)
        return m_instead ? m_instead(pattern.bytes) : threeStars;
    const qsizetype before = pattern.shift == 0 ? 0 : pattern.shift + 1;
    const bool unbroken = match.end - match.begin == pattern.bytes.size();
    const qsizetype group = match.begin - before;
    while (match.end < text.size() && isBase64(text[match.end]))
        ++match.end;
    const QByteArrayView signs = signsOf(text.sliced(match.begin, match.end - match.begin));
    const auto belongs = [signs](char c) { return isLetterOrDigit(c) || signs.contains(c); };
    qsizetype begin = match.begin;
    while (begin > from && belongs(text[begin - 1]))
        --begin;
    while (match.end < text.size() && text[match.end] == '=')
        ++match.end;
    const qsizetype whole = group - (group - begin) / 4 * 4;
    match.begin = begin;
    if (!unbroken || group < begin)
        return threeStars;
    match.begin = whole;
    const QByteArray closed = text.sliced(whole, match.end - whole).toByteArray();
    const auto alphabet = signs == "-_" ? QByteArray::Base64UrlEncoding : QByteArray::Base64Encoding;
    const auto ending =
        closed.endsWith('=') ? QByteArray::KeepTrailingEquals : QByteArray::OmitTrailingEquals;
    const QByteArray opened = QByteArray::fromBase64(closed, alphabet);
    SecretFinder inside = *this;
    inside.m_instead = {};
    QByteArray hidden = inside.masked(opened);
    while (hidden != opened && hidden.contains(threeStars) && hidden.size() % 3 != opened.size() % 3)
        hidden.insert(hidden.indexOf(threeStars), '*'); // so that the padding stays as it is
    return hidden == opened ? threeStars : hidden.toBase64(alphabet | ending);
}

} // namespace hookworks
