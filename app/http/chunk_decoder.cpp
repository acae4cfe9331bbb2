// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/chunk_decoder.h"

#include "http/characters.h"

#include <algorithm>

namespace hookworks {

namespace {

constexpr int longestChunkLine = 4096;
constexpr int longestSize = 16; ///< digits that mean something
constexpr int longestExtensions = 16 * 1024;

} // namespace

void ChunkDecoder::restart(qint64 offset, qint64 bodyBytes, qint64 trailerBytes, int fieldsSeen)
{
    m_state = State::SizeStart;
    m_fault = FramingFault::None;
    m_left = 0;
    m_room = static_cast<quint64>(bodyBytes);
    m_at = m_lineAt = offset;
    m_trailerLimit = trailerBytes;
    m_trailerBytes.clear();
    m_lineBytes = m_extensionBytes = 0;
    m_fieldsSeen = fieldsSeen;
    m_trailerLines.restart(0, fieldsSeen);
}

ChunkDecoder::Step ChunkDecoder::feed(QByteArrayView bytes)
{
    Step step;
    while (step.consumed < bytes.size() && m_state != State::Done && m_state != State::Bad) {
        if (m_state == State::Trailers) {
            feedTrailers(bytes.sliced(step.consumed), step);
            continue;
        }
        if (m_state == State::Data) {
            const auto size = std::min<quint64>(m_left, static_cast<quint64>(bytes.size() - step.consumed));
            step.data = bytes.sliced(step.consumed, static_cast<qsizetype>(size));
            step.consumed += step.data.size();
            m_at += step.data.size();
            m_left -= size;
            if (m_left == 0)
                m_state = State::DataCr;
            return step;
        }
        m_state = line(bytes[step.consumed]);
        ++step.consumed;
        ++m_at;
    }
    return step;
}

HeaderList ChunkDecoder::trailers() const
{
    return done() ? m_trailerLines.fields(m_trailerBytes) : HeaderList();
}

void ChunkDecoder::feedTrailers(QByteArrayView bytes, Step& step)
{
    const qsizetype room = std::max<qint64>(1, m_trailerLimit + 1 - m_trailerBytes.size());
    const qsizetype taken = m_trailerLines.feed(bytes.first(std::min(room, bytes.size())));
    const qint64 start = m_at - m_trailerBytes.size();
    m_trailerBytes.append(bytes.first(taken));
    m_at += taken;
    step.consumed += taken;
    if (m_trailerLines.fault() != FramingFault::None)
        m_state = bad(m_trailerLines.fault(), start + m_trailerLines.faultOffset());
    else if (m_trailerBytes.size() > m_trailerLimit)
        m_state = bad(FramingFault::HeadTooLong, start + m_trailerLimit);
    else if (m_trailerLines.done())
        m_state = State::Done;
}

ChunkDecoder::State ChunkDecoder::line(char c)
{
    if (m_state == State::DataCr)
        return c == '\r' ? State::DataLf : bad(FramingFault::ChunkNotEnded, m_at);
    if (m_state == State::DataLf) {
        m_lineBytes = 0;
        m_lineAt = m_at + 1;
        return c == '\n' ? State::SizeStart : bad(FramingFault::ChunkNotEnded, m_at);
    }
    if (++m_lineBytes > longestChunkLine)
        return bad(FramingFault::ChunkLineTooLong, m_at);
    if (isExtension() && ++m_extensionBytes > longestExtensions)
        return bad(FramingFault::ChunkLinesTooLong, m_at);
    switch (m_state) {
    case State::SizeStart:
    case State::Size:
        return size(c);
    case State::SizeSpace:
    case State::ExtEnd:
    case State::ExtNameSpace:
        return afterSize(c);
    case State::ExtNameStart:
    case State::ExtName:
        return extensionName(c);
    case State::ExtValueStart:
    case State::ExtValue:
        return extensionValue(c);
    case State::ExtQuoted:
    case State::ExtEscaped:
        return quoted(c);
    case State::SizeLf:
        if (c != '\n')
            return bad(FramingFault::BareCr, m_at - 1);
        return sizeDone();
    default:
        return m_state;
    }
}

/// What only makes the wire longer than the body.
bool ChunkDecoder::isExtension() const
{
    const bool inSize = m_state == State::SizeStart || m_state == State::Size;
    return inSize ? m_lineBytes > longestSize : m_state != State::SizeLf;
}

ChunkDecoder::State ChunkDecoder::size(char c)
{
    if (const int digit = hexValue(c); digit >= 0) {
        const quint64 sofar = m_state == State::SizeStart ? 0 : m_left;
        if (sofar >> 59)
            return bad(FramingFault::ChunkTooLong, m_lineAt);
        m_left = sofar * 16 + static_cast<quint64>(digit);
        return State::Size;
    }
    if (m_state == State::SizeStart)
        return bad(FramingFault::BadChunkSize, m_at);
    if (c == '\n')
        return bad(FramingFault::BareLf, m_at);
    if (c == '\r' || c == ';')
        return afterSize(c);
    return isBlank(c) ? State::SizeSpace : bad(FramingFault::BadChunkSize, m_at);
}

/// A chunk is refused for what it announces, before its data come.
ChunkDecoder::State ChunkDecoder::sizeDone()
{
    if (m_left > m_room)
        return bad(FramingFault::ChunkTooLong, m_lineAt);
    m_room -= m_left;
    return m_left == 0 ? State::Trailers : State::Data;
}

/// Behind a size, an extension's name or its value: `BWS ";"`, behind a name also `BWS "="`. White space that
/// nothing follows is no part of the grammar.
ChunkDecoder::State ChunkDecoder::afterSize(char c)
{
    const bool spaced = m_state == State::SizeSpace || (m_state == State::ExtNameSpace && m_spaced);
    if (c == ';') {
        m_spaced = false;
        return State::ExtNameStart;
    }
    if (c == '=' && m_state == State::ExtNameSpace) {
        m_spaced = false;
        return State::ExtValueStart;
    }
    if (isBlank(c)) {
        m_spaced = true;
        return m_state == State::ExtNameSpace ? State::ExtNameSpace : State::SizeSpace;
    }
    if (c == '\r' && !spaced)
        return State::SizeLf;
    if (c == '\n')
        return bad(FramingFault::BareLf, m_at);
    return bad(m_state == State::SizeSpace ? FramingFault::BadChunkSize : FramingFault::BadChunkExtension,
               m_at);
}

ChunkDecoder::State ChunkDecoder::extensionName(char c)
{
    if (isTokenByte(c))
        return State::ExtName;
    if (m_state == State::ExtNameStart)
        return isBlank(c) ? State::ExtNameStart : bad(FramingFault::BadChunkExtension, m_at);
    m_state = State::ExtNameSpace;
    m_spaced = false;
    return afterSize(c);
}

ChunkDecoder::State ChunkDecoder::extensionValue(char c)
{
    if (isTokenByte(c))
        return State::ExtValue;
    if (m_state == State::ExtValueStart) {
        if (c == '"')
            return State::ExtQuoted;
        return isBlank(c) ? State::ExtValueStart : bad(FramingFault::BadChunkExtension, m_at);
    }
    m_state = State::ExtEnd;
    return afterSize(c);
}

ChunkDecoder::State ChunkDecoder::quoted(char c)
{
    if (!isFieldByte(c))
        return bad(c == '\n' ? FramingFault::BareLf : FramingFault::BadChunkExtension, m_at);
    if (m_state == State::ExtEscaped)
        return State::ExtQuoted;
    if (c == '\\')
        return State::ExtEscaped;
    return c == '"' ? State::ExtEnd : State::ExtQuoted;
}

ChunkDecoder::State ChunkDecoder::bad(FramingFault fault, qint64 at)
{
    m_fault = fault;
    m_faultOffset = at;
    return State::Bad;
}

} // namespace hookworks
