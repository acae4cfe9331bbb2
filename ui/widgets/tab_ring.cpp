// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tab_ring.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QKeyEvent>
#include <QLayout>
#include <QSplitter>

#include <algorithm>

namespace hookworks {

namespace {

void addLaidOut(QLayout& layout, QList<QWidget*>& list)
{
    for (int i = 0; i < layout.count(); ++i) {
        QLayoutItem* const item = layout.itemAt(i);
        if (item->widget())
            list << item->widget();
        else if (item->layout())
            addLaidOut(*item->layout(), list);
    }
}

/// Those that nothing lays out come last, from top to bottom.
QList<QWidget*> childrenOf(QWidget& widget)
{
    QList<QWidget*> list;
    if (const auto* splitter = qobject_cast<QSplitter*>(&widget)) {
        for (int i = 0; i < splitter->count(); ++i)
            list << splitter->widget(i);
    }
    if (widget.layout())
        addLaidOut(*widget.layout(), list);
    QList<QWidget*> others = widget.findChildren<QWidget*>(Qt::FindDirectChildrenOnly);
    others.removeIf([&list](QWidget* child) { return child->isWindow() || list.contains(child); });
    std::ranges::stable_sort(others, {},
                             [](const QWidget* child) { return std::pair(child->y(), child->x()); });
    return list + others;
}

bool canHaveFocus(const QWidget& widget)
{
    return widget.isVisible() && widget.isEnabled() &&
           (widget.focusPolicy() & Qt::TabFocus) == Qt::TabFocus && !widget.focusProxy();
}

/// Of an exclusive group the chosen one, or the first where that cannot be reached.
bool standsForItsGroup(const QAbstractButton& button)
{
    const QButtonGroup* const group = button.group();
    if (!group || !group->exclusive())
        return true;
    if (const QAbstractButton* const chosen = group->checkedButton(); chosen && canHaveFocus(*chosen))
        return chosen == &button;
    const QList<QAbstractButton*> all = group->buttons();
    const auto first =
        std::ranges::find_if(all, [](const QAbstractButton* one) { return canHaveFocus(*one); });
    return first != all.end() && *first == &button;
}

bool isStop(const QWidget& widget)
{
    const auto* button = qobject_cast<const QAbstractButton*>(&widget);
    return canHaveFocus(widget) && (!button || standsForItsGroup(*button));
}

void addStops(QWidget& widget, QList<QWidget*>& stops)
{
    if (!widget.isVisible() || !widget.isEnabled())
        return;
    if (isStop(widget))
        stops << &widget;
    for (QWidget* child : childrenOf(widget))
        addStops(*child, stops);
}

/// The stop that has the focus, in itself or in a part of it; -1: none.
qsizetype placeOfFocus(const QWidget& window, const QList<QWidget*>& stops)
{
    for (QWidget* at = window.focusWidget(); at; at = at->parentWidget()) {
        if (const qsizetype place = stops.indexOf(at); place >= 0)
            return place;
        if (const auto* button = qobject_cast<QAbstractButton*>(at); button && button->group()) {
            for (QAbstractButton* other : button->group()->buttons()) {
                if (const qsizetype place = stops.indexOf(other); place >= 0)
                    return place;
            }
        }
    }
    return -1;
}

class TabOut final : public QObject
{
public:
    TabOut(QWidget& editor, std::function<bool()> isReadOnly)
        : QObject(&editor)
        , m_editor(editor)
        , m_isReadOnly(std::move(isReadOnly))
    {
        editor.installEventFilter(this);
    }

private:
    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
            return false;
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool isTab = key->key() == Qt::Key_Tab || key->key() == Qt::Key_Backtab;
        if (!isTab || !(key->modifiers().testFlag(Qt::ControlModifier) || m_isReadOnly()))
            return false;
        const bool back = key->key() == Qt::Key_Backtab || key->modifiers().testFlag(Qt::ShiftModifier);
        if (event->type() == QEvent::KeyPress)
            return moveFocus(*m_editor.window(), !back);
        event->accept();
        return true;
    }

    QWidget& m_editor;
    std::function<bool()> m_isReadOnly;
};

} // namespace

void letTabOut(QWidget& editor, std::function<bool()> isReadOnly)
{
    new TabOut(editor, std::move(isReadOnly));
}

QList<QWidget*> tabStops(QWidget& window)
{
    QList<QWidget*> stops;
    addStops(window, stops);
    return stops;
}

bool focusFirst(QWidget& part)
{
    const QList<QWidget*> stops = tabStops(part);
    if (!stops.isEmpty())
        stops.first()->setFocus(Qt::OtherFocusReason);
    return !stops.isEmpty();
}

bool moveFocus(QWidget& window, bool forward)
{
    const QList<QWidget*> stops = tabStops(window);
    if (stops.isEmpty())
        return false;
    const qsizetype from = placeOfFocus(window, stops);
    const qsizetype first = forward ? 0 : stops.size() - 1;
    const qsizetype to = from < 0 ? first : (from + (forward ? 1 : stops.size() - 1)) % stops.size();
    stops[to]->setFocus(forward ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return to != from;
}

} // namespace hookworks
