// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/delivery.h"
#include "workbench/deliver/replayer.h"

namespace hookworks {

class ProviderCatalogue;
class Reader;
struct Capture;

/// What is sent again, and what it was an event of.
struct ReplaySource
{
    Request request;
    QByteArray sentHead, sentBody; ///< as they were on the wire; an empty head: unknown
    QByteArray target;             ///< that no URL says: `*`, an authority; empty: the URL says it
    QString provider, event;       ///< a capture's as a profile recognises them in its body; empty: in none
    std::optional<ReportId> report;
    QString webhookName;
    QByteArray signingSecret; ///< of its webhook; empty: unknown, or it is not signed
    std::optional<Micros> timeout;
    RetryPolicy policy; ///< of the new deliveries
    ReplayBasis basis;  ///< likewise
};

/// As it was. BadInput for another kind of id.
Result<ReplaySource> sourceOf(Reader& reader, const ProviderCatalogue& providers, const QString& id);
/// As it is chosen, with the policy and what it is compared with. `listener`: what `{listener}` stands for;
/// empty: nothing.
Result<ReplaySource> chosenSource(Reader& reader, const ProviderCatalogue& providers,
                                  const ReplayChoice& choice, const QString& listener);

/// What a sender signs with, where it is known for what goes back to `source`: a webhook's token that is one
/// (`whsec_…`). Empty: it is not known.
Result<QByteArray> knownSigningSecret(Reader& reader, const QString& source, const QString& url);

/// Where a capture was passed on to, else where its listener's first rule that passes requests on sends them.
Result<QString> forwardAddressOf(Reader& reader, const Capture& capture);
/// A capture as a listener passes it on; an empty base URL: forwardAddressOf().
Result<ReplaySource> forwardSource(Reader& reader, CaptureId id, const QString& baseUrl, RealTime since);

} // namespace hookworks
