// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

namespace hookworks {

/// Some small things side by side that can be done without: in a narrow window those at the end go first.
class YieldingRow final : public QWidget
{
    Q_OBJECT
public:
    /// Takes the widgets.
    explicit YieldingRow(const QList<QWidget*>& widgets, QWidget* parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

private:
    bool event(QEvent* event) override;
    void place();

    QList<QWidget*> m_widgets;
};

} // namespace hookworks
