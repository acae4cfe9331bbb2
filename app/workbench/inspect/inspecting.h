// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/queries.h"
#include "workbench/inspect/checks.h"
#include "workbench/inspect/rule_reasons.h"
#include "workbench/session/answer.h"

#include <QMap>
#include <QObject>

namespace hookworks {

class Session;

/// What the workspace knows of a request beside its bytes.
struct Inspection
{
    std::optional<AttemptKey> attempt; ///< that caused it
    QString webhook, provider, event;  ///< names for people; empty: not known
    /// Of a capture that a reply rule answered: the rules before it, as they are now, see passedOver().
    QList<PassedOverRule> passedOver;
    QList<PassedOverRule> nearest; ///< of one that none answered: see nearestRules()
    QList<Check> checks;
    std::optional<CaptureId> similar; ///< the newest one before it with the same method, path and event
    bool operator==(const Inspection&) const = default;
};

/// Looks into what was sent and received.
class Inspecting final : public QObject
{
    Q_OBJECT

public:
    explicit Inspecting(Session& session);

    Answer<Inspection> ofCapture(CaptureId id);
    Answer<Inspection> ofAttempt(DeliveryId id, int number);
    /// What the field `event` says of captures, those that have none left out. Of a body over `mostBody`
    /// bytes nothing is recognised.
    Answer<QMap<CaptureId, QString>> eventsOf(const QList<CaptureId>& ids, qint64 mostBody);
    /// The reply rules that came nearest to answering it; none where one did, or its listener is not known
    /// any more.
    Answer<QList<PassedOverRule>> nearestRules(CaptureId id);
    /// Tries rules, as far as they have come, on the listener's newest request; nothing is answered or
    /// counted. NotFound, with words, where it has none.
    Answer<RuleTrial> tryRules(ListenerId listener, const QList<ReplyRule>& rules,
                               const QList<RuleProgress>& progress);
    /// What `similar` is in the inspection; NotFound, with words, where there is none.
    Answer<CaptureId> similarBefore(CaptureId id);

private:
    Session* m_session;
};

} // namespace hookworks
