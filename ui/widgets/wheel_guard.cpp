// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/wheel_guard.h"

#include <QAbstractScrollArea>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QEvent>
#include <QScrollBar>
#include <QTabBar>

namespace hookworks {

namespace {

bool changesByWheel(const QWidget& widget)
{
    return qobject_cast<const QAbstractSpinBox*>(&widget) || qobject_cast<const QComboBox*>(&widget) ||
           qobject_cast<const QTabBar*>(&widget) ||
           (qobject_cast<const QAbstractSlider*>(&widget) && !qobject_cast<const QScrollBar*>(&widget));
}

/// The control that the widget is or is a part of; a combo box's open list is a window of its own.
const QWidget* controlAt(const QWidget* widget)
{
    for (; widget; widget = widget->parentWidget()) {
        if (changesByWheel(*widget))
            return widget;
        if (widget->isWindow() || qobject_cast<const QAbstractScrollArea*>(widget))
            return nullptr;
    }
    return nullptr;
}

bool isInsideAScrollArea(const QWidget& control)
{
    for (const QWidget* outer = control.parentWidget(); outer; outer = outer->parentWidget()) {
        if (qobject_cast<const QAbstractScrollArea*>(outer))
            return true;
        if (outer->isWindow())
            return false;
    }
    return false;
}

bool hasFocus(const QWidget& control)
{
    const QWidget* focused = QApplication::focusWidget();
    return focused && (focused == &control || control.isAncestorOf(focused));
}

} // namespace

WheelGuard::WheelGuard(QApplication& application)
    : QObject(&application)
{
    application.installEventFilter(this);
}

/// A wheel event that is neither taken nor let through goes on to the parent.
bool WheelGuard::eventFilter(QObject* watched, QEvent* event)
{
    if ((event->type() != QEvent::Wheel && event->type() != QEvent::Polish) || !watched->isWidgetType())
        return false;
    auto* widget = static_cast<QWidget*>(watched);
    if (event->type() == QEvent::Polish) {
        if (widget->focusPolicy() == Qt::WheelFocus)
            widget->setFocusPolicy(Qt::StrongFocus);
        return false;
    }
    const QWidget* control = controlAt(widget);
    if (!control || (hasFocus(*control) && !isInsideAScrollArea(*control)))
        return false;
    event->ignore();
    return true;
}

} // namespace hookworks
