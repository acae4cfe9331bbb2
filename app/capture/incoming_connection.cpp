// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/incoming_connection.h"

#include "capture/socket_address.h"
#include "domain/words.h"
#include "http/content_decoding.h"
#include "http/forwarded_request.h"
#include "http/opening_bytes.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace hookworks {

namespace {

constexpr qint64 memoryBody = 256 * 1024;  ///< longer bodies are streamed to the store
constexpr qint64 shortBody = 16 * 1024;    ///< the same where all bodies together hold too much memory
constexpr qint64 waitingInput = 16 * 1024; ///< read ahead while a request is being answered
constexpr int appendsInFlight = 8;
constexpr qint64 drainedAtMost = 4 * 1024 * 1024;

/// Whether a fault, or none, leaves something to write.
bool hasBytes(std::optional<Fault> fault)
{
    return !fault || fault == Fault::Drip || fault == Fault::Truncate || fault == Fault::Garbage;
}

tl::unexpected<Error> notRead(const QString& why)
{
    return fail(ErrorCode::BadInput, tr("the body was not looked into: %1").arg(why));
}

Answer rendered(const Reply& reply, const AnswerContext& context)
{
    if (!hasBytes(reply.fault))
        return {0, {}, true};
    if (reply.fault == Fault::Garbage)
        return {0, {reply.body.isEmpty() ? garbage() : reply.body, {}}, true};
    return reply.fault == Fault::Truncate ? renderTruncated(reply, context) : renderAnswer(reply, context);
}

} // namespace

IncomingConnection::IncomingConnection(ListenerCore& core, int descriptor, const QString& remote,
                                       qint64 number)
    : m_core(core)
    , m_stream(core.tls() ? tlsStream(descriptor, core.tls()) : std::make_unique<ByteStream>(descriptor))
    , m_framer(core.limits())
    , m_remote(remote)
    , m_local(localAddress(descriptor).toString())
    , m_number(number)
    , m_accepted(Steady::now())
{
    m_since = lastSent(); // it may have waited long to be accepted
    m_requestStart = m_accepted;
    m_deadline = m_accepted + core.limits().headTime;
}

IncomingConnection::~IncomingConnection()
{
    if (m_state != State::Closed)
        m_core.poller().remove(m_stream->descriptor());
    m_core.memoryHeld(-m_held);
}

void IncomingConnection::start()
{
    if (!m_core.poller().add(m_stream->descriptor(), this, true, false)) {
        m_state = State::Closed;
        m_core.remove(this);
        return;
    }
    if (const auto choice = m_core.rules().chooseDrop(m_core.workTime()))
        drop(*choice);
    else if (m_core.tls())
        m_state = State::Sniffing;
}

void IncomingConnection::ready(Readiness readiness)
{
    const auto self = shared_from_this();
    if (m_state == State::Sniffing)
        sniff();
    if (m_state == State::Handshake) {
        handshake();
        return;
    }
    if (readiness.failed && !m_reads && !m_writes) {
        brokenOff();
        return;
    }
    if (readiness.write && !m_out.isEmpty())
        flush();
    if ((readiness.read || readiness.failed) && m_state != State::Closed && m_state != State::Sniffing)
        receive();
}

/// Nothing of TLS is made before bytes are there that begin it: what resets before it has said anything costs
/// nothing, and everything else is told from TLS by them.
void IncomingConnection::sniff()
{
    std::array<char, 8> first{};
    const ssize_t got = ::recv(m_stream->descriptor(), first.data(), first.size(), MSG_PEEK);
    if (got < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    const QByteArrayView bytes(first.data(), std::max<ssize_t>(got, 0));
    if (bytes.isEmpty()) {
        m_core.tell(m_remote, wordsForTlsListener(bytes));
        close();
    } else if (openingOf(bytes) == Opening::TlsHello) {
        m_state = State::Handshake;
    } else {
        const int descriptor = ::dup(m_stream->descriptor());
        m_core.poller().remove(m_stream->descriptor());
        m_stream = std::make_unique<ByteStream>(descriptor);
        m_core.poller().add(descriptor, this, true, false);
        m_state = State::Reading;
        receivePlainOnTls();
    }
}

void IncomingConnection::receivePlainOnTls()
{
    auto& buffer = m_core.buffer();
    const StreamStep step = m_stream->read(buffer.data(), static_cast<qsizetype>(buffer.size()));
    const QByteArrayView bytes(buffer.data(), std::max<qsizetype>(0, step.bytes));
    m_requestStart = Steady::now();
    refuse({400, wordsForTlsListener(bytes), 0}, bytes);
}

void IncomingConnection::handshake()
{
    const StreamStep step = m_stream->handshake();
    if (step.bytes > 0)
        m_since = Steady::now();
    if (step.kind == StreamStep::Kind::Again) {
        watch(true, step.wantsWrite);
    } else if (step.kind == StreamStep::Kind::Bytes) {
        watch(true, false);
        m_tls = m_stream->tls();
        m_state = State::Reading;
        receive();
    } else {
        m_core.refusalSeen(m_remote, tr("The TLS handshake failed: %1.").arg(m_stream->problem()));
        close();
    }
}

void IncomingConnection::receive()
{
    auto& buffer = m_core.buffer();
    for (int round = 0; round < 16 && m_state != State::Closed && m_reads; ++round) {
        const qsizetype most = room();
        const StreamStep step = m_stream->read(buffer.data(), most);
        if (step.kind == StreamStep::Kind::Bytes)
            take(QByteArrayView(buffer.data(), step.bytes));
        else if (step.kind == StreamStep::Kind::End)
            ended();
        else if (step.kind == StreamStep::Kind::Failed)
            brokenOff();
        if (step.kind != StreamStep::Kind::Bytes)
            return;
        if (!m_stream->hasBuffered() && step.bytes < most)
            return;
    }
}

/// How much is read at once.
qsizetype IncomingConnection::room() const
{
    const auto all = static_cast<qsizetype>(m_core.buffer().size());
    const bool taken = m_state == State::Reading || m_state == State::Draining || m_state == State::Hanging;
    return taken && m_in.isEmpty() ? all : std::max<qsizetype>(1, waitingInput - m_in.size());
}

/// Reads again after a pause; what TLS holds already makes no readiness.
void IncomingConnection::readOn()
{
    if (m_peerEnded || m_in.size() >= waitingInput)
        return;
    watch(true, m_writes);
    if (!m_stream->hasBuffered())
        return;
    m_core.later(Micros(0), [weak = weak_from_this()] {
        const auto self = weak.lock();
        if (self && self->m_state != State::Closed)
            self->receive();
    });
}

/// The sender has ended its direction, and may still wait for the answer.
void IncomingConnection::ended()
{
    m_peerEnded = true;
    watch(false, m_writes);
    if (m_state == State::Draining || m_state == State::Hanging)
        close();
    else if (m_state == State::Reading && m_framer.requestBytes() == 0)
        linger();
    else if (m_state == State::Reading)
        refuseHere(400, tr("The sender ended before the request was complete."));
}

/// Nothing can be answered any more; what came is captured.
void IncomingConnection::brokenOff()
{
    if (m_state == State::Reading && m_framer.requestBytes() > 0)
        refuseHere(400, tr("The sender broke the connection off before the request was complete."));
    close();
}

void IncomingConnection::take(QByteArrayView bytes)
{
    if (m_state == State::Draining || m_state == State::Hanging) {
        m_drained += bytes.size();
        if (m_drained > drainedAtMost)
            close();
        return;
    }
    m_windowBytes += bytes.size();
    if (m_state == State::Reading && m_in.isEmpty()) {
        const qsizetype used = run(bytes);
        bytes = bytes.sliced(used);
    }
    if (bytes.isEmpty() || m_state == State::Closed || m_state == State::Draining)
        return;
    m_in.append(bytes);
    if (m_in.size() >= waitingInput)
        watch(false, m_writes);
}

qsizetype IncomingConnection::run(QByteArrayView bytes)
{
    qsizetype used = 0;
    while (m_state == State::Reading) {
        if (m_framer.requestBytes() == 0 && used < bytes.size()) {
            m_requestStart = Steady::now();
            m_capture.receivedAt = m_core.now();
        }
        const bool inBody = m_framer.inBody();
        const RequestFramer::Step step = m_framer.next(bytes.sliced(used));
        if (inBody)
            keepWire(bytes.sliced(used, step.consumed));
        used += step.consumed;
        switch (step.event) {
        case RequestFramer::Event::NeedMore:
            if (m_exchange > 0 && m_framer.requestBytes() > 0 && !m_framer.inBody() &&
                m_deadline > m_requestStart + m_core.limits().headTime)
                m_deadline = m_requestStart + m_core.limits().headTime;
            return used;
        case RequestFramer::Event::Head:
            onHead(used < bytes.size());
            break;
        case RequestFramer::Event::Data:
            onData(step.data);
            break;
        case RequestFramer::Event::Complete:
            onComplete();
            break;
        case RequestFramer::Event::Refused:
            refuse(m_framer.refusal(), bytes.sliced(used));
            return bytes.size();
        }
    }
    return used;
}

void IncomingConnection::onHead(bool moreIsHere)
{
    m_head = m_framer.takeHead();
    m_slowSince.reset();
    beginWindow(Steady::now());
    m_deadline = m_window + m_core.limits().bodyTime;
    if (!m_head.wantsContinue || moreIsHere)
        return;
    m_progress = m_window;
    m_stream->write("HTTP/1.1 100 Continue\r\n\r\n");
}

void IncomingConnection::onData(QByteArrayView data)
{
    m_bodyBytes += data.size();
    m_bodyPiece.append(data);
    if (m_bodyBytes > longestPiece())
        beginStreams();
    if (m_streaming && m_bodyPiece.size() >= longestPiece())
        append(m_body, std::exchange(m_bodyPiece, {}));
    countMemory();
}

qint64 IncomingConnection::longestPiece() const
{
    return m_core.isShortOfMemory() ? shortBody : memoryBody;
}

/// Tells the core how much of a body is held here.
void IncomingConnection::countMemory()
{
    const qint64 now = m_bodyPiece.size() + m_wirePiece.size() + m_appending + m_capture.body.size() +
                       m_capture.wireBody.size();
    m_core.memoryHeld(now - std::exchange(m_held, now));
}

/// What is on the wire differs from the body only where it is chunked.
void IncomingConnection::keepWire(QByteArrayView bytes)
{
    m_wireBytes += bytes.size();
    if (m_head.body != RequestHead::Body::Chunked)
        return;
    m_wirePiece.append(bytes);
    if (m_wirePiece.size() > longestPiece())
        beginStreams();
    if (m_streaming && m_wirePiece.size() >= longestPiece())
        append(m_wire, std::exchange(m_wirePiece, {}));
}

void IncomingConnection::beginStreams()
{
    if (m_streaming)
        return;
    m_streaming = true;
    m_body = m_core.sink().beginBody();
    if (m_head.body == RequestHead::Body::Chunked)
        m_wire = m_core.sink().beginBody();
}

/// Reading stops while the store has too many pieces to take.
void IncomingConnection::append(std::unique_ptr<CaptureBody>& to, QByteArray piece)
{
    if (m_streamFailed || !to || piece.isEmpty())
        return;
    const int most = m_core.isShortOfMemory() ? 1 : appendsInFlight;
    if (++m_appends >= most)
        watch(false, m_writes);
    const qint64 size = piece.size();
    m_appending += size;
    to->append(std::move(piece), [weak = weak_from_this(), size](const Result<void>& taken) {
        const auto self = weak.lock();
        if (!self || self->m_state == State::Closed)
            return;
        if (!taken) {
            self->m_streamFailed = true;
            self->m_streamError = taken.error();
            self->m_body.reset();
            self->m_wire.reset();
        }
        self->m_slowSince.reset();
        self->m_progress = Steady::now();
        self->beginWindow(self->m_progress);
        self->m_appending -= size;
        self->countMemory();
        if (--self->m_appends < appendsInFlight / 2)
            self->readOn();
    });
}

Capture IncomingConnection::freshCapture() const
{
    Capture capture;
    capture.listener = m_core.id();
    capture.receivedAt = m_capture.receivedAt == RealTime() ? m_core.now() : m_capture.receivedAt;
    capture.local = m_local;
    capture.remote = m_remote;
    capture.connection = m_number;
    capture.exchange = m_exchange;
    capture.tls = m_tls;
    if (m_exchange == 0)
        capture.timings.accept = ListenerCore::between(m_accepted, m_requestStart);
    capture.timings.read = ListenerCore::between(m_requestStart, Steady::now());
    return capture;
}

void IncomingConnection::onComplete()
{
    m_core.requestSeen();
    m_requestEnd = Steady::now();
    m_capture = freshCapture();
    m_capture.bodyBytes = m_bodyBytes;
    m_capture.wireBytes = m_head.bytes.size() + m_wireBytes;
    m_capture.trailers = m_framer.trailers();
    if (m_streaming) {
        append(m_body, std::exchange(m_bodyPiece, {}));
        append(m_wire, std::exchange(m_wirePiece, {}));
    } else {
        m_capture.body = std::exchange(m_bodyPiece, {});
        m_capture.wireBody = std::exchange(m_wirePiece, {});
    }
    if (!m_streaming)
        return conclude(m_capture.body);
    const RuleRequest request{m_head.method, m_head.target, m_head.headers, {}, m_core.workTime()};
    if (m_streamFailed || !m_core.rules().needsBody(request))
        conclude(notRead(tr("it could not be stored")));
    else if (m_bodyBytes > longestDecoded)
        conclude(notRead(
            tr("it has %1 bytes, and conditions look into %2 at most").arg(m_bodyBytes).arg(longestDecoded)));
    else
        lookIntoBody();
}

/// A rule asks for a body that went to the store. One at a time, so that few are in memory.
void IncomingConnection::lookIntoBody()
{
    m_state = State::Looking;
    m_core.inTurn([weak = weak_from_this()](const std::function<void()>& ended) {
        const auto self = weak.lock();
        if (!self || self->m_state != State::Looking) {
            ended();
            return;
        }
        if (self->m_streamFailed) {
            self->conclude(notRead(self->m_streamError.message));
            ended();
            return;
        }
        self->m_body->read(longestDecoded, [weak, ended](const Result<QByteArray>& body) {
            if (const auto looking = weak.lock(); looking && looking->m_state == State::Looking)
                looking->conclude(body ? body : notRead(body.error().message));
            ended();
        });
    });
}

void IncomingConnection::conclude(const Result<QByteArray>& body)
{
    choose(body);
    commitRequest();
}

void IncomingConnection::commitRequest()
{
    m_capture.method = std::move(m_head.method);
    m_capture.target = std::move(m_head.target);
    m_capture.version = std::move(m_head.version);
    m_capture.head = std::move(m_head.bytes);
    m_capture.headers = std::move(m_head.headers);
    commit();
}

AnswerContext IncomingConnection::answerContext() const
{
    return {m_head.method == "HEAD", m_head.keepsConnection && !m_leaves, m_head.version == "1.0",
            m_core.now()};
}

Answer IncomingConnection::refusalInWords(int status, const QString& words) const
{
    const bool toHead = m_head.method == "HEAD" || m_capture.method == "HEAD";
    return renderRefusal(status, words, toHead, m_core.now());
}

void IncomingConnection::choose(const Result<QByteArray>& body)
{
    m_choice =
        m_core.rules().choose({m_head.method, m_head.target, m_head.headers, body.value_or(QByteArray()),
                               m_core.workTime(), body ? QString() : body.error().message});
    for (const auto& [rule, reason] : std::as_const(m_choice.unjudged))
        m_core.unjudged(rule, reason);
    m_capture.rule = m_choice.name;
    chooseReply();
    m_capture.responseStatus = m_answer.status;
    m_capture.response = m_answer.bytes;
    if (m_choice.reply.fault)
        m_capture.fault = toString(*m_choice.reply.fault);
}

void IncomingConnection::chooseReply()
{
    const bool forwards = !m_choice.forwardTo.isEmpty();
    if (m_head.method == "CONNECT" && (forwards || m_choice.rule < 0)) {
        m_choice.forwardTo.clear();
        m_answer = refusalInWords(501, tr("This is no proxy."));
    } else if (forwards && endsHere(m_head)) {
        m_choice.forwardTo.clear();
        m_answer = renderAnswer(answerHere(m_head), answerContext());
    } else if (forwards) {
        chooseForwarding();
    } else if (const auto loaded = loadBodyFile(); !loaded) {
        m_choice.reply.fault.reset();
        m_answer = refusalInWords(500, loaded.error().message);
    } else {
        m_answer = rendered(m_choice.reply, answerContext());
    }
}

Result<void> IncomingConnection::loadBodyFile()
{
    Reply& reply = m_choice.reply;
    if (reply.bodyFile.isEmpty() || !hasBytes(reply.fault))
        return {};
    return m_core.bodyFiles().read(reply.bodyFile).map([&](const QByteArray& bytes) { reply.body = bytes; });
}

/// What is passed on gets its answer after the commit.
void IncomingConnection::chooseForwarding()
{
    m_context = answerContext();
    m_answer = Answer();
    if (wasForwarded(m_head.headers)) {
        m_capture.forwardError = tr("The request was passed on already.");
        m_answer = refusalInWords(508, m_capture.forwardError);
    } else {
        m_capture.forwardedTo = m_choice.forwardTo;
    }
}

void IncomingConnection::refuseHere(int status, const QString& reason)
{
    refuse({status, reason, m_framer.offset()}, {});
}

/// What came is kept: the head or as much as there is of it, the body in the form it had on the wire, and
/// what was already here behind the place that is wrong.
void IncomingConnection::refuse(const Refusal& refusal, QByteArrayView rest)
{
    const bool hadHead = !m_head.bytes.isEmpty();
    const QString named = hadHead || m_core.tls()
                              ? QString()
                              : wordsForPlainListener(m_framer.partialHead() + rest.toByteArray());
    const QString reason = named.isEmpty() ? refusal.reason : named;
    m_core.refusalSeen(m_remote, reason);
    m_requestEnd = Steady::now();
    m_capture = freshCapture();
    m_capture.valid = false;
    m_capture.problem = reason;
    m_capture.problemOffset = refusal.offset;
    m_capture.head = hadHead ? m_head.bytes : m_framer.partialHead();
    m_capture.method = hadHead ? m_head.method : m_framer.head().method;
    m_capture.target = hadHead ? m_head.target : m_framer.head().target;
    m_capture.version = hadHead ? m_head.version : m_framer.head().version;
    m_capture.headers = hadHead ? m_head.headers : m_framer.head().headers;
    if (hadHead)
        keepRefusedBody(rest);
    else
        m_capture.head.append(rest);
    m_capture.wireBytes += m_capture.head.size();
    m_choice = RuleChoice();
    m_answer = refusalInWords(refusal.status, tr("%1 (At byte %2.)").arg(reason).arg(refusal.offset));
    m_capture.responseStatus = m_answer.status;
    m_capture.response = m_answer.bytes;
    commit();
}

/// What came of it, as far as it could be stored.
void IncomingConnection::keepRefusedBody(QByteArrayView rest)
{
    const bool chunked = m_head.body == RequestHead::Body::Chunked;
    (chunked ? m_wirePiece : m_bodyPiece).append(rest);
    if (m_streaming) { // where that failed, the commit will say so
        append(m_body, std::exchange(m_bodyPiece, {}));
        append(m_wire, std::exchange(m_wirePiece, {}));
        m_capture.bodyBytes = m_bodyBytes + (chunked ? 0 : rest.size());
        m_capture.wireBytes = m_wireBytes + rest.size();
        return;
    }
    m_capture.body = std::exchange(m_bodyPiece, {});
    m_capture.wireBody = std::exchange(m_wirePiece, {});
    m_capture.bodyBytes = m_capture.body.size();
    m_capture.wireBytes = std::max(m_capture.wireBody.size(), m_capture.body.size());
}

void IncomingConnection::drop(const RuleChoice& choice)
{
    m_requestEnd = Steady::now();
    m_capture = freshCapture();
    m_choice = choice;
    m_capture.rule = choice.name;
    m_capture.fault = toString(Fault::Drop);
    m_answer = {0, {}, true};
    commit();
}

void IncomingConnection::watch(bool read, bool write)
{
    if (m_state == State::Closed || (m_reads == read && m_writes == write))
        return;
    m_reads = read;
    m_writes = write;
    m_core.poller().change(m_stream->descriptor(), read, write);
}

} // namespace hookworks
