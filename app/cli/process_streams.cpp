// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/process_streams.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace hookworks {

namespace {

// A signal handler can reach nothing but what is static: the pipe it writes to, and how often it was called.
std::array<int, 2> signalPipe{-1, -1};
volatile std::sig_atomic_t signalsSeen = 0;

constexpr qsizetype mostKept = 1024 * 1024;
constexpr qsizetype full = 64 * 1024;
constexpr int lastWaitMs = 1000;

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

QByteArray leftOut(int count)
{
    return QCoreApplication::translate("hookworks", "%n messages were left out: nobody read them.", "", count)
               .toUtf8() +
           '\n';
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
    : m_out(STDOUT_FILENO)
    , m_err(STDERR_FILENO)
{
    m_look.unicode = localeIsUtf8();
    m_look.terminal = isatty(STDOUT_FILENO) != 0;
    m_look.colour = m_look.terminal && qEnvironmentVariableIsEmpty("NO_COLOR") && qgetenv("TERM") != "dumb";
    watchSignals();
    connect(&m_out, &DescriptorWriter::emptied, this, &Streams::hasRoom);
    connect(&m_out, &DescriptorWriter::closed, this, &Streams::cancelled, Qt::QueuedConnection);
}

ProcessStreams::~ProcessStreams()
{
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
}

void ProcessStreams::watchSignals()
{
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN); // a file that may not grow any further is an error of the write
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
    waitFor(m_out, mostKept);
    m_out.write(bytes);
}

void ProcessStreams::err(const QByteArray& bytes)
{
    if (m_err.waiting() > mostKept) {
        ++m_leftOut;
        return;
    }
    if (const int count = std::exchange(m_leftOut, 0); count > 0)
        m_err.write(leftOut(count));
    m_err.write(bytes);
}

bool ProcessStreams::isFull() const
{
    return m_out.waiting() > full;
}

ExitStatus ProcessStreams::end(ExitStatus status)
{
    waitFor(m_out, 0);
    if (const int error = closeOutput(); error != 0) {
        err(QCoreApplication::translate("hookworks", "hookworks-cli: The output cannot be written: %1.")
                .arg(QString::fromLocal8Bit(std::strerror(error)))
                .toUtf8() +
            '\n');
        status = ExitStatus::Workspace;
    }
    waitFor(m_err, 0);
    return status;
}

/// Some file systems tell of a full disk only now. The errno of what went wrong; 0: nothing did.
int ProcessStreams::closeOutput()
{
    if (m_out.error() != 0 || m_out.isClosed())
        return m_out.error();
    return ::close(STDOUT_FILENO) == 0 || errno == EINTR ? 0 : errno;
}

void ProcessStreams::waitFor(DescriptorWriter& writer, qsizetype most)
{
    while (writer.waiting() > most) {
        const bool isLast = signalsSeen > 0;
        std::array<pollfd, 2> ready{
            {{writer.descriptor(), POLLOUT, 0}, {isLast ? -1 : signalPipe[0], POLLIN, 0}}};
        const int count = ::poll(ready.data(), ready.size(), isLast ? lastWaitMs : -1);
        if (isLast && count == 0)
            writer.close();
        else
            writer.writeOn();
    }
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
