// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/webhooks/webhook_table.h"

#include "ui/webhooks/webhooks_model.h"
#include "ui/widgets/cell_delegate.h"
#include "ui/widgets/wide_columns.h"

#include <QHeaderView>
#include <QSortFilterProxyModel>

namespace hookworks {

namespace {

/// In letters of the list's font.
struct ColumnWidth
{
    int column;
    int letters;
};
constexpr ColumnWidth columnWidths[] = {{WebhooksModel::On, 7},
                                        {WebhooksModel::Last, 19},
                                        {WebhooksModel::Provider, 17},
                                        {WebhooksModel::Events, 18},
                                        {WebhooksModel::CircuitColumn, 20}};
constexpr int leastWide = 20;

CellLook lookOfColumn(int column)
{
    CellLook look;
    look.isSwitch = column == WebhooksModel::On;
    if (column == WebhooksModel::Name)
        look.face = Face::Strong;
    if (column == WebhooksModel::Url)
        look = {Face::Code, Colour::Text, Qt::ElideMiddle};
    return look;
}

} // namespace

WebhookTable::WebhookTable(WebhooksModel& model, QWidget* parent)
    : QTableView(parent)
    , m_model(model)
    , m_filtered(new QSortFilterProxyModel(this))
{
    m_filtered->setSourceModel(&model);
    m_filtered->setFilterKeyColumn(-1);
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_filtered->setSortCaseSensitivity(Qt::CaseInsensitive);
    setModel(m_filtered);
    setObjectName(QStringLiteral("webhooks"));
    setAccessibleName(tr("Webhooks"));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setSortingEnabled(true);
    sortByColumn(WebhooksModel::Name, Qt::AscendingOrder);
    for (int column = 0; column < WebhooksModel::ColumnCount; ++column)
        setItemDelegateForColumn(column, new CellDelegate(lookOfColumn(column), this));
    verticalHeader()->hide();
    QHeaderView& header = *horizontalHeader();
    header.setObjectName(QStringLiteral("webhooksColumns"));
    header.setHighlightSections(false);
    header.setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    const int letter = fontMetrics().averageCharWidth();
    header.setMinimumSectionSize(letter * 4);
    for (const ColumnWidth& width : columnWidths)
        header.resizeSection(width.column, letter * width.letters);
    new WideColumns(*this, {WebhooksModel::Name, WebhooksModel::Url}, leastWide);
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &WebhookTable::currentWebhookChanged);
}

void WebhookTable::setFilter(const QString& text)
{
    m_filtered->setFilterFixedString(text);
}

void WebhookTable::select(WebhookId id)
{
    const QModelIndex index =
        m_filtered->mapFromSource(m_model.index(m_model.rowOf(id), WebhooksModel::Name));
    setCurrentIndex(index);
    selectRow(index.row());
}

void WebhookTable::selectFirst()
{
    selectRow(0);
}

void WebhookTable::selectNone()
{
    clearSelection();
    setCurrentIndex({});
}

std::optional<Webhook> WebhookTable::current() const
{
    const QModelIndex index = m_filtered->mapToSource(currentIndex());
    return index.isValid() ? std::optional(m_model.at(index.row())) : std::nullopt;
}

bool WebhookTable::isEmpty() const
{
    return m_filtered->rowCount() == 0;
}

void WebhookTable::setCircuitsShown(bool shown)
{
    setColumnHidden(WebhooksModel::CircuitColumn, !shown);
}

} // namespace hookworks
