// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/app_style.h"

#include <QPushButton>
#include <QToolButton>

class QAction;
class QMenu;

namespace hookworks {

/// A push button that does what an action does, and follows it: text, whether it can be done now, tool tip
/// with the shortcut, menu. The action must outlive it or be deleted first.
class ActionButton final : public QPushButton
{
    Q_OBJECT
public:
    explicit ActionButton(QAction& action, ButtonLook look = ButtonLook::Secondary,
                          QWidget* parent = nullptr);

private:
    void follow(const QAction& action);
};

/// A flat button with a text that may be long: what does not fit is cut in the middle, and whole on hover.
class ElidedButton final : public QToolButton
{
    Q_OBJECT
public:
    explicit ElidedButton(QWidget* parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

private:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    bool isCut() const;
};

/// "⋯": opens the menu of what is rare.
class MoreButton final : public QToolButton
{
    Q_OBJECT
public:
    explicit MoreButton(QWidget* parent = nullptr);

private:
    void paintEvent(QPaintEvent* event) override;
};

/// "Retry the delivery (R)": an action's words and its key, as plain text.
QString actionToolTip(const QAction& action);

/// The actions of a menu with a separator between each two groups. The separators are `parent`'s.
QList<QAction*> inGroups(const QList<QList<QAction*>>& groups, QObject* parent);

} // namespace hookworks
