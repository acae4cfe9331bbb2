// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <functional>

class QAction;
class QMenu;

namespace hookworks {

/// From when to when, in the filter's words: `10m`, `2026-03-01T10:15:00Z`; empty: open at that end.
struct TimeSpan
{
    QString after, before;
    bool operator==(const TimeSpan&) const = default;
};

/// The filter with that span in place of the one it has. A filter that cannot be read, or that asks for
/// times inside of `or`, keeps what it has, and the span is added.
QString withTimeSpan(const QString& filter, const TimeSpan& span);
/// The span that a filter asks for.
TimeSpan timeSpanOf(const QString& filter);

/// "Any time", "Last hour": a list's filter by time as a menu.
class TimeMenu final : public QObject
{
    Q_OBJECT

public:
    /// `present` tells the filter that stands in the field.
    TimeMenu(std::function<QString()> present, QWidget* parent);
    QAction* action() const { return m_action; }
    /// The filter is another one: the action's words follow.
    void follow(const QString& filter);

signals:
    /// The whole filter, with the span that was chosen.
    void chosen(const QString& filter);

private:
    void fill();
    void ask();
    void choose(const TimeSpan& span) { emit chosen(withTimeSpan(m_present(), span)); }

    std::function<QString()> m_present;
    QWidget* m_parent;
    QAction* m_action;
    QMenu* m_menu;
};

} // namespace hookworks
