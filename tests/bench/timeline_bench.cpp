// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// 5,000 lanes: how long a frame takes while scrolling, zooming and panning, on both axes, and how long a
// batch of changes takes. Ends with 1 where the 99th percentile of the frames is over 16 ms.
#include "ui/timeline/timeline_view.h"
#include "ui/timeline_samples.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QImage>
#include <QPainter>
#include <QScrollBar>
#include <QTextStream>

#include <algorithm>

using namespace std::chrono_literals;

namespace hookworks {

namespace {

constexpr int laneCount = 5'000;
constexpr int frameCount = 600;
constexpr double allowedMs = 16;

double percentile(QList<double> values, double part)
{
    std::ranges::sort(values);
    return values[static_cast<qsizetype>(part * static_cast<double>(values.size() - 1))];
}

class TimelineBench
{
public:
    TimelineBench()
    {
        QList<TimelineLane> lanes;
        lanes.reserve(laneCount);
        for (int id = 1; id <= laneCount; ++id)
            lanes << sampleLane(id, id % 10);
        m_model.setLanes(std::move(lanes));
        m_view.setModel(&m_model);
        m_view.resize(1600, 900);
        m_view.show();
    }

    double frames(AxisKind axis)
    {
        m_view.zooming().setAxis(axis);
        m_view.zooming().fit();
        QList<double> times;
        for (int i = 0; i < frameCount; ++i)
            times << frame(i);
        return percentile(times, 0.99);
    }

    double changes()
    {
        QList<double> times;
        for (int i = 0; i < 100; ++i) {
            QList<TimelineLane> batch;
            for (int id = 1; id <= 50; ++id)
                batch << sampleLane(id * 97 + i, (id + i) % 10);
            QElapsedTimer timer;
            timer.start();
            m_model.upsert(batch);
            times << static_cast<double>(timer.nsecsElapsed()) / 1e6;
        }
        return percentile(times, 0.99);
    }

private:
    /// One step of the hand, then everything painted into an image as large as the window.
    double frame(int i)
    {
        QElapsedTimer timer;
        timer.start();
        QScrollBar* const bar = m_view.verticalScrollBar();
        bar->setValue((bar->value() + 333) % std::max(1, bar->maximum()));
        m_view.zoom(i % 20 < 10 ? 1.1 : 1 / 1.1);
        m_view.setNow(sampleStart + i * 1s);
        m_view.viewport()->render(&m_image);
        return static_cast<double>(timer.nsecsElapsed()) / 1e6;
    }

    TimelineModel m_model;
    TimelineView m_view;
    QImage m_image{1600, 900, QImage::Format_RGB32};
};

} // namespace

int measureTimeline()
{
    TimelineBench bench;
    const double logarithmic = bench.frames(AxisKind::Logarithmic);
    const double real = bench.frames(AxisKind::Real);
    const double changes = bench.changes();
    QTextStream(stdout) << "lanes " << laneCount << ", frame p99 logarithmic " << logarithmic << " ms, real "
                        << real << " ms (at most " << allowedMs << "), 50 changes p99 " << changes << " ms\n";
    return std::max(logarithmic, real) <= allowedMs ? 0 : 1;
}

} // namespace hookworks

int main(int argc, char** argv)
{
    const QApplication application(argc, argv);
    return hookworks::measureTimeline();
}
