// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulate/forecast.h"

#include "domain/schedule.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

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
        forecast.lines << ForecastLine{StateKind::Planned,
                                       forecastText("%1: the receiver is back for attempt %2")
                                           .arg(request.webhook.name)
                                           .arg(*preview.survivesAt),
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

namespace {

/// More are not of use to the eye, and cost time to show.
constexpr qsizetype mostLines = 100;

QString runWords(const ScheduledRun& run, const QByteArray& zone)
{
    const QDateTime local = localTime(run.task.at, zone.isEmpty() ? QByteArrayLiteral("UTC") : zone);
    const QString when = QLocale().toString(local, QStringLiteral("ddd d MMM yyyy HH:mm"));
    const QString what = run.task.value.isEmpty() ? when : forecastText("%1 · %2").arg(when, run.task.value);
    return run.fails ? forecastText("%1 · fails").arg(what) : what;
}

/// `The last begins 21 d after the first: at ×60 in 8 h 24 min.`
QString lengthWords(Micros length, double speed)
{
    if (length == Micros(0))
        return {};
    const QString whole = forecastText("The last run begins %1 after the first").arg(durationWords(length));
    if (speed <= 0)
        return forecastText("%1; the clock is paused.").arg(whole);
    return forecastText("%1: at ×%2 in %3.")
        .arg(whole)
        .arg(speed)
        .arg(durationWords(microsFromSeconds(seconds(length) / speed)));
}

} // namespace

Forecast forecastOfSchedule(const ForecastFacts& facts, const QList<ScheduledRun>& runs,
                            const QByteArray& zone, double speed, std::optional<int> reached)
{
    Forecast forecast;
    for (qsizetype i = 0; i < std::min(runs.size(), mostLines); ++i) {
        const bool hasBegun = reached && i < *reached;
        const QString words = runWords(runs[i], zone);
        forecast.lines << ForecastLine{hasBegun ? StateKind::Sending : StateKind::Planned,
                                       hasBegun ? forecastText("%1 · begun").arg(words) : words,
                                       {}};
    }
    if (runs.size() > mostLines)
        forecast.lines << ForecastLine{
            StateKind::Planned, forecastText("and %1 more").arg(runs.size() - mostLines), {}};
    const QStringList notes{runs.isEmpty() ? forecastText("There is no run in that time.")
                                           : lengthWords(runs.last().after, speed),
                            attemptsNote(facts.requests)};
    forecast.note = QStringList(notes).filter(QRegularExpression(QStringLiteral("."))).join(u' ');
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
