// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/timing_view.h"

#include "ui/inspect/phase_chart.h"
#include "ui/widgets/cell_delegate.h"
#include "ui/widgets/relative_time.h"

#include <QHeaderView>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace hookworks {

TimingView::TimingView(QWidget* parent)
    : QWidget(parent)
    , m_chart(new PhaseChart)
    , m_list(new QTreeWidget)
{
    m_list->setColumnCount(4);
    m_list->setHeaderLabels({tr("End"), tr("Phase"), tr("From"), tr("Took")});
    m_list->header()->setObjectName(QStringLiteral("phasesColumns"));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Phases"));
    m_list->setItemDelegate(new CellDelegate({}, this));
    auto* chartRoom = new QVBoxLayout;
    chartRoom->setContentsMargins(space::wide, space::wide, space::wide, space::normal);
    chartRoom->addWidget(m_chart);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(chartRoom);
    column->addWidget(m_list, 1);
}

void TimingView::setPhases(const ExchangePhases& phases)
{
    m_chart->setPhases(phases);
    m_list->clear();
    add(tr("Sent"), phases.sent);
    add(tr("Received"), phases.received);
    add(tr("Forwarded"), phases.forwarded);
}

void TimingView::add(const QString& end, const QList<Phase>& phases)
{
    for (const Phase& phase : phases)
        new QTreeWidgetItem(m_list, {end, phase.name, measured(phase.from), measured(phase.length)});
}

} // namespace hookworks
