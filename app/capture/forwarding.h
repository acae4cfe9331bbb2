// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/byte_stream.h"
#include "capture/poller.h"
#include "domain/capture.h"
#include "domain/reply_rule.h"
#include "domain/result.h"
#include "http/response_reader.h"

#include <functional>
#include <memory>

namespace hookworks {

/// The field that marks a request which was passed on, so that it is not passed on again.
bool wasForwarded(const HeaderList& headers);

/// Passes one request on to another base URL (plain http, a literal address or localhost) and reads its
/// answer, without blocking. `done` is called once from the event loop, not from begin(); never after the
/// destruction.
class Forwarding final : public Pollable, public std::enable_shared_from_this<Forwarding>
{
public:
    using Done = std::function<void(const Result<Reply>&)>;

    Forwarding(Poller& poller, Done done);
    ~Forwarding() override;

    /// Connects to `baseUrl`; its path is put before the request's target. Fails with BadInput, in
    /// words, where it cannot begin.
    Result<void> begin(const Capture& capture, const QString& baseUrl);
    /// Ends it with an error, unless it has ended.
    void giveUp();
    void ready(Readiness readiness) override;

private:
    void write();
    void read();
    void finish(const Result<Reply>& result);
    void answered();

    Poller& m_poller;
    Done m_done;
    std::unique_ptr<ByteStream> m_stream;
    std::unique_ptr<ResponseReader> m_reader;
    QString m_url;
    QByteArray m_out;
};

} // namespace hookworks
