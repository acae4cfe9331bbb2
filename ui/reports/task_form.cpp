// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/task_form.h"

#include "ui/reports/cycle_field.h"
#include "ui/reports/moment_field.h"
#include "ui/reports/report_document.h"
#include "ui/reports/schedule_form.h"
#include "ui/reports/task_document.h"
#include "ui/reports/template_pane.h"
#include "ui/widgets/app_style.h"
#include "ui/widgets/empty_page.h"
#include "ui/widgets/fold_section.h"
#include "ui/widgets/form.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/problem_label.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/undo_keys.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedLayout>
#include <QToolButton>
#include <QUuid>

namespace hookworks {

namespace {

JsonValue freshId()
{
    return JsonValue::string(QUuid::createUuid().toString(QUuid::WithoutBraces));
}

} // namespace

TaskForm::TaskForm(ReportDocument& document, TaskDefinition definition, Now now, QWidget* parent)
    : DesignView(parent)
    , m_document(document)
    , m_definition(std::move(definition))
    , m_task(new TaskDocument(document, this))
    , m_now(std::move(now))
    , m_halves(new QSplitter)
    , m_stack(new QStackedLayout(this))
    , m_template(new TemplatePane)
{
    auto* sheet = new QWidget;
    m_place = new QVBoxLayout(sheet);
    m_place->setContentsMargins(space::wide, space::wide, space::wide, space::wide);
    m_place->addStretch();
    m_halves->setObjectName(QStringLiteral("taskHalves"));
    m_halves->setChildrenCollapsible(false);
    m_halves->addWidget(scrolling(sheet));
    m_halves->addWidget(m_template);
    m_halves->setStretchFactor(0, 5); // both give way in a narrow window
    m_halves->setStretchFactor(1, 3);
    m_halves->setSizes({scaled(640), scaled(380)});
    auto* noJson =
        new EmptyPage(QStringLiteral("x-office-document"),
                      tr("The text of this report is no JSON object, so there is nothing to fill in."),
                      tr("Show the text"));
    noJson->setObjectName(QStringLiteral("noTask"));
    connect(noJson, &EmptyPage::stepWanted, this, &TaskForm::jsonWanted);
    m_stack->addWidget(m_halves);
    m_stack->addWidget(noJson);
    connect(m_template, &TemplatePane::edited, this,
            [this](const QString& html) { m_task->putText(m_task->definition().html, html); });
    connect(m_template, &TemplatePane::undoWanted, m_task, &TaskDocument::undo);
    connect(m_template, &TemplatePane::redoWanted, m_task, &TaskDocument::redo);
    connect(m_task, &TaskDocument::scheduleChanged, this, [this] {
        refresh();
        emit scheduleEdited();
    });
}

void TaskForm::open(const Report& report)
{
    const bool other = m_definition != m_task->definition() || !m_content;
    m_task->open(m_definition, report.schedule);
    if (other)
        build();
    if (m_document.value())
        refresh();
}

ReportSchedule TaskForm::schedule() const
{
    return m_task->schedule();
}

/// The fields follow the definition; another one has fields of its own.
void TaskForm::build()
{
    delete m_content;
    m_fields.clear();
    m_content = section();
    m_place->insertWidget(0, m_content);
    m_content->show(); // the layout would do it later, and what is hidden has no focus
    setFocusProxy(m_content->findChild<QLineEdit*>());
}

QWidget* TaskForm::section()
{
    auto* content = new QWidget;
    content->setMaximumWidth(scaled(720));
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::wide);
    auto* form = new Form;
    form->addHeading(tr("Report task"));
    addTaskFields(*form);
    column->addWidget(form);
    column->addWidget(new Hairline);
    m_schedule = new ScheduleForm(*m_task, m_now);
    column->addWidget(m_schedule);
    column->addWidget(new Hairline);
    auto* cycle = new Form;
    cycle->addHeading(tr("Filter cycle"));
    addCycleFields(*cycle);
    column->addWidget(cycle);
    auto* record = new Form;
    addRecordFields(*record);
    auto* fold = new FoldSection(tr("Record"), record);
    fold->setSummary(tr("When the task was made and last saved"));
    column->addWidget(fold);
    return content;
}

void TaskForm::addTaskFields(Form& form)
{
    const TaskDefinition& keys = m_task->definition();
    addLine(form, tr("Tit&le"), keys.title, {}, false);
    addLine(form, tr("Task id"), keys.task,
            tr("%1: the task itself. It stays the same for every run.").arg(keys.task), true);
    addLine(
        form, tr("Run &id"), keys.run,
        tr("%1: the record of one run. Each run of a simulated schedule gets a new one; nothing else of the "
           "task changes.")
            .arg(keys.run),
        true);
    addLine(form, tr("Template"), keys.design, tr("%1: what is filled in.").arg(keys.design), true);
}

void TaskForm::addCycleFields(Form& form)
{
    m_cycle = new CycleField;
    m_cycle->setObjectName(QStringLiteral("cycle"));
    connect(m_cycle, &CycleField::edited, this, &TaskForm::changeCycle);
    auto* words = quietLabel({});
    words->setObjectName(QStringLiteral("cycleWords"));
    form.addRow(tr("V&alues"), stackedUp(m_cycle, words));
    addLine(
        form, tr("Cycle id"), m_task->definition().cycle,
        tr("%1: all that the platform sends of the cycle. The values are kept in the workspace, beside the "
           "report.")
            .arg(m_task->definition().cycle),
        true);
}

void TaskForm::addRecordFields(Form& form)
{
    addMoment(form, tr("Created"), m_task->definition().created);
    addMoment(form, tr("Last saved"), m_task->definition().saved);
}

void TaskForm::addField(const QString& key, const Field& field)
{
    field.widget->setObjectName(QStringLiteral("$.") + key);
    m_fields.insert(key, field);
}

QWidget* TaskForm::withNew(QLineEdit* line, const QString& key)
{
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::normal);
    auto* fresh = new QToolButton;
    fresh->setText(tr("New"));
    fresh->setAccessibleName(tr("New %1").arg(key));
    fresh->setToolTip(tr("Make another UUID"));
    fresh->setFocusPolicy(Qt::StrongFocus);
    setLook(*fresh, ButtonLook::Link);
    connect(fresh, &QToolButton::clicked, this, [this, key] { m_task->put(key, freshId()); });
    layout->addWidget(line, 1);
    layout->addWidget(fresh);
    row->setFocusProxy(line);
    return row;
}

void TaskForm::addLine(Form& form, const QString& label, const QString& key, const QString& help, bool isId)
{
    if (key.isEmpty())
        return;
    auto* line = new QLineEdit;
    line->setAccessibleName(QString(label).remove(u'&'));
    line->installEventFilter(this);
    if (isId)
        setMonospace(*line);
    connect(line, &QLineEdit::textEdited, this, [this, key](const QString& text) {
        const bool none = text.isEmpty() && key == m_task->definition().cycle;
        m_task->put(key, none ? JsonValue() : JsonValue::string(text));
    });
    Field field;
    field.widget = line;
    field.problem = form.addRow(label, isId ? withNew(line, key) : line, help);
    field.fill = [this, line, key] {
        const QString text = m_task->textOf(key);
        if (line->text() != text)
            line->setText(text);
    };
    addField(key, field);
}

void TaskForm::addMoment(Form& form, const QString& label, const QString& key)
{
    if (key.isEmpty())
        return;
    auto* moment = new MomentField(label);
    connect(moment, &MomentField::edited, this, [this, key](RealTime time) { m_task->putTime(key, time); });
    connect(moment, &MomentField::zoneChosen, m_schedule, &ScheduleForm::changeZone);
    Field field;
    field.widget = moment;
    field.problem = form.addRow(label, moment);
    field.fill = [this, moment, key] { moment->show(m_task->timeOf(key), m_task->zone()); };
    addField(key, field);
}

/// A task that gets its first values gets an id of the cycle too.
void TaskForm::changeCycle(const QStringList& values)
{
    const QString key = m_task->definition().cycle;
    ReportSchedule schedule = m_task->schedule();
    schedule.cycle = values;
    m_task->inOneStep(tr("Change the filter cycle"), [&] {
        if (!values.isEmpty() && m_task->textOf(key).isEmpty())
            m_task->put(key, freshId());
        m_task->setSchedule(schedule, tr("Change the filter cycle"));
    });
}

void TaskForm::fillCycle()
{
    const QStringList& values = m_task->schedule().cycle;
    m_cycle->setValues(values);
    auto* words = m_content->findChild<QLabel*>(QStringLiteral("cycleWords"));
    const auto count = values.size();
    words->setText(count == 0 ? tr("No filter cycle: each scheduled time yields one report task.")
                   : count == 1
                       ? tr("1 value: each scheduled time yields one report task, with a task id of its own.")
                       : tr("%1 values: each scheduled time yields %1 report tasks, each with a task id and "
                            "callbacks of its own.")
                             .arg(count));
}

void TaskForm::refresh()
{
    m_stack->setCurrentIndex(m_task->isThere() ? 0 : 1);
    if (!m_task->isThere() || !m_content)
        return;
    for (const Field& field : std::as_const(m_fields))
        field.fill();
    m_schedule->fill();
    fillCycle();
    m_template->setHtml(m_task->textOf(m_task->definition().html));
}

void TaskForm::setProblems(const QList<DesignProblem>& problems)
{
    QHash<QString, DesignProblem> said;
    for (const DesignProblem& problem : problems)
        said.insert(problem.path, problem);
    const auto tell = [&said](const QString& key, ProblemLabel* label) {
        const DesignProblem problem = said.value(QStringLiteral("$.") + key);
        label->setProblem(problem.message,
                          problem.level == ProblemLevel::Error ? Severity::Error : Severity::Warning);
    };
    for (auto it = m_fields.cbegin(); it != m_fields.cend(); ++it)
        tell(it.key(), it->problem);
    if (m_schedule)
        m_schedule->setProblems(tell);
}

bool TaskForm::goTo(const QString& path)
{
    const QString key = path.startsWith(u"$.") ? path.sliced(2) : QString();
    if (key == m_task->definition().html && !key.isEmpty()) {
        m_template->focusEditor();
        return true;
    }
    if (m_schedule && m_schedule->goTo(key))
        return true;
    const auto field = m_fields.constFind(key);
    if (field == m_fields.cend())
        return false;
    for (QWidget* at = field->widget; at; at = at->parentWidget()) {
        if (auto* fold = qobject_cast<FoldSection*>(at))
            fold->setOpen(true);
    }
    field->widget->setFocus(Qt::OtherFocusReason);
    return true;
}

void TaskForm::setBeside(bool beside)
{
    m_halves->setOrientation(beside ? Qt::Vertical : Qt::Horizontal);
}

/// Undo and redo are the document's, not each field's own.
bool TaskForm::eventFilter(QObject* watched, QEvent* event)
{
    if (!undoKeyOf(*event))
        return QWidget::eventFilter(watched, event);
    event->ignore();
    return true;
}

} // namespace hookworks
