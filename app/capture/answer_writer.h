// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/broken_by.h"
#include "domain/capture.h"

namespace hookworks {

class ByteStream;

/// Writes one answer after the other, each as its reader takes it, whole or drop by drop.
class AnswerWriter
{
public:
    enum class Progress
    {
        Done,
        More,  ///< the reader takes no more for now
        Broken ///< see brokenBy()
    };

    /// A long body is written as it is, without a copy for each connection.
    void begin(const AnswerBytes& answer);
    /// As much as the system takes.
    Progress write(ByteStream& stream);
    /// One byte, or none where the system takes none.
    Progress drip(ByteStream& stream);

    /// Of an answer that is not written in whole, by what the system took.
    qint64 written() const { return m_written; }
    BrokenBy brokenBy() const { return m_brokenBy; }

private:
    QByteArrayView left();
    Progress take(ByteStream& stream, QByteArrayView bytes);
    void end();

    QByteArray m_out, m_outNext; ///< not written yet: m_out from m_outDone on, then m_outNext
    qsizetype m_outDone = 0;
    qint64 m_written = 0;
    BrokenBy m_brokenBy = BrokenBy::Network;
};

} // namespace hookworks
