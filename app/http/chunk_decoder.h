// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/field_lines.h"

namespace hookworks {

/// Takes the chunked coding apart (RFC 9112, 7.1): sizes, extensions, data, trailer fields. Strict; the same
/// result for any split. Keeps only the trailer section.
class ChunkDecoder
{
public:
    struct Step
    {
        qsizetype consumed = 0;
        QByteArrayView data; ///< decoded bytes, inside what was fed; may be empty
    };

    explicit ChunkDecoder(FieldLines trailers = FieldLines())
        : m_trailerLines(std::move(trailers))
    {
    }

    /// Starts anew. `offset` is where the coding begins, counted from the message's first byte. At most
    /// `bodyBytes` of data are taken, so many of trailers, and 16 KiB of extensions.
    void restart(qint64 offset, qint64 bodyBytes, qint64 trailerBytes, int fieldsSeen = 0);
    /// Takes bytes up to the end of the first piece of data, the end of the coding, or something wrong.
    Step feed(QByteArrayView bytes);

    bool done() const { return m_state == State::Done; }
    FramingFault fault() const { return m_fault; }
    qint64 faultOffset() const { return m_faultOffset; }
    /// Trailer fields; never merged into the head's, whatever their names (RFC 9110, 6.5.1).
    HeaderList trailers() const;

private:
    enum class State
    {
        SizeStart,
        Size,
        SizeSpace,
        ExtName,
        ExtNameStart,
        ExtNameSpace,
        ExtValueStart,
        ExtValue,
        ExtQuoted,
        ExtEscaped,
        ExtEnd,
        SizeLf,
        Data,
        DataCr,
        DataLf,
        Trailers,
        Done,
        Bad
    };

    State line(char c);
    bool isExtension() const;
    State size(char c);
    State sizeDone();
    State afterSize(char c);
    State extensionName(char c);
    State extensionValue(char c);
    State quoted(char c);
    State bad(FramingFault fault, qint64 at);
    void feedTrailers(QByteArrayView bytes, Step& step);

    FieldLines m_trailerLines;
    QByteArray m_trailerBytes;
    State m_state = State::SizeStart;
    FramingFault m_fault = FramingFault::None;
    quint64 m_left = 0; ///< of the chunk's data
    quint64 m_room = 0; ///< bytes of data that may still be announced
    qint64 m_at = 0;
    qint64 m_lineAt = 0; ///< where the chunk's line began
    qint64 m_faultOffset = 0;
    qint64 m_trailerLimit = 64 * 1024;
    int m_lineBytes = 0;
    int m_extensionBytes = 0; ///< of all chunks, and zeros before their sizes
    int m_fieldsSeen = 0;
    bool m_spaced = false; ///< white space behind an extension's name
};

} // namespace hookworks
