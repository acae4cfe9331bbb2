// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulate/simulate_form.h"

#include "ui/simulate/payload_choice.h"
#include "ui/simulate/receiver_field.h"
#include "ui/simulate/schedule_fields.h"
#include "ui/widgets/form.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"
#include "workbench/session/clock_control.h"

#include <QAction>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace hookworks {

namespace {

constexpr int leastListLetters = 8;
constexpr double longestTask = 86'400;
constexpr double usualTask = 5;

QString success()
{
    return QStringLiteral("success");
}

QString failure()
{
    return QStringLiteral("failure");
}

/// A field with a line of help under it that changes.
QWidget* explained(QWidget* field, QLabel* help)
{
    auto* cell = new QWidget;
    auto* column = new QVBoxLayout(cell);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::tight);
    column->addWidget(field);
    column->addWidget(help);
    cell->setFocusProxy(field);
    cell->setFocusPolicy(Qt::ClickFocus); // a label's key goes on to the field
    return cell;
}

} // namespace

SimulateForm::SimulateForm(QWidget* parent)
    : QWidget(parent)
    , m_form(new Form)
    , m_event(new QComboBox)
    , m_outcome(new QComboBox)
    , m_error(new QLineEdit)
    , m_taskId(new QLineEdit)
    , m_payload(new PayloadChoice)
    , m_errorHelp(quietLabel({}))
    , m_taskHelp(quietLabel({}))
    , m_speed(new QComboBox)
    , m_receiver(new ReceiverField)
    , m_duration(new QDoubleSpinBox)
    , m_schedule(new ScheduleFields)
{
    addEventRows();
    addWhenRows();
    for (QComboBox* box : {m_event, m_outcome, m_speed}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(leastListLetters);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::wide, space::wide, space::wide, 0);
    column->addWidget(m_form);
    setFocusProxy(m_event);
    showRows();
}

void SimulateForm::addEventRows()
{
    m_event->setObjectName(QStringLiteral("simulateEvent"));
    m_event->setAccessibleName(tr("Event"));
    m_outcome->setObjectName(QStringLiteral("simulateOutcome"));
    m_outcome->addItem(tr("Success"), success());
    m_outcome->addItem(tr("Failure"), failure());
    m_error->setAccessibleName(tr("Reason"));
    m_error->setPlaceholderText(tr("out of memory"));
    m_taskId->setObjectName(QStringLiteral("simulateTaskId"));
    m_taskId->setAccessibleName(tr("Task id"));
    setMonospace(*m_taskId);
    QAction* fresh =
        m_taskId->addAction(themedIcon(QStringLiteral("view-refresh")), QLineEdit::TrailingPosition);
    fresh->setToolTip(tr("A new task id"));
    m_form->addRow(tr("Eve&nt"), m_event);
    m_form->addWide(m_schedule);
    m_form->addRow(tr("&Outcome"), m_outcome);
    m_form->addRow(tr("Reaso&n"), explained(m_error, m_errorHelp));
    m_form->addRow(tr("Task &id"), explained(m_taskId, m_taskHelp));
    m_form->addRow(tr("Payload"), m_payload);
    connect(m_event, &QComboBox::activated, this, [this] { emit eventChosen(eventName()); });
    connect(m_schedule, &ScheduleFields::changed, this, [this] {
        showRows();
        emit changed();
    });
    connect(m_outcome, &QComboBox::activated, this, [this] {
        showRows();
        emit changed();
    });
    connect(m_error, &QLineEdit::textEdited, this, &SimulateForm::changed);
    connect(m_taskId, &QLineEdit::textEdited, this, [this] {
        m_keepsTaskId = true;
        showRows();
        emit changed();
    });
    connect(fresh, &QAction::triggered, this, &SimulateForm::newTaskIdWanted);
}

void SimulateForm::addWhenRows()
{
    m_speed->setObjectName(QStringLiteral("simulateClock"));
    m_speed->addItem(tr("Paused"), 0.0);
    for (const double speed : ClockControl::speeds())
        m_speed->addItem(tr("×%1").arg(speed), speed);
    m_duration->setObjectName(QStringLiteral("simulateDuration"));
    m_duration->setRange(0, longestTask);
    m_duration->setDecimals(1);
    m_duration->setValue(usualTask);
    m_duration->setSuffix(tr(" s"));
    m_form->addSection(tr("When"));
    m_form->addRow(tr("Task ta&kes"), m_duration);
    m_form->addRow(tr("&Clock"), m_speed);
    m_form->addRow(tr("Rece&iver"), m_receiver);
    connect(m_duration, &QDoubleSpinBox::valueChanged, this, &SimulateForm::changed);
    connect(m_speed, &QComboBox::activated, this,
            [this] { emit speedChosen(m_speed->currentData().toDouble()); });
    connect(m_receiver, &ReceiverField::chosen, this, &SimulateForm::changed);
}

void SimulateForm::setMode(SimulateMode mode)
{
    m_mode = mode;
    showRows();
}

const EventInfo* SimulateForm::info(const QString& event) const
{
    const auto found = std::ranges::find(m_events, event, &EventInfo::name);
    return found == m_events.end() ? nullptr : &*found;
}

void SimulateForm::setEvents(const QList<EventInfo>& events)
{
    const QString before = eventName();
    m_events = events;
    m_event->clear();
    for (const EventInfo& one : events)
        m_event->addItem(one.name, one.name);
    m_event->setCurrentIndex(std::max(0, m_event->findData(before)));
    showRows();
}

void SimulateForm::setEvent(const QString& event)
{
    m_event->setCurrentIndex(std::max(0, m_event->findData(event)));
    showRows();
}

QString SimulateForm::eventName() const
{
    return m_event->currentData().toString();
}

QString SimulateForm::outcome() const
{
    if (m_mode == SimulateMode::Schedule)
        return m_schedule->outcome();
    return m_outcome->currentData().toString();
}

QString SimulateForm::outcomeOf(const QString& event) const
{
    const EventInfo* const known = info(event);
    return known && known->outcomes.contains(outcome()) ? outcome() : QString();
}

QString SimulateForm::error() const
{
    const bool fails = m_mode == SimulateMode::Schedule ? m_schedule->anyFails() : outcome() == failure();
    return fails ? m_error->text().trimmed() : QString();
}

void SimulateForm::setTaskId(const QString& id)
{
    m_taskId->setText(id);
    m_taskId->setCursorPosition(0);
    m_keepsTaskId = false;
    showRows();
}

void SimulateForm::setTaskIdTold(bool told)
{
    m_taskIdTold = told;
    showRows();
}

QString SimulateForm::taskId() const
{
    return m_taskId->text().trimmed();
}

void SimulateForm::setSpeed(double speed)
{
    const int known = m_speed->findData(speed);
    if (known < 0)
        m_speed->addItem(tr("×%1").arg(speed), speed);
    m_speed->setCurrentIndex(m_speed->findData(speed));
}

Micros SimulateForm::duration() const
{
    return microsFromSeconds(m_duration->value());
}

/// Asked for is only what the event, or the task, has.
void SimulateForm::showRows()
{
    const EventInfo* const chosen = info(eventName());
    const bool one = m_mode == SimulateMode::OneEvent;
    const bool anyPrefix =
        std::ranges::any_of(m_events, [](const EventInfo& each) { return !each.errorPrefix.isEmpty(); });
    const bool anyOutcome =
        std::ranges::any_of(m_events, [](const EventInfo& each) { return !each.outcomes.isEmpty(); });
    const bool schedule = m_mode == SimulateMode::Schedule;
    const bool outcomes = one                                 ? chosen && !chosen->outcomes.isEmpty()
                          : m_mode == SimulateMode::WholeTask ? true
                                                              : anyOutcome && !schedule;
    const bool fails = schedule ? m_schedule->anyFails() && anyPrefix
                                : outcomes && outcome() == failure() &&
                                      (one ? chosen && !chosen->errorPrefix.isEmpty() : anyPrefix);
    const auto prefix =
        std::ranges::find_if(m_events, [](const EventInfo& each) { return !each.errorPrefix.isEmpty(); });
    if (prefix != m_events.end())
        m_errorHelp->setText(tr("Sent as “%1…”").arg(prefix->errorPrefix));
    m_taskHelp->setText(m_keepsTaskId ? tr("The same for every event, until you take a new one.")
                                      : tr("A new one for each event."));
    m_event->setToolTip(chosen ? chosen->title : QString());
    m_form->setRowVisible(m_event, one);
    m_form->setRowVisible(m_outcome, outcomes);
    m_form->setRowVisible(m_error->parentWidget(), fails);
    m_form->setRowVisible(m_taskId->parentWidget(),
                          m_mode != SimulateMode::Matrix && !schedule && m_taskIdTold);
    m_form->setRowVisible(m_payload, one);
    m_form->setRowVisible(m_duration, m_mode == SimulateMode::WholeTask || schedule);
    m_schedule->setVisible(schedule);
}

} // namespace hookworks
