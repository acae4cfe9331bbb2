// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// scan_bench [COUNT]: how late attempts start with 10,000 waiting and 50 due a second, and how long a request
// takes that is passed on: while COUNT captures (1,000,000) of the same workspace are being indexed, with
// nothing beside it, and with a thread that scans them in full, again and again. Exits 1 where attempts start
// too late.
#include "bench/lateness.h"
#include "bench/many_captures.h"
#include "bench/percentile.h"
#include "bench/responders.h"
#include "capture/listener.h"
#include "workbench/session/store_sink.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTemporaryDir>
#include <QThread>

#include <cstdio>
#include <thread>

using namespace Qt::StringLiterals;
using namespace hookworks;
using namespace std::chrono_literals;

namespace {

constexpr int passedOnEach = 500;

/// What `passedOnEach` requests took, one after the other, in milliseconds.
std::vector<double> passingOn(const QString& url)
{
    QNetworkAccessManager manager;
    QNetworkRequest request{QUrl(url)};
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    std::vector<double> times;
    for (int i = 0; i < passedOnEach; ++i) {
        QElapsedTimer timer;
        timer.start();
        QEventLoop loop;
        const std::unique_ptr<QNetworkReply> reply(manager.post(request, benchBody));
        QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
        loop.exec();
        if (reply->error() != QNetworkReply::NoError)
            qFatal("%s", qPrintable(reply->errorString()));
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    return times;
}

struct Figures
{
    double late = 0; ///< milliseconds, as below
    std::vector<double> passedOn;
};

Figures measured(StoredDispatch& side, const QString& receiver, const QString& listener)
{
    return {lateness(side, receiver), passingOn(listener)};
}

/// Full scans of which none finds anything, on one thread, until it goes.
class Scanning
{
public:
    Scanning(Store& store, RealTime now)
        : m_thread([this, &store, now] {
            while (!m_ends) {
                (void)firstScreen(store, "$.n<0", now);
                ++m_scans;
            }
        })
    {
    }
    ~Scanning()
    {
        m_ends = true;
        m_thread.join();
    }
    int scans() const { return m_scans; }

private:
    std::atomic<bool> m_ends = false;
    std::atomic<int> m_scans = 0;
    std::thread m_thread;
};

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    const int count = QCoreApplication::arguments().value(1, u"1000000"_s).toInt();
    const QTemporaryDir folder;
    const Responders responder(benchBody.size());
    StoredDispatch side(folder.filePath(u"bench.hookworks"_s));
    side.dispatcher.resume();
    const RealTime now = side.clock.now();
    fill(*side.store, count, now);
    StoreSink sink(*side.store, side.completions);
    std::atomic<qint64> connections = 0;
    Listener listener(ListenerSurroundings{sink, side.clock, connections, folder.path(), {}, &side.wire});
    ListenerConfig config;
    config.port = 0;
    ReplyRule rule;
    rule.forwardTo = responder.url();
    config.rules = {rule};
    const auto address = listener.start(config);
    if (!address)
        qFatal("%s", qPrintable(address.error().message));

    const Figures indexing = measured(side, responder.url(), address->url());
    const qint64 left = notIndexed(*side.store);
    while (notIndexed(*side.store) > 0)
        QThread::msleep(50);
    const Figures quiet = measured(side, responder.url(), address->url());
    Figures busy;
    int scans = 0;
    {
        const Scanning scanning(*side.store, now);
        busy = measured(side, responder.url(), address->url());
        scans = scanning.scans();
    }
    const auto print = [&](const char* when, const Figures& figures) {
        std::printf("%-16s attempts start late by %.1f ms (at most %.0f); passing on takes %.1f ms, median "
                    "%.1f, %.2f of when quiet\n",
                    when, figures.late, mostLateMs, percentile(figures.passedOn, 0.99),
                    median(figures.passedOn), median(figures.passedOn) / median(quiet.passedOn));
    };
    std::printf("99th percentiles; %lld of %d were left to index, %d scans went on\n",
                static_cast<long long>(left), count, scans);
    print("while it indexes", indexing);
    print("quiet", quiet);
    print("during scans", busy);
    return std::max(busy.late, indexing.late) <= mostLateMs ? 0 : 1;
}
