// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/simulate/coverage_model.h"

#include <QWidget>

class QPushButton;
class QTableView;

namespace hookworks {

class ElidedLabel;

/// The matrix of events and webhooks, as high as its rows, and under it what is not covered yet. The current
/// cell says which event and which webhook the page is about.
class CoverageView final : public QWidget
{
    Q_OBJECT
public:
    /// `model` must outlive it.
    explicit CoverageView(CoverageModel& model, QWidget* parent = nullptr);

    /// The current row; empty: none.
    QString eventName() const;
    void setEvent(const QString& event);
    /// Of the current column; where that names events, the first one that gets the event.
    std::optional<Webhook> webhook() const;
    void focusMatrix();

signals:
    void currentChanged();
    void missingWanted();

private:
    void resizeEvent(QResizeEvent* event) override;
    void fit();
    void fitHeight();
    void showCoverage();

    CoverageModel& m_model;
    QTableView* m_table;
    ElidedLabel* m_words;
    QPushButton* m_send;
};

} // namespace hookworks
