// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/design/published.h"

#include "provider/catalogue.h"

#include <QCoreApplication>

#include <algorithm>

namespace hookworks {

namespace {

/// The member of payloads in which the document stands; empty: it stands in none.
QString documentKey(const ProviderProfile& profile)
{
    for (const ProfileEvent& event : profile.events) {
        for (const PayloadField& field : event.fields) {
            if (field.value.text == u"{document}")
                return field.key;
        }
    }
    return {};
}

/// Where the value is such a payload: the key of the document in it.
QString wrappedIn(const ProviderCatalogue& providers, const JsonValue& value, const QString& provider)
{
    for (const ProviderProfile& profile : providers.profiles()) {
        const QString key = documentKey(profile);
        const JsonValue* inner = key.isEmpty() ? nullptr : value.find(key);
        const bool known = inner && inner->isObject() &&
                           std::ranges::none_of(profile.document,
                                                [&](const DocumentField& field) { return field.key == key; });
        if (known && (provider.isEmpty() || profile.key == provider))
            return key;
    }
    return {};
}

} // namespace

Result<PublishedDocument> readPublished(const Providers& providers, const QByteArray& text,
                                        const QString& provider, LiteralChoice choice)
{
    const auto reading = readLiteral(text, choice);
    if (!reading)
        return fail(ErrorCode::BadInput, QCoreApplication::translate("hookworks", "line %1, column %2: %3.")
                                             .arg(reading.error().position.line)
                                             .arg(reading.error().position.column)
                                             .arg(reading.error().words));
    PublishedDocument published{text, reading->changes, reading->hasChoices};
    const QString key = wrappedIn(providers.catalogue(), reading->value, provider);
    if (!key.isEmpty())
        published.changes.append(
            {QCoreApplication::translate("hookworks",
                                         "Of the payload, only its %1 was taken: that is the report")
                 .arg(key),
             1, 1});
    if (!published.changes.isEmpty())
        published.document = prettyJson(key.isEmpty() ? reading->value : *reading->value.find(key)) + '\n';
    return published;
}

} // namespace hookworks
