// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/delivery.h"
#include "workbench/deliver/deliveries.h"

#include <QTimer>
#include <QWidget>

namespace hookworks {

class SegmentedControl;

/// All, waiting, failed, delivered or cancelled deliveries, with how many there are of each.
class StateFilter final : public QWidget
{
    Q_OBJECT

public:
    /// `deliveries` must outlive it.
    explicit StateFilter(Deliveries& deliveries, QWidget* parent = nullptr);

    /// Empty: all.
    QList<DeliveryState> states() const;
    bool isNarrow() const;
    /// Does not signal.
    void chooseAll();

signals:
    /// By the user.
    void chosen();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void count();
    void showCounts(const DeliveryCounts& counts);

    Deliveries& m_deliveries;
    SegmentedControl* m_segments;
    QTimer m_delay;
};

} // namespace hookworks
