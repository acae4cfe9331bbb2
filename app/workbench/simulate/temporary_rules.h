// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "domain/reply_rule.h"
#include "workbench/session/answer.h"

#include <QObject>

namespace hookworks {

class Session;

/// A reply rule that stands first in its listener until some deliveries are final.
struct TemporaryRule
{
    ListenerId listener;
    ReplyRule rule;
    QList<DeliveryId> until; ///< empty: those that are about to be made
    bool operator==(const TemporaryRule&) const = default;
};

/// Puts such rules into listeners that are remembered, and takes them out again: also in a later run of the
/// program, where this one ended before. Main thread.
class TemporaryRules final : public QObject
{
    Q_OBJECT

public:
    explicit TemporaryRules(Session& session);

    /// Takes effect with the next request; replaces a temporary rule for the same path of the same listener.
    Answer<void> put(const QList<TemporaryRule>& rules);
    /// Those just put go when these are final.
    void removeAfter(const QList<TemporaryRule>& rules, const QList<DeliveryId>& deliveries);
    void remove(const QList<TemporaryRule>& rules);

private:
    void goOn();

    Session& m_session;
    bool m_goesOn = false;
};

} // namespace hookworks
