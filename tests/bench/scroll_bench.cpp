// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A list of 100,000 deliveries: how long a frame takes while it is scrolled by a row, by a page and from end
// to end, painted as large as a window. Ends with 1 where the 99th percentile is over 16 ms.
#include "bench/percentile.h"
#include "ui/deliveries/delivery_row.h"
#include "ui/lists/live_list_model.h"
#include "ui/lists/live_table.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QImage>
#include <QScrollBar>

#include <cstdio>
#include <ctime>

namespace hookworks {

namespace {

constexpr int rowCount = 100'000;
constexpr int frameCount = 600;
constexpr double allowedMs = 16;

DeliverySummaryRecord sampleRecord(int number)
{
    DeliverySummaryRecord record;
    DeliverySummary& delivery = record.delivery;
    delivery.id = DeliveryId{number};
    delivery.event = number % 3 == 0 ? QStringLiteral("report.failed") : QStringLiteral("report.completed");
    delivery.webhookName = QStringLiteral("Weekly figures to the archive %1").arg(number % 17);
    delivery.state = number % 5 == 0 ? DeliveryState::Exhausted : DeliveryState::Delivered;
    delivery.createdAt = realTimeFromMicros(1'767'000'000'000'000 + number * 1'000'000LL);
    delivery.plan.resize(9);
    if (number % 20 == 0)
        delivery.mark = {MarkColour::Purple, QStringLiteral("looked at")};
    Attempt attempt;
    attempt.delivery = delivery.id;
    attempt.number = delivery.attempts = 1;
    attempt.startedAt = delivery.createdAt;
    attempt.finishedAt = attempt.startedAt + std::chrono::milliseconds(12);
    attempt.outcome = number % 5 == 0 ? Outcome::Rejected : Outcome::Success;
    attempt.status = number % 5 == 0 ? 503 : 200;
    record.attempts = {attempt};
    return record;
}

/// That this thread has worked: painting waits for nothing, and what else the machine does is not in it.
double ownMilliseconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

class ScrollBench
{
public:
    ScrollBench()
    {
        QList<DeliveryRow> rows;
        rows.reserve(rowCount);
        for (int number = rowCount; number > 0; --number)
            rows << rowOf(sampleRecord(number));
        m_model.addPage(rows, true);
        m_table.resize(m_image.size());
        m_table.show();
        m_table.selectRow(3);
    }

    /// The 99th percentile of the frames, each `step` rows further than the one before.
    double frames(int step)
    {
        QScrollBar& bar = *m_table.verticalScrollBar();
        std::vector<double> times;
        for (int i = 0; i < frameCount; ++i) {
            const double began = ownMilliseconds();
            bar.setValue((bar.value() + step) % std::max(1, bar.maximum()));
            m_table.viewport()->render(&m_image);
            times.push_back(ownMilliseconds() - began);
        }
        return percentile(times, 0.99);
    }

    int page() const { return m_table.verticalScrollBar()->pageStep(); }

private:
    Theme m_theme{false};
    LiveListModel<DeliveryRow> m_model{deliveryColumns()};
    LiveTable m_table{m_model};
    QImage m_image{1600, 900, QImage::Format_RGB32};
};

} // namespace

int measureScrolling()
{
    ScrollBench bench;
    const double byRow = bench.frames(1);
    const double byPage = bench.frames(bench.page());
    const double fromEndToEnd = bench.frames(rowCount / 3);
    std::printf(
        "rows %d, frame p99 by row %.1f ms, by page %.1f ms, from end to end %.1f ms (at most %.0f)\n",
        rowCount, byRow, byPage, fromEndToEnd, allowedMs);
    return std::max({byRow, byPage, fromEndToEnd}) <= allowedMs ? 0 : 1;
}

} // namespace hookworks

int main(int argc, char** argv)
{
    const QApplication application(argc, argv);
    return hookworks::measureScrolling();
}
