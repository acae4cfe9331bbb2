// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "provider/value_type.h"
#include "workbench/design/providers.h"

namespace hookworks {

/// What a provider's report documents are made of, for the forms, the palette and the preview that are made
/// from it. Null pointer: there is no such provider. Lives as long as the program.
const ProviderProfile* definitionOf(const Providers& providers, const QString& provider);

} // namespace hookworks
