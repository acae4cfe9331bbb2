// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/resumed_streams.h"

namespace hookworks {

ResumedStreams::ResumedStreams(Streams& streams, qint64 printed)
    : Streams(&streams)
    , m_streams(&streams)
    , m_leftOut(printed)
{
    connect(&streams, &Streams::hasRoom, this, &Streams::hasRoom);
    connect(&streams, &Streams::cancelled, this, &Streams::cancelled);
}

void ResumedStreams::out(const QByteArray& bytes)
{
    if (m_leftOut > 0)
        --m_leftOut;
    else
        m_streams->out(bytes);
}

void ResumedStreams::remember(const QByteArray& state)
{
    m_leftOut = 0;
    m_streams->remember(state);
}

} // namespace hookworks
