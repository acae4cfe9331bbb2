// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/header_list.h"
#include "domain/listener_config.h"
#include "http/chunk_decoder.h"
#include "http/field_lines.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace hookworks {

/// A request's head, taken apart.
struct RequestHead
{
    enum class Body
    {
        None,
        Length,
        Chunked
    };

    QByteArray bytes; ///< verbatim, blank line included; so is an empty line that came before it
    QByteArray method, target;
    QByteArray version; ///< `1.0` or `1.1`; `1.2` to `1.9` mean the same as `1.1`
    HeaderList headers;
    Body body = Body::None;
    qint64 contentLength = 0;    ///< Body::Length
    bool keepsConnection = true; ///< RFC 9112, 9.3
    bool wantsContinue = false;  ///< `Expect: 100-continue` on 1.1, with a body to come
    bool operator==(const RequestHead&) const = default;
};

/// Why bytes are no request, in a form for people and for the answer.
struct Refusal
{
    int status = 400;  ///< 400, 413, 414, 431, 501 or 505
    QString reason;    ///< one sentence
    qint64 offset = 0; ///< of the byte, counted from the first of RequestHead::bytes
    bool operator==(const Refusal&) const = default;
};

/// Finds requests in a connection's bytes: HTTP/1.0, 1.1 and what may follow them, strictly after RFC 9112
/// (nothing that two readers might read differently is taken). No socket, no thread. The same events, merged
/// data and offsets for any split.
class RequestFramer
{
public:
    enum class Event
    {
        NeedMore, ///< everything was taken, nothing is complete yet
        Head,     ///< head() is there; feed on
        Data,     ///< a piece of the body
        Complete, ///< the request has ended; trailers() is there; the next byte begins the next request
        Refused   ///< refusal(); nothing more is taken
    };
    struct Step
    {
        Event event = Event::NeedMore;
        qsizetype consumed = 0; ///< of the bytes given, from their beginning
        QByteArrayView data;    ///< Event::Data: decoded bytes, inside the bytes given
    };

    explicit RequestFramer(const ListenerLimits& limits = {});

    /// The next event in `bytes`, which follow what was consumed before. Call again with the rest until
    /// NeedMore.
    Step next(QByteArrayView bytes);

    const RequestHead& head() const { return m_head; }
    /// Moves the head out; valid between Event::Head and the next request.
    RequestHead takeHead() { return std::move(m_head); }
    HeaderList trailers() const;
    Refusal refusal() const;
    FramingFault fault() const { return m_fault; }
    /// Bytes of the current request so far, an empty line before it left out; 0 between requests.
    qint64 requestBytes() const { return m_state == State::Complete ? 0 : m_at - m_begin; }
    /// The place of the byte that is expected next, counted as Refusal::offset is.
    qint64 offset() const { return m_at; }
    /// What came of a head that is not complete (or was refused).
    const QByteArray& partialHead() const { return m_head.bytes; }
    /// The head is complete, and the body is not.
    bool inBody() const { return m_state == State::Length || m_state == State::Chunks; }

private:
    enum class State
    {
        Start,
        StartLf,
        Method,
        Target,
        Version,
        VersionLf,
        Fields,
        HeadDone,
        Length,
        Chunks,
        Complete,
        Refused
    };

    void restart();
    Step headStep(QByteArrayView bytes);
    Step lengthStep(QByteArrayView bytes);
    Step chunkStep(QByteArrayView bytes);
    qsizetype requestLine(QByteArrayView bytes);
    qsizetype start(QByteArrayView bytes);
    State methodByte(char c);
    State targetByte(char c);
    State versionByte(char c);
    State versionDone();
    void interpret();
    State bad(FramingFault fault, qint64 offset);

    ListenerLimits m_limits;
    RequestHead m_head;
    FieldLines m_fields;
    ChunkDecoder m_chunks;
    State m_state = State::Start;
    FramingFault m_fault = FramingFault::None;
    qint64 m_faultOffset = 0;
    qint64 m_at = 0;    ///< bytes that were taken since the request before
    qint64 m_begin = 0; ///< of these: the empty line before the method
    qint64 m_left = 0;
    qint64 m_targetStart = 0, m_versionStart = 0;
    char m_major = '1', m_minor = '1';
    bool m_emptyLineSkipped = false;
    bool m_chunked = false;
};

} // namespace hookworks
