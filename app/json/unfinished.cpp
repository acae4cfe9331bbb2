// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/unfinished.h"

#include "json/value.h"

#include <optional>
#include <vector>

namespace hookworks {

namespace {

bool isWordByte(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
           c == '-' || c == '+' || c == '.';
}

bool isBlankByte(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

/// A container as it is written: only what is around the place is read as text in the end.
struct WrittenPart
{
    bool isObject = false;
    QByteArrayView key; ///< the last one
    std::vector<QByteArrayView> keys;
    std::vector<std::pair<QByteArrayView, QByteArrayView>> texts;
};

/// What stands between quotes, or a word without them.
QString textOfWord(QByteArrayView written)
{
    const bool quoted = written.startsWith('"');
    const bool closed = quoted && written.size() > 1 && written.endsWith('"');
    const QByteArrayView inner = !quoted ? written : written.sliced(1, written.size() - (closed ? 2 : 1));
    const auto decoded = quoted && inner.contains('\\') ? readJson(written) : tl::unexpected(JsonProblem());
    return decoded ? decoded->text : QString::fromUtf8(inner);
}

UnfinishedPart partOf(const WrittenPart& written, QByteArrayView key)
{
    UnfinishedPart part{written.isObject, textOfWord(key), {}, {}};
    for (const QByteArrayView one : written.keys)
        part.keys << textOfWord(one);
    for (const auto& [name, text] : written.texts)
        part.texts.insert(textOfWord(name), textOfWord(text));
    return part;
}

/// Reads brackets, words and colons, and does not mind what is missing.
class UnfinishedScan
{
public:
    UnfinishedScan(QByteArrayView text, qint64 offset)
        : m_text(text)
        , m_offset(std::clamp<qint64>(offset, 0, text.size()))
    {
    }

    UnfinishedPlace read()
    {
        while (m_pos < m_text.size() && !isOver()) {
            if (!m_taken && m_pos >= m_offset && !startsWord())
                take({}, m_offset, m_offset);
            step();
        }
        if (!m_taken)
            take({}, m_offset, m_offset);
        for (size_t i = 0; i < m_around.size(); ++i)
            m_place.parts.append(partOf(m_parts[m_around[i]], m_keys[i]));
        return m_place;
    }

private:
    enum class Wants
    {
        Key,
        Colon,
        Value,
        Comma
    };
    struct Open
    {
        size_t part;
        Wants wants;
    };

    /// All containers around the place have ended: nothing more can be learnt.
    bool isOver() const { return m_taken && m_open.size() < m_around.size() && m_open.empty(); }
    bool startsWord() const { return m_text[m_pos] == '"' || isWordByte(m_text[m_pos]); }
    Wants wants() const { return m_open.empty() ? Wants::Value : m_open.back().wants; }

    void step()
    {
        const char c = m_text[m_pos];
        if (startsWord())
            return word();
        ++m_pos;
        if (c == '{' || c == '[') {
            m_parts.push_back({c == '{', {}, {}, {}});
            m_open.push_back({m_parts.size() - 1, c == '{' ? Wants::Key : Wants::Value});
        } else if ((c == '}' || c == ']') && !m_open.empty()) {
            if (!m_taken && m_open.back().part + 1 == m_parts.size())
                m_parts.pop_back(); // it ended before the place
            m_open.pop_back();
            valueEnds();
        } else if (c == ':' && !m_open.empty()) {
            m_open.back().wants = Wants::Value;
        } else if (c == ',' && !m_open.empty()) {
            m_open.back().wants = m_parts[m_open.back().part].isObject ? Wants::Key : Wants::Value;
        }
    }

    void valueEnds()
    {
        if (!m_open.empty())
            m_open.back().wants = Wants::Comma;
    }

    qsizetype endOfWord() const
    {
        qsizetype end = m_pos + 1;
        if (m_text[m_pos] != '"') {
            while (end < m_text.size() && isWordByte(m_text[end]))
                ++end;
            return end;
        }
        while (end < m_text.size() && m_text[end] != '"' && m_text[end] != '\n')
            end += m_text[end] == '\\' ? 2 : 1;
        end = std::min(end, m_text.size());
        return end < m_text.size() && m_text[end] == '"' ? end + 1 : end;
    }

    void word()
    {
        const qsizetype from = m_pos;
        const qsizetype to = endOfWord();
        const QByteArrayView written = m_text.sliced(from, to - from);
        const bool quoted = written.startsWith('"');
        const bool closed = quoted && written.size() > 1 && written.endsWith('"');
        const qsizetype last = closed ? to - 1 : to; // behind the closing quote is another place
        const bool isHere = !m_taken && m_offset <= last && m_offset >= from;
        if (isHere)
            take(textOfWord(written), from, to);
        m_pos = to;
        takeIn(written, quoted && !isHere); // what is being typed says nothing yet
    }

    /// The word as a member's name, or as its value.
    void takeIn(QByteArrayView text, bool quoted)
    {
        if (m_open.empty())
            return;
        WrittenPart& part = m_parts[m_open.back().part];
        if (m_open.back().wants == Wants::Key) {
            part.key = text;
            part.keys.push_back(text);
            m_open.back().wants = Wants::Colon;
        } else {
            if (part.isObject && quoted)
                part.texts.emplace_back(part.key, text);
            valueEnds();
        }
    }

    void take(const QString& text, qint64 from, qint64 to)
    {
        m_taken = true;
        m_place.isKey = wants() == Wants::Key;
        m_place.isValue = wants() == Wants::Value;
        m_place.word = text;
        const qint64 inner = from + (from < to && m_text[from] == '"' ? 1 : 0);
        m_place.typed = QString::fromUtf8(m_text.sliced(inner, std::max<qint64>(0, m_offset - inner)));
        m_place.from = from;
        m_place.to = to;
        qint64 next = to;
        while (next < m_text.size() && isBlankByte(m_text[next]))
            ++next;
        m_place.hasColon = next < m_text.size() && m_text[next] == ':';
        for (const Open& open : m_open) {
            m_around.push_back(open.part);
            m_keys.push_back(m_parts[open.part].key);
        }
    }

    QByteArrayView m_text;
    qint64 m_offset;
    qsizetype m_pos = 0;
    std::vector<WrittenPart> m_parts; ///< those around the place, and those that were met behind it
    std::vector<Open> m_open;
    std::vector<size_t> m_around;       ///< the containers around the place
    std::vector<QByteArrayView> m_keys; ///< of each, the member that the place is in
    UnfinishedPlace m_place;
    bool m_taken = false;
};

} // namespace

UnfinishedPlace placeIn(QByteArrayView text, qint64 offset)
{
    return UnfinishedScan(text, offset).read();
}

} // namespace hookworks
