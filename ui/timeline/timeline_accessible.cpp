// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline_accessible.h"

#include "ui/timeline/timeline_places.h"
#include "ui/timeline/timeline_view.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QHash>
#include <QPointer>

namespace hookworks {

namespace {

/// A row or one of its marks, looked up in the model whenever it is asked: it may have gone.
class PlaceAccessible : public QAccessibleInterface
{
public:
    PlaceAccessible(TimelineView* view, TimelinePlace place)
        : m_view(view)
        , m_place(place)
    {
    }

    bool isValid() const override
    {
        return m_view && m_view->model() && m_place.row < m_view->model()->rowCount() &&
               (m_place.mark < 0 || mark());
    }
    QObject* object() const override { return nullptr; }
    QWindow* window() const override { return m_view ? m_view->window()->windowHandle() : nullptr; }
    QRect rect() const override
    {
        if (!m_view)
            return {};
        const QRect place = m_view->placeRect(m_place);
        return QRect(m_view->viewport()->mapToGlobal(place.topLeft()), place.size());
    }
    QAccessible::Role role() const override
    {
        return m_place.mark < 0 ? QAccessible::ListItem : QAccessible::StaticText;
    }
    QString text(QAccessible::Text kind) const override
    {
        if (kind != QAccessible::Name || !isValid())
            return {};
        return m_place.mark >= 0
                   ? spoken(*mark())
                   : m_view->model()->index(m_place.row).data(Qt::AccessibleTextRole).toString();
    }
    void setText(QAccessible::Text, const QString&) override {}
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.focusable = true;
        state.selectable = true;
        if (m_view && m_view->timelineCursor().place() == m_place) {
            state.focused = m_view->hasFocus();
            state.selected = true;
        }
        return state;
    }
    QAccessibleInterface* parent() const override;
    int childCount() const override
    {
        const TimelineLane* const lane = m_place.mark < 0 ? this->lane() : nullptr;
        return lane ? static_cast<int>(lane->marks.size()) : 0;
    }
    QAccessibleInterface* child(int index) const override;
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    int indexOfChild(const QAccessibleInterface* child) const override
    {
        const auto* place = dynamic_cast<const PlaceAccessible*>(child);
        return place && place->m_place.row == m_place.row ? place->m_place.mark : -1;
    }
    TimelinePlace place() const { return m_place; }

private:
    const TimelineLane* lane() const
    {
        return m_view && m_view->model() ? m_view->model()->lane(m_place.row) : nullptr;
    }
    const TimelineMark* mark() const
    {
        const TimelineLane* const found = lane();
        return found && m_place.mark < found->marks.size() ? &found->marks[m_place.mark] : nullptr;
    }

    QPointer<TimelineView> m_view;
    TimelinePlace m_place;
};

class TimelineAccessible : public QAccessibleWidget
{
public:
    explicit TimelineAccessible(TimelineView* view)
        : QAccessibleWidget(view, QAccessible::List)
    {
    }
    ~TimelineAccessible() override
    {
        for (const QAccessible::Id id : std::as_const(m_places))
            QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override { return view()->model() ? view()->model()->rowCount() : 0; }
    QAccessibleInterface* child(int index) const override
    {
        return index >= 0 && index < childCount() ? at({index, -1}) : nullptr;
    }
    int indexOfChild(const QAccessibleInterface* child) const override
    {
        const auto* place = dynamic_cast<const PlaceAccessible*>(child);
        return place ? place->place().row : -1;
    }
    QAccessibleInterface* childAt(int x, int y) const override
    {
        const TimelinePlace place = view()->spotAt(view()->viewport()->mapFromGlobal(QPoint(x, y))).place;
        return place.row >= 0 ? at(place) : nullptr;
    }
    QAccessibleInterface* focusChild() const override
    {
        return view()->hasFocus() && view()->timelineCursor().place().row >= 0
                   ? at(view()->timelineCursor().place())
                   : nullptr;
    }

    QAccessibleInterface* at(TimelinePlace place) const
    {
        const auto key = std::pair(place.row, place.mark);
        if (const auto known = m_places.constFind(key); known != m_places.constEnd())
            return QAccessible::accessibleInterface(*known);
        auto* made = new PlaceAccessible(view(), place);
        m_places.insert(key, QAccessible::registerAccessibleInterface(made));
        return made;
    }

private:
    TimelineView* view() const { return static_cast<TimelineView*>(object()); }

    mutable QHash<std::pair<int, int>, QAccessible::Id> m_places;
};

TimelineAccessible* accessibleOf(TimelineView* view)
{
    return static_cast<TimelineAccessible*>(QAccessible::queryAccessibleInterface(view));
}

QAccessibleInterface* PlaceAccessible::parent() const
{
    if (!m_view)
        return nullptr;
    TimelineAccessible* const whole = accessibleOf(m_view);
    return m_place.mark < 0 ? static_cast<QAccessibleInterface*>(whole) : whole->at({m_place.row, -1});
}

QAccessibleInterface* PlaceAccessible::child(int index) const
{
    return index >= 0 && index < childCount() ? accessibleOf(m_view)->at({m_place.row, index}) : nullptr;
}

QAccessibleInterface* makeInterface(const QString&, QObject* object)
{
    auto* const view = qobject_cast<TimelineView*>(object);
    return view ? new TimelineAccessible(view) : nullptr;
}

} // namespace

void installTimelineAccessibility()
{
    QAccessible::installFactory(makeInterface);
}

void announceTimelinePlace(TimelineView& view)
{
    if (!view.hasFocus() || !QAccessible::isActive())
        return;
    QAccessibleInterface* const whole = QAccessible::queryAccessibleInterface(&view);
    QAccessibleInterface* const place = whole ? whole->focusChild() : nullptr;
    if (!place)
        return;
    QAccessibleEvent event(place, QAccessible::Focus);
    QAccessible::updateAccessibility(&event);
}

} // namespace hookworks
