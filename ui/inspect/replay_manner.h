// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/retry_policy.h"
#include "workbench/deliver/replay_series.h"

#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QSpinBox;

namespace hookworks {

class Form;
class SegmentedControl;
class Workbench;

/// How often something is replayed, how its requests follow each other, and how often each is tried.
class ReplayManner final : public QWidget
{
    Q_OBJECT

public:
    /// `sources`: so many are replayed. `workbench` must outlive it.
    ReplayManner(Workbench& workbench, qsizetype sources, QWidget* parent = nullptr);

    /// The policies of that provider, and the webhook's own (empty: none).
    void setProvider(const QString& provider, const QString& webhooksPolicy);
    /// With what is chosen.
    ReplaySeries applied(ReplaySeries series) const;
    /// Of the policy; empty: each is tried once.
    QString policyWords() const;

signals:
    void changed();

private:
    void arrange();
    void listPolicies();
    void addPolicy(const QString& title, const QString& name);
    void showRows();
    QString policy() const;

    Workbench& m_workbench;
    qsizetype m_sources;
    QString m_provider, m_webhooksPolicy;
    QList<RetryPolicy> m_own;
    Form* m_form;
    SegmentedControl *m_often, *m_pace;
    QSpinBox* m_times;
    QDoubleSpinBox* m_value;
    QWidget* m_paceRow = nullptr;
    QComboBox* m_policy;
};

} // namespace hookworks
