// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Deliveries a second, every attempt stored, against a bare loop over Qt's network manager in the same run;
// and how late attempts start with 10,000 waiting and 50 due a second.
#include "bench/lateness.h"
#include "bench/percentile.h"
#include "bench/responders.h"
#include "bench/stored_dispatch.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTemporaryDir>

#include <cstdio>
#include <functional>
#include <vector>

using namespace Qt::StringLiterals;
using namespace hookworks;
using namespace std::chrono_literals;

namespace {

constexpr double leastRatio = 0.8;

/// Posts a second of a bare loop: byte arrays, six at a time, nothing stored.
double bareLoop(const QString& url, int total)
{
    QNetworkAccessManager manager;
    QNetworkRequest request{QUrl(url)};
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    QEventLoop loop;
    int sent = 0;
    int ended = 0;
    const std::function<void()> post = [&] {
        if (sent == total)
            return;
        ++sent;
        QNetworkReply* reply = manager.post(request, benchBody);
        QObject::connect(reply, &QNetworkReply::finished, &manager, [&, reply] {
            reply->deleteLater();
            if (++ended == total)
                loop.quit();
            else
                post();
        });
    };
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 6; ++i)
        post();
    loop.exec();
    return total / (static_cast<double>(timer.nsecsElapsed()) / 1e9);
}

double delivered(StoredDispatch& side, const QString& url, int total)
{
    const auto now = side.dispatcher.now();
    const QList<Delivery> deliveries = side.make(
        url, total, [now](int) { return now; }, WebhookId{1});
    QEventLoop loop;
    QObject::connect(&side.dispatcher.events(), &DispatchEvents::idle, &loop, &QEventLoop::quit);
    QElapsedTimer timer;
    timer.start();
    side.dispatcher.addNew(deliveries);
    side.dispatcher.resume();
    loop.exec();
    return total / (static_cast<double>(timer.nsecsElapsed()) / 1e9);
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    constexpr int total = 10'000;
    const QTemporaryDir folder;
    const Responders responder(benchBody.size());
    bareLoop(responder.url(), 1'000);
    StoredDispatch side(folder.filePath(u"bench.hookworks"_s));
    delivered(side, responder.url(), 1'000);
    std::vector<double> ratios;
    for (int round = 0; round < 5; ++round) {
        const double floor = bareLoop(responder.url(), total);
        const int before = responder.requests();
        const double ours = delivered(side, responder.url(), total);
        ratios.push_back(ours / floor);
        std::printf("deliveries: %.0f a second stored, bare loop %.0f, ratio %.2f, received %d of %d\n", ours,
                    floor, ours / floor, responder.requests() - before, total);
    }
    const double ratio = median(ratios);
    const double late = lateness(side, responder.url());
    std::printf("median ratio %.2f (at least %.2f)\n", ratio, leastRatio);
    std::printf("lateness with 10,000 waiting and 50 due a second: 99th percentile %.1f ms (at most %.0f)\n",
                late, mostLateMs);
    return ratio >= leastRatio && late <= mostLateMs ? 0 : 1;
}
