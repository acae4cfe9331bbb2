// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/design/provider_files.h"

#include "provider/api_documents.h"
#include "provider/catalogue.h"

#include <QCoreApplication>

namespace hookworks {

Result<JsonValue> providerFile(const Providers& providers, const QString& key, ProviderFile which)
{
    ProfileList profiles;
    QStringList keys;
    for (const ProviderProfile& profile : providers.catalogue().profiles()) {
        keys << profile.key;
        if (key.isEmpty() || profile.key == key)
            profiles << &profile;
    }
    if (profiles.isEmpty())
        return fail(ErrorCode::NotFound,
                    QCoreApplication::translate("hookworks", "There is no provider \"%1\"; there are %2.")
                        .arg(key, keys.join(QStringLiteral(", "))));
    switch (which) {
    case ProviderFile::DefinitionSchema:
        return definitionSchema(profiles);
    case ProviderFile::PayloadSchema:
        return payloadSchema(profiles);
    case ProviderFile::OpenApi:
        return openApiDocument(profiles);
    case ProviderFile::AsyncApi:
        break;
    }
    return asyncApiDocument(profiles);
}

} // namespace hookworks
