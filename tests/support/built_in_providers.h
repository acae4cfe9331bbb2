// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/built_in_catalogue.h"
#include "workbench/design/providers.h"

namespace hookworks {

/// What is known of the providers that come with Hookworks.
inline const Providers& builtInProviders()
{
    static const Providers providers(std::make_shared<const ProviderCatalogue>(builtInCatalogue()));
    return providers;
}

} // namespace hookworks
