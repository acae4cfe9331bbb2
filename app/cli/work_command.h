// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "workbench/deliver/deliveries.h"
#include "workbench/session/clock_control.h"
#include "workbench/session/workbench.h"

#include <optional>

namespace hookworks {

/// A command that sends or listens: the session works while it runs, at the speed that was asked for.
class WorkCommand : public Command
{
    Q_OBJECT

public:
    WorkCommand(const CommandContext& context, std::optional<double> speed, SessionWork work = {false, false})
        : Command(context)
        , m_speed(speed)
        , m_work(work)
    {
    }

    /// Starts the session where it is not yet working, sets the clock's speed, then calls work().
    void start() final;

protected:
    virtual void work() = 0;
    /// The workspace cannot be written; an empty message: it can again. One that has to be opened anew ends
    /// the command, all else is told, and the work waits.
    virtual void storeTroubled(const Error& error);
    /// Instead of work(), where its deliveries were stored by a process that is gone. Without an override:
    /// deliverUntilFinal().
    virtual void goOnWith(const QList<Delivery>& deliveries) { deliverUntilFinal(deliveries); }
    /// Prints each delivery when it is final, in the order given, and finishes: Done when every one was
    /// delivered.
    void deliverUntilFinal(const QList<Delivery>& deliveries);

private:
    void goOn();
    void nextIsFinal();
    void printSummary();

    std::optional<double> m_speed;
    SessionWork m_work;
    std::unique_ptr<SpeedScope> m_scope;
    QList<DeliveryId> m_open;
    int m_delivered = 0, m_lost = 0;
    QString m_trouble; ///< that was told last
};

/// Done where all were delivered, else Failed.
ExitStatus exitStatusOf(const QList<DeliveryRecord>& records);

} // namespace hookworks
