// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// startup_bench [RUNS] PROGRAM [ARGUMENT…]: from a program's start to its first window of more than 200×200
// on the screen, in turn with a trivial Qt window; prints the medians, their ratio, and the memory after a
// second.
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QStringList>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <poll.h>
#include <utility>
#include <vector>
#include <xcb/xcb.h>

namespace {

struct Run
{
    double milliseconds = -1;
    double residentMegabytes = 0;
    double ownMegabytes = 0; ///< shared pages counted in parts (PSS)
};

double megabytesOf(const QString& path, QByteArrayView field)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    const QByteArrayList lines = file.readAll().split('\n');
    for (const QByteArray& line : lines) {
        if (line.startsWith(field))
            return line.mid(field.size()).simplified().split(' ').first().toDouble() / 1024;
    }
    return -1;
}

/// Waits for the next window that is mapped on the root; false after ten seconds.
bool waitForWindow(xcb_connection_t* connection)
{
    QElapsedTimer waited;
    waited.start();
    while (waited.elapsed() < 10'000) {
        using Event = std::unique_ptr<xcb_generic_event_t, decltype(&std::free)>;
        const Event event(xcb_poll_for_event(connection), &std::free);
        if (!event) {
            pollfd descriptor{xcb_get_file_descriptor(connection), POLLIN, 0};
            poll(&descriptor, 1, 100);
            continue;
        }
        if ((event->response_type & 0x7f) != XCB_MAP_NOTIFY)
            continue;
        const auto* mapped = reinterpret_cast<const xcb_map_notify_event_t*>(event.get());
        using Geometry = std::unique_ptr<xcb_get_geometry_reply_t, decltype(&std::free)>;
        const Geometry geometry(
            xcb_get_geometry_reply(connection, xcb_get_geometry(connection, mapped->window), nullptr),
            &std::free);
        if (geometry && geometry->width > 200 && geometry->height > 200)
            return true;
    }
    return false;
}

Run measure(xcb_connection_t* connection, const QString& program, const QStringList& arguments)
{
    Run run;
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QElapsedTimer timer;
    timer.start();
    process.start(program, arguments);
    if (!process.waitForStarted() || !waitForWindow(connection))
        return run;
    run.milliseconds = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    process.waitForFinished(1000);
    const QString folder = QStringLiteral("/proc/%1/").arg(process.processId());
    run.residentMegabytes = megabytesOf(folder + QStringLiteral("status"), "VmRSS:");
    run.ownMegabytes = megabytesOf(folder + QStringLiteral("smaps_rollup"), "Pss:");
    process.terminate();
    if (!process.waitForFinished(5000))
        process.kill();
    process.waitForFinished();
    return run;
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values.empty() ? -1 : values[values.size() / 2];
}

double medianOf(const std::vector<Run>& runs, double Run::*field)
{
    std::vector<double> values;
    for (const Run& run : runs)
        values.push_back(run.*field);
    return median(values);
}

void print(const char* name, const std::vector<Run>& runs)
{
    std::printf("%-8s first window %.1f ms, resident %.1f MB, own share %.1f MB (medians of %zu)\n", name,
                medianOf(runs, &Run::milliseconds), medianOf(runs, &Run::residentMegabytes),
                medianOf(runs, &Run::ownMegabytes), runs.size());
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

    xcb_connection_t* connection = xcb_connect(nullptr, nullptr);
    const xcb_window_t root = xcb_setup_roots_iterator(xcb_get_setup(connection)).data->root;
    const uint32_t mask = XCB_EVENT_MASK_SUBSTRUCTURE_NOTIFY;
    xcb_change_window_attributes(connection, root, XCB_CW_EVENT_MASK, &mask);
    xcb_flush(connection);

    measure(connection, floor, {});
    measure(connection, program, arguments);
    std::vector<Run> floors;
    std::vector<Run> ours;
    for (int i = 0; i < count; ++i) {
        floors.push_back(measure(connection, floor, {}));
        ours.push_back(measure(connection, program, arguments));
    }
    print("trivial", floors);
    print("program", ours);
    std::printf("ratio    %.2f\n", medianOf(ours, &Run::milliseconds) / medianOf(floors, &Run::milliseconds));
    xcb_disconnect(connection);
    return 0;
}
