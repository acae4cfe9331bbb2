// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QHBoxLayout;

namespace hookworks {

class ElidedLabel;
class MoreButton;

/// The head of a pane, 32 high, with a line below it: its title at the left; quiet words, widgets and small
/// buttons without a border at the right, and "⋯" for what is rare.
class PaneHeader final : public QWidget
{
    Q_OBJECT
public:
    explicit PaneHeader(const QString& title, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    void setNote(const QString& note);
    /// A line above it too, where no other widget draws one.
    void setLineAbove(bool line);
    /// Right of those that are there. Takes it.
    void addWidget(QWidget* widget, int stretch = 0);
    /// Left of those that follow. The actions stay the caller's and must live as long as the header.
    void addButton(QAction* action);
    void addRare(QAction* action);

private:
    void paintEvent(QPaintEvent* event) override;

    QHBoxLayout* m_row;
    ElidedLabel *m_title, *m_note;
    MoreButton* m_more;
    bool m_lineAbove = false;
};

} // namespace hookworks
