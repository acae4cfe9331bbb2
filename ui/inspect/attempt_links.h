// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/delivery.h"

#include <QWidget>

class QPushButton;

namespace hookworks {

class Badge;
class TextLabel;
class Workbench;
struct RelatedDeliveries;

/// Where one goes from an attempt: into it, to its capture, beside the one before or one that went well, to
/// what it replays, and to the replay that fixed it; and what its delivery's relatives tell of it.
class AttemptLinks final : public QWidget
{
    Q_OBJECT

public:
    /// `workbench`: what is asked for related deliveries; null: they are not offered.
    explicit AttemptLinks(Workbench* workbench, QWidget* parent = nullptr);

    void showAttempt(const Delivery& delivery, int number, bool hasCapture);
    /// Of one that was not made: what its delivery replays.
    void showPlanned(const Delivery& delivery);
    QPushButton* inspect() const { return m_inspect; }

signals:
    void captureWanted();
    /// As CompareDialog takes them: `d3/1`, `d6`.
    void comparisonWanted(const QString& left, const QString& right);
    /// `d3`, `c5`.
    void sourceWanted(const QString& source);

private:
    void showSource(const Delivery& delivery);
    void showRelated(const RelatedDeliveries& related);

    Workbench* m_workbench;
    QPushButton *m_inspect, *m_open, *m_compare, *m_good, *m_source, *m_fixed;
    Badge* m_verdict;
    TextLabel* m_signature;
    QString m_delivery, m_replayOf, m_lastGood, m_fixedBy;
    int m_number = 0;
    int m_question = 0; ///< answers to older ones are dropped
};

} // namespace hookworks
