// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/streams.h"
#include "domain/result.h"

#include <memory>

class QSocketNotifier;

namespace hookworks {

/// This process' own standard streams. SIGINT and SIGTERM cancel; a second one ends the process at once.
/// SIGPIPE is ignored: when the reader of standard output has gone, the command is cancelled and further
/// results are dropped. One per process, because signals are.
class ProcessStreams final : public Streams
{
    Q_OBJECT

public:
    ProcessStreams();
    ~ProcessStreams() override;

    void out(const QByteArray& bytes) override;
    void err(const QByteArray& bytes) override;
    TextLook look() const override { return m_look; }

    /// Reads standard input to its end. Blocks, so call it before the event loop runs; Interrupted when a
    /// signal came.
    Result<QByteArray> readInput() const;

private:
    bool write(int descriptor, const QByteArray& bytes);
    void watchSignals();

    TextLook m_look;
    bool m_outClosed = false;
    std::unique_ptr<QSocketNotifier> m_signals;
};

} // namespace hookworks
