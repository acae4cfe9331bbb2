// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reports/design_view.h"

#include <QHash>

class QLineEdit;
class QSplitter;
class QStackedLayout;
class QVBoxLayout;

namespace hookworks {

class CycleField;
class Form;
class MomentField;
class ProblemLabel;
class ReportDocument;
class ScheduleForm;
class TaskDocument;
class TemplatePane;

/// A report that is one scheduled task, as a form: what it is, when it runs, its filter cycle, and at the
/// right the HTML that it fills in. It edits the document it was made for, and what is kept beside it.
class TaskForm final : public DesignView
{
    Q_OBJECT
public:
    /// `document` must outlive it.
    TaskForm(ReportDocument& document, TaskDefinition definition, Now now, QWidget* parent = nullptr);

    void open(const Report& report) override;
    ReportSchedule schedule() const override;
    void refresh() override;
    void setProblems(const QList<DesignProblem>& problems) override;
    bool goTo(const QString& path) override;
    /// The template moves below the form.
    void setBeside(bool beside) override;

private:
    struct Field
    {
        QWidget* widget = nullptr;
        ProblemLabel* problem = nullptr;
        std::function<void()> fill;
    };
    void build();
    QWidget* section();
    void addTaskFields(Form& form);
    void addCycleFields(Form& form);
    void addRecordFields(Form& form);
    void addLine(Form& form, const QString& label, const QString& key, const QString& help, bool isId);
    void addMoment(Form& form, const QString& label, const QString& key);
    void addField(const QString& key, const Field& field);
    QWidget* withNew(QLineEdit* line, const QString& key);
    void changeCycle(const QStringList& values);
    void fillCycle();
    bool eventFilter(QObject* watched, QEvent* event) override;

    ReportDocument& m_document;
    TaskDefinition m_definition;
    TaskDocument* m_task;
    Now m_now;
    QSplitter* m_halves;
    QStackedLayout* m_stack;
    QWidget* m_content = nullptr;
    QVBoxLayout* m_place;
    TemplatePane* m_template;
    ScheduleForm* m_schedule = nullptr;
    CycleField* m_cycle = nullptr;
    QHash<QString, Field> m_fields; ///< by key
};

} // namespace hookworks
