// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deliveries/attempt_follower.h"

#include "ui/inspect/attempt_view.h"
#include "workbench/listen/captures.h"
#include "workbench/session/workbench.h"

#include <algorithm>
#include <utility>

namespace hookworks {

AttemptFollower::AttemptFollower(Workbench& workbench, AttemptView& view, QObject* parent)
    : QObject(parent)
    , m_workbench(workbench)
    , m_view(view)
{
    connect(&workbench.captures(), &Captures::touched, this, &AttemptFollower::readUnanswered);
}

void AttemptFollower::show(DeliveryId delivery, std::optional<int> number)
{
    m_shown = delivery;
    m_number = number;
    m_unanswered = false;
    m_workbench.deliveries().get(delivery).then(
        this, [this, delivery, number](const Result<DeliveryRecord>& record) {
            if (!isStill(delivery, number))
                return;
            if (!record)
                return m_view.clear(record.error().message);
            present(*record);
            emit wasRead(*record);
        });
}

void AttemptFollower::showAgain()
{
    if (m_shown)
        show(*m_shown, m_number);
}

void AttemptFollower::clear()
{
    m_shown.reset();
    m_view.clear(tr("Choose an attempt to see both ends of it."));
}

void AttemptFollower::present(const DeliveryRecord& record)
{
    const QList<Attempt>& attempts = record.attempts;
    const std::optional<int> wanted = m_number ? m_number : m_view.inspected(record.delivery.id);
    auto attempt =
        std::ranges::find(attempts, wanted, [](const Attempt& one) { return std::optional(one.number); });
    if (attempt == attempts.end() && !m_number && !attempts.isEmpty())
        attempt = attempts.end() - 1;
    if (attempt == attempts.end())
        return m_view.showPlanned(record.delivery, m_number.value_or(1));
    if (!attempt->capture)
        return m_view.showAttempt(record.delivery, *attempt, std::nullopt);
    presentReceived(record, *attempt);
}

void AttemptFollower::presentReceived(const DeliveryRecord& record, const Attempt& attempt)
{
    m_workbench.captures()
        .get(*attempt.capture)
        .then(this, [this, record, attempt, number = m_number](const Result<Capture>& capture) {
            if (!isStill(record.delivery.id, number))
                return;
            m_unanswered = capture && !capture->timings.write;
            m_view.showAttempt(record.delivery, attempt, capture ? std::optional(*capture) : std::nullopt);
        });
}

/// The sender may have the answer before the listener has noted that it left.
void AttemptFollower::readUnanswered()
{
    if (std::exchange(m_unanswered, false))
        showAgain();
}

} // namespace hookworks
