// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inspect/phases.h"

#include <QWidget>

namespace hookworks {

/// Both ends' phases, and those of passing on, as bars on one axis, each phase named with its length in the
/// line beside its bar. Speaks the same words to screen readers.
class PhaseChart : public QWidget
{
    Q_OBJECT

public:
    explicit PhaseChart(QWidget* parent = nullptr);

    void setPhases(ExchangePhases phases);
    const ExchangePhases& phases() const { return m_phases; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int rowHeight() const;
    int rows() const;
    void paintRow(QPainter& painter, const QString& name, const QList<Phase>& phases, int top) const;

    ExchangePhases m_phases;
};

} // namespace hookworks
