// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deliveries/delivery_row.h"

#include "ui/widgets/relative_time.h"
#include "ui/widgets/state_mark.h"
#include "ui/widgets/verdict_badge.h"

#include <QCoreApplication>

#include <algorithm>

namespace hookworks {

namespace {

QString rowText(const char* text)
{
    return QCoreApplication::translate("hookworks::DeliveryRow", text);
}

/// `503 rejected in 12 ms`, `timed out after 30 s`: of an attempt that ended.
QString resultOf(const Attempt& attempt)
{
    const QString took = attempt.finishedAt
                             ? measured(std::max(Micros(0), *attempt.finishedAt - attempt.startedAt))
                             : QString();
    const QString what =
        attempt.status > 0 ? QString::number(attempt.status) : outcomeWords(*attempt.outcome);
    const QString reason = *attempt.outcome == Outcome::Success || attempt.status == 0
                               ? what
                               : what + u' ' + outcomeWords(*attempt.outcome);
    if (took.isEmpty())
        return reason;
    return (*attempt.outcome == Outcome::Timeout ? rowText(QT_TR_NOOP("%1 after %2"))
                                                 : rowText(QT_TR_NOOP("%1 in %2")))
        .arg(reason, took);
}

QString eventOf(const DeliveryRow& row)
{
    return row.replayOf.isEmpty() ? row.event
           : row.event.isEmpty()  ? rowText(QT_TR_NOOP("Replay of %1")).arg(row.replayOf)
                                  : rowText(QT_TR_NOOP("Replay of %1: %2")).arg(row.replayOf, row.event);
}

QString nextOf(const DeliveryRow& row, const ListClock& clock)
{
    if (row.state == DeliveryState::Held)
        return rowText(QT_TR_NOOP("held"));
    if (!row.nextDueAt)
        return QStringLiteral("–");
    const Micros left = *row.nextDueAt - clock.work;
    return left.count() <= 0 ? rowText(QT_TR_NOOP("now")) : rowText(QT_TR_NOOP("in %1")).arg(countdown(left));
}

QString dueTip(const DeliveryRow& row, const ListClock&)
{
    return row.nextDueAt ? rowText(QT_TR_NOOP("Due at %1 on the workbench's clock"))
                               .arg(exactTime(realTimeFromMicros(microsSinceEpoch(*row.nextDueAt))))
                         : QString();
}

QString madeTip(const DeliveryRow& row, const ListClock& clock)
{
    return QStringLiteral("%1, %2").arg(exactTime(row.createdAt), relativeTime(row.createdAt, clock.real));
}

ColumnLook look(const char* key, const char* title, int letters, CellLook cell = {}, bool shown = true)
{
    return {QString::fromLatin1(key), rowText(title), letters, cell, shown, false};
}

/// What a replay says of its receiver.
ListColumn<DeliveryRow> verdictColumn()
{
    ListColumn<DeliveryRow> column{
        look("verdict", QT_TR_NOOP("Verdict"), 16, {}, false),
        [](const DeliveryRow& row, const ListClock&) {
            return row.verdict ? verdictWords(*row.verdict) : QString();
        },
        [](const DeliveryRow& row, const ListClock&) {
            return row.verdict && !row.comparedWith.isEmpty()
                       ? rowText(QT_TR_NOOP("Compared with %1, the last time at this address"))
                             .arg(row.comparedWith)
                       : QString();
        }};
    column.state = [](const DeliveryRow& row) {
        return row.verdict ? std::optional(verdictKind(*row.verdict)) : std::nullopt;
    };
    return column;
}

/// Ids and what else tells one from another: shown by whoever wants them.
QList<ListColumn<DeliveryRow>> furtherColumns()
{
    const CellLook code{Face::Code, Colour::Quiet, Qt::ElideMiddle, false, false};
    return {{look("id", QT_TR_NOOP("Id"), 10, code, false),
             [](const DeliveryRow& row, const ListClock&) { return row.id.toString(); }},
            {look("report", QT_TR_NOOP("Report"), 10, code, false),
             [](const DeliveryRow& row, const ListClock&) { return row.report; }},
            {look("provider", QT_TR_NOOP("Provider"), 16, {}, false),
             [](const DeliveryRow& row, const ListClock&) { return row.provider; }},
            {look("message", QT_TR_NOOP("Message id"), 40, code, false),
             [](const DeliveryRow& row, const ListClock&) { return row.message; }}};
}

} // namespace

DeliveryRow rowOf(const DeliverySummaryRecord& record)
{
    const DeliverySummary& delivery = record.delivery;
    DeliveryRow row;
    row.id = delivery.id;
    row.event = delivery.event;
    row.webhook = delivery.webhookName;
    row.report = delivery.report ? delivery.report->toString() : QString();
    row.provider = delivery.provider;
    row.message = delivery.messageId;
    row.replayOf = delivery.replayOf;
    row.state = delivery.state;
    row.verdict = verdictOf(delivery.replayOf, delivery.basis, delivery.state);
    row.comparedWith = delivery.basis.comparedWith;
    row.attempts = delivery.attempts;
    row.planned = std::max(static_cast<int>(delivery.plan.size()), delivery.attempts);
    row.nextDueAt = isFinal(delivery.state) ? std::nullopt : delivery.nextDueAt;
    row.createdAt = delivery.createdAt;
    row.mark = delivery.mark;
    const auto ended =
        std::ranges::find_if(record.attempts.rbegin(), record.attempts.rend(),
                             [](const Attempt& attempt) { return attempt.outcome.has_value(); });
    if (ended != record.attempts.rend()) {
        row.lastResult = resultOf(*ended);
        row.failed =
            *ended->outcome != Outcome::Success && *ended->outcome != Outcome::Unknown && ended->status == 0;
    }
    row.lane = std::make_shared<const TimelineLane>(laneOf(delivery, record.attempts, row.report));
    return row;
}

QList<ListColumn<DeliveryRow>> deliveryColumns()
{
    const CellLook figures{Face::Body, Colour::Text, Qt::ElideRight, true, false};
    const CellLook quietFigures{Face::Body, Colour::Quiet, Qt::ElideRight, true, false};
    const CellLook names{Face::Body, Colour::Text, Qt::ElideMiddle, false, false};
    ListColumn<DeliveryRow> state{
        look("state", QT_TR_NOOP("State"), 23), // with room for a note's sign
        [](const DeliveryRow& row, const ListClock&) { return stateWords(row.state); }};
    state.state = [](const DeliveryRow& row) { return std::optional(stateKind(row.state)); };
    ListColumn<DeliveryRow> event{look("event", QT_TR_NOOP("Event"), 24, names),
                                  [](const DeliveryRow& row, const ListClock&) { return eventOf(row); }};
    event.tip = [](const DeliveryRow& row, const ListClock&) {
        return QStringLiteral("%1: %2").arg(row.id.toString(), eventOf(row));
    };
    ListColumn<DeliveryRow> webhook{look("webhook", QT_TR_NOOP("Webhook"), 16, names),
                                    [](const DeliveryRow& row, const ListClock&) {
                                        return row.webhook.isEmpty() ? row.id.toString() : row.webhook;
                                    }};
    webhook.look.wide = true;
    ListColumn<DeliveryRow> attempts{look("attempts", QT_TR_NOOP("Attempts"), 12, figures),
                                     [](const DeliveryRow& row, const ListClock&) {
                                         return QStringLiteral("%1 / %2").arg(row.attempts).arg(row.planned);
                                     }};
    ListColumn<DeliveryRow> next{look("next", QT_TR_NOOP("Next"), 13, quietFigures), nextOf, dueTip};
    next.ticks = true;
    ListColumn<DeliveryRow> result{look("result", QT_TR_NOOP("Last result"), 20),
                                   [](const DeliveryRow& row, const ListClock&) { return row.lastResult; }};
    result.look.wide = true;
    result.failed = [](const DeliveryRow& row) { return row.failed; };
    ListColumn<DeliveryRow> made{look("made", QT_TR_NOOP("Made"), 18, quietFigures),
                                 [](const DeliveryRow& row, const ListClock& clock) {
                                     return timeOfDay(row.createdAt, clock.real, false);
                                 },
                                 madeTip};
    return QList<ListColumn<DeliveryRow>>{state, event,  webhook,         attempts,
                                          next,  result, verdictColumn(), made} +
           furtherColumns();
}

} // namespace hookworks
