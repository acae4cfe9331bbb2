// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/response_reader.h"

#include "domain/words.h"
#include "http/characters.h"
#include "http/framing_words.h"
#include "http/request_semantics.h"

#include <algorithm>
#include <limits>

namespace hookworks {

namespace {

constexpr QByteArrayView responseVersion("HTTP/1.");

bool couldBeStatusLine(QByteArrayView start)
{
    const qsizetype size = std::min(start.size(), responseVersion.size());
    return start.first(size) == responseVersion.first(size);
}

/// RFC 9112, 6.3: several equal lengths, in one field or more, are one; nullopt: they differ, or one is no
/// number.
std::optional<qint64> lengthOf(const QList<QByteArray>& values)
{
    std::optional<qint64> length;
    for (const QByteArray& value : values) {
        for (const QByteArrayView member : listMembers(value)) {
            const auto number = contentLength(member);
            if (!number || (length && *length != *number))
                return std::nullopt;
            length = number;
        }
    }
    return length;
}

/// Empty members count for nothing (RFC 9110, 5.6.1.2).
bool endsChunked(const QList<QByteArray>& codings)
{
    bool chunked = false;
    for (const QByteArray& value : codings) {
        for (const QByteArrayView member : listMembers(value))
            chunked = member.isEmpty() ? chunked : sameWord(member, "chunked");
    }
    return chunked;
}

/// What a server that expects TLS says to plain HTTP: a record of the type alert.
bool isTlsAlert(QByteArrayView start)
{
    return start.startsWith('\x15');
}

} // namespace

ResponseReader::ResponseReader(QByteArray method, ResponseLimits limits)
    : m_method(std::move(method))
    , m_limits(limits)
    , m_fields(FieldLines::Of::Response, limits.fields)
    , m_chunks(FieldLines(FieldLines::Of::Response, limits.fields))
{
}

ResponseReader::State ResponseReader::feed(QByteArrayView bytes)
{
    m_consumed = 0;
    while (m_state == State::Reading && m_consumed < bytes.size()) {
        const QByteArrayView rest = bytes.sliced(m_consumed);
        m_consumed += m_phase <= Phase::Head ? readHead(rest) : readBody(rest);
    }
    if (m_consumed < bytes.size())
        m_keeps = false;
    return m_state;
}

ResponseReader::State ResponseReader::finish()
{
    if (m_state != State::Reading)
        return m_state;
    m_keeps = false;
    if (m_phase <= Phase::Head) {
        if (m_head.isEmpty())
            m_state = State::Nothing;
        else
            invalid(m_phase == Phase::Head ? tr("The response ended within its head.")
                                           : tr("The response ended within its status line."));
    } else if (m_phase == Phase::UntilClose) {
        m_state = State::Complete;
    } else {
        m_state = State::Short;
        m_problem = m_phase == Phase::Length
                        ? tr("The response ended %1 bytes before its announced end.").arg(m_left)
                        : tr("The response ended before its last chunk.");
    }
    return m_state;
}

qsizetype ResponseReader::readHead(QByteArrayView bytes)
{
    const qsizetype room = std::max<qint64>(0, m_limits.headBytes - m_head.size());
    const QByteArrayView taken = bytes.first(std::min(room, bytes.size()));
    if (taken.isEmpty()) {
        invalid(words(FramingFault::HeadTooLong));
        return 0;
    }
    if (m_phase == Phase::StatusLine) {
        const qsizetype end = taken.indexOf('\n') + 1;
        return statusLine(taken.first(end > 0 ? end : taken.size()), end > 0);
    }
    const qsizetype used = m_fields.feed(taken);
    m_head.append(taken.first(used));
    if (m_fields.fault() != FramingFault::None)
        invalid(words(m_fields.fault()));
    else if (m_fields.done())
        headComplete();
    return used;
}

/// A byte that cannot begin a status line is told at once; what came with it is kept to be shown.
qsizetype ResponseReader::statusLine(QByteArrayView piece, bool ends)
{
    m_head.append(piece);
    const auto wrong =
        std::ranges::mismatch(QByteArrayView(m_head).first(std::min(m_head.size(), responseVersion.size())),
                              responseVersion)
            .in1;
    const qsizetype right = wrong - m_head.cbegin();
    if (right < std::min(m_head.size(), responseVersion.size())) {
        invalid(isTlsAlert(m_head)
                    ? tr("The response is not HTTP but a TLS alert: the receiver expects TLS on this port; "
                         "use https:// for it.")
                    : tr("The response is not HTTP/1."));
        return piece.size();
    }
    if (ends)
        takeStatusLine(m_head);
    return piece.size();
}

/// `HTTP/1.x 3DIGIT [ SP reason ]`, with the space before a missing reason left out as many servers do.
bool ResponseReader::takeStatusLine(QByteArrayView line)
{
    line.chop(line.endsWith("\r\n") ? 2 : 1);
    const bool valid = line.size() >= 12 && couldBeStatusLine(line) && isDigit(line[7]) && line[8] == ' ' &&
                       std::ranges::all_of(line.sliced(9, 3), isDigit) && line[9] != '0' &&
                       (line.size() == 12 || line[12] == ' ') && std::ranges::all_of(line, isFieldByte);
    if (!valid) {
        invalid(tr("The response does not begin with a valid HTTP/1 status line."));
        return false;
    }
    m_minor = line[7] - '0';
    m_status = line.sliced(9, 3).toByteArray().toInt();
    m_phase = Phase::Head;
    m_fields.restart(m_head.size());
    return true;
}

void ResponseReader::headComplete()
{
    if (m_status < 200 && m_status != 101) {
        m_status = 0;
        m_head.clear();
        m_phase = Phase::StatusLine;
        return;
    }
    m_headers = m_fields.fields(m_head);
    bool close = false;
    bool keep = false;
    for (const QByteArray& value : m_headers.values("Connection")) {
        for (const QByteArrayView member : listMembers(value)) {
            close |= sameWord(member, "close");
            keep |= sameWord(member, "keep-alive");
        }
    }
    m_keeps = !close && (m_minor >= 1 || keep) && m_status != 101;
    chooseBody();
}

/// RFC 9112, 6.3.
void ResponseReader::chooseBody()
{
    const QList<QByteArray> codings = m_headers.values("Transfer-Encoding");
    const QList<QByteArray> lengths = m_headers.values("Content-Length");
    m_phase = Phase::UntilClose;
    if (m_method == "HEAD" || m_status == 204 || m_status == 304 || m_status == 101 ||
        (m_method == "CONNECT" && m_status / 100 == 2)) {
        complete();
    } else if (!codings.isEmpty()) {
        if (endsChunked(codings)) {
            m_phase = Phase::Chunks;
            m_chunks.restart(m_head.size(), std::numeric_limits<qint64>::max(), m_limits.headBytes);
        }
        m_keeps =
            m_keeps && m_minor > 0 && lengths.isEmpty() && codings.size() == 1 && m_phase == Phase::Chunks;
    } else if (!lengths.isEmpty()) {
        const auto length = lengthOf(lengths);
        m_left = length.value_or(0);
        m_phase = Phase::Length;
        if (!length)
            invalid(tr(
                "The response is not valid HTTP: its Content-Length is not one number of decimal digits."));
        else if (m_left == 0)
            complete();
    } else {
        m_keeps = false;
    }
}

qsizetype ResponseReader::readBody(QByteArrayView bytes)
{
    if (m_phase == Phase::UntilClose)
        return keep(bytes);
    if (m_phase == Phase::Length) {
        const qsizetype used = keep(bytes.first(std::min<qint64>(m_left, bytes.size())));
        m_left -= used;
        if (m_left == 0 && m_state == State::Reading)
            complete();
        return used;
    }
    const ChunkDecoder::Step step = m_chunks.feed(bytes);
    keep(step.data);
    if (m_chunks.fault() != FramingFault::None)
        invalid(m_chunks.fault() == FramingFault::HeadTooLong
                    ? tr("The trailers of the response are longer than %1 bytes.").arg(m_limits.headBytes)
                    : words(m_chunks.fault()));
    else if (m_chunks.done()) {
        m_trailers = m_chunks.trailers();
        complete();
    }
    return step.consumed;
}

qsizetype ResponseReader::keep(QByteArrayView bytes)
{
    const qsizetype room = std::max<qint64>(0, m_limits.bodyBytes - m_body.size());
    m_body.append(bytes.first(std::min(room, bytes.size())));
    if (bytes.size() > room)
        m_state = State::Truncated;
    return bytes.size();
}

/// Of the response: it is the receiver that is at fault, or too long for what is read here.
QString ResponseReader::words(FramingFault fault) const
{
    if (fault == FramingFault::HeadTooLong)
        return tr("The head of the response is longer than %1 bytes.").arg(m_limits.headBytes);
    if (fault == FramingFault::TooManyFields)
        return tr("The response has more than %1 fields.").arg(m_limits.fields);
    return tr("The response is not valid HTTP: %1").arg(framingWords(fault));
}

void ResponseReader::complete()
{
    m_state = State::Complete;
    m_phase = Phase::Done;
}

void ResponseReader::invalid(const QString& problem)
{
    m_state = State::Invalid;
    m_problem = problem;
    m_keeps = false;
}

} // namespace hookworks
