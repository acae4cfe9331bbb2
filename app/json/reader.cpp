// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/reader.h"

#include "domain/words.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace hookworks {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

int hexValue(char c)
{
    if (isDigit(c))
        return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// How many bytes below 0x80 it begins with.
qsizetype asciiLength(QByteArrayView text)
{
    constexpr qsizetype atOnce = sizeof(quint64);
    qsizetype length = 0;
    for (quint64 eight = 0; length + atOnce <= text.size(); length += atOnce) {
        std::memcpy(&eight, text.data() + length, atOnce);
        if ((eight & 0x8080'8080'8080'8080U) != 0)
            break;
    }
    while (length < text.size() && static_cast<unsigned char>(text[length]) < 0x80)
        ++length;
    return length;
}

/// How many bytes of a string it begins with that stand for themselves.
qsizetype plainLength(QByteArrayView text)
{
    const auto* const end = std::find_if(text.begin(), text.end(), [](char c) {
        return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20;
    });
    return end - text.begin();
}

/// The length of the well-formed UTF-8 sequence at the start of `text` (RFC 3629); 0: there is none.
qsizetype sequenceLength(QByteArrayView text)
{
    const auto byte = [&](qsizetype i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
    const unsigned first = byte(0);
    const unsigned second = byte(1);
    const auto follows = [&](qsizetype i) { return (byte(i) & 0xC0U) == 0x80U; };
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first <= 0xDF)
        return follows(1) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF) {
        const bool bad = (first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F);
        return !bad && follows(1) && follows(2) ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        const bool bad = (first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F);
        return !bad && follows(1) && follows(2) && follows(3) ? 4 : 0;
    }
    return 0;
}

} // namespace

bool JsonReader::refuse(const QString& text)
{
    m_words = text;
    return false;
}

tl::expected<JsonValue, JsonProblem> JsonReader::read()
{
    if (!readAll())
        return tl::unexpected(problem());
    return std::move(m_root);
}

tl::expected<QList<std::optional<JsonSpan>>, JsonProblem> JsonReader::locate(const PathTree& paths)
{
    m_paths = &paths;
    m_spans.resize(paths.pathCount());
    m_foundIn.resize(static_cast<qsizetype>(paths.nodeCount()));
    std::ranges::fill(m_foundIn, std::pair<qsizetype, qsizetype>());
    m_next = PathTree::root;
    if (!readAll())
        return tl::unexpected(problem());
    return m_spans;
}

JsonProblem JsonReader::problem() const
{
    return {positionAt(m_text, m_pos), m_words};
}

bool JsonReader::readAll()
{
    bool good = checkUtf8();
    if (good) {
        skipBlanks();
        good = readValue(m_root);
    }
    while (good && !m_open.empty())
        good = step();
    if (good) {
        skipBlanks();
        if (m_pos < m_text.size())
            good = refuse(tr("There is text after the end of the value"));
    }
    return good;
}

/// Inside the innermost container.
void JsonReader::leadInto(const JsonPath::Step& step)
{
    m_next = m_paths->child(m_open.back().node, step);
}

/// The last of members with the same name counts: what was found in the one before is nothing any more.
void JsonReader::begins(PathTree::Node node)
{
    auto& [from, to] = m_foundIn[node];
    for (; from < to; ++from)
        m_spans[m_found[from]].reset();
    from = to = m_found.size();
}

/// A value that ends here.
void JsonReader::found(PathTree::Node node, qsizetype offset)
{
    if (node == PathTree::none)
        return;
    for (const qsizetype path : m_paths->endingAt(node)) {
        m_spans[path] = {offset, m_pos};
        m_found.push_back(path);
    }
    m_foundIn[node].second = m_found.size();
}

bool JsonReader::checkUtf8()
{
    if (m_text.startsWith("\xEF\xBB\xBF"))
        m_pos = 3; // RFC 8259, 8.1: a byte-order mark may be passed over; some editors write one
    for (qsizetype i = asciiLength(m_text); i < m_text.size(); i += asciiLength(m_text.sliced(i))) {
        const qsizetype length = sequenceLength(m_text.sliced(i));
        if (length == 0) {
            m_pos = i;
            return refuse(tr("This is not UTF-8"));
        }
        i += length;
    }
    return true;
}

void JsonReader::skipBlanks()
{
    while (at(' ') || at('\n') || at('\r') || at('\t'))
        ++m_pos;
}

void JsonReader::close()
{
    ++m_pos;
    const Open closed = m_open.back();
    m_open.pop_back();
    closed.value->end = m_pos;
    found(closed.node, closed.offset);
}

/// One item or member of the innermost container, or its end.
bool JsonReader::step()
{
    Open& open = m_open.back();
    skipBlanks();
    if (at(open.isArray ? ']' : '}')) {
        close();
        return true;
    }
    if (!std::exchange(open.isEmpty, false)) {
        if (!at(','))
            return refuse(open.isArray ? tr("A comma or ] is missing") : tr("A comma or } is missing"));
        ++m_pos;
        skipBlanks();
    }
    if (!open.isArray)
        return readMember(*open.value);
    if (open.node != PathTree::none)
        leadInto(open.items);
    ++open.items;
    return readValue(m_paths ? m_passed : open.value->items.emplace_back());
}

bool JsonReader::readMember(JsonValue& object)
{
    if (!at('"'))
        return refuse(tr("A member's name in double quotes is missing"));
    JsonMember* const member = m_paths ? nullptr : &object.members.emplace_back();
    if (member)
        member->keyOffset = m_pos;
    if (!(member ? readString(&member->key) : seekKey()))
        return false;
    skipBlanks();
    if (!at(':'))
        return refuse(tr("A colon is missing after the member's name"));
    ++m_pos;
    skipBlanks();
    return readValue(member ? member->value : m_passed);
}

/// Most names have no escapes, and need not be decoded to be told apart.
bool JsonReader::seekKey()
{
    const PathTree::Node node = m_open.back().node;
    const qsizetype start = m_pos;
    if (!readString(nullptr))
        return false;
    const QByteArrayView name = m_text.sliced(start + 1, m_pos - start - 2);
    if (node == PathTree::none)
        return true;
    if (!name.contains('\\')) {
        m_next = m_paths->childNamed(node, name);
        return true;
    }
    m_pos = start;
    QString decoded;
    const bool good = readString(&decoded);
    leadInto(decoded);
    return good;
}

bool JsonReader::readValue(JsonValue& value)
{
    using Kind = JsonValue::Kind;
    if (m_pos >= m_text.size())
        return refuse(tr("The text ends where a value is missing"));
    const qsizetype offset = value.offset = m_pos;
    const PathTree::Node node = std::exchange(m_next, PathTree::none);
    if (node != PathTree::none)
        begins(node);
    const char c = m_text[m_pos];
    if (c == '[' || c == '{') {
        if (m_open.size() >= jsonDepthLimit)
            return refuse(tr("Arrays and objects are nested deeper than 1024"));
        value.kind = c == '[' ? Kind::Array : Kind::Object;
        m_open.push_back({&value, c == '[', offset, node});
        ++m_pos;
        return true;
    }
    bool good = false;
    if (c == '"') {
        value.kind = Kind::String;
        good = readString(m_paths ? nullptr : &value.text);
    } else if (c == '-' || isDigit(c)) {
        good = readNumber(value);
    } else if (c == 't') {
        good = readWord(value, "true", Kind::Bool, true);
    } else if (c == 'f') {
        good = readWord(value, "false", Kind::Bool, false);
    } else {
        good = readWord(value, "null", Kind::Null, false);
    }
    value.end = m_pos;
    if (good)
        found(node, offset);
    return good;
}

bool JsonReader::readWord(JsonValue& value, QByteArrayView word, JsonValue::Kind kind, bool flag)
{
    if (!m_text.sliced(m_pos).startsWith(word))
        return refuse(tr("A value is missing here"));
    m_pos += word.size();
    value.kind = kind;
    value.flag = flag;
    return true;
}

bool JsonReader::digits()
{
    const qsizetype start = m_pos;
    while (m_pos < m_text.size() && isDigit(m_text[m_pos]))
        ++m_pos;
    return m_pos > start || refuse(tr("A digit is missing in a number"));
}

bool JsonReader::readNumber(JsonValue& value)
{
    const qsizetype start = m_pos;
    if (at('-'))
        ++m_pos;
    if (at('0'))
        ++m_pos;
    else if (!digits())
        return false;
    if (m_pos < m_text.size() && isDigit(m_text[m_pos]))
        return refuse(tr("A number may not start with 0"));
    if (at('.')) {
        ++m_pos;
        if (!digits())
            return false;
    }
    if (at('e') || at('E')) {
        ++m_pos;
        if (at('+') || at('-'))
            ++m_pos;
        if (!digits())
            return false;
    }
    value.kind = JsonValue::Kind::Number;
    if (!m_paths)
        value.text = QString::fromLatin1(m_text.sliced(start, m_pos - start));
    return true;
}

/// QString::fromUtf8() would leave out a U+FEFF that a piece of a string starts with.
QStringDecoder& JsonReader::decoder()
{
    if (!m_utf8)
        m_utf8.emplace(QStringDecoder::Utf8,
                       QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
    return *m_utf8;
}

bool JsonReader::readString(QString* out)
{
    ++m_pos;
    while (m_pos < m_text.size()) {
        const qsizetype start = m_pos;
        m_pos += plainLength(m_text.sliced(start));
        if (out && m_pos > start)
            *out += QString(decoder()(m_text.sliced(start, m_pos - start)));
        if (at('"')) {
            ++m_pos;
            return true;
        }
        if (at('\\')) {
            if (!readEscape(out))
                return false;
        } else if (m_pos < m_text.size()) {
            return refuse(tr("A control character in a string must be escaped"));
        }
    }
    return refuse(tr("The text ends inside a string"));
}

bool JsonReader::readEscape(QString* out)
{
    constexpr QByteArrayView letters = "\"\\/bfnrt";
    constexpr QByteArrayView meanings = "\"\\/\b\f\n\r\t";
    const char letter = m_pos + 1 < m_text.size() ? m_text[m_pos + 1] : '\0';
    if (letter == 'u') {
        const auto unit = readHex();
        if (!unit)
            return refuse(tr("Four hexadecimal digits are missing after \\u"));
        if (out)
            *out += QChar(*unit);
        return true;
    }
    const qsizetype which = letter == '\0' ? -1 : letters.indexOf(letter);
    if (which < 0)
        return refuse(tr("There is no such escape in a string"));
    if (out)
        *out += QLatin1Char(meanings[which]);
    m_pos += 2;
    return true;
}

std::optional<char16_t> JsonReader::readHex()
{
    if (m_pos + 6 > m_text.size())
        return std::nullopt;
    int unit = 0;
    for (qsizetype i = m_pos + 2; i < m_pos + 6; ++i) {
        const int digit = hexValue(m_text[i]);
        if (digit < 0)
            return std::nullopt;
        unit = unit * 16 + digit;
    }
    m_pos += 6;
    return static_cast<char16_t>(unit);
}

} // namespace hookworks
