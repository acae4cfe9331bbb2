// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/header_list.h"
#include "http/chunk_decoder.h"
#include "http/field_lines.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace hookworks {

/// What a sender keeps of an answer.
struct ResponseLimits
{
    qint64 headBytes = 256 * 1024; ///< a longer head is Invalid
    int fields = 1000;
    qint64 bodyBytes = 1024 * 1024; ///< bytes kept; more ends reading as Truncated
    bool operator==(const ResponseLimits&) const = default;
};

/// Reads one final HTTP/1.x answer from bytes as they come (RFC 9112, 6.3): skips every 1xx but 101, unfolds
/// values in headers() but not in head(), decodes chunks, knows that HEAD, 204 and 304 have no body. No
/// socket, no thread; the same result for any split (of what is no HTTP, head() has what came with the wrong
/// byte).
class ResponseReader
{
public:
    enum class State
    {
        Reading,
        Complete,  ///< all of it is here
        Truncated, ///< the body is longer than the limit; `body` has its beginning
        Invalid,   ///< no HTTP, or ended within a status line or head: problem() says where
        Short,     ///< ended before the announced end of the body
        Nothing    ///< ended without one byte (after a 1xx: without one byte of the final answer)
    };

    /// `method` is the request's.
    explicit ResponseReader(QByteArray method, ResponseLimits limits = {});

    /// Takes what came. After the end further bytes are left alone: see consumed().
    State feed(QByteArrayView bytes);
    /// The other end has closed (FIN); a body that runs until then is complete now.
    State finish();
    State state() const { return m_state; }

    bool hasHead() const { return m_phase > Phase::Head; }
    int status() const { return m_status; } ///< 0 until the status line was read; never a skipped 1xx
    const QByteArray& head() const
    {
        return m_head;
    } ///< verbatim with the blank line; of an unfinished head: what came
    const HeaderList& headers() const { return m_headers; }
    const HeaderList& trailers() const { return m_trailers; }
    const QByteArray& body() const { return m_body; } ///< decoded from chunks
    bool truncated() const { return m_state == State::Truncated; }
    /// How many of the last feed()'s bytes belong to this answer.
    qsizetype consumed() const { return m_consumed; }
    /// Complete, and the connection may carry another exchange: end known without closing, no `Connection:
    /// close`, nothing behind the end in the last feed().
    bool keepsConnection() const { return m_state == State::Complete && m_keeps; }
    /// In words, for Invalid and Short; else empty.
    const QString& problem() const { return m_problem; }

private:
    enum class Phase
    {
        StatusLine,
        Head,
        Length,
        Chunks,
        UntilClose,
        Done
    };

    qsizetype readHead(QByteArrayView bytes);
    qsizetype readBody(QByteArrayView bytes);
    qsizetype keep(QByteArrayView bytes);
    qsizetype statusLine(QByteArrayView piece, bool ends);
    bool takeStatusLine(QByteArrayView line);
    void headComplete();
    void chooseBody();
    QString words(FramingFault fault) const;
    void complete();
    void invalid(const QString& problem);

    QByteArray m_method;
    ResponseLimits m_limits;
    State m_state = State::Reading;
    Phase m_phase = Phase::StatusLine;
    QByteArray m_head;
    HeaderList m_headers, m_trailers;
    QByteArray m_body;
    QString m_problem;
    FieldLines m_fields;
    ChunkDecoder m_chunks;
    qint64 m_left = 0;
    qsizetype m_consumed = 0;
    int m_status = 0;
    int m_minor = 1;
    bool m_keeps = false;
};

} // namespace hookworks
