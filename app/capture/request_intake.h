// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/capture_sink.h"
#include "http/request_framer.h"

#include <functional>
#include <memory>

namespace hookworks {

class ListenerCore;

/// Takes the bytes of one request after the other: finds the head, and keeps the body in memory, or gives it
/// to the store piece by piece where it is long. The listener knows how much memory it holds.
class RequestIntake : public std::enable_shared_from_this<RequestIntake>
{
public:
    /// `taken` is called when the store has taken a piece, from the event loop and until close(). The core
    /// outlives it.
    RequestIntake(ListenerCore& core, std::function<void()> taken);
    ~RequestIntake();
    RequestIntake(const RequestIntake&) = delete;
    RequestIntake& operator=(const RequestIntake&) = delete;

    /// The next event in `bytes`; call again with the rest. A piece of the body is kept here.
    RequestFramer::Step take(QByteArrayView bytes);
    const RequestFramer& framer() const { return m_framer; }
    /// Of the present request, once it is complete; until then empty.
    const RequestHead& head() const { return m_head; }
    bool isInHead() const { return m_framer.requestBytes() > 0 && !m_framer.inBody(); }
    bool hasBegun() const { return m_framer.requestBytes() > 0; }
    qint64 bodyBytes() const { return m_bodyBytes; }
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
    void readBody(qint64 most, std::function<void(const Result<QByteArray>&)> done);

    /// A complete request's trailers, bodies and sizes.
    void giveBodies(Capture& capture);
    /// What came of a body that is refused; `rest`: from the place on that is wrong.
    void giveRefused(Capture& capture, QByteArrayView rest);
    /// The head.
    void giveHead(Capture& capture);
    /// To the store, with the bodies that are there already.
    void commit(const Capture& capture, const QList<RuleStep>& steps, CaptureSink::Done done);
    /// The capture's bodies are in memory, too: as long as it has them.
    void holds(const Capture& capture);

    /// For the next request.
    void restart();
    void close();

private:
    void takeData(QByteArrayView data);
    void takeWire(QByteArrayView bytes);
    void stream();
    void append(std::unique_ptr<CaptureBody>& to, QByteArray piece);
    void appended(qint64 size, const Result<void>& taken);
    void count();

    ListenerCore& m_core;
    std::function<void()> m_taken;
    RequestFramer m_framer;
    RequestHead m_head;
    std::unique_ptr<CaptureBody> m_body, m_wire; ///< in the store
    QByteArray m_bodyPiece, m_wirePiece;         ///< not there yet
    std::optional<Error> m_failure;
    int m_appends = 0;      ///< pieces that the store has not taken yet
    qint64 m_appending = 0; ///< bytes of those pieces
    qint64 m_bodyBytes = 0, m_wireBytes = 0;
    qint64 m_captured = 0; ///< bytes of the bodies that a capture has
    qint64 m_held = 0;     ///< as told to the core
    bool m_streaming = false;
};

} // namespace hookworks
