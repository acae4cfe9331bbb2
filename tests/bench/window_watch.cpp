// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/window_watch.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>

#include <cstdlib>
#include <poll.h>
#include <xcb/xcb.h>

namespace hookworks {

namespace {

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

} // namespace

StartedOnce memoryOf(qint64 process)
{
    const QString folder = QStringLiteral("/proc/%1/").arg(process);
    return {-1, megabytesOf(folder + QStringLiteral("status"), "VmRSS:"),
            megabytesOf(folder + QStringLiteral("smaps_rollup"), "Pss:")};
}

WindowWatch::WindowWatch()
    : m_connection(xcb_connect(nullptr, nullptr))
{
    const xcb_window_t root = xcb_setup_roots_iterator(xcb_get_setup(m_connection)).data->root;
    const uint32_t mask = XCB_EVENT_MASK_SUBSTRUCTURE_NOTIFY;
    xcb_change_window_attributes(m_connection, root, XCB_CW_EVENT_MASK, &mask);
    xcb_flush(m_connection);
}

WindowWatch::~WindowWatch()
{
    xcb_disconnect(m_connection);
}

/// The next window that is mapped on the root; false after ten seconds.
bool WindowWatch::waitForWindow()
{
    QElapsedTimer waited;
    waited.start();
    while (waited.elapsed() < 10'000) {
        using Event = std::unique_ptr<xcb_generic_event_t, decltype(&std::free)>;
        const Event event(xcb_poll_for_event(m_connection), &std::free);
        if (!event) {
            pollfd descriptor{xcb_get_file_descriptor(m_connection), POLLIN, 0};
            poll(&descriptor, 1, 100);
            continue;
        }
        if ((event->response_type & 0x7f) != XCB_MAP_NOTIFY)
            continue;
        const auto* mapped = reinterpret_cast<const xcb_map_notify_event_t*>(event.get());
        using Geometry = std::unique_ptr<xcb_get_geometry_reply_t, decltype(&std::free)>;
        const Geometry geometry(
            xcb_get_geometry_reply(m_connection, xcb_get_geometry(m_connection, mapped->window), nullptr),
            &std::free);
        if (geometry && geometry->width > 200 && geometry->height > 200)
            return true;
    }
    return false;
}

StartedOnce WindowWatch::start(const QString& program, const QStringList& arguments, int measureAfterMs)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QElapsedTimer timer;
    timer.start();
    process.start(program, arguments);
    if (!process.waitForStarted() || !waitForWindow())
        return {};
    const double milliseconds = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    process.waitForFinished(measureAfterMs);
    StartedOnce run = memoryOf(process.processId());
    run.milliseconds = milliseconds;
    process.terminate();
    if (!process.waitForFinished(5000))
        process.kill();
    process.waitForFinished();
    return run;
}

} // namespace hookworks
