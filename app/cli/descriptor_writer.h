// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>

#include <memory>

class QSocketNotifier;

namespace hookworks {

/// Writes to a descriptor what its reader takes, and keeps the rest for later. Needs an event loop to go on
/// by itself. Leaves the descriptor's flags alone: others may share it.
class DescriptorWriter final : public QObject
{
    Q_OBJECT

public:
    explicit DescriptorWriter(int descriptor);
    ~DescriptorWriter() override;

    /// Does not wait.
    void write(const QByteArray& bytes);
    /// Writes on with what was kept, and does not wait.
    void writeOn();
    int descriptor() const { return m_descriptor; }
    /// Bytes that the reader has not taken.
    qsizetype waiting() const { return m_bytes.size() - m_written; }
    /// Nobody can read it any more; what is written is dropped.
    bool isClosed() const { return m_closed; }
    /// The errno of a write that failed, such as ENOSPC; 0: none did. A reader that has gone is none.
    int error() const { return m_error; }
    /// Gives up on the reader.
    void close();

Q_SIGNALS:
    /// All that was kept has been taken.
    void emptied();
    void closed();

private:
    bool takesMore() const;
    void forgetWritten();
    void giveUp(int error);

    int m_descriptor;
    bool m_waits; ///< a pipe, a socket or a terminal: its reader may be slow
    bool m_closed = false;
    int m_error = 0;
    QByteArray m_bytes;
    qsizetype m_written = 0; ///< of m_bytes
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace hookworks
