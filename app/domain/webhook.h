// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/client_certificate.h"
#include "domain/header_list.h"
#include "domain/id.h"
#include "domain/retry_policy.h"

#include <QStringList>

#include <optional>

namespace hookworks {

/// How many attempts of one webhook may run, and in which order; rates on real time.
struct FlowLimits
{
    int maxInFlight = 4;
    int ratePerMinute = 0;     ///< 0: no limit
    bool strictOrder = false;  ///< the next event waits until the one before is final
    int circuitOpensAfter = 0; ///< consecutive failures that open the circuit; 0: never
    /// How long an open circuit waits before it lets one attempt through, on the workbench's clock: twice as
    /// long each time that attempt fails, up to the cap.
    Micros circuitPause = std::chrono::minutes(1);
    Micros circuitPauseCap = std::chrono::hours(1);
    bool operator==(const FlowLimits&) const = default;
};

/// Closed: attempts go out. Open: none does. HalfOpen: one may, and what comes of it decides.
enum class CircuitState
{
    Closed,
    Open,
    HalfOpen
};

/// Where a webhook's circuit stands.
struct Circuit
{
    CircuitState state = CircuitState::Closed;
    int failures = 0;      ///< in a row
    WorkTime triesAgainAt; ///< Open only
    bool operator==(const Circuit&) const = default;
};

/// One subscription to a provider's events.
struct Webhook
{
    WebhookId id;
    QString provider;
    QString name;       ///< unique in the workspace, never of an id's form
    QString url;        ///< as typed; may contain `{listener}`
    QStringList events; ///< empty: all of the provider's
    QByteArray
        token; ///< what the provider's auth scheme sends; empty: no auth header. A secret: the store seals it
    HeaderList headers; ///< extra ones, after the provider's own
    ClientCertificate clientCertificate;
    QString policy = QStringLiteral("provider"); ///< a policy's name, as in cli.md
    std::optional<Micros> timeout;               ///< nullopt: the policy's, else the provider's
    bool enabled = true;
    QString disabledReason; ///< why the program switched it off; empty when a person did
    std::optional<ReportId>
        report;       ///< set: this row is one entry of that report's own webhooks; else it serves all
    int position = 0; ///< with `report`: which entry
    FlowLimits flow;
    RealTime createdAt;
    bool operator==(const Webhook&) const = default;
};

bool subscribes(const Webhook& webhook, const QString& event);

} // namespace hookworks
