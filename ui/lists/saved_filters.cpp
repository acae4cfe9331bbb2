// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/saved_filters.h"

#include "json/value.h"
#include "ui/lists/filter_name_dialog.h"
#include "ui/widgets/page_widget.h"
#include "workbench/session/workbench.h"
#include "workbench/session/workspace_settings.h"

#include <QAction>
#include <QMenu>

#include <algorithm>

namespace hookworks {

namespace {

constexpr qsizetype mostFilters = 200;
constexpr QLatin1String filterPlace("filter ");

/// A name may hold what a menu reads as a mnemonic.
QString menuText(QString name)
{
    return name.replace(u'&', QStringLiteral("&&"));
}

} // namespace

QString textOf(const QList<SavedFilter>& filters)
{
    JsonValue all = JsonValue::array();
    for (const SavedFilter& filter : filters) {
        JsonValue one = JsonValue::object();
        one.append(QStringLiteral("name"), JsonValue::string(filter.name));
        one.append(QStringLiteral("filter"), JsonValue::string(filter.text));
        all.append(one);
    }
    return QString::fromUtf8(compactJson(all));
}

QList<SavedFilter> savedFiltersFromText(const QString& text)
{
    QList<SavedFilter> filters;
    const auto all = readJson(text.toUtf8());
    if (!all)
        return filters;
    for (const JsonValue& one : all->items) {
        const JsonValue* name = one.find(u"name");
        const JsonValue* filter = one.find(u"filter");
        if (name && filter && name->isString() && filter->isString() && filters.size() < mostFilters)
            filters.append({name->text, filter->text});
    }
    return filters;
}

QString savedFiltersKey(const QString& list)
{
    return QStringLiteral("filters/") + list;
}

PagePlace placeOfFilter(const QString& text)
{
    return {filterPlace + text};
}

std::optional<QString> filterOf(const PagePlace& place)
{
    return place.id.startsWith(filterPlace) ? std::optional(place.id.sliced(filterPlace.size()))
                                            : std::nullopt;
}

SavedFilters::SavedFilters(Workbench& workbench, const QString& list, std::function<QString()> present,
                           QWidget* parent)
    : QObject(parent)
    , m_workbench(workbench)
    , m_list(list)
    , m_present(std::move(present))
    , m_parent(parent)
    , m_action(new QAction(tr("Saved filters"), this))
    , m_menu(new QMenu(parent))
{
    m_action->setMenu(m_menu);
    connect(m_menu, &QMenu::aboutToShow, this, &SavedFilters::fill);
    workbench.settings().value(savedFiltersKey(list)).then(this, [this](const Result<QString>& text) {
        m_filters = savedFiltersFromText(text.value_or(QString()));
        emit changed();
    });
}

void SavedFilters::fill()
{
    m_menu->clear();
    const QString present = m_present();
    for (const SavedFilter& filter : std::as_const(m_filters)) {
        QAction* one = m_menu->addAction(menuText(filter.name));
        one->setCheckable(true);
        one->setChecked(filter.text == present);
        connect(one, &QAction::triggered, this, [this, text = filter.text] { emit chosen(text); });
    }
    if (m_filters.isEmpty())
        m_menu->addAction(tr("None yet"))->setEnabled(false);
    m_menu->addSeparator();
    QAction* keep = m_menu->addAction(tr("Save this filter…"), this, &SavedFilters::ask);
    keep->setEnabled(!present.isEmpty());
    QMenu* remove = m_menu->addMenu(tr("Delete"));
    remove->setEnabled(!m_filters.isEmpty());
    for (const SavedFilter& filter : std::as_const(m_filters))
        remove->addAction(menuText(filter.name), this, [this, name = filter.name] { this->remove(name); });
}

void SavedFilters::ask()
{
    QStringList names;
    for (const SavedFilter& filter : std::as_const(m_filters))
        names << filter.name;
    auto* dialog = new FilterNameDialog(m_present(), names, m_parent);
    connect(dialog, &FilterNameDialog::named, this, &SavedFilters::save);
    dialog->open();
}

void SavedFilters::save(const QString& name, const QString& text)
{
    const auto known = std::ranges::find(m_filters, name, &SavedFilter::name);
    if (known != m_filters.end())
        known->text = text;
    else
        m_filters.append({name, text});
    store();
}

void SavedFilters::remove(const QString& name)
{
    m_filters.removeIf([&name](const SavedFilter& filter) { return filter.name == name; });
    store();
}

void SavedFilters::store()
{
    emit changed();
    m_workbench.settings()
        .setValue(savedFiltersKey(m_list), textOf(m_filters))
        .then(this, [this](const Result<void>& stored) {
            if (!stored)
                emit failed(stored.error().message);
        });
}

} // namespace hookworks
