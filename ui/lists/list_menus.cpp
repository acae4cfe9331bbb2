// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/list_menus.h"

#include "ui/lists/live_table.h"
#include "ui/lists/saved_filters.h"
#include "ui/lists/time_menu.h"

#include <QAction>
#include <QMenu>

namespace hookworks {

ListMenus::ListMenus(Workbench& workbench, LiveTable& table, const QString& name,
                     const std::function<QString()>& present, QWidget* parent)
    : QObject(parent)
    , m_saved(new SavedFilters(workbench, name, present, parent))
    , m_times(new TimeMenu(present, parent))
    , m_columns(new QAction(tr("Columns"), this))
{
    auto* menu = new QMenu(parent);
    m_columns->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, [this, menu, &table] {
        menu->clear();
        table.fillColumnsMenu(*menu);
        emit columnsFilled(*menu);
    });
    connect(m_saved, &SavedFilters::chosen, this, &ListMenus::chosen);
    connect(m_saved, &SavedFilters::failed, this, &ListMenus::failed);
    connect(m_times, &TimeMenu::chosen, this, &ListMenus::chosen);
}

QAction* ListMenus::savedFilters() const
{
    return m_saved->action();
}

QAction* ListMenus::times() const
{
    return m_times->action();
}

void ListMenus::follow(const QString& filter)
{
    m_times->follow(filter);
}

} // namespace hookworks
