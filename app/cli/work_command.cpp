// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/work_command.h"

#include "cli/command_table.h"
#include "cli/printing.h"

#include <algorithm>

namespace hookworks {

void WorkCommand::start()
{
    connect(&workbench(), &Workbench::troubled, this, [this](const Error& error) { storeTroubled(error); });
    whenAnswered(workbench().start(m_work), [this] {
        if (m_speed)
            m_scope = workbench().clock().speedForCommand(*m_speed);
        if (progress().begun)
            goOn();
        else
            work();
    });
}

void WorkCommand::storeTroubled(const Error& error)
{
    if (error.code == ErrorCode::CannotOpen)
        return fail(error);
    if (std::exchange(m_trouble, error.message) != error.message)
        output().note(error.message.isEmpty() ? CliText::tr("The workspace can be written again.")
                                              : error.message);
}

void WorkCommand::goOn()
{
    whenAnswered(workbench().deliveries().takeUp(progress().run),
                 [this](const std::optional<QList<Delivery>>& made) {
                     if (made)
                         goOnWith(*made);
                     else
                         work();
                 });
}

void WorkCommand::deliverUntilFinal(const QList<Delivery>& deliveries)
{
    m_open.clear();
    for (const Delivery& delivery : deliveries)
        m_open << delivery.id;
    nextIsFinal();
}

void WorkCommand::nextIsFinal()
{
    if (m_open.isEmpty()) {
        printSummary();
        finish(m_lost > 0 ? ExitStatus::Failed : ExitStatus::Done);
        return;
    }
    if (output().isFull()) {
        connect(&output().streams(), &Streams::hasRoom, this, &WorkCommand::nextIsFinal,
                Qt::SingleShotConnection);
        return;
    }
    whenAnswered(workbench().deliveries().untilFinal({m_open.takeFirst()}),
                 [this](const QList<DeliveryRecord>& records) {
                     for (const DeliveryRecord& record : records) {
                         printDelivery(output(), record);
                         ++(record.delivery.state == DeliveryState::Delivered ? m_delivered : m_lost);
                     }
                     nextIsFinal();
                 });
}

void WorkCommand::printSummary()
{
    output().summary(m_lost > 0 ? CliText::tr("%1 delivered, %2 not.").arg(m_delivered).arg(m_lost)
                                : CliText::tr("%1 delivered.").arg(m_delivered));
}

ExitStatus exitStatusOf(const QList<DeliveryRecord>& records)
{
    const bool all = std::ranges::all_of(
        records, [](const DeliveryRecord& each) { return each.delivery.state == DeliveryState::Delivered; });
    return all ? ExitStatus::Done : ExitStatus::Failed;
}

} // namespace hookworks
