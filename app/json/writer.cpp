// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/value.h"

namespace hookworks {

namespace {

void appendEscaped(QByteArray& out, char16_t unit)
{
    out += "\\u" + QByteArray::number(unit, 16).rightJustified(4, '0');
}

bool mustEscape(QChar c)
{
    return c.unicode() < 0x20 || c == u'"' || c == u'\\' || c.isSurrogate();
}

void appendSpecial(QByteArray& out, char16_t unit)
{
    constexpr QByteArrayView meanings = "\"\\\b\f\n\r\t";
    constexpr QByteArrayView letters = "\"\\bfnrt";
    const qsizetype which = unit != 0 && unit < 0x80 ? meanings.indexOf(static_cast<char>(unit)) : -1;
    if (which < 0)
        appendEscaped(out, unit);
    else
        out.append('\\').append(letters[which]);
}

void appendString(QByteArray& out, QStringView text)
{
    out += '"';
    qsizetype i = 0;
    while (i < text.size()) {
        const qsizetype start = i;
        while (i < text.size() && !mustEscape(text[i]))
            ++i;
        out += text.sliced(start, i - start).toUtf8();
        if (i >= text.size())
            break;
        const bool pair = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (pair)
            out += text.sliced(i, 2).toUtf8();
        else
            appendSpecial(out, text[i].unicode());
        i += pair ? 2 : 1;
    }
    out += '"';
}

/// Writes with line breaks where `indent` is not negative.
class Writer
{
public:
    explicit Writer(int indent)
        : m_indent(indent)
    {
    }

    void write(const JsonValue& value)
    {
        switch (value.kind) {
        case JsonValue::Kind::Null:
            out += "null";
            break;
        case JsonValue::Kind::Bool:
            out += value.flag ? "true" : "false";
            break;
        case JsonValue::Kind::Number:
            out += value.text.toLatin1();
            break;
        case JsonValue::Kind::String:
            appendString(out, value.text);
            break;
        case JsonValue::Kind::Array:
            writeArray(value);
            break;
        case JsonValue::Kind::Object:
            writeObject(value);
            break;
        }
    }

    QByteArray out;

private:
    void writeArray(const JsonValue& value)
    {
        out += '[';
        ++m_level;
        for (const JsonValue& item : value.items) {
            separate(&item == value.items.data());
            write(item);
        }
        close(value.items.empty(), ']');
    }

    void writeObject(const JsonValue& value)
    {
        out += '{';
        ++m_level;
        for (const JsonMember& member : value.members) {
            separate(&member == value.members.data());
            appendString(out, member.key);
            out += m_indent < 0 ? ":" : ": ";
            write(member.value);
        }
        close(value.members.empty(), '}');
    }

    void separate(bool first)
    {
        if (!first)
            out += ',';
        newLine();
    }

    void close(bool empty, char end)
    {
        --m_level;
        if (!empty)
            newLine();
        out += end;
    }

    void newLine()
    {
        if (m_indent >= 0)
            out.append('\n').append(static_cast<qsizetype>(m_indent) * m_level, ' ');
    }

    int m_indent;
    int m_level = 0;
};

QByteArray written(const JsonValue& value, int indent)
{
    Writer writer(indent);
    writer.write(value);
    return writer.out;
}

} // namespace

QByteArray compactJson(const JsonValue& value)
{
    return written(value, -1);
}

QByteArray prettyJson(const JsonValue& value, int indent)
{
    return written(value, indent);
}

} // namespace hookworks
