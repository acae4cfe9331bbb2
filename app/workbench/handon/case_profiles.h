// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/handon/case_file.h"
#include "workbench/inspect/exporter.h"

namespace hookworks {

class ProviderCatalogue;
struct ExportedExchange;

/// Those that deliveries name, and that captures are recognised by; each once.
QList<CaseProfile> caseProfiles(const ProviderCatalogue& providers, const QList<ExportedExchange>& exchanges);
/// A sentence for each profile of a case that is not known here, or in another revision.
QStringList profileNotes(const ProviderCatalogue& providers, const CaseFile& file);

} // namespace hookworks
