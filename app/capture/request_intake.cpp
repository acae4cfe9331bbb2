// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/request_intake.h"

#include "capture/listener_core.h"

#include <utility>

namespace hookworks {

RequestIntake::RequestIntake(ListenerCore& core, std::function<void()> taken)
    : m_framer(core.limits())
    , m_body(std::make_shared<RequestBody>(core, std::move(taken)))
{
}

RequestFramer::Step RequestIntake::take(QByteArrayView bytes)
{
    const bool inBody = m_framer.inBody();
    const RequestFramer::Step step = m_framer.next(bytes);
    if (inBody)
        m_body->takeWire(bytes.first(step.consumed), isChunked());
    if (step.event == RequestFramer::Event::Head)
        m_head = m_framer.takeHead();
    else if (step.event == RequestFramer::Event::Data)
        m_body->take(step.data);
    return step;
}

void RequestIntake::giveBodies(Capture& capture)
{
    m_body->give(capture);
    capture.wireBytes += m_head.bytes.size();
    capture.trailers = m_framer.trailers();
}

/// Where the store did not take a piece, the commit will say so.
void RequestIntake::giveRefused(Capture& capture, QByteArrayView rest)
{
    m_body->giveRefused(capture, rest, isChunked());
}

void RequestIntake::giveHead(Capture& capture)
{
    capture.method = std::move(m_head.method);
    capture.target = std::move(m_head.target);
    capture.version = std::move(m_head.version);
    capture.head = std::move(m_head.bytes);
    capture.headers = std::move(m_head.headers);
}

void RequestIntake::restart()
{
    m_head = RequestHead();
    m_body->restart();
}

} // namespace hookworks
