// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/retry_policy.h"
#include "ui/timeline/timeline_view.h"
#include "ui/timeline/what_if.h"

#include <QWidget>

#include <array>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QPushButton;

namespace hookworks {

class Workbench;

/// What the painted outage does to the lanes shown, and to the same deliveries under two policies side by
/// side; the better one can be given to the webhooks of those lanes. Hidden while there is no outage.
class WhatIfPanel : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive it.
    WhatIfPanel(Workbench& workbench, TimelineView& timeline, QWidget* parent = nullptr);

signals:
    void said(const QString& sentence);

private:
    /// One of the two policies that are compared.
    struct Side
    {
        QComboBox* choice = nullptr;
        QLabel* words = nullptr;
        QList<PlannedAttempt> plan;
        WhatIfSummary summary;
        bool known = false;
    };

    void makeRows();
    void makeSide(Side& side, const QString& name);
    void outageChanged();
    void setOutageFromFields();
    void judge();
    void judgeSide(Side& side);
    void resolve(Side& side);
    void showPlans();
    QList<WorkTime> firsts() const;
    QList<DeliveryId> shownDeliveries() const;
    const Side* better() const;
    void applyBetter();
    void setPolicy(WebhookId webhook, const QString& policy);

    Workbench& m_workbench;
    TimelineView& m_timeline;
    TimelineModel m_plans;
    TimelineView* m_planView;
    QLabel* m_words;
    QDoubleSpinBox *m_from, *m_length;
    std::array<Side, 2> m_sides;
    QPushButton *m_apply, *m_close;
    bool m_setting = false;
};

/// `2 untouched, 5 get through (at the latest after 7 min 30 s), 1 lost`.
QString words(const WhatIfSummary& summary);

} // namespace hookworks
