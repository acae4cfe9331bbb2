// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/webhooks/webhooks_model.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QAction;
class QMenu;
class QPushButton;

namespace hookworks {

class Badge;
class ElidedLabel;

/// The line over a webhook's fields: its name, what came of its last delivery and when, Send test with one
/// entry an event, and what is rare.
class WebhookHead final : public QWidget
{
    Q_OBJECT
public:
    /// The actions stay the caller's. `now`: what ages count back from.
    WebhookHead(const QList<QAction*>& rare, std::function<RealTime()> now, QWidget* parent = nullptr);

    void setName(const QString& name);
    void setResult(const std::optional<LastResult>& result);
    /// Those that a test can be of.
    void setEvents(const QStringList& events);

signals:
    /// Empty: the first that the webhook takes.
    void testWanted(const QString& event);

private:
    void paintEvent(QPaintEvent* event) override;
    void showResult();

    std::function<RealTime()> m_now;
    ElidedLabel* m_name;
    Badge* m_badge;
    QPushButton* m_test;
    QMenu* m_tests;
    std::optional<LastResult> m_result;
    QTimer m_age; ///< the badge says how long ago
};

} // namespace hookworks
