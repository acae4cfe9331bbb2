// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/value.h"
#include "workbench/design/providers.h"

namespace hookworks {

/// What a provider's profile can be written as for other programs.
enum class ProviderFile
{
    DefinitionSchema, ///< JSON Schema 2020-12 of its reports
    PayloadSchema,    ///< the same of what it sends
    OpenApi,          ///< OpenAPI 3.1 with `webhooks`
    AsyncApi          ///< AsyncAPI 3.0
};

/// Of one provider, or with an empty key of all in one. NotFound names what there is.
Result<JsonValue> providerFile(const Providers& providers, const QString& key, ProviderFile which);

} // namespace hookworks
