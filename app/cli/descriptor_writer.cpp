// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/descriptor_writer.h"

#include <QSocketNotifier>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <limits>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

namespace hookworks {

namespace {

/// A pipe that is ready takes so many bytes without waiting (pipe(7)).
constexpr qsizetype surelyTaken = PIPE_BUF;
/// What was written is forgotten in pieces of this size, so that it is not moved each time.
constexpr qsizetype forgottenAtOnce = 256 * 1024;

bool isFile(int descriptor)
{
    struct stat status = {};
    return fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
}

} // namespace

DescriptorWriter::DescriptorWriter(int descriptor)
    : m_descriptor(descriptor)
    , m_waits(!isFile(descriptor))
{
}

DescriptorWriter::~DescriptorWriter() = default;

void DescriptorWriter::write(const QByteArray& bytes)
{
    if (m_closed)
        return;
    m_bytes.append(bytes);
    if (waiting() == bytes.size())
        writeOn();
}

void DescriptorWriter::writeOn()
{
    const qsizetype most = m_waits ? surelyTaken : std::numeric_limits<qsizetype>::max();
    while (waiting() > 0 && takesMore()) {
        const auto size = static_cast<size_t>(std::min(most, waiting()));
        const auto written = ::write(m_descriptor, m_bytes.constData() + m_written, size);
        if (written >= 0)
            m_written += written;
        else if (errno == EAGAIN)
            break;
        else if (errno != EINTR)
            return giveUp(errno);
    }
    forgetWritten();
}

void DescriptorWriter::giveUp(int error)
{
    if (error != EPIPE)
        m_error = error;
    close();
}

void DescriptorWriter::close()
{
    if (m_closed)
        return;
    m_closed = true;
    m_bytes.clear();
    m_written = 0;
    m_notifier.reset();
    Q_EMIT closed();
}

bool DescriptorWriter::takesMore() const
{
    pollfd ready{m_descriptor, POLLOUT, 0};
    return !m_waits || ::poll(&ready, 1, 0) > 0;
}

void DescriptorWriter::forgetWritten()
{
    if (waiting() > 0) {
        if (m_written > forgottenAtOnce)
            m_bytes.remove(0, std::exchange(m_written, 0));
        if (!m_notifier) {
            m_notifier = std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Write);
            connect(m_notifier.get(), &QSocketNotifier::activated, this, &DescriptorWriter::writeOn);
        }
        m_notifier->setEnabled(true);
        return;
    }
    m_bytes.clear();
    m_written = 0;
    if (m_notifier && m_notifier->isEnabled()) {
        m_notifier->setEnabled(false);
        Q_EMIT emptied();
    }
}

} // namespace hookworks
