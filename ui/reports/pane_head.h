// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;

namespace hookworks {

/// The line at a pane's head, 32 high, with a line below it.
class PaneHead final : public QWidget
{
    Q_OBJECT
public:
    explicit PaneHead(QWidget* parent = nullptr);
    QHBoxLayout& row() { return *m_row; }

private:
    void paintEvent(QPaintEvent* event) override;

    QHBoxLayout* m_row;
};

} // namespace hookworks
