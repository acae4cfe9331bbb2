// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/command_palette.h"
#include "workbench/deliver/deliveries.h"
#include "workbench/listen/captures.h"

#include <QIcon>
#include <QObject>
#include <QTimer>

namespace hookworks {

class MainWindow;
class Workbench;

/// What Ctrl+K finds in the workspace: reports, webhooks and saved filters when it opens, deliveries and
/// captures once one pauses in typing. Main thread.
class PaletteSearch final : public QObject
{
    Q_OBJECT
public:
    /// Both must outlive it.
    PaletteSearch(MainWindow& window, Workbench& workbench, QObject* parent = nullptr);

private:
    PaletteEntry jump(const QString& id, const QString& name, const QString& detail, const QIcon& icon,
                      const QString& page);
    void end(const QString& query);
    void findReports();
    void findWebhooks();
    /// Those that were saved for the list of that page.
    void findSavedFilters(const QString& page, const QString& title);
    /// `before` were found already; the filter goes on behind them.
    void findDeliveries(const QString& query, DeliveryFilter filter, const QList<Delivery>& before);
    void findCaptures(const QString& query, CaptureFilter filter, const QList<Capture>& before);

    MainWindow& m_window;
    Workbench& m_workbench;
    QTimer m_typing;
    QString m_query;
    int m_running = 0; ///< searches for it that may find more
};

} // namespace hookworks
