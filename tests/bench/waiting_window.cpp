// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/waiting_window.h"

#include "bench/loop_probe.h"
#include "bench/percentile.h"
#include "bench/window_watch.h"
#include "platform/paths.h"
#include "ui/shell/main_window.h"
#include "ui/shell/page.h"
#include "ui/shell/pages.h"
#include "ui/shell/shell_controller.h"
#include "ui/timeline/timeline_view.h"
#include "ui/widgets/theme.h"
#include "workbench/deliver/dispatch_status.h"
#include "workbench/session/clock_control.h"
#include "workbench/session/real_parts.h"
#include "workbench/session/workbench.h"

#include <QApplication>
#include <QComboBox>
#include <QEvent>
#include <QLineEdit>
#include <QScrollBar>
#include <QTableView>
#include <QTimer>

#include <chrono>
#include <cstdio>
#include <iterator>

namespace hookworks {

namespace {

using namespace std::chrono_literals;

constexpr double mostStartMs = 1000;
constexpr double mostBlockedMs = 50;
constexpr auto stepEvery = 16ms;
constexpr int stepsEach = 500; ///< of a phase: eight seconds

/// What the hand does in one phase; `step` counts from 0.
struct Phase
{
    const char* name;
    void (*act)(Workbench& workbench, QWidget& page, int step);
};

template <class Widget>
Widget& part(QWidget& page, const char* accessibleName)
{
    for (auto* widget : page.findChildren<Widget*>()) {
        if (widget->accessibleName() == QLatin1String(accessibleName))
            return *widget;
    }
    qFatal("The page has no %s.", accessibleName);
}

void rest(Workbench&, QWidget&, int) {}

void scrollList(Workbench&, QWidget& page, int step)
{
    QScrollBar& bar = *part<QTableView>(page, "Deliveries").verticalScrollBar();
    bar.setValue(step % 100 == 99 ? 0 : bar.value() + 40);
}

void scrollToEnd(Workbench&, QWidget& page, int)
{
    QScrollBar& bar = *part<QTableView>(page, "Deliveries").verticalScrollBar();
    bar.setValue(bar.maximum());
}

void filterByText(Workbench&, QWidget& page, int step)
{
    static const char* const texts[] = {"f", "failed", "receiver 7", "nothing of this", "d500", ""};
    if (step % 50 == 0)
        part<QLineEdit>(page, "Filter").setText(QLatin1String(texts[step / 50 % 6]));
    if (step == stepsEach - 1)
        part<QLineEdit>(page, "Filter").clear();
}

void filterByState(Workbench&, QWidget& page, int step)
{
    QComboBox& box = part<QComboBox>(page, "State");
    if (step % 40 == 0)
        box.setCurrentIndex(step / 40 % box.count());
    if (step == stepsEach - 1)
        box.setCurrentIndex(0);
}

void moveTimeline(Workbench&, QWidget& page, int step)
{
    TimelineView& view = part<TimelineView>(page, "Timeline");
    QScrollBar& bar = *view.verticalScrollBar();
    bar.setValue((bar.value() + 333) % std::max(1, bar.maximum()));
    view.zoom(step % 20 < 10 ? 1.1 : 1 / 1.1);
}

void groupTimeline(Workbench& workbench, QWidget& page, int step)
{
    QComboBox& box = part<QComboBox>(page, "Group by");
    if (step % 60 == 0)
        box.setCurrentIndex(step / 60 % box.count());
    moveTimeline(workbench, page, step);
}

void chooseRows(Workbench&, QWidget& page, int step)
{
    QTableView& table = part<QTableView>(page, "Deliveries");
    if (step % 10 == 0)
        table.selectRow(step * 7 % std::max(1, table.model()->rowCount()));
    if (step % 200 == 199)
        table.selectAll();
}

/// 3,000 due a second: more than the machine delivers.
void hurry(Workbench& workbench, QWidget&, int step)
{
    if (step == 0)
        workbench.clock().setSpeed(3600);
    if (step == stepsEach - 1)
        workbench.clock().setSpeed(60);
}

void holdAll(Workbench& workbench, QWidget&, int step)
{
    if (step == 0)
        workbench.deliveries().bulk(BulkAction::Hold, DeliveryFilter());
}

constexpr Phase phases[] = {{"at rest", rest},
                            {"filtering by text", filterByText},
                            {"filtering by state", filterByState},
                            {"scrolling the list", scrollList},
                            {"reading to the list's end", scrollToEnd},
                            {"scrolling and zooming the timeline", moveTimeline},
                            {"grouping the timeline", groupTimeline},
                            {"choosing rows", chooseRows},
                            {"all chosen, the clock at ×3600", hurry},
                            {"holding all that match", holdAll}};

double nowMs()
{
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

/// One window, from the process's start to the last phase.
class WaitingWindow : public QObject
{
public:
    WaitingWindow(WorkbenchParts parts, double startedMs)
        : m_startedMs(startedMs)
        , m_workbench(std::move(parts))
        , m_window(
              pagesOf(m_workbench), m_theme,
              WindowMemory{[](const QString&) { return QVariant(); }, [](const QString&, const QVariant&) {}})
        , m_shell(m_window, m_workbench)
    {
        connect(&m_window, &MainWindow::shownFirst, this, [this] {
            m_shownMs = nowMs() - m_startedMs;
            m_workbench.start().then(this, [this](const Result<void>&) { m_shell.begin(); });
        });
        connect(&m_workbench.dispatch(), &DispatchStatus::workChanged, this, [this](const WorkCounts& work) {
            m_waiting = work.waiting;
            if (m_takenMs < 0 && work.waiting > 0)
                m_takenMs = nowMs() - m_startedMs;
        });
        m_window.resize(1500, 1000);
        m_window.go(QStringLiteral("deliveries"));
        part<QTableView>(page(), "Deliveries").viewport()->installEventFilter(this);
        m_window.show();
        connect(&m_step, &QTimer::timeout, this, &WaitingWindow::step);
        m_step.setTimerType(Qt::PreciseTimer);
        QTimer::singleShot(3s, this, &WaitingWindow::reportStart);
    }

    bool missed() const { return m_missed; }

private:
    QWidget& page() { return *m_window.currentPage(); }

    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() == QEvent::Paint && m_usableMs < 0 &&
            part<QTableView>(page(), "Deliveries").model()->rowCount() > 0)
            QMetaObject::invokeMethod(
                this, [this] { m_usableMs = m_usableMs < 0 ? nowMs() - m_startedMs : m_usableMs; },
                Qt::QueuedConnection);
        return false;
    }

    void reportStart()
    {
        std::printf("start: window painted after %.0f ms, its page usable after %.0f ms (at most %.0f), all "
                    "waiting deliveries taken up after %.0f ms\n",
                    m_shownMs, m_usableMs, mostStartMs, m_takenMs);
        m_missed = m_usableMs < 0 || m_usableMs > mostStartMs;
        report("starting");
        m_workbench.clock().setSpeed(60);
        m_step.start(stepEvery);
    }

    void step()
    {
        const Phase& phase = phases[m_steps / stepsEach];
        phase.act(m_workbench, page(), m_steps % stepsEach);
        if (++m_steps % stepsEach > 0)
            return;
        report(phase.name);
        if (m_steps / stepsEach < static_cast<int>(std::size(phases)))
            return;
        m_step.stop();
        end();
    }

    void report(const char* name)
    {
        const std::vector<double> waits = m_probe.take();
        m_all.insert(m_all.end(), waits.begin(), waits.end());
        std::printf("loop, %-35s p99 %5.1f, p99.9 %5.1f, worst %5.1f ms; rows %d, lanes %d\n", name,
                    percentile(waits, 0.99), percentile(waits, 0.999), percentile(waits, 1),
                    part<QTableView>(page(), "Deliveries").model()->rowCount(),
                    part<TimelineView>(page(), "Timeline").model()->rowCount());
        std::fflush(stdout);
    }

    void end()
    {
        const double blocked = percentile(m_all, 0.999);
        m_missed = m_missed || blocked > mostBlockedMs;
        const StartedOnce memory = memoryOf(QCoreApplication::applicationPid());
        std::printf("loop, all of it: p99.9 %.1f ms (at most %.0f), worst %.1f ms, of %zu; resident after "
                    "that %.1f MB; %d still wait\n",
                    blocked, mostBlockedMs, percentile(m_all, 1), m_all.size(), memory.residentMegabytes,
                    m_waiting);
        QApplication::exit(m_missed ? 1 : 0);
    }

    double m_startedMs;
    double m_shownMs = -1;
    double m_usableMs = -1;
    double m_takenMs = -1;
    int m_waiting = 0;
    int m_steps = 0;
    bool m_missed = false;
    LoopProbe m_probe;
    std::vector<double> m_all;
    Theme m_theme{false};
    Workbench m_workbench;
    MainWindow m_window;
    ShellController m_shell;
    QTimer m_step;
};

} // namespace

int watchWaitingWindow(int argc, char** argv, const QString& file, qint64 startedAt)
{
    const QApplication application(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    const Paths paths(QProcessEnvironment::systemEnvironment());
    auto parts = realParts(paths, file, OpenMode::Hold, realProviders());
    if (!parts) {
        std::fprintf(stderr, "%s\n", qPrintable(parts.error().message));
        return 2;
    }
    const WaitingWindow window(std::move(*parts), static_cast<double>(startedAt) / 1e6);
    return QApplication::exec();
}

} // namespace hookworks
