// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/delivery.h"
#include "domain/report.h"
#include "domain/result.h"
#include "domain/webhook.h"

namespace hookworks {

class ProviderCatalogue;
class Random;
struct ProviderProfile;

/// What the use cases ask of provider/, in their own values.

/// The document that a report of that profile starts from, with ids of its own: its schedule begins on the
/// next day at eight in the zone, and ends after a year.
QByteArray newDocument(const ProviderProfile& profile, const QString& title, RealTime now,
                       const QByteArray& zone);

/// The retries that the provider's profile says, by name `provider`. NotFound for an unknown key.
Result<RetryPolicy> providerPolicy(const ProviderCatalogue& providers, const QString& provider);
/// Any name of cli.md that is no own one; `provider` needs that. NotFound with words.
Result<RetryPolicy> policyNamed(const ProviderCatalogue& providers, const QString& name,
                                const QString& provider);
/// The profile's timeout of an attempt.
Micros providerTimeout(const ProviderCatalogue& providers, const QString& provider);

/// The occurrence to be rendered.
struct Occurrence
{
    QString event, outcome, error;
    RealTime now;
    QString taskId; ///< of the run, the same in all its events
};

/// The exact body. BadInput for an event or outcome that the provider has not.
Result<QByteArray> payloadOf(const ProviderCatalogue& providers, const Report& report,
                             const Occurrence& occurrence);
/// The request to one webhook, `{listener}` left in: the provider's headers, auth, then the webhook's own.
Result<Request> requestTo(const ProviderCatalogue& providers, const Webhook& webhook,
                          const QByteArray& payload, const QString& messageId);

/// An id of a task as platforms give them: a random UUID.
QString newTaskId(Random& random);

/// A step of a whole task: its word, its event (empty: none).
struct RunStep
{
    QString word, event;
    bool afterDuration = false;
    bool operator==(const RunStep&) const = default;
};
Result<QList<RunStep>> runSteps(const ProviderCatalogue& providers, const QString& provider,
                                const QString& outcome);

/// A name for a report, from its document; empty: none is in it.
QString titleOf(const ProviderCatalogue& providers, const QString& provider, const QByteArray& document);

} // namespace hookworks
