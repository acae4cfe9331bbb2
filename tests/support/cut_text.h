// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QGroupBox>
#include <QHelpEvent>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>
#include <QToolButton>
#include <QToolTip>

namespace hookworks {

/// What the widget says on hover, asked as the pointer asks. The event loop runs meanwhile, and the widget
/// may go.
inline QString hoverText(const QPointer<QWidget>& widget)
{
    QToolTip::hideText(); // it goes a moment later
    if (!QTest::qWaitFor([] { return !QToolTip::isVisible(); }) || !widget)
        return {};
    QHelpEvent event(QEvent::ToolTip, widget->rect().center(), widget->mapToGlobal(widget->rect().center()));
    QApplication::sendEvent(widget, &event);
    return QToolTip::isVisible() ? QToolTip::text() : widget->toolTip();
}

/// A label cuts its text without an ellipsis; wrapped, it cuts the last lines.
inline bool cutsLabel(const QLabel& label)
{
    if (label.text().isEmpty() || label.textFormat() == Qt::RichText)
        return false;
    const QRect room = label.contentsRect();
    if (label.wordWrap())
        return label.heightForWidth(label.width()) > label.height() + 2;
    return label.fontMetrics().size(Qt::TextShowMnemonic, label.text()).width() > room.width() + 1;
}

/// Qt's own buttons cut their text without an ellipsis.
inline bool cutsButton(const QAbstractButton& button)
{
    if (button.text().isEmpty())
        return false;
    const auto* tool = qobject_cast<const QToolButton*>(&button);
    if (tool && tool->toolButtonStyle() == Qt::ToolButtonIconOnly)
        return false;
    return button.sizeHint().width() > button.width() + 1;
}

inline bool isQtsOwn(const QAbstractButton& button)
{
    return qobject_cast<const QPushButton*>(&button) || qobject_cast<const QToolButton*>(&button) ||
           qobject_cast<const QCheckBox*>(&button) || qobject_cast<const QRadioButton*>(&button);
}

/// Outside of what its ancestors show, and no scroll area to bring it in.
inline bool isOutOfReach(const QWidget& widget)
{
    const QWidget* child = &widget;
    for (const QWidget* parent = widget.parentWidget(); parent && !child->isWindow();
         child = parent, parent = parent->parentWidget()) {
        const auto* area = qobject_cast<const QScrollArea*>(parent->parentWidget());
        if (qobject_cast<const QAbstractScrollArea*>(parent) || (area && area->viewport() == parent))
            return false;
        const QRect place(widget.mapTo(parent, QPoint(0, 0)), widget.size());
        if (!parent->rect().adjusted(-2, -2, 2, 2).contains(place))
            return true;
    }
    return false;
}

/// The text that it cuts, and whether an ellipsis says so; empty: none.
inline std::pair<QString, bool> cutTextOf(const QWidget& widget)
{
    if (const auto* label = qobject_cast<const QLabel*>(&widget); label && cutsLabel(*label))
        return {label->text(), label->inherits("hookworks::ElidedLabel")};
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget); button && cutsButton(*button))
        return {button->text(), button->inherits("hookworks::ElidedButton") || !isQtsOwn(*button)};
    const auto* box = qobject_cast<const QComboBox*>(&widget);
    if (box && box->fontMetrics().horizontalAdvance(box->currentText()) > box->width())
        return {box->currentText(), true};
    return {};
}

/// Of everything visible below `window`: texts that are cut without an ellipsis and a tool tip, and controls
/// that lie outside without a way to scroll there. Empty: none.
inline QStringList cutTexts(QWidget& window)
{
    QStringList found;
    const auto tell = [&found](const QString& what, const QPointer<QWidget>& widget, const QString& text) {
        if (widget)
            found << QStringLiteral("%1: %2 \"%3\" (%4×%5)")
                         .arg(what, QString::fromLatin1(widget->metaObject()->className()), text.left(60))
                         .arg(widget->width())
                         .arg(widget->height());
    };
    QList<QPointer<QWidget>> all;
    for (QWidget* widget : window.findChildren<QWidget*>())
        all << widget;
    for (const QPointer<QWidget>& widget : std::as_const(all)) {
        if (!widget || !widget->isVisibleTo(&window) || widget->window() != &window)
            continue;
        if (widget->focusPolicy() != Qt::NoFocus && isOutOfReach(*widget))
            tell(QStringLiteral("out of reach"), widget, widget->accessibleName());
        const auto [text, elided] = cutTextOf(*widget);
        if (!text.isEmpty() && (!elided || hoverText(widget).isEmpty()))
            tell(QStringLiteral("cut"), widget, text);
    }
    return found;
}

} // namespace hookworks
