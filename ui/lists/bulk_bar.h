// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/deliver/deliveries.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace hookworks {

/// What a bulk action says of itself.
struct BulkWords
{
    QString doing; ///< `Retrying`
    QString done;  ///< `%1 retried`
};

/// A bulk action as it runs: progress and a stop button; afterwards its summary, until it is closed.
class BulkBar : public QWidget
{
    Q_OBJECT

public:
    explicit BulkBar(QWidget* parent = nullptr);

    /// `run` is not owned. A running one is left to itself.
    void follow(BulkRun* run, const BulkWords& words);
    bool isFollowing(const BulkRun* run) const { return m_run == run; }

private:
    void show(const BulkProgress& progress);
    void summarise(const BulkProgress& summary);

    QLabel* m_words;
    QProgressBar* m_progress;
    QPushButton *m_stop, *m_close;
    QPointer<BulkRun> m_run;
    BulkWords m_doing;
};

} // namespace hookworks
