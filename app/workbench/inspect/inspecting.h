// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/queries.h"
#include "workbench/inspect/checks.h"
#include "workbench/session/answer.h"

#include <QMap>
#include <QObject>

namespace hookworks {

class Session;

/// A reply rule that did not answer, and why.
struct PassedOverRule
{
    QString name, why;
    bool operator==(const PassedOverRule&) const = default;
};

/// What the workspace knows of a request beside its bytes.
struct Inspection
{
    std::optional<AttemptKey> attempt; ///< that caused it
    QString webhook, provider, event;  ///< names for people; empty: not known
    QList<PassedOverRule>
        passedOver; ///< of a capture: the rules before the one that answered, as they are now
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
    /// What `similar` is in the inspection; NotFound, with words, where there is none.
    Answer<CaptureId> similarBefore(CaptureId id);

private:
    Session* m_session;
};

} // namespace hookworks
