// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline_pane.h"

#include "ui/timeline/timeline_export.h"
#include "ui/timeline/what_if_panel.h"
#include "ui/widgets/file_dialog.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace hookworks {

TimelinePane::TimelinePane(Workbench& workbench, TimelineModel& model, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_view(new TimelineView)
    , m_whatIf(new WhatIfPanel(workbench, *m_view))
    , m_tools(new QWidget)
    , m_axis(new QComboBox)
    , m_grouping(new QComboBox)
{
    m_view->setModel(&model);
    makeTools();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 4);
    column->setSpacing(4);
    column->addWidget(m_tools);
    column->addWidget(m_view, 1);
    column->addWidget(m_whatIf);
    connect(m_whatIf, &WhatIfPanel::said, this, &TimelinePane::said);
}

void TimelinePane::makeTools()
{
    m_axis->setAccessibleName(tr("Axis"));
    m_axis->addItem(tr("Logarithmic axis"), static_cast<int>(AxisKind::Logarithmic));
    m_axis->addItem(tr("Real axis"), static_cast<int>(AxisKind::Real));
    connect(m_axis, &QComboBox::currentIndexChanged, this,
            [this] { m_view->setAxis(static_cast<AxisKind>(m_axis->currentData().toInt())); });
    m_grouping->setAccessibleName(tr("Group by"));
    m_grouping->addItem(tr("No groups"), static_cast<int>(TimelineGrouping::None));
    m_grouping->addItem(tr("By webhook"), static_cast<int>(TimelineGrouping::Webhook));
    m_grouping->addItem(tr("By event"), static_cast<int>(TimelineGrouping::Event));
    m_grouping->addItem(tr("By report"), static_cast<int>(TimelineGrouping::Report));
    connect(m_grouping, &QComboBox::currentIndexChanged, this, [this] {
        m_model.setGrouping(static_cast<TimelineGrouping>(m_grouping->currentData().toInt()));
    });
    auto* row = new QHBoxLayout(m_tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    auto* title = new QLabel(tr("Timeline"));
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    row->addWidget(title);
    row->addSpacing(12);
    row->addWidget(m_axis);
    row->addWidget(m_grouping);
    row->addStretch();
    addButton(*row, QStringLiteral("−"), tr("Zoom out"), &TimelinePane::zoomOut);
    addButton(*row, QStringLiteral("+"), tr("Zoom in"), &TimelinePane::zoomIn);
    addButton(*row, {}, tr("Fit"), &TimelinePane::fit);
    addButton(*row, {}, tr("What if…"), &TimelinePane::paintTypedOutage);
    addButton(*row, {}, tr("Export…"), &TimelinePane::exportPicture);
}

void TimelinePane::addButton(QHBoxLayout& row, const QString& sign, const QString& text,
                             void (TimelinePane::*deed)())
{
    auto* button = new QToolButton;
    button->setAutoRaise(true);
    button->setText(sign.isEmpty() ? text : sign);
    button->setAccessibleName(text);
    button->setToolTip(text);
    button->setFocusPolicy(Qt::StrongFocus);
    connect(button, &QToolButton::clicked, this, deed);
    row.addWidget(button);
}

/// An outage of ten minutes from now, to be changed in the panel: the same that dragging on the axis paints.
void TimelinePane::paintTypedOutage()
{
    if (!m_view->outage())
        m_view->setOutage(Outage{m_view->now(), m_view->now() + std::chrono::minutes(10)});
    m_whatIf->setFocus();
}

void TimelinePane::exportPicture()
{
    auto* dialog = new QFileDialog(this, tr("Export the timeline"), documentsFolder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("SVG picture (*.svg)"), tr("PNG picture (*.png)")});
    dialog->setDefaultSuffix(QStringLiteral("svg"));
    dialog->selectFile(QStringLiteral("timeline.svg"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString& filter) {
        dialog->setDefaultSuffix(filter.contains(QStringLiteral("png")) ? QStringLiteral("png")
                                                                        : QStringLiteral("svg"));
    });
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        const Result<void> written = exportTimeline(m_view->frame(m_view->viewport()->size()), file);
        emit said(written ? tr("The timeline was written to %1.").arg(file) : written.error().message);
    });
    dialog->open();
}

} // namespace hookworks
