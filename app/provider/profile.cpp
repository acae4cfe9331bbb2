// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "provider/profile.h"

#include "provider/profile_reader.h"

#include <QCryptographicHash>

#include <algorithm>

namespace hookworks {

namespace {

QString revisionOf(const JsonValue& root)
{
    constexpr qsizetype digits = 12;
    const QByteArray hash = QCryptographicHash::hash(compactJson(root), QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.toHex().left(digits));
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
    return parseJson(text).and_then([&text](const JsonValue& root) {
        return ProfileReader(text).read(root).map([&root](ProviderProfile profile) {
            profile.revision = revisionOf(root);
            return profile;
        });
    });
}

} // namespace hookworks
