// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "provider/catalogue.h"

#include "json/bodies.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace hookworks {

namespace {

QByteArray resource(const QString& name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QList<ProviderProfile> readBuiltIn()
{
    QList<ProviderProfile> profiles;
    const QDir folder(QStringLiteral(":/providers"));
    for (const QString& name : folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        auto profile = profileFromJson(resource(folder.filePath(name)));
        if (!profile)
            qFatal("%s: %s", qPrintable(name), qPrintable(profile.error().message));
        profiles << std::move(*profile);
    }
    return profiles;
}

} // namespace

ProviderCatalogue::ProviderCatalogue(QList<ProviderProfile> profiles)
    : m_profiles(std::move(profiles))
{
}

ProviderCatalogue ProviderCatalogue::builtIn()
{
    return ProviderCatalogue(readBuiltIn());
}

const ProviderProfile* ProviderCatalogue::find(const QString& key) const
{
    const auto found = std::ranges::find(m_profiles, key, &ProviderProfile::key);
    return found == m_profiles.end() ? nullptr : &*found;
}

const ProviderProfile* ProviderCatalogue::recognise(const QByteArray& document) const
{
    const auto root = readJson(document);
    if (!root)
        return nullptr;
    for (const ProviderProfile& profile : m_profiles) {
        if (std::ranges::any_of(profile.recognisedBy,
                                [&](const QString& key) { return root->find(key) != nullptr; }))
            return &profile;
    }
    return nullptr;
}

} // namespace hookworks
