// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "provider/catalogue.h"

#include "json/bodies.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <mutex>

namespace hookworks {

namespace {

QByteArray resource(const QString& name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Each lies in a file that is named by its key.
QString fileOf(const QString& key)
{
    return QStringLiteral(":/providers/%1.json").arg(key);
}

QStringList builtInKeys()
{
    QStringList keys = QDir(QStringLiteral(":/providers")).entryList({QStringLiteral("*.json")}, QDir::Files);
    for (QString& key : keys)
        key.chop(5);
    keys.sort();
    return keys;
}

ProviderProfile readBuiltIn(const QString& key)
{
    auto profile = profileFromJson(resource(fileOf(key)));
    if (!profile)
        qFatal("%s: %s", qPrintable(fileOf(key)), qPrintable(profile.error().message));
    return std::move(*profile);
}

QStringList keysOf(const QList<ProviderProfile>& profiles)
{
    QStringList keys;
    for (const ProviderProfile& profile : profiles)
        keys << profile.key;
    return keys;
}

} // namespace

/// What copies of a catalogue share.
struct ProviderCatalogue::Profiles
{
    std::once_flag read; ///< guards the list where it is still to be read
    QList<ProviderProfile> list;
    bool areBuiltIn = false;
};

ProviderCatalogue::ProviderCatalogue(QStringList keys, std::shared_ptr<Profiles> profiles)
    : m_keys(std::move(keys))
    , m_profiles(std::move(profiles))
{
}

ProviderCatalogue::ProviderCatalogue(QList<ProviderProfile> profiles)
    : ProviderCatalogue(keysOf(profiles), std::make_shared<Profiles>())
{
    m_profiles->list = std::move(profiles);
}

ProviderCatalogue ProviderCatalogue::builtIn()
{
    ProviderCatalogue catalogue(builtInKeys(), std::make_shared<Profiles>());
    catalogue.m_profiles->areBuiltIn = true;
    return catalogue;
}

const QList<ProviderProfile>& ProviderCatalogue::profiles() const
{
    if (m_profiles->areBuiltIn) {
        std::call_once(m_profiles->read, [this] {
            for (const QString& key : m_keys)
                m_profiles->list << readBuiltIn(key);
        });
    }
    return m_profiles->list;
}

const ProviderProfile* ProviderCatalogue::find(const QString& key) const
{
    const auto found = std::ranges::find(profiles(), key, &ProviderProfile::key);
    return found == profiles().end() ? nullptr : &*found;
}

const ProviderProfile* ProviderCatalogue::recognise(const QByteArray& document) const
{
    const auto root = readJson(document);
    if (!root)
        return nullptr;
    for (const ProviderProfile& profile : profiles()) {
        if (std::ranges::any_of(profile.recognisedBy,
                                [&](const QString& key) { return root->find(key) != nullptr; }))
            return &profile;
    }
    return nullptr;
}

} // namespace hookworks
