// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/deliver/deliveries.h"

#include <QObject>

#include <optional>

namespace hookworks {

class AttemptView;
class Workbench;

/// Shows both ends of one attempt, read as it is now: a chosen one, or the newest, which is followed as new
/// ones are made. One that is being inspected stays.
class AttemptFollower final : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it.
    AttemptFollower(Workbench& workbench, AttemptView& view, QObject* parent);

    /// No number: the newest.
    void show(DeliveryId delivery, std::optional<int> number);
    /// The same again: something of it changed.
    void showAgain();
    void clear();
    std::optional<DeliveryId> shown() const { return m_shown; }
    std::optional<int> number() const { return m_number; }

signals:
    void wasRead(const hookworks::DeliveryRecord& record);

private:
    void present(const DeliveryRecord& record);
    void presentReceived(const DeliveryRecord& record, const Attempt& attempt);
    void readUnanswered();
    bool isStill(DeliveryId delivery, std::optional<int> number) const
    {
        return m_shown == delivery && m_number == number;
    }

    Workbench& m_workbench;
    AttemptView& m_view;
    std::optional<DeliveryId> m_shown;
    std::optional<int> m_number;
    bool m_unanswered = false; ///< the capture that is shown was still being answered when it was read
};

} // namespace hookworks
