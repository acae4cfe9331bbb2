// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/deliver/deliveries.h"

#include <QPromise>
#include <QSet>

#include <functional>

namespace hookworks {

/// One action on one delivery.
Answer<void> actOn(Session& session, BulkAction action, DeliveryId id);

/// Acts on many deliveries, some at a time, so that other work goes on between.
class StepwiseBulk final : public BulkRun
{
    Q_OBJECT

public:
    StepwiseBulk(Session& session, BulkAction action, QList<DeliveryId> ids, QObject* parent);
    StepwiseBulk(Session& session, BulkAction action, Answer<QList<DeliveryId>> ids, QObject* parent);
    void stop() override;

private:
    void begin(QList<DeliveryId> ids);
    void fill();
    void took(const Result<void>& result);
    void end();

    Session& m_session;
    BulkAction m_action;
    QList<DeliveryId> m_ids;
    qsizetype m_next = 0;
    int m_open = 0;
    bool m_ended = false;
    BulkProgress m_progress;
};

/// Waits until deliveries are final; deletes itself then.
class FinalWait final : public QObject
{
    Q_OBJECT

public:
    FinalWait(Session& session, QList<DeliveryId> ids, QObject* parent);
    Answer<QList<DeliveryRecord>> answer() const { return m_promise.future(); }

private:
    void look();
    void finish(const Result<QList<Delivery>>& deliveries);

    Session& m_session;
    QList<DeliveryId> m_ids;
    QSet<DeliveryId> m_open;
    bool m_looking = false, m_again = false;
    QPromise<Result<QList<DeliveryRecord>>> m_promise;
};

} // namespace hookworks
