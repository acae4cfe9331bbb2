// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// waiting_bench [DELIVERIES]: a workspace with 100,000 waiting deliveries. The window program beside this
// folder is started on it, Deliveries page first: the time to its first window, and its memory after ten
// seconds. Then the same window is used under a probe, with the clock at ×60 and fifty attempts a second: how
// long its event loop is blocked. Ends with 1 where a limit is missed. Needs an X server:
// packaging/display.sh.
#include "bench/percentile.h"
#include "bench/responders.h"
#include "bench/waiting_window.h"
#include "bench/waiting_workspace.h"
#include "bench/window_watch.h"
#include "platform/paths.h"
#include "platform/settings.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>

#include <chrono>
#include <cstdio>
#include <cstring>

using namespace hookworks;

namespace {

constexpr int starts = 5;
constexpr int memoryAfterMs = 10'000;
constexpr double mostStartMs = 1000;
constexpr double mostMegabytes = 200;

/// True where a limit is missed.
bool measureProgram(const QString& file)
{
    const QString program = QCoreApplication::applicationDirPath() + QStringLiteral("/../bin/hookworks");
    WindowWatch watch;
    watch.start(program, {file}, 500);
    std::vector<double> times;
    times.reserve(starts);
    for (int i = 0; i < starts; ++i)
        times.push_back(watch.start(program, {file}, 500).milliseconds);
    const StartedOnce whole = watch.start(program, {file}, memoryAfterMs);
    const double resident = whole.residentMegabytes;
    std::printf(
        "program: first window after %.0f ms (median of %d; at most %.0f); after 10 s resident %.1f MB "
        "(at most %.0f), own share %.1f MB\n",
        median(times), starts, mostStartMs, resident, mostMegabytes, whole.ownMegabytes);
    std::fflush(stdout);
    const bool started = std::ranges::all_of(times, [](double time) { return time >= 0; });
    return !started || median(times) > mostStartMs || resident < 0 || resident > mostMegabytes;
}

int probedWindow(const QString& file)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    process.start(QCoreApplication::applicationFilePath(),
                  {QStringLiteral("--window"), file, QString::number(std::chrono::nanoseconds(now).count())});
    process.waitForFinished(-1);
    return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : 2;
}

int measure(int count)
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("waiting.hookworks"));
    const Paths paths(QProcessEnvironment::systemEnvironment());
    QDir().mkpath(QFileInfo(paths.settingsFile()).absolutePath());
    FileSettings(paths.settingsFile()).setValue(QStringLiteral("window/page"), QStringLiteral("deliveries"));
    const Responders receiver(waitingBodySize);
    QElapsedTimer timer;
    timer.start();
    if (const auto made = makeWaitingWorkspace(file, paths.keyFile(), receiver.url(), count); !made) {
        std::fprintf(stderr, "%s %s\n", qPrintable(made.error().message), qPrintable(made.error().detail));
        return 2;
    }
    std::printf("made %d waiting deliveries in %.1f s, a file of %.0f MB\n", count,
                static_cast<double>(timer.elapsed()) / 1000,
                static_cast<double>(QFileInfo(file).size()) / 1e6);
    const bool missed = measureProgram(file);
    const int probed = probedWindow(file);
    std::printf("the receiver got %d requests\n", receiver.requests());
    return probed > 1 ? probed : missed || probed == 1 ? 1 : 0;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc == 4 && std::strcmp(argv[1], "--window") == 0)
        return watchWaitingWindow(argc, argv, QString::fromLocal8Bit(argv[2]),
                                  QByteArray(argv[3]).toLongLong());
    const QCoreApplication application(argc, argv);
    return measure(argc > 1 ? std::max(1, std::atoi(argv[1])) : 100'000);
}
