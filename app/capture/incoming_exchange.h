// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/answer_choice.h"
#include "capture/broken_by.h"
#include "capture/capture_sink.h"
#include "capture/patience.h"

#include <functional>
#include <memory>

namespace hookworks {

class Forwarding;
class ListenerCore;
class RequestIntake;

/// What is known of a connection.
struct ConnectionFacts
{
    QString remote, local; ///< address:port
    qint64 number = 0;     ///< unique in the workspace
    std::optional<TlsInfo> tls;
    RequestTimes::Moment accepted;
    bool leaves = false; ///< the next answer that is chosen is its last
};

/// One request from its last byte on: its answer is chosen, its capture stored, the request passed on where a
/// rule says so, and what became of the answer told. Dropped by its connection, nothing comes of it any more.
class IncomingExchange : public std::enable_shared_from_this<IncomingExchange>
{
public:
    /// What belongs to its connection.
    struct Place
    {
        ListenerCore& core;
        const ConnectionFacts& facts;
        Patience& patience;
        RequestIntake& intake;
        int number = 0; ///< among the requests of the connection, from 0
    };

    /// `ready`: the answer can be written. Called once, from the event loop.
    IncomingExchange(const Place& place, std::function<void()> ready);
    ~IncomingExchange();
    IncomingExchange(const IncomingExchange&) = delete;
    IncomingExchange& operator=(const IncomingExchange&) = delete;

    // One of these, once.
    void complete();
    /// What came is kept: the head or as much as there is of it, the body in the form it had on the wire, and
    /// `rest`, what was already here behind the place that is wrong.
    void refuse(const Refusal& refusal, QByteArrayView rest);
    /// Before anything was read.
    void drop(const RuleChoice& choice);

    const RenderedAnswer& answer() const { return m_choice.answer; }
    const RuleChoice& rule() const { return m_choice.rule; }
    /// An application that it was passed on to has taken too long.
    void giveUp();

    /// The answer was written, or a fault stands for it.
    void answered();
    /// The connection is gone; so many bytes of the answer had left. What came of a request is captured.
    void breakOff(BrokenBy by, qint64 written);

private:
    void begin();
    void lookIntoBody();
    void conclude(const Result<QByteArray>& body);
    void nameRule();
    void commitRequest();
    void setAnswer(const RenderedAnswer& answer);
    void commit();
    RenderedAnswer notStored(const Error& error) const;
    RenderedAnswer refusalInWords(int status, const QString& words) const;
    void committed(const Result<CaptureId>& result);
    void go();
    void forward();
    void forwarded(const Result<Reply>& reply);
    CaptureAnswered broken(BrokenBy by, qint64 written) const;

    Place m_at;
    std::function<void()> m_ready;
    Capture m_capture;
    AnswerChoice m_choice;
    std::shared_ptr<CaptureAnswered> m_unanswered; ///< of a connection that ends before the commit
    CaptureId m_id;                                ///< stored, and what became of its answer not told yet
    std::shared_ptr<Forwarding> m_forwarding;
    bool m_looking = false; ///< into the body, to choose a rule
};

} // namespace hookworks
