// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/captures_window.h"

#include "bench/loop_probe.h"
#include "bench/percentile.h"
#include "bench/window_watch.h"
#include "platform/paths.h"
#include "ui/shell/main_window.h"
#include "ui/shell/pages.h"
#include "ui/shell/shell_controller.h"
#include "ui/widgets/page_widget.h"
#include "ui/widgets/theme.h"
#include "workbench/listen/listening.h"
#include "workbench/session/real_parts.h"
#include "workbench/session/workbench.h"

#include <QApplication>
#include <QScrollBar>
#include <QSocketNotifier>
#include <QTableView>
#include <QTimer>

#include <cstdio>
#include <unistd.h>

namespace hookworks {

namespace {

using namespace std::chrono_literals;

constexpr int scrollSteps = 600;
constexpr auto stepEvery = 16ms;

class CapturesWindow : public QObject
{
public:
    explicit CapturesWindow(WorkbenchParts parts)
        : m_workbench(std::move(parts))
        , m_window(
              pagesOf(m_workbench), m_theme,
              WindowMemory{[](const QString&) { return QVariant(); }, [](const QString&, const QVariant&) {}})
        , m_shell(m_window, m_workbench)
        , m_input(STDIN_FILENO, QSocketNotifier::Read)
    {
        connect(&m_window, &MainWindow::shownFirst, this, [this] {
            m_workbench.start().then(this, [this](const Result<void>&) {
                m_shell.begin();
                listen();
            });
        });
        connect(&m_input, &QSocketNotifier::activated, this, &CapturesWindow::endFollowing);
        connect(&m_step, &QTimer::timeout, this, &CapturesWindow::scroll);
        m_step.setTimerType(Qt::PreciseTimer);
        m_window.resize(1500, 1000);
        m_window.go(QStringLiteral("captures"));
        m_window.show();
    }

private:
    QTableView& table()
    {
        return *m_window.currentPage()->findChild<QTableView*>(QStringLiteral("capturesTable"));
    }

    void listen()
    {
        ListenerConfig config;
        config.name = QStringLiteral("bench");
        config.port = 0;
        m_workbench.listening().startAdHoc(config).then(this, [this](const Result<ListenerView>& started) {
            if (!started) {
                std::fprintf(stderr, "%s\n", qPrintable(started.error().message));
                QApplication::exit(2);
                return;
            }
            std::printf("%d\n", started->port);
            std::fflush(stdout);
            (void)m_probe.take(); // what starting took is startup_bench's
        });
    }

    void endFollowing()
    {
        m_input.setEnabled(false);
        report("following");
        m_step.start(stepEvery);
    }

    /// Down by pages, and from time to time to an end, where older ones are read.
    void scroll()
    {
        QScrollBar& bar = *table().verticalScrollBar();
        const bool jump = m_steps % 100 == 99;
        const int next = bar.value() + bar.pageStep();
        bar.setValue(jump ? bar.maximum() : next > bar.maximum() ? 0 : next);
        if (++m_steps < scrollSteps)
            return;
        m_step.stop();
        report("scrolling");
        QApplication::exit(0);
    }

    void report(const char* name)
    {
        const std::vector<double> waits = m_probe.take();
        std::printf("loop, %-9s p99 %5.1f, p99.9 %5.1f, worst %5.1f ms of %zu; rows %d, resident %.0f MB\n",
                    name, percentile(waits, 0.99), percentile(waits, 0.999), percentile(waits, 1),
                    waits.size(), table().model()->rowCount(),
                    memoryOf(QCoreApplication::applicationPid()).residentMegabytes);
        std::fflush(stdout);
    }

    LoopProbe m_probe;
    Theme m_theme{false};
    Workbench m_workbench;
    MainWindow m_window;
    ShellController m_shell;
    QSocketNotifier m_input;
    QTimer m_step;
    int m_steps = 0;
};

} // namespace

int watchCapturesWindow(int argc, char** argv, const QString& file)
{
    const QApplication application(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    auto parts =
        realParts(Paths(QProcessEnvironment::systemEnvironment()), file, OpenMode::Hold, realProviders());
    if (!parts) {
        std::fprintf(stderr, "%s\n", qPrintable(parts.error().message));
        return 2;
    }
    const CapturesWindow window(std::move(*parts));
    return QApplication::exec();
}

} // namespace hookworks
