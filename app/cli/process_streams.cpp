// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/process_streams.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace hookworks {

namespace {

// A signal handler can reach nothing but what is static: the pipe it writes to, and how often it was called.
std::array<int, 2> signalPipe{-1, -1};
volatile std::sig_atomic_t signalsSeen = 0;

extern "C" void onSignal(int)
{
    const int saved = errno;
    signalsSeen = signalsSeen + 1;
    if (signalsSeen > 1)
        _exit(130);
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(signalPipe[1], &byte, 1);
    errno = saved;
}

/// From the environment, as POSIX orders it: Qt switches the locale itself to one of UTF-8.
bool localeIsUtf8()
{
    for (const char* const name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
        const QByteArray value = qgetenv(name).toLower();
        if (!value.isEmpty())
            return value.contains("utf-8") || value.contains("utf8");
    }
    return false;
}

} // namespace

ProcessStreams::ProcessStreams()
{
    m_look.unicode = localeIsUtf8();
    m_look.colour =
        isatty(STDOUT_FILENO) && qEnvironmentVariableIsEmpty("NO_COLOR") && qgetenv("TERM") != "dumb";
    watchSignals();
}

ProcessStreams::~ProcessStreams()
{
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
}

void ProcessStreams::watchSignals()
{
    std::signal(SIGPIPE, SIG_IGN);
    if (pipe2(signalPipe.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    struct sigaction action = {};
    action.sa_handler = onSignal;
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
    m_signals = std::make_unique<QSocketNotifier>(signalPipe[0], QSocketNotifier::Read);
    connect(m_signals.get(), &QSocketNotifier::activated, this, [this] {
        m_signals->setEnabled(false);
        Q_EMIT cancelled();
    });
}

void ProcessStreams::out(const QByteArray& bytes)
{
    if (m_outClosed || write(STDOUT_FILENO, bytes))
        return;
    m_outClosed = true;
    QMetaObject::invokeMethod(this, &Streams::cancelled, Qt::QueuedConnection);
}

void ProcessStreams::err(const QByteArray& bytes)
{
    write(STDERR_FILENO, bytes);
}

bool ProcessStreams::write(int descriptor, const QByteArray& bytes)
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const auto written =
            ::write(descriptor, bytes.constData() + done, static_cast<size_t>(bytes.size() - done));
        if (written >= 0) {
            done += written;
        } else if (errno == EAGAIN) {
            pollfd ready{descriptor, POLLOUT, 0};
            ::poll(&ready, 1, -1);
        } else if (errno != EINTR) {
            return false;
        }
    }
    return true;
}

Result<QByteArray> ProcessStreams::readInput() const
{
    QByteArray input;
    std::array<char, 65536> buffer{};
    for (;;) {
        std::array<pollfd, 2> ready{{{STDIN_FILENO, POLLIN, 0}, {signalPipe[0], POLLIN, 0}}};
        if (::poll(ready.data(), ready.size(), -1) < 0 && errno != EINTR)
            break;
        if (ready[1].revents != 0)
            return fail(ErrorCode::Interrupted, QCoreApplication::translate("hookworks", "Interrupted."));
        if (ready[0].revents == 0)
            continue;
        const auto count = ::read(STDIN_FILENO, buffer.data(), buffer.size());
        if (count == 0 || (count < 0 && errno != EINTR && errno != EAGAIN))
            break;
        if (count > 0)
            input.append(buffer.data(), count);
    }
    return input;
}

} // namespace hookworks
