// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QHBoxLayout;

namespace hookworks {

class MoreButton;

/// The head of a pane, 32 high: its title at the left, small buttons without a border at the right, and "⋯"
/// for what is rare. A line below it.
class PaneHeader final : public QWidget
{
    Q_OBJECT
public:
    explicit PaneHeader(const QString& title, QWidget* parent = nullptr);

    /// Left of those that follow. The actions stay the caller's and must live as long as the header.
    void addButton(QAction* action);
    void addRare(QAction* action);

private:
    void paintEvent(QPaintEvent* event) override;

    QHBoxLayout* m_row;
    MoreButton* m_more;
};

} // namespace hookworks
