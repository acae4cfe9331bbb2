// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/streams.h"

namespace hookworks {

/// For a command that goes on after another process printed a part of its results: leaves out as many pieces
/// of output as have arrived. Belongs to the streams it writes to.
class ResumedStreams final : public Streams
{
    Q_OBJECT

public:
    ResumedStreams(Streams& streams, qint64 printed);

    void out(const QByteArray& bytes) override;
    void err(const QByteArray& bytes) override { m_streams->err(bytes); }
    bool isFull() const override { return m_streams->isFull(); }
    TextLook look() const override { return m_streams->look(); }
    void remember(const QByteArray& state) override;

private:
    Streams* m_streams;
    qint64 m_leftOut; ///< still to be left out
};

} // namespace hookworks
