// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/delivery.h"
#include "domain/result.h"

namespace hookworks {

class Reader;

/// What a replay of `source` (`d3`, `c5`) to that address is compared with, see ReplayBasis. `since`: when
/// its run began; what was made later does not count. `listener`: what `{listener}` stands for; empty:
/// nothing.
Result<ReplayBasis> replayBasis(Reader& reader, const QString& source, const QString& url,
                                const QString& listener, RealTime since);

/// The webhook that the chain of `source` began with, where that was sent to the same scheme, host and port;
/// nullopt: it began with a capture, a test or something that is gone.
Result<std::optional<WebhookId>> webhookOfChain(Reader& reader, const QString& source, const QString& url);

/// What came at last of replays of a delivery that failed, to its own address: the newest, where it was
/// delivered; nullopt: there is none, or the newest failed as well.
Result<std::optional<DeliveryId>> fixingReplay(Reader& reader, const Delivery& failed,
                                               const QString& listener);

} // namespace hookworks
