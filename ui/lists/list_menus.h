// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <functional>

class QAction;
class QMenu;

namespace hookworks {

class LiveTable;
class SavedFilters;
class TimeMenu;
class Workbench;

/// The menus that a live list's page offers beside its filter: saved filters, a time, and the columns.
class ListMenus final : public QObject
{
    Q_OBJECT

public:
    /// `name`: the list's, `captures`. `present` tells the filter that stands in the field. The workbench and
    /// the table must outlive it.
    ListMenus(Workbench& workbench, LiveTable& table, const QString& name,
              const std::function<QString()>& present, QWidget* parent);

    QAction* savedFilters() const;
    QAction* times() const;
    QAction* columns() const { return m_columns; }
    /// The filter is another one.
    void follow(const QString& filter);

signals:
    /// A whole filter that shall stand in the field.
    void chosen(const QString& filter);
    void failed(const QString& sentence);
    /// The columns' menu was filled; a page may add to it.
    void columnsFilled(QMenu& menu);

private:
    SavedFilters* m_saved;
    TimeMenu* m_times;
    QAction* m_columns;
};

} // namespace hookworks
