// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/field_lines.h"

#include "http/characters.h"

#include <QByteArrayList>

namespace hookworks {

namespace {

/// Each fold, with the white space around it, as one space (RFC 9112, 5.2).
QByteArray unfolded(const QByteArray& value)
{
    if (!value.contains('\n'))
        return value;
    QByteArrayList lines = value.split('\n');
    for (QByteArray& line : lines)
        line = line.trimmed();
    lines.removeAll(QByteArray());
    return lines.join(' ');
}

} // namespace

void FieldLines::restart(qint64 offset, int alreadySeen)
{
    m_state = State::LineStart;
    m_fault = FramingFault::None;
    m_at = offset;
    m_seen = alreadySeen;
    m_lines.clear();
}

qsizetype FieldLines::feed(QByteArrayView bytes)
{
    qsizetype i = 0;
    for (; i < bytes.size() && m_state != State::Done && m_state != State::Bad; ++i) {
        if (m_state == State::Value) {
            while (i < bytes.size() && isFieldByte(bytes[i])) {
                if (!isBlank(bytes[i]))
                    m_lines.back().valueEnd = m_at + 1;
                ++i;
                ++m_at;
            }
            if (i == bytes.size())
                break;
        }
        m_state = step(bytes[i], m_at);
        ++m_at;
    }
    return i;
}

HeaderList FieldLines::fields(const QByteArray& all) const
{
    HeaderList list;
    list.fields.reserve(static_cast<qsizetype>(m_lines.size()));
    for (const Line& line : m_lines) {
        qint64 begin = line.value;
        while (begin < line.valueEnd && (isBlank(all[begin]) || all[begin] == '\r' || all[begin] == '\n'))
            ++begin;
        list.append(all.sliced(line.name, line.nameEnd - line.name),
                    begin < line.valueEnd ? unfolded(all.sliced(begin, line.valueEnd - begin))
                                          : QByteArray(""));
    }
    return list;
}

FieldLines::State FieldLines::step(char c, qint64 at)
{
    switch (m_state) {
    case State::LineStart:
        return lineStart(c, at);
    case State::Name:
        return name(c, at);
    case State::NameSpace:
        return nameSpace(c, at);
    case State::Value:
        return value(c, at);
    case State::Cr:
        return c == '\n' ? State::LineStart : bad(FramingFault::BareCr, at - 1);
    case State::LastCr:
        return c == '\n' ? State::Done : bad(FramingFault::BareCr, at - 1);
    case State::Done:
    case State::Bad:
        break;
    }
    return m_state;
}

FieldLines::State FieldLines::lineStart(char c, qint64 at)
{
    if (c == '\r')
        return State::LastCr;
    if (c == '\n')
        return lenient() ? State::Done : bad(FramingFault::BareLf, at);
    if (isBlank(c))
        return lenient() && !m_lines.empty() ? State::Value : bad(FramingFault::ObsFold, at);
    if (c == ':')
        return bad(FramingFault::EmptyFieldName, at);
    if (!isTokenByte(c))
        return bad(FramingFault::BadFieldName, at);
    if (m_seen >= m_limit)
        return bad(FramingFault::TooManyFields, at);
    ++m_seen;
    m_lines.push_back({at, at, at, at});
    return State::Name;
}

FieldLines::State FieldLines::name(char c, qint64 at)
{
    if (isTokenByte(c))
        return State::Name;
    if (c == ':') {
        m_lines.back() = {m_lines.back().name, at, at + 1, at + 1};
        return State::Value;
    }
    if (isBlank(c) && lenient()) {
        m_lines.back().nameEnd = at;
        return State::NameSpace;
    }
    if (isBlank(c))
        return bad(FramingFault::SpaceBeforeColon, at);
    if (c == '\r' || c == '\n')
        return bad(FramingFault::NoColon, at);
    return bad(FramingFault::BadFieldName, at);
}

FieldLines::State FieldLines::nameSpace(char c, qint64 at)
{
    if (isBlank(c))
        return State::NameSpace;
    if (c != ':')
        return bad(c == '\r' || c == '\n' ? FramingFault::NoColon : FramingFault::BadFieldName, at);
    m_lines.back() = {m_lines.back().name, m_lines.back().nameEnd, at + 1, at + 1};
    return State::Value;
}

FieldLines::State FieldLines::value(char c, qint64 at)
{
    if (c == '\r')
        return State::Cr;
    if (c == '\n')
        return lenient() ? State::LineStart : bad(FramingFault::BareLf, at);
    return bad(FramingFault::ControlCharacter, at);
}

FieldLines::State FieldLines::bad(FramingFault fault, qint64 at)
{
    m_fault = fault;
    m_faultOffset = at;
    return State::Bad;
}

} // namespace hookworks
