// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/design/designer.h"
#include "workbench/simulate/simulator.h"

#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;

namespace hookworks {

class Form;
class PayloadChoice;
class ReceiverField;
class ScheduleFields;

/// What is played at once.
enum class SimulateMode
{
    OneEvent,
    WholeTask,
    Schedule,
    Matrix
};

/// What one sets before pressing Send: the event and what it tells, and when: the clock, and how the receiver
/// behaves. Shows what the mode needs.
class SimulateForm final : public QWidget
{
    Q_OBJECT
public:
    explicit SimulateForm(QWidget* parent = nullptr);

    void setMode(SimulateMode mode);
    void setEvents(const QList<EventInfo>& events);
    void setEvent(const QString& event);
    QString eventName() const;
    /// Of this event, or of the task; empty: it has none.
    QString outcomeOf(const QString& event) const;
    QString outcome() const;
    QString error() const;
    void setTaskId(const QString& id);
    /// Whether what is sent tells of it; not known before a request is there.
    void setTaskIdTold(bool told);
    QString taskId() const;
    /// Somebody typed it: it stays for the next event.
    bool keepsTaskId() const { return m_keepsTaskId; }
    PayloadChoice& payload() const { return *m_payload; }
    /// 0: paused.
    void setSpeed(double speed);
    ReceiverField& receiver() const { return *m_receiver; }
    Micros duration() const;
    const ScheduleFields& schedule() const { return *m_schedule; }

signals:
    /// What is sent is another one now.
    void changed();
    void eventChosen(const QString& event);
    void newTaskIdWanted();
    void speedChosen(double speed);

private:
    void addEventRows();
    void addWhenRows();
    void showRows();
    const EventInfo* info(const QString& event) const;

    Form* m_form;
    QComboBox *m_event, *m_outcome;
    QLineEdit *m_error, *m_taskId;
    PayloadChoice* m_payload;
    QLabel *m_errorHelp, *m_taskHelp;
    QComboBox* m_speed;
    ReceiverField* m_receiver;
    QDoubleSpinBox* m_duration;
    ScheduleFields* m_schedule;
    QList<EventInfo> m_events;
    SimulateMode m_mode = SimulateMode::OneEvent;
    bool m_keepsTaskId = false, m_taskIdTold = false;
};

} // namespace hookworks
