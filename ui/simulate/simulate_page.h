// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/page_widget.h"
#include "workbench/simulator.h"

#include <QTimer>

#include <memory>

namespace hookworks {

class Workbench;

/// Plays the report platform: choose a report and an event, see each request before it goes, send.
class SimulatePage : public PageWidget
{
    Q_OBJECT

public:
    /// `workbench` must outlive it.
    explicit SimulatePage(Workbench& workbench, QWidget* parent = nullptr);
    ~SimulatePage() override;

    /// A report's id chooses it.
    void go(const PagePlace& place) override;
    QList<QAction*> pageActions() const override;

private:
    class Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace hookworks
