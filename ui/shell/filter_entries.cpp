// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/filter_entries.h"

#include "ui/lists/live_list_page.h"
#include "ui/lists/saved_filters.h"
#include "ui/shell/main_window.h"

namespace hookworks {

FilterEntries::FilterEntries(MainWindow& window, QObject* parent)
    : QObject(parent)
    , m_window(window)
{
    connect(&window, &MainWindow::pageShown, this, &FilterEntries::show);
    show(); // a page may be shown already
}

void FilterEntries::show()
{
    QList<NamedPlace> places;
    if (const auto* const list = qobject_cast<LiveListPage*>(m_window.currentPage())) {
        const auto* const saved = list->findChild<SavedFilters*>();
        connect(saved, &SavedFilters::changed, this, &FilterEntries::show, Qt::UniqueConnection);
        for (const SavedFilter& filter : saved->filters())
            places.append({filter.name, filter.text, placeOfFilter(filter.text)});
    }
    m_window.showPagePlaces(m_window.currentKey(), places);
}

} // namespace hookworks
