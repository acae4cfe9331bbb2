// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// bulkhead_bench [ROUNDS [DELIVERIES]]: ten webhooks with a receiver each. Deliveries a second to nine of
// them with the tenth idle, and with the tenth loaded as they are and its receiver hanging, in turn. Prints
// the median ratio; ends with 1 where it is under 0.95.
#include "bench/percentile.h"
#include "bench/responders.h"
#include "bench/stored_dispatch.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTemporaryDir>

#include <cstdio>
#include <cstdlib>

using namespace hookworks;

namespace {

constexpr int webhooks = 10;
constexpr int hanging = webhooks - 1; ///< the index of its receiver
constexpr double leastRatio = 0.95;

/// Deliveries a second to the first nine, all of them stored with their attempts.
double throughput(const Responders& receivers, int each, bool loadTenth)
{
    const QTemporaryDir folder;
    StoredDispatch side(folder.filePath(QStringLiteral("bench.hookworks")), webhooks);
    const WorkTime now = side.dispatcher.now();
    for (int i = 0; i < (loadTenth ? webhooks : hanging); ++i)
        side.dispatcher.addNew(side.make(
            receivers.url(i), each, [now](int) { return now; }, WebhookId{i + 1}));
    const int total = each * hanging;
    int ended = 0;
    QEventLoop loop;
    QObject::connect(&side.dispatcher.events(), &DispatchEvents::attemptFinished, &loop,
                     [&](const Delivery& delivery) {
                         ended += delivery.webhook != WebhookId{hanging + 1} ? 1 : 0;
                         if (ended == total)
                             loop.quit();
                     });
    QElapsedTimer timer;
    timer.start();
    side.dispatcher.resume();
    loop.exec();
    return total / (static_cast<double>(timer.nsecsElapsed()) / 1e9);
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    const int rounds = argc > 1 ? std::max(1, std::atoi(argv[1])) : 7;
    const int each = argc > 2 ? std::max(1, std::atoi(argv[2])) : 1'000;
    const Responders receivers(webhooks, benchBody.size(), hanging);
    throughput(receivers, each / 10 + 1, false);
    std::vector<double> ratios;
    for (int round = 0; round < rounds; ++round) {
        const bool hangingFirst = round % 2 == 1;
        const double first = throughput(receivers, each, hangingFirst);
        const double second = throughput(receivers, each, !hangingFirst);
        const double idle = hangingFirst ? second : first;
        const double hung = hangingFirst ? first : second;
        ratios.push_back(hung / idle);
        std::printf("nine receivers: %.0f deliveries a second, with a tenth that hangs %.0f, ratio %.2f\n",
                    idle, hung, hung / idle);
    }
    std::printf("median ratio %.2f (at least %.2f)\n", median(ratios), leastRatio);
    return median(ratios) >= leastRatio ? 0 : 1;
}
