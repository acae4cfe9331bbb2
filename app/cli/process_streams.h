// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/descriptor_writer.h"
#include "cli/exit_status.h"
#include "cli/streams.h"
#include "domain/result.h"

#include <memory>

class QSocketNotifier;

namespace hookworks {

/// This process' own standard streams. SIGINT and SIGTERM cancel; a second one ends the process at once.
/// SIGPIPE is ignored: when the reader of standard output has gone, the command is cancelled and further
/// results are dropped. So it is when standard output cannot be written. A reader may be slow: 1 MiB of
/// results is kept for it before out() waits; messages beyond that are left out. Once cancelled, a reader
/// that takes nothing for a second is given up. One per process, because signals are.
class ProcessStreams final : public Streams
{
    Q_OBJECT

public:
    ProcessStreams();
    ~ProcessStreams() override;

    void out(const QByteArray& bytes) override;
    void err(const QByteArray& bytes) override;
    bool isFull() const override;
    TextLook look() const override { return m_look; }

    /// Waits for the readers and closes standard output; call it last. What the process ends with: `status`,
    /// or that of output that could not be written, in words too.
    ExitStatus end(ExitStatus status);

    /// Reads standard input to its end. Blocks, so call it before the event loop runs; Interrupted when a
    /// signal came.
    Result<QByteArray> readInput() const;

private:
    void waitFor(DescriptorWriter& writer, qsizetype most);
    int closeOutput();
    void watchSignals();

    TextLook m_look;
    DescriptorWriter m_out, m_err;
    int m_leftOut = 0; ///< messages
    std::unique_ptr<QSocketNotifier> m_signals;
};

} // namespace hookworks
