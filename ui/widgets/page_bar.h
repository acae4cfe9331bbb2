// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/text_label.h"

#include <QList>
#include <QPointer>
#include <QWidget>

class QAction;
class QHBoxLayout;
class QMenu;

namespace hookworks {

class ActionButton;
class MoreButton;

/// The bar at a page's head, 44 high: what it is about at the left, then views and a filter, then space, then
/// secondary buttons, at most one primary button, and "⋯" for what is rare. In a narrow window the secondary
/// buttons move into "⋯", the last one first.
class PageBar final : public QWidget
{
    Q_OBJECT
public:
    explicit PageBar(const QString& title, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    /// A chooser or a line with the chosen object's name and state, in place of the title. Takes it.
    void setObject(QWidget* object);
    /// Behind the title: segments, a badge, a button. Takes it.
    void addView(QWidget* view);
    /// Takes the room in the middle, as a filter field does. Takes the widget; at most one.
    void setFilter(QWidget* filter);
    /// Some quiet words at the right, before the buttons: "1 event → 2 requests".
    void setNote(const QString& note);
    /// The actions stay the caller's and must live as long as the bar.
    void addSecondary(QAction* action);
    void setPrimary(QAction* action);
    void addRare(QAction* action);
    /// Without the secondary buttons, which can stand in the menu.
    QSize minimumSizeHint() const override;

private:
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void fit();
    void fitNote();
    int wantedWidth() const;
    void fillMore();

    struct Secondary
    {
        QAction* action;
        QPointer<ActionButton> button;
    };

    QHBoxLayout* m_start;
    QHBoxLayout* m_middle;
    QHBoxLayout* m_end;
    ElidedLabel* m_title;
    ElidedLabel* m_note;
    MoreButton* m_more;
    QMenu* m_menu;
    QList<Secondary> m_secondary;
    QList<QAction*> m_rare;
    int m_primary = 0; ///< how many buttons stand right of the secondary ones
    bool m_fitting = false;
};

} // namespace hookworks
