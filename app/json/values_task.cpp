// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/values_task.h"

#include "domain/readable_text.h"
#include "json/made.h"

#include <QCoreApplication>

namespace hookworks {

namespace {

constexpr qsizetype longestShown = 60;

QString inQuotes(const QString& text)
{
    const QString shown = readableText(text.left(longestShown).toUtf8());
    return QStringLiteral("\"%1\"").arg(text.size() > longestShown ? shown + u'…' : shown);
}

Result<RealTime> timeIn(const JsonValue& document, const QString& key)
{
    const JsonValue* value = document.find(key);
    if (!value || value->isNull())
        return fail(ErrorCode::BadInput, QCoreApplication::translate("hookworks", "%1 is not set.").arg(key));
    const auto time = value->isString() ? realTimeFromIso(value->text) : std::nullopt;
    if (!time)
        return fail(
            ErrorCode::BadInput,
            key + QStringLiteral(": ") +
                unreadableTime(value->isString() ? value->text : QString::fromUtf8(compactJson(*value))));
    return *time;
}

} // namespace

QString unreadableTime(const QString& text)
{
    return QCoreApplication::translate("hookworks",
                                       "%1 cannot be read as a time; write it like 2026-01-31T08:00:00.000Z.")
        .arg(inQuotes(text));
}

Result<Schedule> scheduleFromTask(const TaskDefinition& definition, const JsonValue& document,
                                  const QByteArray& zone)
{
    Schedule schedule;
    if (!zone.isEmpty())
        schedule.zone = zone;
    const auto start = timeIn(document, definition.start);
    if (!start)
        return tl::unexpected<Error>(start.error());
    schedule.start = *start;
    if (const JsonValue* end = document.find(definition.end); end && !end->isNull()) {
        const auto time = timeIn(document, definition.end);
        if (!time)
            return tl::unexpected<Error>(time.error());
        schedule.end = *time;
    }
    const JsonValue* word = document.find(definition.frequency);
    if (!word || !word->isString())
        return fail(ErrorCode::BadInput,
                    QCoreApplication::translate("hookworks", "%1 is not set.").arg(definition.frequency));
    const TaskFrequency* frequency = definition.frequencyOf(word->text);
    if (!frequency)
        return fail(ErrorCode::BadInput,
                    QCoreApplication::translate("hookworks", "%1: how often %2 is, nobody has written down.")
                        .arg(definition.frequency, inQuotes(word->text)));
    schedule.recurrence = frequency->recurrence;
    return schedule;
}

QByteArray cycleToJson(const QStringList& cycle)
{
    return cycle.isEmpty() ? QByteArray() : compactJson(textsJson(cycle));
}

QStringList cycleFromJson(QByteArrayView json)
{
    QStringList cycle;
    const auto read = readJson(json);
    for (const JsonValue& item : read ? read->items : std::vector<JsonValue>()) {
        if (item.isString())
            cycle << item.text;
    }
    return cycle;
}

} // namespace hookworks
