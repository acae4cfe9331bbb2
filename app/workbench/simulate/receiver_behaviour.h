// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/reply_rule.h"
#include "workbench/design/policies.h"
#include "workbench/listen/listening.h"

namespace hookworks {

/// How the built-in listener is to behave while an event is delivered to it.
enum class ReceiverBehaviour
{
    AsItIs,
    Down,   ///< 503
    Slow,   ///< 200, late
    Resets, ///< the connection, after the request
    Limits  ///< 429 with Retry-After
};

/// A behaviour as people choose it.
struct ReceiverChoice
{
    ReceiverBehaviour behaviour = ReceiverBehaviour::AsItIs;
    QString name;   ///< `Down for 10 min`
    QString detail; ///< one sentence: what the receiver answers, and until when; empty: as it is
    bool operator==(const ReceiverChoice&) const = default;
};
/// In the order of a menu.
QList<ReceiverChoice> receiverChoices();

/// The reply rule that makes a listener behave so towards requests for that path, from the first one on for a
/// time on the workbench's clock. Not for AsItIs.
ReplyRule ruleFor(ReceiverBehaviour behaviour, const QString& path);

/// How long attempts fail, counted from the first; nullopt: they do not, or not by the time alone.
std::optional<Downtime> downtimeOf(ReceiverBehaviour behaviour);

/// A built-in listener, and the path that a URL asks it for.
struct BuiltInReceiver
{
    ListenerId listener;
    QString path;
    bool operator==(const BuiltInReceiver&) const = default;
};
/// The running listener of the workspace that this URL (with `{listener}` resolved) reaches; nullopt: a
/// receiver outside.
std::optional<BuiltInReceiver> builtInReceiver(const QString& url, const QList<ListenerView>& listeners);

} // namespace hookworks
