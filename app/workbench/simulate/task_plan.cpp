// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/simulate/task_plan.h"

#include "json/values_task.h"

#include <QCoreApplication>
#include <QUuid>

#include <algorithm>

namespace hookworks {

namespace {

/// The document with other texts for some members that it has; the later one in it first, so that places
/// stay true.
QByteArray withTexts(const QByteArray& document, const JsonValue& root,
                     QList<std::pair<QString, QString>> texts)
{
    const auto placeOf = [&root](const QString& key) {
        const JsonValue* value = root.find(key);
        return value ? value->offset : -1;
    };
    std::ranges::sort(texts,
                      [&](const auto& a, const auto& b) { return placeOf(a.first) > placeOf(b.first); });
    QByteArray changed = document;
    for (const auto& [key, text] : texts) {
        if (const JsonValue* value = root.find(key))
            changed.replace(value->offset, value->end - value->offset, compactJson(JsonValue::string(text)));
    }
    return changed;
}

} // namespace

QString taskIdFor(const QString& taskId, const QString& value)
{
    return QUuid::createUuidV5(QUuid(taskId), value).toString(QUuid::WithoutBraces);
}

Result<QList<PlannedTask>> plannedTasks(const TaskDefinition& definition, const Report& report,
                                        const TaskWindow& window, const std::function<QString()>& newId)
{
    const auto document = parseJson(report.document);
    if (!document)
        return tl::unexpected<Error>(document.error());
    if (!definition.isTask())
        return fail(ErrorCode::BadInput,
                    QCoreApplication::translate("hookworks", "This report has no schedule."));
    const auto schedule = scheduleFromTask(definition, *document, report.schedule.zone);
    if (!schedule)
        return tl::unexpected<Error>(schedule.error());
    const JsonValue* id = document->find(definition.task);
    const QString taskId = id ? id->text : QString();
    const QStringList values =
        report.schedule.cycle.isEmpty() ? QStringList{QString()} : report.schedule.cycle;
    QList<PlannedTask> tasks;
    for (const RealTime at : scheduledRunsBetween(*schedule, window.from, window.to, window.most)) {
        for (const QString& value : values) {
            if (tasks.size() >= window.most)
                return tasks;
            PlannedTask task{at, value, value.isEmpty() ? taskId : taskIdFor(taskId, value), {}};
            task.document = withTexts(report.document, *document,
                                      {{definition.run, newId()}, {definition.task, task.taskId}});
            tasks.append(task);
        }
    }
    return tasks;
}

} // namespace hookworks
