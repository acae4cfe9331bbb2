// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/capture_sink.h"
#include "domain/listener_config.h"
#include "domain/proxy.h"
#include "domain/result.h"

#include <QObject>

#include <atomic>
#include <functional>
#include <memory>

namespace hookworks {

class Clock;
class ListenerCore;
class Wire;

/// Where a listener listens.
struct ListenerAddress
{
    QString address; ///< as given: `127.0.0.1`, `::1`, `0.0.0.0`
    quint16 port = 0;
    bool tls = false;
    /// `http://127.0.0.1:8717`; an address of all interfaces is shown as localhost.
    QString url() const;
    bool operator==(const ListenerAddress&) const = default;
};

/// How much a listener has to do.
struct ListenerCounts
{
    int connections = 0;  ///< open now
    qint64 accepted = 0;  ///< since start
    qint64 requests = 0;  ///< complete ones, since start
    qint64 refused = 0;   ///< malformed or over a limit, since start
    qint64 overQuota = 0; ///< of these: the sink's quota had no room (507)
    bool paused = false;  ///< not accepting: the cap is reached, or the process has no descriptors left
    bool operator==(const ListenerCounts&) const = default;
};

/// What a listener needs from around it; all of it outlives the listener.
struct ListenerSurroundings
{
    CaptureSink& sink;
    const Clock& clock;
    std::atomic<qint64>&
        connectionNumbers;   ///< the last number given in this workspace; shared by its listeners
    QString authorityFolder; ///< of localLeaf(), for TLS without files of one's own
    std::function<WorkTime(RealTime)> workTime = {}; ///< the workbench's clock; none: it shows real time
    const Wire* wire = nullptr;                      ///< passes requests on; null: none is
    std::function<Proxy()> proxy = {};               ///< that these go through now; none: no proxy
};

/// The first free port from `from` on at `address`, not counting ports below 1024; 0 where there is none. To
/// offer when the wanted one is busy; somebody else may take it meanwhile.
quint16 nextFreePort(const QString& address, quint16 from);

/// Receives requests, has them stored, answers by rules. Use it on the thread it lives on (io), which needs a
/// running event loop. Durable: an answer is written only after the sink has committed the capture.
class Listener : public QObject
{
    Q_OBJECT

public:
    explicit Listener(const ListenerSurroundings& surroundings, QObject* parent = nullptr);
    /// Stops.
    ~Listener() override;

    /// Fails with AddressInUse (the message names the port and a free one), AddressRefused, or BadInput for
    /// certificate files. A listener that runs is stopped first. `progress`: how far its rules had come.
    Result<ListenerAddress> start(const ListenerConfig& config, const QList<RuleProgress>& progress = {});
    /// Closes everything; requests that are being stored stay unanswered. Hands the last timings to the sink.
    void stop();
    bool isListening() const;
    ListenerAddress address() const;

    /// Hot: each goes on from the rule that it was (see carriedOver()). Takes effect with the next request.
    void setRules(const QList<ReplyRule>& rules);
    /// Begins the rule at that place anew, or all.
    void resetRules(std::optional<int> place);
    /// Hot, for connections made from now on; the connection cap at once.
    void setLimits(const ListenerLimits& limits);
    ListenerCounts counts() const;
    /// In the rules' order.
    QList<RuleProgress> ruleProgress() const;

Q_SIGNALS:
    /// At most four times a second, when something changed.
    void counted(const hookworks::ListenerCounts& counts);
    void ruleProgressed(const QList<hookworks::RuleProgress>& progress);
    /// Something was refused or went wrong, in words for the user; the same words at most once a second.
    void warned(const QString& words);
    /// The sink could not take a capture, and the sender got 503 or 507. Again with an empty message once it
    /// takes them.
    void troubled(const hookworks::Error& error);

private:
    std::unique_ptr<ListenerCore> m_core;
};

} // namespace hookworks

Q_DECLARE_METATYPE(hookworks::ListenerCounts)
