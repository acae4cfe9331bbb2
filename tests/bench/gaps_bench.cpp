// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// gaps_bench [TIMES [SPEED]]: `simulate report.failed --speed SPEED` against a receiver that answers 503 for
// ever; how far the gaps that the receiver saw are from the documented ones, per gap, the median and the
// worst of TIMES runs.
#include "cli/logging_receiver.h"
#include "cli/program.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <cstdio>

using namespace hookworks;

namespace {

constexpr std::array<double, 8> documented{30, 60, 120, 240, 480, 960, 1920, 3840};

/// Deviations in percent, one a gap; empty where the receiver did not see nine requests.
QList<double> deviations(double speed)
{
    const Home home;
    const LoggingReceiver receiver([](int) { return LoggingReceiver::status(503); });
    home.run({QStringLiteral("report"), QStringLiteral("import"), QStringLiteral("-"),
              QStringLiteral("--provider"), QStringLiteral("hybiscus")},
             R"({"type":"Report","config":{},"components":[]})");
    home.run({QStringLiteral("webhook"), QStringLiteral("add"), QStringLiteral("--provider"),
              QStringLiteral("hybiscus"), QStringLiteral("--url"), QString::fromLatin1(receiver.url())});
    home.run({QStringLiteral("simulate"), QStringLiteral("report.failed"), QStringLiteral("--report"),
              QStringLiteral("r1"), QStringLiteral("--speed"), QString::number(speed)});
    const QList<LoggedRequest> requests = receiver.requests();
    QList<double> percent;
    if (requests.size() != documented.size() + 1)
        return percent;
    for (qsizetype i = 0; i < 8; ++i) {
        const std::chrono::duration<double> gap = requests[i + 1].at - requests[i].at;
        const double wanted = documented[static_cast<size_t>(i)];
        percent << (gap.count() * speed / wanted - 1) * 100;
    }
    return percent;
}

} // namespace

int main(int argc, char* argv[])
{
    const QCoreApplication application(argc, argv);
    const int times = argc > 1 ? std::atoi(argv[1]) : 5;
    const double speed = argc > 2 ? std::atof(argv[2]) : 600;
    std::array<QList<double>, 8> all;
    int wrong = 0;
    for (int run = 0; run < times; ++run) {
        const QList<double> percent = deviations(speed);
        wrong += percent.isEmpty() ? 1 : 0;
        for (qsizetype i = 0; i < percent.size(); ++i)
            all[static_cast<size_t>(i)] << percent[i];
    }
    std::printf("%d runs at speed %g, %d without exactly nine requests\n", times, speed, wrong);
    for (size_t i = 0; i < all.size(); ++i) {
        if (all[i].isEmpty())
            continue;
        std::ranges::sort(all[i]);
        const auto far = std::ranges::max(all[i], {}, [](double each) { return std::abs(each); });
        std::printf("gap %4.0f s: median %+.2f %%, worst %+.2f %%\n", documented[i],
                    all[i][all[i].size() / 2], far);
    }
    return 0;
}
