// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "provider/profile.h"

#include "provider/profile_reader.h"

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

const ProfileEvent* ProviderProfile::event(const QString& name) const
{
    const auto found = std::ranges::find(events, name, &ProfileEvent::name);
    return found == events.end() ? nullptr : &*found;
}

const ComponentType* ProviderProfile::component(const QString& name) const
{
    const auto found = std::ranges::find(components, name, &ComponentType::name);
    return found == components.end() ? nullptr : &*found;
}

Result<ProviderProfile> profileFromJson(const QByteArray& text)
{
    return parseJson(text).and_then(
        [&text](const JsonValue& root) { return ProfileReader(text).read(root); });
}

const QList<ProviderProfile>& builtInProfiles()
{
    static const QList<ProviderProfile> profiles = readBuiltIn();
    return profiles;
}

const ProviderProfile* profileOf(const QString& key)
{
    const QList<ProviderProfile>& profiles = builtInProfiles();
    const auto found = std::ranges::find(profiles, key, &ProviderProfile::key);
    return found == profiles.end() ? nullptr : &*found;
}

} // namespace hookworks
