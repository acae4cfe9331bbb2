// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time.h"
#include "workbench/inspect/exporter.h"

namespace hookworks {

class ProviderCatalogue;
class Reader;

/// The case of these deliveries and captures: with the captures of each delivery's attempts, and the delivery
/// behind each capture. Without secrets each is a placeholder; what none can bring back is said in a note and
/// marked, so that a replay there is refused by name. BadInput where an import could not take it.
Result<Exported> writtenCase(Reader& reader, const ProviderCatalogue& providers, const QStringList& ids,
                             bool withSecrets, RealTime now);

} // namespace hookworks
