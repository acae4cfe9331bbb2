// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/task_document.h"

#include "json/values_task.h"
#include "ui/reports/report_document.h"

#include <QUndoCommand>

namespace hookworks {

/// From one schedule beside the document to another.
class TaskDocument::ScheduleEdit final : public QUndoCommand
{
public:
    ScheduleEdit(TaskDocument& task, ReportSchedule after, const QString& words)
        : QUndoCommand(words)
        , m_task(task)
        , m_before(task.m_schedule)
        , m_after(std::move(after))
    {
    }
    void undo() override { apply(m_before); }
    void redo() override { apply(m_after); }

private:
    void apply(const ReportSchedule& schedule)
    {
        m_task.m_schedule = schedule;
        emit m_task.scheduleChanged();
    }

    TaskDocument& m_task;
    ReportSchedule m_before, m_after;
};

TaskDocument::TaskDocument(ReportDocument& document, QObject* parent)
    : QObject(parent)
    , m_document(document)
{
}

void TaskDocument::open(const TaskDefinition& definition, const ReportSchedule& schedule)
{
    m_definition = definition;
    m_schedule = schedule;
}

QByteArray TaskDocument::zone() const
{
    return m_schedule.zone.isEmpty() ? QByteArrayLiteral("UTC") : m_schedule.zone;
}

bool TaskDocument::isThere() const
{
    return m_document.value() && m_document.value()->isObject();
}

QString TaskDocument::textOf(const QString& key) const
{
    const JsonValue* value = isThere() ? m_document.value()->find(key) : nullptr;
    return value && value->isString() ? value->text : QString();
}

std::optional<RealTime> TaskDocument::timeOf(const QString& key) const
{
    return realTimeFromIso(textOf(key));
}

Result<Schedule> TaskDocument::scheduleNow() const
{
    return scheduleFromTask(m_definition, m_document.value().value_or(JsonValue()), zone());
}

void TaskDocument::put(const QString& key, const JsonValue& value)
{
    if (!isThere())
        return;
    const JsonValue& root = *m_document.value();
    if (root.find(key))
        return m_document.setValue(JsonPath().child(key), value);
    const QByteArray member = compactJson(JsonValue::string(key)) + ": " + compactJson(value);
    QByteArray text = m_document.text();
    if (root.members.empty())
        text.insert(root.offset + 1, member);
    else
        text.insert(root.members.back().value.end, ",\n  " + member);
    m_document.setText(text, key);
}

void TaskDocument::putText(const QString& key, const QString& text)
{
    put(key, JsonValue::string(text));
}

void TaskDocument::putTime(const QString& key, RealTime time)
{
    putText(key, toIsoMilliseconds(time));
}

void TaskDocument::setSchedule(const ReportSchedule& schedule, const QString& words)
{
    if (schedule != m_schedule)
        m_document.history().push(new ScheduleEdit(*this, schedule, words));
}

void TaskDocument::inOneStep(const QString& words, const std::function<void()>& changes)
{
    m_document.history().beginMacro(words);
    changes();
    m_document.history().endMacro();
}

void TaskDocument::undo()
{
    m_document.history().undo();
}

void TaskDocument::redo()
{
    m_document.history().redo();
}

} // namespace hookworks
