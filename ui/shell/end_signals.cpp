// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/end_signals.h"

#include <QGuiApplication>
#include <QSocketNotifier>

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace hookworks {

namespace {

// A signal handler can reach nothing but what is static: the pipe it writes to, and how often it was called.
std::array<int, 2> signalPipe{-1, -1};
volatile std::sig_atomic_t signalsSeen = 0;
constexpr std::array endings{SIGTERM, SIGINT, SIGHUP};

extern "C" void onEndSignal(int)
{
    const int saved = errno;
    signalsSeen = signalsSeen + 1;
    if (signalsSeen > 1)
        _exit(130);
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(signalPipe[1], &byte, 1);
    errno = saved;
}

} // namespace

EndSignals::EndSignals(QObject* parent)
    : QObject(parent)
{
    connect(qGuiApp, &QGuiApplication::commitDataRequest, this, &EndSignals::sessionEnds,
            Qt::DirectConnection);
    if (pipe2(signalPipe.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    m_notifier = new QSocketNotifier(signalPipe[0], QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, [this] {
        m_notifier->setEnabled(false);
        emit endWanted();
    });
    for (const int ending : endings)
        std::signal(ending, onEndSignal);
}

EndSignals::~EndSignals()
{
    for (const int ending : endings)
        std::signal(ending, SIG_DFL);
    for (int& end : signalPipe) {
        if (end >= 0)
            ::close(std::exchange(end, -1));
    }
}

} // namespace hookworks
