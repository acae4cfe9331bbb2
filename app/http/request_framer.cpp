// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/request_framer.h"

#include "http/characters.h"
#include "http/framing_words.h"
#include "http/request_semantics.h"

#include <algorithm>

namespace hookworks {

namespace {

constexpr qint64 longestMethod = 64;
constexpr QByteArrayView requestVersion("HTTP/0.0");

} // namespace

RequestFramer::RequestFramer(const ListenerLimits& limits)
    : m_limits(limits)
    , m_fields(FieldLines::Of::Request, limits.fields)
    , m_chunks(FieldLines(FieldLines::Of::Request, limits.fields))
{
}

RequestFramer::Step RequestFramer::next(QByteArrayView bytes)
{
    switch (m_state) {
    case State::Complete:
        restart();
        return headStep(bytes);
    case State::HeadDone:
    case State::Length:
        return lengthStep(bytes);
    case State::Chunks:
        return chunkStep(bytes);
    case State::Refused:
        return {Event::Refused, 0, {}};
    default:
        return headStep(bytes);
    }
}

HeaderList RequestFramer::trailers() const
{
    return m_chunked ? m_chunks.trailers() : HeaderList();
}

Refusal RequestFramer::refusal() const
{
    return {framingStatus(m_fault), framingWords(m_fault), m_faultOffset};
}

void RequestFramer::restart()
{
    m_head = RequestHead();
    m_state = State::Start;
    m_at = m_begin = m_left = 0;
    m_emptyLineSkipped = m_chunked = false;
}

RequestFramer::Step RequestFramer::headStep(QByteArrayView bytes)
{
    qsizetype used = 0;
    if (m_state == State::Start || m_state == State::StartLf) {
        used = start(bytes);
        m_head.bytes.append(bytes.first(used));
        m_begin = m_head.bytes.size();
    }
    const qint64 room = m_limits.headBytes + 1 - m_head.bytes.size();
    const QByteArrayView rest = bytes.sliced(used, std::min<qsizetype>(room, bytes.size() - used));
    qsizetype taken = m_state < State::Fields ? requestLine(rest) : 0;
    if (m_state == State::Fields) {
        taken += m_fields.feed(rest.sliced(taken));
        if (m_fields.fault() != FramingFault::None)
            m_state = bad(m_fields.fault(), m_fields.faultOffset());
    }
    m_head.bytes.append(rest.first(taken));
    m_at = m_head.bytes.size();
    used += taken;
    if (m_state != State::Refused && m_at > m_limits.headBytes)
        m_state = bad(FramingFault::HeadTooLong, m_limits.headBytes);
    if (m_state == State::Fields && m_fields.done())
        interpret();
    if (m_state == State::Refused)
        return {Event::Refused, used, {}};
    return {m_state > State::Fields ? Event::Head : Event::NeedMore, used, {}};
}

/// One empty line before a request is passed over (RFC 9112, 2.2), and kept.
qsizetype RequestFramer::start(QByteArrayView bytes)
{
    qsizetype i = 0;
    for (; i < bytes.size() && (m_state == State::Start || m_state == State::StartLf); ++i) {
        if (m_state == State::StartLf) {
            if (bytes[i] != '\n') {
                m_state = bad(FramingFault::BareCr, 0);
                return i;
            }
            m_state = State::Start;
            m_emptyLineSkipped = true;
        } else if (bytes[i] == '\r' && !m_emptyLineSkipped) {
            m_state = State::StartLf;
        } else if (bytes[i] == '\r' || bytes[i] == '\n') {
            m_state = bad(bytes[i] == '\n' ? FramingFault::BareLf : FramingFault::LeadingEmptyLines, 0);
            return i;
        } else {
            m_state = State::Method;
            return i;
        }
    }
    return i;
}

qsizetype RequestFramer::requestLine(QByteArrayView bytes)
{
    qsizetype i = 0;
    for (; i < bytes.size() && m_state < State::Fields; ++i) {
        m_at = m_head.bytes.size() + i;
        const char c = bytes[i];
        if (m_state == State::Method)
            m_state = methodByte(c);
        else if (m_state == State::Target)
            m_state = targetByte(c);
        else if (m_state == State::Version)
            m_state = versionByte(c);
        else
            m_state = c == '\n' ? versionDone() : bad(FramingFault::BareCr, m_at - 1);
    }
    return i;
}

RequestFramer::State RequestFramer::methodByte(char c)
{
    if (isTokenByte(c))
        return m_at - m_begin < longestMethod ? State::Method : bad(FramingFault::MethodTooLong, m_at);
    if (c != ' ' || m_at == m_begin)
        return bad(FramingFault::BadMethod, m_at);
    m_targetStart = m_at + 1;
    return State::Target;
}

RequestFramer::State RequestFramer::targetByte(char c)
{
    if (c == ' ') {
        m_versionStart = m_at + 1;
        return m_at > m_targetStart ? State::Version : bad(FramingFault::SpaceInRequestLine, m_at);
    }
    if (m_at - m_targetStart >= m_limits.targetBytes)
        return bad(FramingFault::TargetTooLong, m_at);
    if (c == '\r' || c == '\n')
        return bad(FramingFault::BadVersion, m_at);
    if (c == '#')
        return bad(FramingFault::FragmentInTarget, m_at);
    return isTargetByte(c) ? State::Target : bad(FramingFault::BadTarget, m_at);
}

RequestFramer::State RequestFramer::versionByte(char c)
{
    const qint64 place = m_at - m_versionStart;
    if (place == requestVersion.size())
        return c == '\r' ? State::VersionLf
                         : bad(c == '\n' ? FramingFault::BareLf : FramingFault::BadVersion, m_at);
    const char wanted = requestVersion[place];
    if (wanted != '0')
        return c == wanted ? State::Version
                           : bad(place == 0 && isBlank(c) ? FramingFault::SpaceInRequestLine
                                                          : FramingFault::BadVersion,
                                 m_at);
    if (!isDigit(c))
        return bad(FramingFault::BadVersion, m_at);
    (place == 5 ? m_major : m_minor) = c;
    return State::Version;
}

/// A later minor version of HTTP/1 is served as 1.1 (RFC 9110, 2.5).
RequestFramer::State RequestFramer::versionDone()
{
    if (m_major != '1')
        return bad(FramingFault::UnsupportedVersion, m_versionStart);
    m_fields.restart(m_at + 1);
    return State::Fields;
}

void RequestFramer::interpret()
{
    static const QByteArray version10("1.0"), version11("1.1");
    m_head.method = m_head.bytes.sliced(m_begin, m_targetStart - 1 - m_begin);
    m_head.target = m_head.bytes.sliced(m_targetStart, m_versionStart - 1 - m_targetStart);
    m_head.version = m_minor == '0' ? version10 : m_minor == '1' ? version11 : QByteArray("1.") + m_minor;
    m_head.headers = m_fields.fields(m_head.bytes);
    const HeadProblem problem = interpretHead(m_head, m_limits.bodyBytes);
    if (problem.fault != FramingFault::None) {
        const qint64 at = problem.field >= 0 ? m_fields.offsetOf(static_cast<size_t>(problem.field))
                                             : problem.offset + (problem.inTarget ? m_targetStart : 0);
        m_state = bad(problem.fault, at);
        return;
    }
    m_left = m_head.contentLength;
    m_chunked = m_head.body == RequestHead::Body::Chunked;
    m_state = m_chunked ? State::Chunks : m_left > 0 ? State::Length : State::HeadDone;
    if (m_chunked)
        m_chunks.restart(m_at, m_limits.bodyBytes, m_limits.headBytes, m_fields.count());
}

RequestFramer::Step RequestFramer::lengthStep(QByteArrayView bytes)
{
    if (m_left == 0) {
        m_state = State::Complete;
        return {Event::Complete, 0, {}};
    }
    const qsizetype size = std::min<qint64>(m_left, bytes.size());
    m_left -= size;
    m_at += size;
    return {size > 0 ? Event::Data : Event::NeedMore, size, bytes.first(size)};
}

RequestFramer::Step RequestFramer::chunkStep(QByteArrayView bytes)
{
    if (m_chunks.done()) {
        m_state = State::Complete;
        return {Event::Complete, 0, {}};
    }
    const ChunkDecoder::Step step = m_chunks.feed(bytes);
    m_at += step.consumed;
    if (m_chunks.fault() != FramingFault::None) {
        m_state = bad(m_chunks.fault(), m_chunks.faultOffset());
        return {Event::Refused, step.consumed, {}};
    }
    if (m_chunks.done()) {
        m_state = State::Complete;
        return {Event::Complete, step.consumed, {}};
    }
    return {step.data.isEmpty() ? Event::NeedMore : Event::Data, step.consumed, step.data};
}

RequestFramer::State RequestFramer::bad(FramingFault fault, qint64 offset)
{
    m_fault = fault;
    m_faultOffset = offset;
    return State::Refused;
}

} // namespace hookworks
