// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// startup_bench [RUNS] PROGRAM [ARGUMENT…]: from a program's start to its first window of more than 200×200
// on the screen, in turn with a trivial Qt window; prints the medians, their ratio, and the memory after a
// second.
#include "bench/percentile.h"
#include "bench/window_watch.h"

#include <QCoreApplication>

#include <cstdio>

using namespace hookworks;

namespace {

constexpr int memoryAfterMs = 1000;

double medianOf(const std::vector<StartedOnce>& runs, double StartedOnce::*field)
{
    std::vector<double> values;
    values.reserve(runs.size());
    for (const StartedOnce& run : runs)
        values.push_back(run.*field);
    return median(values);
}

void print(const char* name, const std::vector<StartedOnce>& runs)
{
    std::printf("%-8s first window %.1f ms, resident %.1f MB, own share %.1f MB (medians of %zu)\n", name,
                medianOf(runs, &StartedOnce::milliseconds), medianOf(runs, &StartedOnce::residentMegabytes),
                medianOf(runs, &StartedOnce::ownMegabytes), runs.size());
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    QStringList arguments = QCoreApplication::arguments().mid(1);
    const int given = arguments.isEmpty() ? 0 : arguments.first().toInt();
    const int count = given > 0 ? given : 7;
    if (given > 0)
        arguments.removeFirst();
    if (arguments.isEmpty()) {
        std::fprintf(stderr, "usage: startup_bench [RUNS] PROGRAM [ARGUMENT…]\n");
        return 2;
    }
    const QString program = arguments.takeFirst();
    const QString floor = QCoreApplication::applicationDirPath() + QStringLiteral("/trivial_window");

    WindowWatch watch;
    watch.start(floor, {}, memoryAfterMs);
    watch.start(program, arguments, memoryAfterMs);
    std::vector<StartedOnce> floors;
    std::vector<StartedOnce> ours;
    for (int i = 0; i < count; ++i) {
        floors.push_back(watch.start(floor, {}, memoryAfterMs));
        ours.push_back(watch.start(program, arguments, memoryAfterMs));
    }
    print("trivial", floors);
    print("program", ours);
    std::printf("ratio    %.2f\n",
                medianOf(ours, &StartedOnce::milliseconds) / medianOf(floors, &StartedOnce::milliseconds));
    return 0;
}
