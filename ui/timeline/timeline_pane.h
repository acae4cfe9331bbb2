// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/timeline_view.h"

#include <QWidget>

class QAction;

namespace hookworks {

class PaneHeader;
class TimelineLegend;
class WhatIfPanel;
class Workbench;

/// The timeline with its tools above it, and what an outage would do below it while one is painted.
class TimelinePane : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive it.
    TimelinePane(Workbench& workbench, TimelineModel& model, QWidget* parent = nullptr);

    TimelineView& view() { return *m_view; }

signals:
    void said(const QString& sentence);

private:
    void fillHeader();
    QAction* makeScale();
    QAction* makeGrouping();
    QAction* makeExport();
    QAction* action(const QString& text, void (TimelinePane::*act)());
    void zoomIn() { m_view->zoom(1.25); }
    void zoomOut() { m_view->zoom(0.8); }
    void fit() { m_view->zooming().fit(); }
    void exportPicture(const QString& suffix);
    void paintTypedOutage();

    TimelineModel& m_model;
    TimelineView* m_view;
    WhatIfPanel* m_whatIf;
    TimelineLegend* m_legend;
    PaneHeader* m_header;
};

} // namespace hookworks
