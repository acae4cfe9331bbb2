// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/watched_stream.h"

#include <unistd.h>
#include <utility>

namespace hookworks {

WatchedStream::WatchedStream(Poller& poller, std::unique_ptr<ByteStream> stream)
    : m_poller(poller)
    , m_stream(std::move(stream))
{
}

WatchedStream::~WatchedStream()
{
    close();
}

bool WatchedStream::open(Pollable* target)
{
    if (!m_poller.add(m_stream->descriptor(), target, m_reads, m_writes))
        return false;
    m_target = target;
    return true;
}

void WatchedStream::close()
{
    if (std::exchange(m_target, nullptr))
        m_poller.remove(m_stream->descriptor());
}

void WatchedStream::watch(bool read, bool write)
{
    if (!m_target || (m_reads == read && m_writes == write))
        return;
    m_reads = read;
    m_writes = write;
    m_poller.change(m_stream->descriptor(), read, write);
}

void WatchedStream::becomePlain()
{
    const int descriptor = ::dup(m_stream->descriptor());
    m_poller.remove(m_stream->descriptor());
    m_stream = std::make_unique<ByteStream>(descriptor);
    m_reads = true;
    m_writes = false;
    m_poller.add(descriptor, m_target, m_reads, m_writes);
}

} // namespace hookworks
