// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inspect/phases.h"

#include <QWidget>

class QTreeWidget;

namespace hookworks {

class PhaseChart;

/// The phases of an exchange as bars on one axis, and below them as a list.
class TimingView final : public QWidget
{
    Q_OBJECT
public:
    explicit TimingView(QWidget* parent = nullptr);

    void setPhases(const ExchangePhases& phases);

private:
    void add(const QString& end, const QList<Phase>& phases);

    PhaseChart* m_chart;
    QTreeWidget* m_list;
};

} // namespace hookworks
