// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/request_body.h"
#include "http/request_framer.h"

namespace hookworks {

/// Takes the bytes of one request after the other: finds the head, and gives the rest to its body.
class RequestIntake
{
public:
    /// `taken`: see RequestBody. The core outlives it.
    RequestIntake(ListenerCore& core, std::function<void()> taken);

    /// The next event in `bytes`; call again with the rest. A piece of the body is kept here.
    RequestFramer::Step take(QByteArrayView bytes);
    const RequestFramer& framer() const { return m_framer; }
    /// Of the present request, once it is complete; until then empty.
    const RequestHead& head() const { return m_head; }
    bool isInHead() const { return m_framer.requestBytes() > 0 && !m_framer.inBody(); }
    bool hasBegun() const { return m_framer.requestBytes() > 0; }
    RequestBody& body() const { return *m_body; }

    /// A complete request's trailers, bodies and sizes.
    void giveBodies(Capture& capture);
    /// What came of a body that is refused; `rest`: from the place on that is wrong.
    void giveRefused(Capture& capture, QByteArrayView rest);
    /// The head.
    void giveHead(Capture& capture);

    /// For the next request.
    void restart();

private:
    bool isChunked() const { return m_head.body == RequestHead::Body::Chunked; }

    RequestFramer m_framer;
    RequestHead m_head;
    std::shared_ptr<RequestBody> m_body; ///< shared with what the store calls back
};

} // namespace hookworks
