// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulate/forecast.h"

#include <QCoreApplication>

#include <algorithm>

namespace hookworks {

namespace {

QString forecastText(const char* text)
{
    return QCoreApplication::translate("hookworks", text);
}

QString requestWords(qsizetype count)
{
    return count == 1 ? forecastText("1 request") : forecastText("%1 requests").arg(count);
}

/// How a receiver that is down for a time ends for one webhook.
void addDowntime(Forecast& forecast, const RequestPreview& request, const Downtime& down, WorkTime start)
{
    const PolicyPreview preview = Policies::preview(request.retries, {down});
    const auto failed = std::ranges::count(preview.fails, true);
    forecast.lines << ForecastLine{
        StateKind::Failed,
        failed == 1 ? forecastText("%1: 1 attempt fails").arg(request.webhook.name)
                    : forecastText("%1: %2 attempts fail").arg(request.webhook.name).arg(failed),
        start};
    if (preview.survivesAt && preview.deliveredAfter)
        forecast.lines << ForecastLine{
            StateKind::Delivered,
            forecastText("%1: attempt %2 gets through").arg(request.webhook.name).arg(*preview.survivesAt),
            start + *preview.deliveredAfter};
    else
        forecast.lines << ForecastLine{
            StateKind::Failed, forecastText("%1: given up").arg(request.webhook.name), start + preview.end};
}

void addReceiver(Forecast& forecast, const ForecastFacts& facts, WorkTime start)
{
    const auto down = downtimeOf(facts.receiver);
    for (const RequestPreview& request : facts.requests) {
        if (down && facts.behaving.contains(request.webhook.id))
            addDowntime(forecast, request, *down, start);
    }
}

/// `up to 9 attempts each, the last 2 h 7 min 30 s after the first, should they fail`.
QString attemptsNote(const QList<RequestPreview>& requests)
{
    qsizetype most = 0;
    Micros last{0};
    for (const RequestPreview& request : requests) {
        most = std::max(most, request.plan.size());
        if (!request.plan.isEmpty())
            last = std::max(last, request.plan.last().after);
    }
    if (most == 0)
        return forecastText("No webhook gets it.");
    if (most == 1)
        return forecastText("One attempt each: nothing is tried again.");
    return forecastText("Up to %1 attempts each, the last %2 after the first, should they fail.")
        .arg(most)
        .arg(durationWords(last));
}

} // namespace

Forecast forecastOfEvent(const ForecastFacts& facts, int count)
{
    Forecast forecast;
    const qsizetype requests = facts.requests.size() * count;
    if (requests > 0)
        forecast.lines << ForecastLine{
            StateKind::Planned,
            count == 1 ? forecastText("%1 at once").arg(requestWords(requests))
                       : forecastText("%1 events, %2").arg(count).arg(requestWords(requests)),
            facts.now};
    addReceiver(forecast, facts, facts.now);
    forecast.note = attemptsNote(facts.requests);
    return forecast;
}

Forecast forecastOfTask(const ForecastFacts& facts, const QList<RunStep>& steps, Micros duration,
                        std::optional<int> reached)
{
    Forecast forecast;
    for (qsizetype i = 0; i < steps.size(); ++i) {
        const RunStep& step = steps[i];
        const StateKind state = !reached        ? StateKind::Planned
                                : i < *reached  ? StateKind::Delivered
                                : i == *reached ? StateKind::Sending
                                                : StateKind::Planned;
        forecast.lines << ForecastLine{state,
                                       step.event.isEmpty() || step.event == step.word
                                           ? step.word
                                           : forecastText("%1: %2").arg(step.word, step.event),
                                       step.afterDuration ? facts.now + duration : facts.now};
    }
    const auto first = std::ranges::find_if(steps, [](const RunStep& step) { return !step.event.isEmpty(); });
    const bool later = first != steps.end() && first->afterDuration;
    addReceiver(forecast, facts, facts.now + (later ? duration : Micros(0)));
    forecast.note = attemptsNote(facts.requests);
    return forecast;
}

Forecast forecastOfMatrix(const ForecastFacts& facts, const QList<std::pair<QString, int>>& sent)
{
    Forecast forecast;
    for (const auto& [event, webhooks] : sent) {
        if (webhooks > 0)
            forecast.lines << ForecastLine{
                StateKind::Planned, forecastText("%1: %2").arg(event, requestWords(webhooks)), facts.now};
    }
    addReceiver(forecast, facts, facts.now);
    forecast.note = attemptsNote(facts.requests);
    return forecast;
}

} // namespace hookworks
