// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/listener.h"
#include "workbench/listen/listening.h"

#include <QTimer>

#include <map>

namespace hookworks {

/// The listeners of a session; on the io thread.
class ListenerFleet final : public QObject
{
    Q_OBJECT

public:
    /// `workTime`: what the workbench's clock shows at a real time. `proxy`: the one of now.
    ListenerFleet(CaptureSink& sink, const Clock& clock, const Wire& wire, QString authorityFolder,
                  std::function<WorkTime(RealTime)> workTime, std::function<Proxy()> proxy);

    /// Starts it, or starts it again with another address. Ids below 0 are those of ad-hoc ones.
    /// `progress`: how far its rules had come.
    Result<ListenerView> start(const ListenerConfig& config, const QList<RuleProgress>& progress = {});
    /// Hot where only rules and limits changed; nothing where it does not run.
    Result<ListenerView> update(const ListenerConfig& config);
    /// False: it does not run.
    bool resetRules(ListenerId id, std::optional<int> place);
    void stop(ListenerId id);
    void stopAll();
    /// Of the one that has been running longest.
    std::optional<QString> url() const;

Q_SIGNALS:
    void changed(const hookworks::ListenerView& listener);
    void warned(hookworks::ListenerId id, const QString& words);
    void urlChanged(const QString& url);

private:
    struct Member
    {
        std::unique_ptr<Listener> listener;
        ListenerView view;
        qint64 requestsAtTick = 0;
        qint64 turn = 0; ///< which start of a listener this was
    };

    Member& member(const ListenerConfig& config);
    void watch(ListenerId id, Listener& listener);
    void counted(ListenerId id, const ListenerCounts& counts);
    void measureRates();
    void announceUrl();

    ListenerSurroundings m_surroundings;
    std::atomic<qint64> m_connectionNumbers;
    std::map<ListenerId, Member> m_members;
    QTimer m_rates;
    qint64 m_turns = 0;
    QString m_url;
};

/// What is shown of a listener that does not run.
ListenerView resting(const ListenerConfig& config, const QList<RuleProgress>& progress = {});

} // namespace hookworks
