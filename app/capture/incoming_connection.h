// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/answer.h"
#include "capture/byte_stream.h"
#include "capture/capture_sink.h"
#include "capture/forwarding.h"
#include "capture/listener_core.h"
#include "http/request_framer.h"

#include <memory>

namespace hookworks {

/// One sender's connection: bytes to requests, requests to the store, answers back, one request at a time.
/// Kept alive by its core until it closes.
class IncomingConnection final : public Pollable, public std::enable_shared_from_this<IncomingConnection>
{
public:
    using Steady = ListenerCore::Steady;

    IncomingConnection(ListenerCore& core, int descriptor, const QString& remote, qint64 number);
    ~IncomingConnection() override;

    void start();
    void ready(Readiness readiness) override;
    /// Called a few times a second.
    void checkDeadline(Steady::time_point now);
    Steady::time_point accepted() const { return m_accepted; }
    /// From when on it may be told to make room for others that wait: it holds its place only because its
    /// sender has been slow or silent for longer than `patience`, or because its answer hangs. Nothing: it is
    /// at work.
    std::optional<Steady::time_point> stallsFrom(Micros patience) const;
    /// Leaves its place at once; what came of a request is captured first.
    void makeRoom();
    /// The next answer that is chosen is its last.
    void leaveAfterAnswer() { m_leaves = true; }
    bool isLeaving() const { return m_leaves; }
    /// The listener stops.
    void abort() { abort(BrokenBy::Listener); }

private:
    enum class State
    {
        Sniffing,
        Handshake,
        Reading,
        Looking,
        Storing,
        Waiting,
        Forwarding,
        Writing,
        Dripping,
        Hanging,
        Draining,
        Closed
    };

    /// What ended the connection before an answer was written.
    enum class BrokenBy
    {
        Sender, ///< who reset it
        Network,
        Patience,
        Crowd, ///< others waited for its place
        Listener
    };

    bool waitsForSender() const;
    Steady::time_point lastSent() const;
    void sniff();
    void receivePlainOnTls();
    void handshake();
    void receive();
    void ended();
    void brokenOff();
    void take(QByteArrayView bytes);
    qsizetype run(QByteArrayView bytes);
    qsizetype room() const;
    void readOn();
    bool bodyIsSlow(Steady::time_point now) const;
    void watchBody(Steady::time_point now);
    void beginWindow(Steady::time_point now);
    bool answerIsSlow(Steady::time_point now) const;
    void onHead(bool moreIsHere);
    void onData(QByteArrayView data);
    void keepWire(QByteArrayView bytes);
    qint64 longestPiece() const;
    void countMemory();
    void beginStreams();
    void append(std::unique_ptr<CaptureBody>& to, QByteArray piece);
    void onComplete();
    void lookIntoBody();
    void conclude(const Result<QByteArray>& body);
    void commitRequest();
    void choose(const Result<QByteArray>& body);
    void chooseReply();
    Result<void> loadBodyFile();
    void chooseForwarding();
    void refuse(const Refusal& refusal, QByteArrayView rest);
    void keepRefusedBody(QByteArrayView rest);
    void refuseHere(int status, const QString& reason);
    void drop(const RuleChoice& choice);
    void commit();
    Answer notStored(const Error& error) const;
    void committed(const Result<CaptureId>& result);
    void forward();
    void forwarded(const Result<Reply>& reply);
    void answer();
    void answerWithFault(Fault fault);
    void drip();
    void send(const AnswerBytes& bytes);
    void putOut(const AnswerBytes& bytes);
    QByteArrayView leftToWrite();
    void flush();
    void written();
    CaptureAnswered answered() const;
    BrokenBy writingFailed() const;
    static QString brokenWords(BrokenBy by, qint64 sent, qint64 of);
    CaptureAnswered brokenAnswer(BrokenBy by) const;
    void noteAnswered();
    void noteBroken(BrokenBy by);
    void next();
    void linger();
    void abort(BrokenBy by);
    void close(BrokenBy by = BrokenBy::Sender);
    void watch(bool read, bool write);
    Capture freshCapture() const;
    AnswerContext answerContext() const;
    Answer refusalInWords(int status, const QString& words) const;
    bool forwards() const { return !m_choice.forwardTo.isEmpty() && m_capture.forwardError.isEmpty(); }

    ListenerCore& m_core;
    std::unique_ptr<ByteStream> m_stream;
    RequestFramer m_framer;
    State m_state = State::Reading;
    QString m_remote, m_local;
    qint64 m_number;
    int m_exchange = 0;
    std::optional<TlsInfo> m_tls;
    QByteArray m_in;             ///< came while a request was being answered
    QByteArray m_out, m_outNext; ///< not written yet: m_out from m_outDone on, then m_outNext
    qsizetype m_outDone = 0;
    qint64 m_written = 0; ///< of the answer
    Capture m_capture;
    RequestHead m_head;
    RuleChoice m_choice;
    Answer m_answer;
    AnswerContext m_context; ///< of a request that is passed on
    CaptureId m_id;
    std::shared_ptr<Forwarding> m_forwarding;
    std::unique_ptr<CaptureBody> m_body, m_wire;
    QByteArray m_bodyPiece, m_wirePiece;
    Error m_streamError;
    int m_appends = 0; ///< pieces that the store has not taken yet
    qint64 m_bodyBytes = 0, m_wireBytes = 0, m_drained = 0;
    qint64 m_windowBytes = 0;
    qint64 m_appending = 0; ///< bytes of those pieces
    qint64 m_held = 0;      ///< bytes of bodies in memory, as told to the core
    Steady::time_point m_accepted, m_since, m_progress, m_requestStart, m_requestEnd, m_writeStart,
        m_deadline, m_window;
    std::optional<Steady::time_point> m_slowSince; ///< the body brings too little
    bool m_streamFailed = false;
    bool m_streaming = false;
    bool m_leaves = false;
    bool m_hurries = false; ///< ends without waiting for what may still come
    bool m_peerEnded = false;
    bool m_reads = true, m_writes = false;
};

} // namespace hookworks
