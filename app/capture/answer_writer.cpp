// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/answer_writer.h"

#include "capture/byte_stream.h"

#include <cerrno>
#include <utility>

namespace hookworks {

namespace {

constexpr qsizetype longestJoined = 16 * 1024; ///< bodies that are written in one piece with their head

} // namespace

void AnswerWriter::begin(const AnswerBytes& answer)
{
    const bool joins = answer.body.size() <= longestJoined;
    m_out = joins ? answer.joined() : answer.head;
    m_outNext = joins ? QByteArray() : answer.body;
    m_outDone = 0;
    m_written = 0;
}

QByteArrayView AnswerWriter::left()
{
    if (m_outDone == m_out.size() && !m_outNext.isEmpty()) {
        m_out = std::exchange(m_outNext, {});
        m_outDone = 0;
    }
    return QByteArrayView(m_out).sliced(m_outDone);
}

AnswerWriter::Progress AnswerWriter::write(ByteStream& stream)
{
    for (QByteArrayView bytes = left(); !bytes.isEmpty(); bytes = left()) {
        if (const Progress progress = take(stream, bytes); progress != Progress::Done)
            return progress;
    }
    end();
    return Progress::Done;
}

AnswerWriter::Progress AnswerWriter::drip(ByteStream& stream)
{
    const QByteArrayView bytes = left();
    if (!bytes.isEmpty() && take(stream, bytes.first(1)) == Progress::Broken)
        return Progress::Broken;
    if (!left().isEmpty())
        return Progress::More;
    end();
    return Progress::Done;
}

/// Done: some of the bytes were taken. Why not is asked at once, while the system still says it.
AnswerWriter::Progress AnswerWriter::take(ByteStream& stream, QByteArrayView bytes)
{
    const StreamStep step = stream.write(bytes);
    if (step.kind == StreamStep::Kind::Again)
        return Progress::More;
    if (step.kind != StreamStep::Kind::Bytes) {
        m_brokenBy = errno == ECONNRESET || errno == EPIPE ? BrokenBy::Sender : BrokenBy::Network;
        return Progress::Broken;
    }
    m_outDone += step.bytes;
    m_written += step.bytes;
    return Progress::Done;
}

void AnswerWriter::end()
{
    m_out.clear();
    m_outDone = 0;
    m_written = 0;
}

} // namespace hookworks
