// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/incoming_exchange.h"

#include "capture/answer_outcome.h"
#include "capture/forwarding.h"
#include "capture/listener_core.h"
#include "capture/request_intake.h"
#include "domain/words.h"
#include "http/content_decoding.h"
#include "http/opening_bytes.h"

#include <QPointer>

#include <utility>

namespace hookworks {

namespace {

/// From a body's last piece until an application has answered in whole.
constexpr std::chrono::seconds forwardTime(30);

tl::unexpected<Error> notRead(const QString& why)
{
    return fail(ErrorCode::BadInput, tr("the body was not looked into: %1").arg(why));
}

/// What tells of its answer stays.
Capture taken(Capture& capture)
{
    Capture whole = std::exchange(capture, {});
    capture.valid = whole.valid;
    capture.method = whole.method;
    capture.responseStatus = whole.responseStatus;
    capture.fault = whole.fault;
    capture.timings = whole.timings;
    capture.forwardedTo = whole.forwardedTo;
    capture.forwardError = whole.forwardError;
    return whole;
}

} // namespace

IncomingExchange::IncomingExchange(const Place& place, std::function<void()> ready)
    : m_at(place)
    , m_ready(std::move(ready))
{
}

IncomingExchange::~IncomingExchange() = default;

void IncomingExchange::begin()
{
    const auto now = ListenerCore::Steady::now();
    const RequestTimes& times = m_at.patience.times();
    m_at.patience.requestEnds(now);
    m_capture.listener = m_at.core.id();
    m_capture.receivedAt = times.receivedAt == RealTime() ? m_at.core.now() : times.receivedAt;
    m_capture.local = m_at.facts.local;
    m_capture.remote = m_at.facts.remote;
    m_capture.connection = m_at.facts.number;
    m_capture.exchange = m_at.number;
    m_capture.tls = m_at.facts.tls;
    if (m_at.number == 0)
        m_capture.timings.accept = between(times.accepted, times.began);
    m_capture.timings.read = between(times.began, now);
}

void IncomingExchange::complete()
{
    m_at.core.news().requestSeen();
    begin();
    RequestIntake& intake = m_at.intake;
    const RequestHead& head = intake.head();
    intake.giveBodies(m_capture);
    if (!intake.body().isStreaming())
        return conclude(m_capture.body);
    const RuleRequest request{head.method, head.target, head.headers, {}, m_at.core.workTime()};
    if (intake.body().failure() || !m_at.core.rules().needsBody(request))
        conclude(notRead(tr("it could not be stored")));
    else if (intake.body().bytes() > longestDecoded)
        conclude(notRead(tr("it has %1 bytes, and conditions look into %2 at most")
                             .arg(intake.body().bytes())
                             .arg(longestDecoded)));
    else
        lookIntoBody();
}

/// A rule asks for a body that went to the store. One at a time, so that few are in memory.
void IncomingExchange::lookIntoBody()
{
    m_looking = true;
    m_at.core.schedule().inTurn([weak = weak_from_this()](const std::function<void()>& ended) {
        const auto self = weak.lock();
        if (!self) {
            ended();
            return;
        }
        if (const auto failure = self->m_at.intake.body().failure()) {
            self->conclude(notRead(failure->message));
            ended();
            return;
        }
        self->m_at.intake.body().read(longestDecoded, [weak, ended](const Result<QByteArray>& body) {
            if (const auto looking = weak.lock())
                looking->conclude(body ? body : notRead(body.error().message));
            ended();
        });
    });
}

void IncomingExchange::conclude(const Result<QByteArray>& body)
{
    m_looking = false;
    m_choice = chooseAnswer(m_at.core, m_at.intake.head(), body, !m_at.facts.leaves);
    nameRule();
    m_capture.forwardError = m_choice.forwardError;
    if (m_choice.forwards())
        m_capture.forwardedTo = m_choice.rule.forwardTo;
    if (m_choice.rule.reply.fault)
        m_capture.fault = toString(*m_choice.rule.reply.fault);
    setAnswer(m_choice.answer);
    commitRequest();
}

void IncomingExchange::nameRule()
{
    const RuleChoice& choice = m_choice.rule;
    m_capture.rule = choice.name;
    if (choice.rule < 0)
        return;
    m_capture.ruleHit = choice.hit;
    m_capture.ruleTimes = choice.times;
}

void IncomingExchange::setAnswer(const RenderedAnswer& answer)
{
    m_choice.answer = answer;
    m_capture.responseStatus = answer.status;
    m_capture.response = answer.bytes;
}

void IncomingExchange::commitRequest()
{
    m_at.intake.giveHead(m_capture);
    commit();
}

void IncomingExchange::refuse(const Refusal& refusal, QByteArrayView rest)
{
    const RequestFramer& framer = m_at.intake.framer();
    const bool hasHead = !m_at.intake.head().bytes.isEmpty();
    const QString named = hasHead || m_at.core.tls()
                              ? QString()
                              : wordsForPlainListener(framer.partialHead() + rest.toByteArray());
    const QString reason = named.isEmpty() ? refusal.reason : named;
    m_at.core.news().refusalSeen(m_at.facts.remote, reason);
    begin();
    m_capture.valid = false;
    m_capture.problem = reason;
    m_capture.problemOffset = refusal.offset;
    const RequestHead& head = hasHead ? m_at.intake.head() : framer.head();
    m_capture.head = head.bytes;
    m_capture.method = head.method;
    m_capture.target = head.target;
    m_capture.version = head.version;
    m_capture.headers = head.headers;
    if (hasHead)
        m_at.intake.giveRefused(m_capture, rest);
    else
        m_capture.head.append(rest);
    m_capture.wireBytes += m_capture.head.size();
    setAnswer(refusalInWords(refusal.status, tr("%1 (At byte %2.)").arg(reason).arg(refusal.offset)));
    commit();
}

void IncomingExchange::drop(const RuleChoice& choice)
{
    begin();
    m_choice.rule = choice;
    m_choice.answer = {0, {}, true};
    nameRule();
    m_capture.fault = toString(Fault::Drop);
    commit();
}

RenderedAnswer IncomingExchange::refusalInWords(int status, const QString& words) const
{
    return renderRefusal(status, words, m_capture.method == "HEAD", m_at.core.now());
}

void IncomingExchange::commit()
{
    m_unanswered = std::make_shared<CaptureAnswered>();
    auto done = [weak = weak_from_this(), core = QPointer(&m_at.core),
                 unanswered = m_unanswered](const Result<CaptureId>& result) {
        if (!core)
            return;
        result ? core->news().storeWorks() : core->news().storeFailed(result.error());
        if (const auto self = weak.lock()) {
            self->committed(result);
        } else if (result) {
            unanswered->id = *result;
            core->news().answered(*unanswered);
        }
    };
    Capture given = m_choice.rule.forwardTo.isEmpty() ? taken(m_capture) : m_capture;
    m_at.intake.body().commit(std::move(given), m_choice.rule.steps, std::move(done));
}

RenderedAnswer IncomingExchange::notStored(const Error& error) const
{
    if (error.code == ErrorCode::Conflict)
        return refusalInWords(
            507, tr("The request was not stored: the receiver's quota for requests is reached."));
    return refusalInWords(503, tr("The request could not be stored."));
}

void IncomingExchange::committed(const Result<CaptureId>& result)
{
    if (!result) {
        m_choice.answer = notStored(result.error());
        m_choice.rule = RuleChoice();
        m_ready();
        return;
    }
    m_id = *result;
    m_capture.id = m_id;
    if (!m_choice.forwards()) { // which passes it on
        m_capture.body.clear();
        m_capture.wireBody.clear();
    }
    m_at.intake.body().holds(m_capture);
    const Micros passed = between(m_at.patience.times().ended, ListenerCore::Steady::now());
    const bool drips = m_choice.rule.reply.fault == Fault::Drip;
    const Micros delay = drips ? Micros(0) : m_choice.rule.delay;
    if (delay <= passed)
        return go();
    m_at.core.schedule().later(delay - passed, [weak = weak_from_this()] {
        if (const auto self = weak.lock())
            self->go();
    });
}

void IncomingExchange::go()
{
    if (m_choice.forwards())
        forward();
    else
        m_ready();
}

void IncomingExchange::forward()
{
    m_at.patience.waitUntil(ListenerCore::Steady::now() + forwardTime);
    const auto done = [this](const Result<Reply>& reply) {
        const auto self = shared_from_this();
        forwarded(reply);
    };
    Outbox* const outbox = m_at.core.outbox();
    if (!outbox) {
        done(fail(ErrorCode::Internal, tr("This listener has no way to pass requests on.")));
        return;
    }
    m_forwarding = std::make_shared<Forwarding>(*outbox, done);
    const auto body = [this](qint64 offset, qint64 length, const Forwarding::Taken& taken) {
        m_at.patience.waitUntil(ListenerCore::Steady::now() + forwardTime);
        m_at.core.sink().readBody(m_id, offset, length, taken);
    };
    const auto begun = m_forwarding->begin(m_capture, m_choice.rule.forwardTo, m_at.core.proxy(), body);
    if (!begun)
        forwarded(tl::unexpected<Error>(begun.error()));
}

void IncomingExchange::forwarded(const Result<Reply>& reply)
{
    if (m_forwarding)
        m_capture.forwarding = m_forwarding->timings();
    m_forwarding.reset();
    if (reply) {
        Reply answer = *reply;
        AnswerContext& context = m_choice.context;
        if (!context.toHead)
            answer.headers.remove("Content-Length"); // announced anew
        context.announces = !context.toHead;         // it stays what the application said, if it said so
        context.now = m_at.core.now();
        setAnswer(renderAnswer(answer, context));
    } else {
        m_capture.forwardError = reply.error().message;
        setAnswer(refusalInWords(502, reply.error().message));
    }
    m_ready();
}

void IncomingExchange::giveUp()
{
    if (m_forwarding)
        m_forwarding->giveUp();
}

/// What left of the answer, and why no more did.
CaptureAnswered IncomingExchange::broken(BrokenBy by, qint64 written) const
{
    const qint64 whole = m_choice.answer.bytes.size();
    const CaptureAnswered all =
        outcomeOf(m_capture, m_at.patience.times(), !m_choice.rule.forwardTo.isEmpty());
    return brokenOutcome(all, m_capture, m_capture.valid ? brokenWords(by, written, whole) : QString(),
                         written);
}

void IncomingExchange::answered()
{
    const bool forwarded = !m_choice.rule.forwardTo.isEmpty();
    const bool important = forwarded || !m_capture.fault.isEmpty();
    if (m_id && (important || m_at.core.news().takesTimings()))
        m_at.core.news().answered(outcomeOf(m_capture, m_at.patience.times(), forwarded));
    m_id = CaptureId();
}

void IncomingExchange::breakOff(BrokenBy by, qint64 written)
{
    if (m_id)
        m_at.core.news().answered(broken(by, written));
    m_id = CaptureId();
    if (std::exchange(m_looking, false))
        commitRequest(); // it is complete, though no rule was chosen
    if (m_unanswered)
        *m_unanswered = broken(BrokenBy::Network, 0);
    m_forwarding.reset();
}

} // namespace hookworks
