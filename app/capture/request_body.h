// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/capture_sink.h"

#include <functional>
#include <memory>
#include <optional>

namespace hookworks {

class ListenerCore;

/// One request's body, and what is on the wire where it is chunked: in memory while it is short, from then on
/// given to the store piece by piece. The listener knows how much memory it holds.
class RequestBody : public std::enable_shared_from_this<RequestBody>
{
public:
    /// `taken` is called when the store has taken a piece, from the event loop and until close(). The core
    /// outlives it.
    RequestBody(ListenerCore& core, std::function<void()> taken);
    ~RequestBody();
    RequestBody(const RequestBody&) = delete;
    RequestBody& operator=(const RequestBody&) = delete;

    /// A further piece of the body, and of a chunked one as it was on the wire.
    void take(QByteArrayView data);
    void takeWire(QByteArrayView bytes, bool chunked);
    qint64 bytes() const { return m_bytes; }
    qint64 wireBytes() const { return m_wireBytes; }

    /// The store has as many pieces to take as it may: read no more for now.
    bool isFull() const;
    bool isHalfEmpty() const;
    /// The store has pieces to take.
    bool isStoring() const { return m_appends > 0; }
    bool isStreaming() const { return m_streaming; }
    /// Why the store did not take a piece.
    const std::optional<Error>& failure() const { return m_failure; }
    /// Gives the body that went to the store, at most `most` bytes.
    void read(qint64 most, std::function<void(const Result<QByteArray>&)> done);

    /// What is still here goes to the capture, or after the rest to the store. The capture's bodies count as
    /// held until holds() says otherwise.
    void give(Capture& capture);
    /// `rest`: what follows the place that is wrong.
    void giveRefused(Capture& capture, QByteArrayView rest, bool chunked);
    /// To the store, with the bodies that are there already.
    void commit(Capture capture, const QList<RuleStep>& steps, CaptureSink::Done done);
    /// The capture's bodies are in memory, too: as long as it has them.
    void holds(const Capture& capture);

    /// For the next request.
    void restart();
    void close();

private:
    void stream();
    void append(std::unique_ptr<CaptureBody>& to, QByteArray piece);
    void appended(qint64 size, const Result<void>& taken);
    void count();

    ListenerCore& m_core;
    std::function<void()> m_taken;
    std::unique_ptr<CaptureBody> m_body, m_wire; ///< in the store
    QByteArray m_bodyPiece, m_wirePiece;         ///< not there yet
    std::optional<Error> m_failure;
    int m_appends = 0;      ///< pieces that the store has not taken yet
    qint64 m_appending = 0; ///< bytes of those pieces
    qint64 m_bytes = 0, m_wireBytes = 0;
    qint64 m_captured = 0; ///< bytes of the bodies that a capture has
    qint64 m_held = 0;     ///< as told to the core
    bool m_streaming = false;
    bool m_chunked = false;
};

} // namespace hookworks
