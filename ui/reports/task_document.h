// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/report.h"
#include "domain/task_definition.h"
#include "json/value.h"

#include <QObject>

#include <functional>

namespace hookworks {

class ReportDocument;

/// A report document that is one scheduled task: its members, and what is kept beside it. Both have the
/// document's one history.
class TaskDocument final : public QObject
{
    Q_OBJECT
public:
    /// `document` must outlive it.
    explicit TaskDocument(ReportDocument& document, QObject* parent = nullptr);

    void open(const TaskDefinition& definition, const ReportSchedule& schedule);
    const TaskDefinition& definition() const { return m_definition; }
    const ReportSchedule& schedule() const { return m_schedule; }
    /// Where nothing is set: UTC.
    QByteArray zone() const;

    /// False: the text is no JSON object now.
    bool isThere() const;
    /// What the member holds as a text; empty where it is missing or holds something else.
    QString textOf(const QString& key) const;
    std::optional<RealTime> timeOf(const QString& key) const;
    /// When it runs; the error names the member that does not say it.
    Result<Schedule> scheduleNow() const;
    /// Only the member's own bytes change; one that is missing is added at the end.
    void put(const QString& key, const JsonValue& value);
    void putText(const QString& key, const QString& text);
    void putTime(const QString& key, RealTime time);
    void setSchedule(const ReportSchedule& schedule, const QString& words);
    /// What is done inside is one step of the history.
    void inOneStep(const QString& words, const std::function<void()>& changes);
    void undo();
    void redo();

signals:
    /// What is kept beside the document is another, by an edit, undo or redo.
    void scheduleChanged();

private:
    class ScheduleEdit;

    ReportDocument& m_document;
    TaskDefinition m_definition;
    ReportSchedule m_schedule;
};

} // namespace hookworks
