// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/delivery.h"
#include "domain/webhook.h"
#include "provider/profile.h"

namespace hookworks {

/// What an event is made of.
struct EventFacts
{
    QString event;
    QString outcome; ///< empty: the event's first
    QString error;   ///< the reason alone
    QString taskId;  ///< the run's, the same for all events of one run
    RealTime now;
    QByteArray document; ///< with its tokens
    bool operator==(const EventFacts&) const = default;
};

/// The body, compact JSON in the profile's order. BadInput: no such event or outcome, or the document is no
/// JSON object where the payload needs it.
Result<QByteArray> renderPayload(const ProviderProfile& profile, const EventFacts& facts);

/// The request of one webhook with that body: method, URL as it stands (`{listener}` included), content type,
/// auth, message id where the profile says so, then the webhook's own headers. An own one takes the place of
/// all of its name that the provider sends; one of the connection is left out. Nothing is checked here:
/// HTTP's grammar is requestHead()'s.
Request renderRequest(const ProviderProfile& profile, const Webhook& webhook, const QByteArray& payload,
                      const QString& messageId);

/// Host, Content-Length, Transfer-Encoding and Connection: made when a request is sent, no webhook's own.
bool isOfTheConnection(const QByteArray& name);

/// The steps of a whole task with that outcome (empty: success), in order. BadInput: no such outcome.
Result<QList<TaskStep>> taskSteps(const ProviderProfile& profile, const QString& outcome);

} // namespace hookworks
