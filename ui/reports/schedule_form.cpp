// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/schedule_form.h"

#include "json/values_task.h"
#include "ui/reports/moment_field.h"
#include "ui/reports/runs_view.h"
#include "ui/reports/task_document.h"
#include "ui/widgets/form.h"
#include "ui/widgets/problem_label.h"
#include "ui/widgets/text_label.h"

#include <QComboBox>
#include <QLineEdit>
#include <QVBoxLayout>

namespace hookworks {

ScheduleForm::ScheduleForm(TaskDocument& task, Now now, QWidget* parent)
    : QWidget(parent)
    , m_task(task)
    , m_now(std::move(now))
    , m_frequency(new QComboBox)
    , m_start(new MomentField(tr("From")))
    , m_end(new MomentField(tr("Until")))
    , m_frequencyWords(new TextLabel({}, Face::Caption, Colour::Quiet))
    , m_sent(new TextLabel({}, Face::Code, Colour::Quiet))
    , m_runs(new RunsView)
{
    m_frequency->setEditable(true);
    m_frequency->setInsertPolicy(QComboBox::NoInsert);
    m_frequency->setObjectName(QStringLiteral("$.") + task.definition().frequency);
    m_start->setObjectName(QStringLiteral("$.") + task.definition().start);
    m_end->setObjectName(QStringLiteral("$.") + task.definition().end);
    m_sent->letSelect();
    m_sent->setObjectName(QStringLiteral("sentTimes"));
    m_runs->setObjectName(QStringLiteral("runs"));
    for (const TaskFrequency& frequency : task.definition().frequencies)
        m_frequency->addItem(frequency.word);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    addFields();
    connect(m_frequency, &QComboBox::textActivated, this, &ScheduleForm::say);
    connect(m_frequency->lineEdit(), &QLineEdit::textEdited, this, &ScheduleForm::say);
    connect(m_start, &MomentField::edited, this,
            [this](RealTime time) { m_task.putTime(m_task.definition().start, time); });
    connect(m_end, &MomentField::edited, this,
            [this](RealTime time) { m_task.putTime(m_task.definition().end, time); });
    connect(m_start, &MomentField::zoneChosen, this, &ScheduleForm::changeZone);
    connect(m_end, &MomentField::zoneChosen, this, &ScheduleForm::changeZone);
}

void ScheduleForm::addFields()
{
    auto* form = new Form;
    form->addHeading(tr("Schedule"));
    m_frequencyProblem = form->addRow(tr("Fre&quency"), stackedUp(m_frequency, m_frequencyWords));
    m_startProblem = form->addRow(tr("From"), m_start);
    m_endProblem = form->addRow(tr("&Until"), stackedUp(m_end, m_sent));
    form->addRow(tr("Coming runs"), m_runs,
                 tr("Assumed: the platform repeats the local time, also across summer time."));
    layout()->addWidget(form);
}

void ScheduleForm::say(const QString& frequency)
{
    m_task.putText(m_task.definition().frequency, frequency);
}

void ScheduleForm::fill()
{
    const TaskDefinition& keys = m_task.definition();
    fillFrequency();
    m_start->show(m_task.timeOf(keys.start), m_task.zone());
    m_end->show(m_task.timeOf(keys.end), m_task.zone());
    m_sent->setText(QStringLiteral("%1 %2 · %3 %4")
                        .arg(keys.start, m_task.textOf(keys.start), keys.end, m_task.textOf(keys.end)));
    fillRuns();
}

void ScheduleForm::fillFrequency()
{
    const QString word = m_task.textOf(m_task.definition().frequency);
    if (m_frequency->currentText() != word) {
        m_frequency->setCurrentIndex(m_frequency->findText(word));
        m_frequency->setEditText(word);
    }
    const TaskFrequency* known = m_task.definition().frequencyOf(word);
    const QString words =
        !known ? tr("Not known: the report is stored as it is, but its runs cannot be foreseen.")
        : known->provenance == u"documented" ? tr("Documented by the vendor.")
        : known->provenance == u"inferred"   ? tr("Inferred: seen in %1.").arg(known->page)
                                             : tr("Assumed: no page of the vendor lists this word.");
    m_frequencyWords->setText(words);
}

void ScheduleForm::fillRuns()
{
    const auto schedule = m_task.scheduleNow();
    if (schedule)
        m_runs->show(*schedule, m_now(), m_task.schedule().cycle.size());
    else
        m_runs->tell(schedule.error().message);
}

void ScheduleForm::changeZone(const QByteArray& zone)
{
    const QByteArray before = m_task.zone();
    const auto moved = [&](const QString& key) {
        const auto time = m_task.timeOf(key);
        const QDateTime local = time ? localTime(*time, before) : QDateTime();
        if (time)
            m_task.putTime(key, fromLocalTime(local.date(), local.time(), zone));
    };
    ReportSchedule schedule = m_task.schedule();
    schedule.zone = zone;
    m_task.inOneStep(tr("Change the time zone"), [&] {
        moved(m_task.definition().start);
        moved(m_task.definition().end);
        m_task.setSchedule(schedule, tr("Change the time zone"));
    });
}

void ScheduleForm::setProblems(const Tell& tell)
{
    tell(m_task.definition().frequency, m_frequencyProblem);
    tell(m_task.definition().start, m_startProblem);
    tell(m_task.definition().end, m_endProblem);
}

bool ScheduleForm::goTo(const QString& key)
{
    const TaskDefinition& keys = m_task.definition();
    QWidget* field = key == keys.frequency ? static_cast<QWidget*>(m_frequency)
                     : key == keys.start   ? m_start
                     : key == keys.end     ? m_end
                                           : nullptr;
    if (!field || key.isEmpty())
        return false;
    field->setFocus(Qt::OtherFocusReason);
    return true;
}

} // namespace hookworks
