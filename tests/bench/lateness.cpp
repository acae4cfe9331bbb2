// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/lateness.h"

#include "bench/percentile.h"

#include <QEventLoop>

using namespace std::chrono_literals;

namespace hookworks {

double lateness(StoredDispatch& side, const QString& url)
{
    const auto now = side.dispatcher.now();
    side.dispatcher.addNew(side.make(
        url, 10'000, [now](int i) { return now + 1h + std::chrono::seconds(i); }, WebhookId{1}));
    QList<Delivery> due = side.make(
        url, 250, [now](int i) { return now + 2s + std::chrono::milliseconds(20 * i); }, WebhookId{1});
    std::vector<double> late;
    QEventLoop loop;
    QObject::connect(&side.dispatcher.events(), &DispatchEvents::attemptFinished, &loop,
                     [&](const Delivery&, const Attempt& attempt) {
                         late.push_back(milliseconds(attempt.startedClock - attempt.dueAt));
                         if (late.size() == 250)
                             loop.quit();
                     });
    side.dispatcher.addNew(due);
    loop.exec();
    return percentile(std::move(late), 0.99);
}

} // namespace hookworks
