// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/forwarding.h"

#include "domain/url_parts.h"
#include "domain/words.h"
#include "http/forwarded_request.h"

#include <utility>

namespace hookworks {

namespace {

constexpr qint64 longestAnswer = 16 * 1024 * 1024;
constexpr qint64 pieceLength = 256 * 1024; ///< of a stored body

/// On a connection of its own, for as long as whoever waits for it is patient.
ExchangeTerms forwardingTerms(const Proxy& proxy)
{
    ExchangeTerms terms;
    terms.proxy = proxy;
    terms.timeout.reset();
    terms.responseCap = longestAnswer;
    terms.mayShareConnection = false;
    return terms;
}

ForwardTimings timingsOf(const ExchangeResult& result)
{
    ForwardTimings timings;
    timings.lookUp = result.lookUp;
    timings.connect = result.timings.connect;
    if (timings.connect && timings.lookUp)
        *timings.connect -= *timings.lookUp;
    timings.tls = result.timings.tls;
    timings.send = result.timings.send;
    timings.wait = result.timings.wait;
    timings.receive = result.timings.receive;
    return timings;
}

/// A final answer, whole or cut at the limit.
bool isAnswered(const ExchangeResult& result)
{
    return result.outcome == Outcome::Success || result.outcome == Outcome::Rejected ||
           result.outcome == Outcome::Redirected;
}

} // namespace

Forwarding::Forwarding(Outbox& outbox, Done done)
    : m_outbox(outbox)
    , m_done(std::move(done))
{
}

Forwarding::~Forwarding()
{
    if (m_done && m_handle != 0)
        m_outbox.cancel(m_handle);
}

Result<void> Forwarding::begin(const Capture& capture, const QString& baseUrl, const Proxy& proxy,
                               StoredBody body)
{
    m_url = baseUrl;
    const auto base = splitUrl(baseUrl);
    const auto request = forwardedRequest(capture, baseUrl);
    if (!base || !request)
        return tl::unexpected<Error>(base ? request.error() : base.error());
    m_body = std::move(body);
    m_laterBody = capture.bodyBytes - capture.body.size();
    const auto weak = weak_from_this();
    m_handle = m_outbox.send(
        {*base, capture.method, request->head, capture.body, m_laterBody, forwardingTerms(proxy)},
        [weak](const ExchangeResult& result) {
            if (const auto self = weak.lock())
                self->ended(result);
        },
        [weak](qint64 offset) {
            if (const auto self = weak.lock())
                self->fetch(offset);
        });
    return {};
}

void Forwarding::giveUp()
{
    m_gaveUp = true;
    m_outbox.cancel(m_handle);
}

void Forwarding::fetch(qint64 offset)
{
    m_body(offset, std::min(pieceLength, m_laterBody - offset),
           [weak = weak_from_this()](const Result<QByteArray>& piece) {
               if (const auto self = weak.lock())
                   self->m_outbox.give(self->m_handle, piece.value_or(QByteArray()));
           });
}

void Forwarding::ended(const ExchangeResult& result)
{
    m_timings = timingsOf(result);
    std::exchange(m_done, {})(replyOf(result));
}

Result<Reply> Forwarding::replyOf(const ExchangeResult& result) const
{
    if (!isAnswered(result) || result.status < 200 || result.truncated)
        return fail(ErrorCode::BadInput, failureWords(result));
    Reply reply;
    reply.status = result.status;
    reply.headers = result.responseHeaders;
    dropHopFields(reply.headers);
    reply.body = result.responseBody;
    return reply;
}

QString Forwarding::failureWords(const ExchangeResult& result) const
{
    if (m_gaveUp && result.remote.isEmpty())
        return tr("%1 could not be reached: its name was not found in time.").arg(m_url);
    if (m_gaveUp)
        return result.sentHead.isEmpty() ? tr("%1 could not be reached in time.").arg(m_url)
                                         : tr("%1 gave no answer in time.").arg(m_url);
    if (result.truncated)
        return tr("The answer of %1 is too long.").arg(m_url);
    if (result.outcome == Outcome::Tls)
        return tr("%1 could not be reached over TLS. %2").arg(m_url, result.error);
    if (result.sentHead.isEmpty())
        return tr("%1 could not be reached. %2").arg(m_url, result.error);
    if (result.outcome == Outcome::Closed && result.status == 0)
        return tr("%1 closed the connection without an answer. %2").arg(m_url, result.error);
    return tr("%1 gave no valid answer. %2").arg(m_url, result.error);
}

} // namespace hookworks
