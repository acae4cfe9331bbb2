// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/delivery.h"
#include "workbench/deliver/related_deliveries.h"
#include "workbench/session/answer.h"

#include <QObject>

namespace hookworks {

class ReplayRun;
class Session;
struct ReplaySeries;

/// A delivery or a capture to be sent again.
struct ReplayChoice
{
    QString source;                ///< `d3` or `c5`
    QString url;                   ///< another address; empty: its own (a capture's: the Host it was sent to)
    bool exact = false;            ///< byte for byte over a plain socket, head included
    bool fresh = false;            ///< ids and times made anew, see freshRequest()
    std::optional<Request> edited; ///< instead of the original request; `url` above still wins
    QByteArray edit;               ///< what replaces a part of it, see edited(); empty: nothing
    /// What a request that is fresh or edited is signed with anew, where it was signed (`whsec_…`); empty:
    /// where it is fresh, its webhook's, if that is known. A secret.
    QByteArray signingSecret;
    int count = 1;
    QString policy;  ///< a policy's name, as in cli.md; `provider`: the source's; empty: one attempt
    QString command; ///< the run that makes it, see Deliveries::takeUp(); empty: none
    RealTime since;  ///< when its series began, for the verdict; null: now
    bool operator==(const ReplayChoice&) const = default;
};

/// What a source is, and what a replay of it can make anew: for whoever asks before it is sent.
struct ReplayOriginal
{
    Request request;
    QString provider, event;    ///< empty: unknown
    QStringList freshPlaces;    ///< JSON paths and names of fields; empty: nothing is known to be anew
    bool isSigned = false;      ///< as Standard Webhooks are
    bool secretIsKnown = false; ///< by which a fresh one is signed
    bool operator==(const ReplayOriginal&) const = default;
};

/// Sends stored deliveries and captures again. Each new delivery names its source, is of no webhook (its
/// circuit, its failures and its limits do not count), and makes one attempt unless a policy is chosen.
class Replayer final : public QObject
{
    Q_OBJECT

public:
    explicit Replayer(Session& session);
    ~Replayer() override;

    /// The request of a delivery or capture, to look at or edit. BadInput for another kind of id.
    Answer<Request> original(const QString& source);
    /// The same with what is known of it.
    Answer<ReplayOriginal> look(const QString& source);
    /// An object with any of `method`, `url`, `headers` (a list of `["Name", "value"]`) and `body` or
    /// `bodyBase64`, as
    /// `--edit FILE` takes it: what is there replaces, the rest stays. BadInput names line, column and JSON
    /// path.
    static Result<Request> edited(Request original, const QByteArray& json);
    /// NotFound, with words, for a policy that is not there.
    Answer<QList<Delivery>> replay(const ReplayChoice& choice);
    /// Each of the sources as `each` says, all or none, so that they reach their receivers together: see
    /// Dispatcher::addTogether().
    Answer<QList<Delivery>> replayTogether(const ReplayChoice& each, const QStringList& sources);
    /// Many, often, in their time. Owned by this; connect before returning to the event loop. The series is
    /// one that ReplayRun::check() has nothing against.
    ReplayRun* run(const ReplaySeries& series);
    /// Other deliveries that explain one that failed: what fixed it, and when it last went well.
    Answer<RelatedDeliveries> related(DeliveryId id);
    /// Addresses that replays were lately sent to, the newest first.
    Answer<QStringList> addressesUsed();

    /// Where a capture was passed on to, else where its listener's first rule that passes requests on sends
    /// them. BadInput, with the remedy, where there is neither.
    Answer<QString> forwardAddress(CaptureId capture);
    /// Passes a capture on again, as the listener does: method, fields and body as they were, its path behind
    /// the base URL's (empty: forwardAddress()), marked as passed on. The new delivery makes one attempt and
    /// names the capture.
    Answer<QList<Delivery>> forwardAgain(CaptureId capture, const QString& baseUrl = {},
                                         const QString& command = {});

private:
    Session* m_session;
};

} // namespace hookworks
