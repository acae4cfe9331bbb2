// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/path_tree.h"
#include "provider/profile.h"

namespace hookworks {

/// Whose payload a body is.
struct PayloadOrigin
{
    QString provider; ///< the profile's key
    QString event;
    bool operator==(const PayloadOrigin&) const = default;
};

/// Tells whose payloads bodies are, and keeps none of their values: for many of them. Pure; thread-safe.
class EventRecogniser
{
public:
    explicit EventRecogniser(const QList<ProviderProfile>& profiles);
    /// The event whose name stands where its profile puts it; of several, the one most of whose members are
    /// there. nullopt: no JSON object, or no profile's event.
    std::optional<PayloadOrigin> originOf(QByteArrayView body) const;

private:
    struct Event
    {
        PayloadOrigin origin;
        QList<qsizetype> members; ///< by the place of their keys
        QList<qsizetype> names;   ///< of these, where its name stands
    };
    QList<Event> m_events;
    PathTree m_keys;
};

/// The same for one body.
std::optional<PayloadOrigin> recogniseEvent(const QList<ProviderProfile>& profiles, const QByteArray& body);

} // namespace hookworks
