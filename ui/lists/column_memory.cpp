// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/column_memory.h"

#include "json/value.h"
#include "workbench/session/workbench.h"
#include "workbench/session/workspace_settings.h"

#include <QEvent>

namespace hookworks {

namespace {

constexpr qsizetype mostColumns = 100;
constexpr int widestColumn = 10'000;

} // namespace

QString textOf(const QList<PlacedColumn>& columns)
{
    JsonValue all = JsonValue::array();
    for (const PlacedColumn& column : columns) {
        JsonValue one = JsonValue::object();
        one.append(QStringLiteral("key"), JsonValue::string(column.key));
        one.append(QStringLiteral("width"), JsonValue::number(qint64(column.width)));
        one.append(QStringLiteral("shown"), JsonValue::boolean(column.shown));
        all.append(one);
    }
    return QString::fromUtf8(compactJson(all));
}

QList<PlacedColumn> placedColumnsFromText(const QString& text)
{
    QList<PlacedColumn> columns;
    const auto all = readJson(text.toUtf8());
    if (!all)
        return columns;
    for (const JsonValue& one : all->items) {
        const JsonValue* key = one.find(u"key");
        const JsonValue* width = one.find(u"width");
        const JsonValue* shown = one.find(u"shown");
        if (!key || !key->isString() || columns.size() == mostColumns)
            continue;
        columns.append({key->text, width ? std::clamp(width->text.toInt(), 0, widestColumn) : 0,
                        !shown || !shown->isBool() || shown->flag});
    }
    return columns;
}

ColumnMemory::ColumnMemory(Workbench& workbench, LiveTable& table, const QString& name,
                           std::function<void(const QList<PlacedColumn>& columns)> made)
    : QObject(&table)
    , m_workbench(workbench)
    , m_table(table)
    , m_key(QStringLiteral("columns/") + name)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(std::chrono::milliseconds(500));
    table.installEventFilter(this);
    connect(&m_delay, &QTimer::timeout, this, &ColumnMemory::store);
    workbench.settings().value(m_key).then(this, [this, made = std::move(made)](const Result<QString>& text) {
        const QList<PlacedColumn> columns = placedColumnsFromText(text.value_or(QString()));
        if (made)
            made(columns);
        if (!columns.isEmpty())
            m_table.placeColumns(columns);
        connect(&m_table, &LiveTable::columnsPlaced, &m_delay, qOverload<>(&QTimer::start));
    });
}

/// What waits is stored before the window closes.
bool ColumnMemory::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Hide && m_delay.isActive())
        store();
    return QObject::eventFilter(watched, event);
}

void ColumnMemory::store()
{
    m_delay.stop();
    m_workbench.settings().setValue(m_key, textOf(m_table.placedColumns()));
}

} // namespace hookworks
