// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inspect/phases.h"

#include <QWidget>

namespace hookworks {

/// Both ends' phases, and those of passing on, as bars on one axis, each phase named with its length in the
/// words below its bar. Speaks the same words to screen readers.
class PhaseChart : public QWidget
{
    Q_OBJECT

public:
    explicit PhaseChart(QWidget* parent = nullptr);

    void setPhases(ExchangePhases phases);
    const ExchangePhases& phases() const { return m_phases; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Row
    {
        QString name;
        QList<Phase> phases;
    };
    QList<Row> rows() const;
    int nameWidth() const;
    int rowHeight(const Row& row, int width) const;
    void paintRow(QPainter& painter, const Row& row, int top) const;

    ExchangePhases m_phases;
};

} // namespace hookworks
