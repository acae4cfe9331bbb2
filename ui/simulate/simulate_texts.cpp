// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulate/simulate_texts.h"

#include <QCoreApplication>

namespace hookworks {

namespace {

constexpr qsizetype mostNames = 3;

QString simulateText(const char* text)
{
    return QCoreApplication::translate("hookworks", text);
}

} // namespace

QString countWords(const QList<int>& webhooksOfEvents, int times)
{
    qint64 events = 0, requests = 0;
    for (const int webhooks : webhooksOfEvents) {
        events += webhooks > 0 ? times : 0;
        requests += static_cast<qint64>(webhooks) * times;
    }
    return simulateText("%1 → %2").arg(
        events == 1 ? simulateText("1 event") : simulateText("%L1 events").arg(events),
        requests == 1 ? simulateText("1 request") : simulateText("%L1 requests").arg(requests));
}

QString runCountWords(qsizetype runs)
{
    return runs == 1 ? simulateText("1 run") : simulateText("%L1 runs").arg(runs);
}

QString sentWords(const QList<Delivery>& deliveries)
{
    const QString first = deliveries.first().id.toString();
    if (deliveries.size() == 1)
        return simulateText("Delivery %1 was made.").arg(first);
    return simulateText("%L1 deliveries were made, %2 to %3.")
        .arg(deliveries.size())
        .arg(first, deliveries.last().id.toString());
}

QString receiverProblem(bool listenerRuns)
{
    return listenerRuns
               ? simulateText("Only the built-in listener can be told how to behave; what is sent goes "
                              "elsewhere.")
               : simulateText("Start the listener to choose how it behaves.");
}

QString receiverNote(const QStringList& outside)
{
    QStringList names = outside.first(std::min(outside.size(), mostNames));
    if (outside.size() > mostNames)
        names << simulateText("others");
    return simulateText("Not for %1, whose receivers are elsewhere.").arg(names.join(QStringLiteral(", ")));
}

} // namespace hookworks
