// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/one_shot_device.h"

#include <cstring>

namespace hookworks {

OneShotDevice::OneShotDevice(const QByteArray& bytes, QObject* parent)
    : QIODevice(parent)
    , m_bytes(bytes)
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 OneShotDevice::readData(char* data, qint64 most)
{
    const qint64 count = std::min<qint64>(most, m_bytes.size() - m_position);
    if (count <= 0)
        return -1;
    std::memcpy(data, m_bytes.constData() + m_position, static_cast<size_t>(count));
    m_position += count;
    return count;
}

qint64 OneShotDevice::writeData(const char* /*data*/, qint64 /*most*/)
{
    return -1;
}

} // namespace hookworks
