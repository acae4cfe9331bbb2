// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/byte_stream.h"
#include "capture/poller.h"

namespace hookworks {

/// A connection's stream, and what of it the poller tells: that it can be read, or written.
class WatchedStream
{
public:
    /// `poller` outlives it.
    WatchedStream(Poller& poller, std::unique_ptr<ByteStream> stream);
    ~WatchedStream();
    WatchedStream(const WatchedStream&) = delete;
    WatchedStream& operator=(const WatchedStream&) = delete;

    /// `target` is told when it can be read; it outlives the watching. False where the system refuses.
    bool open(Pollable* target);
    /// Nothing is told any more; the stream itself ends with this object.
    void close();
    bool isOpen() const { return m_target; }
    void watch(bool read, bool write);
    void watchReading(bool read) { watch(read, m_writes); }
    void watchWriting(bool write) { watch(m_reads, write); }
    bool reads() const { return m_reads; }
    bool writes() const { return m_writes; }

    ByteStream& stream() { return *m_stream; }
    const ByteStream& stream() const { return *m_stream; }
    /// The same socket without TLS, of which nothing was said yet.
    void becomePlain();

private:
    Poller& m_poller;
    std::unique_ptr<ByteStream> m_stream;
    Pollable* m_target = nullptr;
    bool m_reads = true, m_writes = false;
};

} // namespace hookworks
