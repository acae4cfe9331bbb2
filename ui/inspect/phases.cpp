// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/phases.h"

#include "ui/widgets/relative_time.h"

#include <QCoreApplication>

#include <algorithm>

namespace hookworks {

namespace {

using Named = std::pair<QString, std::optional<Micros>>;

QList<Phase> inOrder(const QList<Named>& named, Micros from)
{
    QList<Phase> phases;
    for (const auto& [name, length] : named) {
        if (!length)
            continue;
        phases << Phase{name, from, *length};
        from += *length;
    }
    return phases;
}

QList<Phase> received(const CaptureTimings& times, Micros from)
{
    return inOrder({{QCoreApplication::translate("Phases", "accept"), times.accept},
                    {QCoreApplication::translate("Phases", "read"), times.read},
                    {QCoreApplication::translate("Phases", "think"), times.think},
                    {QCoreApplication::translate("Phases", "write"), times.write}},
                   from);
}

/// It begins where the request was read whole.
QList<Phase> forwarded(const Capture& capture, Micros from)
{
    const ForwardTimings& times = capture.forwarding;
    return inOrder({{QCoreApplication::translate("Phases", "look-up"), times.lookUp},
                    {QCoreApplication::translate("Phases", "connect"), times.connect},
                    {QCoreApplication::translate("Phases", "TLS"), times.tls},
                    {QCoreApplication::translate("Phases", "send"), times.send},
                    {QCoreApplication::translate("Phases", "wait"), times.wait},
                    {QCoreApplication::translate("Phases", "receive"), times.receive}},
                   from + capture.timings.accept.value_or(Micros(0)) +
                       capture.timings.read.value_or(Micros(0)));
}

void addCapture(ExchangePhases& phases, const Capture& capture, Micros from)
{
    phases.received = received(capture.timings, from);
    phases.forwarded = forwarded(capture, from);
}

} // namespace

Micros ExchangePhases::end() const
{
    Micros end{0};
    for (const QList<Phase>* side : {&sent, &received, &forwarded}) {
        for (const Phase& phase : *side)
            end = std::max(end, phase.from + phase.length);
    }
    return end;
}

ExchangePhases phasesOf(const Attempt& attempt, const Capture* capture)
{
    const AttemptTimings& times = attempt.timings;
    ExchangePhases phases;
    phases.sent = inOrder({{QCoreApplication::translate("Phases", "queue"), times.queue},
                           {QCoreApplication::translate("Phases", "connect"), times.connect},
                           {QCoreApplication::translate("Phases", "TLS"), times.tls},
                           {QCoreApplication::translate("Phases", "send"), times.send},
                           {QCoreApplication::translate("Phases", "wait"), times.wait},
                           {QCoreApplication::translate("Phases", "receive"), times.receive}},
                          Micros(0));
    if (capture) {
        const Micros firstByte = times.queue.value_or(Micros(0)) + (capture->receivedAt - attempt.startedAt);
        addCapture(phases, *capture, firstByte - capture->timings.accept.value_or(Micros(0)));
    }
    return phases;
}

ExchangePhases phasesOf(const Capture& capture)
{
    ExchangePhases phases;
    addCapture(phases, capture, Micros(0));
    return phases;
}

QString spoken(const QList<Phase>& phases)
{
    QStringList words;
    for (const Phase& phase : phases)
        words << phase.name + u' ' + measured(phase.length);
    return words.join(QStringLiteral(", "));
}

} // namespace hookworks
