// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/header_list.h"

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace hookworks {

/// What is wrong with bytes that should be HTTP; words for each in http/framing_words.h.
enum class FramingFault
{
    None,
    BareLf,
    BareCr,
    ControlCharacter,
    BadFieldName,
    EmptyFieldName,
    SpaceBeforeColon,
    ObsFold,
    NoColon,
    TooManyFields,
    HeadTooLong,
    BadMethod,
    MethodTooLong,
    SpaceInRequestLine,
    BadTarget,
    TargetTooLong,
    BadVersion,
    UnsupportedVersion,
    LeadingEmptyLines,
    FragmentInTarget,
    AsteriskNeedsOptions,
    AuthorityNeedsConnect,
    ConnectNeedsAuthority,
    BadTargetHost,
    MissingHost,
    SeveralHosts,
    BadHost,
    BadContentLength,
    SeveralContentLengths,
    ContentLengthAndTransferEncoding,
    BodyTooLong,
    TransferEncodingIn10,
    ChunkedNotFinal,
    ChunkedTwice,
    UnknownTransferCoding,
    BadChunkSize,
    BadChunkExtension,
    ChunkTooLong,
    ChunkLineTooLong,
    ChunkLinesTooLong,
    ChunkNotEnded
};

/// Reads field lines up to and including the empty line, one byte after the other (RFC 9112, 5), for heads
/// and trailers. Remembers places, copies nothing: the caller has the bytes.
class FieldLines
{
public:
    /// Of a request, every deviation is a fault. Of a response, what a user agent is to put up with is none:
    /// a line that ends with LF alone (2.2), space before a colon (5.1), and a value folded over lines, where
    /// each fold is read as a space (5.2).
    enum class Of
    {
        Request,
        Response
    };

    explicit FieldLines(Of message = Of::Request, int fields = 200)
        : m_of(message)
        , m_limit(fields)
    {
    }

    /// Starts anew; `offset` is where the first byte stands in the caller's bytes.
    void restart(qint64 offset, int alreadySeen = 0);
    /// Takes bytes until the empty line has ended or something is wrong; says how many. The one that is wrong
    /// is counted in.
    qsizetype feed(QByteArrayView bytes);

    bool done() const { return m_state == State::Done; }
    FramingFault fault() const { return m_fault; }
    qint64 faultOffset() const { return m_faultOffset; }
    int count() const { return m_seen; }
    /// The fields, taken from the bytes that were fed, which begin at the offset given to restart() in `all`.
    HeaderList fields(const QByteArray& all) const;
    /// Where field `index` begins.
    qint64 offsetOf(size_t index) const { return m_lines[index].name; }

private:
    enum class State
    {
        LineStart,
        Name,
        NameSpace,
        Value,
        Cr,
        LastCr,
        Done,
        Bad
    };
    struct Line
    {
        qint64 name, nameEnd, value, valueEnd;
    };

    State step(char c, qint64 at);
    State lineStart(char c, qint64 at);
    State name(char c, qint64 at);
    State nameSpace(char c, qint64 at);
    State value(char c, qint64 at);
    State bad(FramingFault fault, qint64 at);

    bool lenient() const { return m_of == Of::Response; }

    Of m_of;
    int m_limit;
    int m_seen = 0;
    State m_state = State::LineStart;
    FramingFault m_fault = FramingFault::None;
    qint64 m_at = 0;
    qint64 m_faultOffset = 0;
    std::vector<Line> m_lines;
};

} // namespace hookworks
