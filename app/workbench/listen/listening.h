// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/listener_config.h"
#include "domain/rule_progress.h"
#include "domain/trust_step.h"
#include "workbench/session/answer.h"

#include <QObject>

namespace hookworks {

class Session;

/// A listener as it is now.
struct ListenerView
{
    ListenerConfig config; ///< id below 0: an ad-hoc one that is not remembered
    bool running = false;
    QString url;            ///< `http://127.0.0.1:8717`; also while it is off: where it would listen
    quint16 port = 0;       ///< the bound one; 0 while it is off
    bool exposed = false;   ///< other machines can reach its address
    QString problem;        ///< why it could not be started, or what went wrong last; empty: nothing
    bool portTaken = false; ///< that it could not be started because another program has its port
    QList<RuleProgress> ruleProgress; ///< in the rules' order
    double perSecond = 0;             ///< requests, over the last second
    qint64 requests = 0;              ///< complete ones since it was started
    qint64 refused = 0;               ///< malformed or over a limit
    qint64 overQuota = 0;             ///< of these: the workspace's quota for captures had no room
    int connections = 0;
    bool paused = false; ///< not accepting: a cap is reached
    bool operator==(const ListenerView&) const = default;
};

/// Rules that are often wanted, to start from.
struct ReadyRules
{
    QString key;  ///< `down-for-3`
    QString name; ///< translated
    QList<ReplyRule> rules;
    bool operator==(const ReadyRules&) const = default;
};

/// The local authority, for "how to trust it".
struct AuthorityView
{
    QByteArray pem; ///< the certificate
    QString file, fingerprint, subject, validUntil;
    QList<TrustStep> howToTrust, howToRemove;
    bool operator==(const AuthorityView&) const = default;
};

/// The built-in receivers: remembered ones and those of commands. Rules that change take effect with the next
/// request.
class Listening final : public QObject
{
    Q_OBJECT

public:
    explicit Listening(Session& session);
    ~Listening() override;

    /// The remembered ones, in the order they were made, then ad-hoc ones.
    Answer<QList<ListenerView>> list();
    /// As last heard; empty until list() or Workbench::start() answered.
    QList<ListenerView> known() const;
    /// The base URL that `{listener}` stands for: of the one that has been running longest; nullopt: none
    /// runs.
    std::optional<QString> url() const;
    /// `{listener}` in a text replaced; unchanged where none runs.
    QString resolved(const QString& text) const;

    Answer<ListenerId> add(const ListenerConfig& config);
    /// A running one takes over rules and limits at once; with another address, port or TLS it is started
    /// again.
    Answer<void> update(const ListenerConfig& config);
    /// Begins the rule at that place anew, or all of them: hits, place in the sequence, draws and time.
    Answer<void> resetRules(ListenerId id, std::optional<int> place);
    Answer<ListenerConfig> remove(ListenerId id);
    Answer<void> restore(const ListenerConfig& config);

    /// Starts it, and remembers it as on. AddressInUse (the message names the port and a free one),
    /// AddressRefused, BadInput for certificate files.
    Answer<ListenerView> start(ListenerId id);
    /// Stops it, and remembers it as off.
    Answer<void> stop(ListenerId id);
    /// An id that no other listener has or had.
    ListenerId newAdHocId() const;
    /// One that is not remembered: a command's. Its captures are stored as all others. `port` 0 takes a free
    /// one. An id below 0 is kept, any other replaced by a new one. It ends with the session or with
    /// stopAdHoc(), which may follow at once. AddressInUse, as start().
    Answer<ListenerView> startAdHoc(const ListenerConfig& config);
    /// Nothing where it does not run.
    Answer<void> stopAdHoc(ListenerId id);

    /// The first free port from `from` on; 0: none.
    Answer<quint16> nextFreePort(const QString& address, quint16 from);
    static QList<ReadyRules> readyRules();

    /// Made where there is none.
    Answer<AuthorityView> authority();
    /// Writes the certificate to a file.
    Answer<void> exportAuthority(const QString& file);

Q_SIGNALS:
    /// At most a few times a second a listener.
    void changed(const hookworks::ListenerView& listener);
    void removed(hookworks::ListenerId id);
    /// Something was refused or went wrong, in words.
    void warned(hookworks::ListenerId id, const QString& words);
    /// What `{listener}` stands for changed.
    void urlChanged();

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// True for an address that only this machine can reach.
bool isLoopbackAddress(const QString& address);

} // namespace hookworks
