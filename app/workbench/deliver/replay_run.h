// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/delivery_summary.h"
#include "workbench/deliver/replay_pacing.h"
#include "workbench/deliver/replay_series.h"

#include <QHash>
#include <QSet>
#include <QTimer>

#include <deque>

namespace hookworks {

/// A series of replays in its run: makes each when its time has come, some hundred ahead of what was sent, so
/// that any number needs little memory and other work goes on between; follows what it made until all is
/// final. Deletes itself after finished(). Main thread.
class ReplayRun final : public QObject
{
    Q_OBJECT

public:
    /// Owned by the replayer. Begins from the event loop.
    ReplayRun(Session& session, Replayer& replayer, const ReplaySeries& series);

    /// Nothing more is made, and what was made and is not under way is cancelled; finished() follows when
    /// what is under way has ended.
    void stop();
    const ReplayProgress& progress() const { return m_progress; }

Q_SIGNALS:
    /// At most ten a second.
    void progressed(const hookworks::ReplayProgress& progress);
    /// Stored, in this order.
    void made(const QList<hookworks::DeliveryId>& deliveries);
    /// Final, or removed meanwhile.
    void ended(hookworks::DeliveryId delivery);
    /// A source that cannot be sent.
    void refused(const QString& source, const hookworks::Error& error);
    void finished(const hookworks::ReplayProgress& summary);

private:
    /// A delivery that is not final.
    struct Open
    {
        QString source;
        int tries = 1; ///< which one of its source it is
        bool sent = false;
    };
    /// What is to be made next.
    struct Next
    {
        QString source;
        int tries = 1;
        ReplayPacing::Time due; ///< of another try
    };

    void begin();
    void adopt();
    void fill();
    std::optional<Next> takeNext();
    void make(const Next& next);
    void makeTogether();
    void took(const Next& next, const Result<QList<Delivery>>& deliveries);
    void refuse(const QString& source, const Error& error);
    void follow(const Next& next, DeliveryId id);
    void look();
    void take(const QList<DeliveryId>& asked, const QList<DeliverySummary>& deliveries);
    void countEnd(const DeliverySummary& delivery, const Open& open);
    void end(DeliveryId id);
    void tell();
    void finishWhenDone();

    Session& m_session;
    Replayer& m_replayer;
    ReplaySeries m_series;
    ReplayPacing m_pacing;
    ReplayProgress m_progress;
    qsizetype m_source = 0;        ///< whose turn it is
    int m_copy = 0;                ///< so many of it were made
    std::deque<Next> m_again;      ///< until a success: what waits for its next try
    QHash<QString, int> m_adopted; ///< how many of a source a process that is gone had made
    QHash<DeliveryId, Open> m_open;
    QSet<DeliveryId> m_touched; ///< changed since they were last looked at
    int m_making = 0, m_unsent = 0;
    bool m_looking = false, m_finished = false;
    QTimer m_wait, m_telling;
};

} // namespace hookworks
