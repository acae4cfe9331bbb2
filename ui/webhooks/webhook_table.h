// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/webhook.h"

#include <QTableView>

class QSortFilterProxyModel;

namespace hookworks {

class WebhooksModel;

/// The subscriptions as a list that one sorts and filters; one row is chosen.
class WebhookTable final : public QTableView
{
    Q_OBJECT
public:
    /// `model` must outlive it.
    explicit WebhookTable(WebhooksModel& model, QWidget* parent = nullptr);

    void setFilter(const QString& text);
    void select(WebhookId id);
    void selectFirst();
    /// None: no row is chosen.
    void selectNone();
    std::optional<Webhook> current() const;
    bool isEmpty() const;
    void setCircuitsShown(bool shown);

signals:
    /// Another row, or none.
    void currentWebhookChanged();

private:
    WebhooksModel& m_model;
    QSortFilterProxyModel* m_filtered;
};

} // namespace hookworks
