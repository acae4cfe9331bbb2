// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline_pane.h"

#include "ui/timeline/timeline_export.h"
#include "ui/timeline/timeline_legend.h"
#include "ui/timeline/what_if_panel.h"
#include "ui/widgets/file_dialog.h"
#include "ui/widgets/pane_header.h"

#include <QAction>
#include <QActionGroup>
#include <QFileDialog>
#include <QMenu>
#include <QVBoxLayout>

namespace hookworks {

namespace {

/// One of the group's choices, the first of them taken.
QAction* addChoice(QMenu& menu, QActionGroup& group, const QString& words)
{
    QAction* one = menu.addAction(words);
    one->setCheckable(true);
    one->setChecked(group.actions().isEmpty());
    group.addAction(one);
    return one;
}

} // namespace

TimelinePane::TimelinePane(Workbench& workbench, TimelineModel& model, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_view(new TimelineView)
    , m_whatIf(new WhatIfPanel(workbench, *m_view))
    , m_legend(new TimelineLegend)
    , m_header(new PaneHeader(tr("Timeline")))
{
    m_view->setModel(&model);
    m_legend->hide();
    fillHeader();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_legend);
    column->addWidget(m_view, 1);
    column->addWidget(m_whatIf);
    connect(m_whatIf, &WhatIfPanel::said, this, &TimelinePane::said);
}

QAction* TimelinePane::action(const QString& text, void (TimelinePane::*act)())
{
    auto* made = new QAction(text, this);
    connect(made, &QAction::triggered, this, act);
    return made;
}

void TimelinePane::fillHeader()
{
    m_header->addButton(makeScale());
    m_header->addButton(action(tr("Fit"), &TimelinePane::fit));
    m_header->addButton(action(tr("What if…"), &TimelinePane::paintTypedOutage));
    m_header->addButton(makeExport());
    m_header->addRare(makeGrouping());
    m_header->addRare(action(tr("Zoom in"), &TimelinePane::zoomIn));
    m_header->addRare(action(tr("Zoom out"), &TimelinePane::zoomOut));
    auto* legend = new QAction(tr("Legend"), this);
    legend->setCheckable(true);
    connect(legend, &QAction::toggled, m_legend, &QWidget::setVisible);
    m_header->addRare(legend);
}

QAction* TimelinePane::makeScale()
{
    auto* scale = new QAction(tr("Logarithmic"), this);
    scale->setToolTip(tr("How the time axis is drawn"));
    auto* menu = new QMenu(this);
    auto* group = new QActionGroup(menu);
    for (const auto& [kind, words] :
         {std::pair(AxisKind::Logarithmic, tr("Logarithmic")), std::pair(AxisKind::Real, tr("Real time"))}) {
        connect(addChoice(*menu, *group, words), &QAction::triggered, this,
                [this, scale, kind = kind, words = words] {
                    m_view->zooming().setAxis(kind);
                    scale->setText(words);
                });
    }
    scale->setMenu(menu);
    return scale;
}

QAction* TimelinePane::makeGrouping()
{
    auto* grouping = new QAction(tr("Group by"), this);
    auto* menu = new QMenu(this);
    auto* group = new QActionGroup(menu);
    for (const auto& [kind, words] :
         {std::pair(TimelineGrouping::None, tr("Nothing")),
          std::pair(TimelineGrouping::Webhook, tr("Webhook")),
          std::pair(TimelineGrouping::Event, tr("Event")), std::pair(TimelineGrouping::Report, tr("Report"))})
        connect(addChoice(*menu, *group, words), &QAction::triggered, this,
                [this, kind = kind] { m_model.setGrouping(kind); });
    grouping->setMenu(menu);
    return grouping;
}

QAction* TimelinePane::makeExport()
{
    auto* exporting = new QAction(tr("Export"), this);
    auto* menu = new QMenu(this);
    menu->addAction(tr("SVG picture…"), this, [this] { exportPicture(QStringLiteral("svg")); });
    menu->addAction(tr("PNG picture…"), this, [this] { exportPicture(QStringLiteral("png")); });
    exporting->setMenu(menu);
    return exporting;
}

/// An outage of ten minutes from now, to be changed in the panel: the same that dragging on the axis paints.
void TimelinePane::paintTypedOutage()
{
    if (!m_view->outage().painted())
        m_view->outage().paint(Outage{m_view->now(), m_view->now() + std::chrono::minutes(10)});
    m_whatIf->setFocus();
}

void TimelinePane::exportPicture(const QString& suffix)
{
    auto* dialog = new QFileDialog(this, tr("Export the timeline"), documentsFolder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({suffix == u"svg" ? tr("SVG picture (*.svg)") : tr("PNG picture (*.png)")});
    dialog->setDefaultSuffix(suffix);
    dialog->selectFile(QStringLiteral("timeline.") + suffix);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        const Result<void> written = exportTimeline(m_view->frame(), file);
        emit said(written ? tr("The timeline was written to %1.").arg(file) : written.error().message);
    });
    dialog->open();
}

} // namespace hookworks
