// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QIODevice>

namespace hookworks {

/// Gives its bytes once. Sequential, so that Qt's manager cannot rewind it and send the request a second time
/// on its own; wanted for empty bodies too.
class OneShotDevice final : public QIODevice
{
public:
    OneShotDevice(const QByteArray& bytes, QObject* parent = nullptr);
    bool isSequential() const override { return true; }
    qint64 bytesAvailable() const override
    {
        return m_bytes.size() - m_position + QIODevice::bytesAvailable();
    }
    bool atEnd() const override { return m_position >= m_bytes.size(); }

protected:
    qint64 readData(char* data, qint64 most) override;
    qint64 writeData(const char* data, qint64 most) override;

private:
    QByteArray m_bytes;
    qint64 m_position = 0;
};

} // namespace hookworks
