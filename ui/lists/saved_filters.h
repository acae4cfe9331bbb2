// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QString>

#include <functional>
#include <optional>

class QAction;
class QMenu;

namespace hookworks {

class Workbench;
struct PagePlace;

/// A filter with a name, kept in the workspace.
struct SavedFilter
{
    QString name, text;
    bool operator==(const SavedFilter&) const = default;
};

/// `[{"name":"…","filter":"…"}]`, and back; what is no such text has none.
QString textOf(const QList<SavedFilter>& filters);
QList<SavedFilter> savedFiltersFromText(const QString& text);
/// Where a list's filters are kept among the workspace's settings.
QString savedFiltersKey(const QString& list);

/// The place on a list's page that is what a filter finds, and back; nullopt: it is another kind of place.
PagePlace placeOfFilter(const QString& text);
std::optional<QString> filterOf(const PagePlace& place);

/// A list's saved filters as a menu: choose one, save the present one by a name, delete one.
class SavedFilters final : public QObject
{
    Q_OBJECT

public:
    /// `list`: `captures`. `present` tells the filter that stands in the field. `workbench` must outlive it.
    SavedFilters(Workbench& workbench, const QString& list, std::function<QString()> present,
                 QWidget* parent);

    /// "Saved filters", with the menu.
    QAction* action() const { return m_action; }
    const QList<SavedFilter>& filters() const { return m_filters; }
    /// One of that name is replaced.
    void save(const QString& name, const QString& text);
    void remove(const QString& name);

signals:
    void chosen(const QString& text);
    /// filters() are others now.
    void changed();
    void failed(const QString& sentence);

private:
    void fill();
    void ask();
    void store();

    Workbench& m_workbench;
    QString m_list;
    std::function<QString()> m_present;
    QWidget* m_parent;
    QAction* m_action;
    QMenu* m_menu;
    QList<SavedFilter> m_filters;
};

} // namespace hookworks
