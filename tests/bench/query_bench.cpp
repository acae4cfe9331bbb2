// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/many_captures.h"
#include "bench/percentile.h"
#include "query/parser.h"
#include "store/store.h"
#include "support/plain_secret_box.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QThread>

#include <atomic>
#include <cstdio>
#include <thread>

using namespace hookworks;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr const char* shared = "not example.com"; ///< no capture matches, for all have it
constexpr int arrivingEach = 10;                  ///< milliseconds, ten captures: a thousand a second

struct Kind
{
    const char* name;
    const char* where;
    double limit; ///< milliseconds for the first screen
};

/// Hits and misses of each kind that is to be answered at once, then what has to be scanned.
constexpr Kind kinds[] = {{"word, rare", "t0077777", 100},
                          {"word, common", "report.failed", 100},
                          {"word, none", "absent-from-all", 100},
                          {"phrase, none", "\"report failed\"", 100},
                          {"column, none", "rule=nobody", 100},
                          {"status, none", "status=418", 100},
                          {"header, rare", "header.X-Request-Id=r-0077777", 100},
                          {"header, none", "header.X-Request-Id=r-x", 100},
                          {"JSON, rare", "$.task=t0077777", 100},
                          {"JSON, none", "$.task=t-none", 100},
                          {"JSON number, rare", "$.n=77777", 100},
                          {"JSON number, none", "$.n=12.25", 100},
                          {"short number, rare", "$.n=5", 100},
                          {"header number, none", "header.Content-Length=161", 100},
                          {"state, none", "state=waiting", 100},
                          {"note, none", "note~absent", 100},
                          {"outcome, none", "outcome=success", 100},
                          {"origin, none", "origin=replay", 100},
                          {"attempts, none", "attempts=3", 100},
                          {"report, none", "report=r7", 100},
                          {"JSON contains, none", "$.event~absent", 100},
                          {"or, not, parentheses", "(t0077777 or rule=nobody) not status=418", 100},
                          {"not a column, none", "not path=/hook", 100},
                          {"word, not, none", "report.failed not path=/hook", 100},
                          {"status by order, none", "status>=400", 100},
                          {"not an event, none", "not (event=report.failed or event=report.completed)", 100},
                          {"not a word, none", shared, 100},
                          {"not words, none", "not (report.failed or report.completed)", 100},
                          {"word, not a word, none", "report.failed not example.com", 100},
                          {"words, not a word, none", "report.completed not application/json", 100},
                          {"not a header, none", "header.Content-Type!=application/json", 100},
                          {"not JSON, none", "not $.event=report.failed $.event!=report.completed", 100},
                          {"rare or not, rare", "t0077777 or not example.com", 100},
                          {"not one nor rare, rare", "not (example.com not (t0077777 or $.n=5))", 100},
                          {"not both, none", "not (example.com and path=/hook)", 100},
                          {"order, none", "$.n<0", 2'000},
                          {"order of text, none", "$.event<A", 2'000},
                          {"order of a header, none", "header.Host<!", 2'000},
                          {"two letters, none", "zq", 2'000},
                          {"two letters, event", "event~zq", 2'000},
                          {"not, none", "not (method=POST or $.n>5)", 2'000},
                          {"size, none", "size>1000000", 2'000}};

/// A page that is opened while a scan goes on.
double pageDuringScan(Store& store, RealTime now)
{
    std::atomic<bool> ended = false;
    std::thread scan([&] {
        (void)firstScreen(store, "$.n<0", now);
        ended = true;
    });
    double worst = 0;
    while (!ended) {
        QElapsedTimer timer;
        timer.start();
        (void)store.read([](Reader& reader) { return reader.captures(); }).result();
        worst = std::max(worst, static_cast<double>(timer.nsecsElapsed()) / 1e6);
        std::this_thread::sleep_for(20ms);
    }
    scan.join();
    return worst;
}

/// From superseding a scan, after `running`, until it has ended.
double supersededScan(Store& store, RealTime now, std::chrono::milliseconds running)
{
    CaptureFilter filter{.where = parseQuery(u"$.n<0").value(), .now = now, .asker = Asker::make()};
    const auto answer =
        store.read([filter](Reader& reader) { return reader.captureIds(filter); }, filter.asker);
    std::this_thread::sleep_for(running);
    QElapsedTimer timer;
    timer.start();
    filter.asker.supersede();
    const auto ended = answer.result();
    if (ended || ended.error().code != ErrorCode::Interrupted)
        qFatal("the scan was not superseded");
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

bool isWithin(const char* name, double milliseconds, double limit)
{
    std::printf("  %-24s %9.1f ms, %5.2f of its limit\n", name, milliseconds, milliseconds / limit);
    return milliseconds <= limit;
}

bool measure(Store& store, RealTime now)
{
    bool good = true;
    for (const Kind& kind : kinds) {
        std::vector<double> times;
        for (int i = 0; i < 5; ++i)
            times.push_back(firstScreen(store, kind.where, now));
        good = isWithin(kind.name, median(times), kind.limit) && good;
    }
    double superseded = 0;
    for (const int running : {3, 10, 30, 100, 300})
        superseded = std::max(superseded, supersededScan(store, now, std::chrono::milliseconds(running)));
    good = isWithin("a superseded scan", superseded, 50) && good;
    return isWithin("a page during a scan", pageDuringScan(store, now), 100) && good;
}

} // namespace

/// query_bench [COUNT [WAIT]]: a workspace of COUNT captures (1,000,000) of about 300 bytes, once they are
/// indexed, or WAIT seconds (60) after the load; then, as long again, once it is known what they share; then
/// while a thousand a second arrive. Exits 1 where a limit is missed.
int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    const int count = arguments.value(1, u"1000000"_s).toInt();
    const int wait = arguments.value(2, u"60"_s).toInt();
    const QTemporaryDir folder;
    const PlainSecretBox secrets;
    const RealTime now = *realTimeFromIso(u"2026-03-01T12:00:00Z");
    const auto store = Store::open(folder.filePath(u"bench.hookworks"_s), Store::Mode::Write, secrets);
    if (!store)
        qFatal("%s", qPrintable(store.error().message));
    QElapsedTimer timer;
    timer.start();
    fill(**store, count, now);
    std::printf("filled: %d in %.1f s\n", count, static_cast<double>(timer.elapsed()) / 1e3);
    const qint64 without = QFileInfo((*store)->path()).size();
    timer.restart();
    while (notIndexed(**store) > 0 && timer.elapsed() < 1000LL * wait)
        QThread::msleep(50);
    std::printf("index: %.1f s, %lld left, the file is %.2f of what it was\n",
                static_cast<double>(timer.elapsed()) / 1e3, static_cast<long long>(notIndexed(**store)),
                static_cast<double>(QFileInfo((*store)->path()).size()) / static_cast<double>(without));
    timer.restart();
    while (firstScreen(**store, shared, now) > 100 && timer.elapsed() < 1000LL * wait)
        QThread::msleep(200);
    std::printf("what captures share: %.1f s more\n", static_cast<double>(timer.elapsed()) / 1e3);
    std::printf("quiet\n");
    bool good = measure(**store, now);
    std::atomic<bool> stop = false;
    std::thread arriving([&] {
        for (int i = count + 1; !stop; ++i) {
            (*store)->write(
                [i, now](Writer& writer) {
                    return writer.addCapture(captureNumber(i, now)).map([](CaptureId) {});
                },
                [](const Result<void>&) {});
            if (i % arrivingEach == 0)
                std::this_thread::sleep_for(std::chrono::milliseconds(arrivingEach));
        }
    });
    std::printf("while a thousand a second arrive\n");
    good = measure(**store, now) && good;
    stop = true;
    arriving.join();
    return good ? 0 : 1;
}
