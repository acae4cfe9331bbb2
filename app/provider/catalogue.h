// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "provider/profile.h"

#include <memory>

namespace hookworks {

/// The provider profiles that a program knows, in the order of their keys. A value that never changes: copies
/// are cheap, share what they hold, and may be read on any thread.
class ProviderCatalogue
{
public:
    explicit ProviderCatalogue(QList<ProviderProfile> profiles);
    /// The profiles that come with Hookworks. They are read when the first of them is asked for: many a
    /// command needs their keys alone.
    static ProviderCatalogue builtIn();

    /// Reads no profile.
    const QStringList& keys() const { return m_keys; }
    const QList<ProviderProfile>& profiles() const;
    /// Null: there is none of that key. Valid as long as a copy of the catalogue is there.
    const ProviderProfile* find(const QString& key) const;
    /// The provider whose report this document is; null: none, or it is no JSON.
    const ProviderProfile* recognise(const QByteArray& document) const;

private:
    struct Profiles;
    ProviderCatalogue(QStringList keys, std::shared_ptr<Profiles> profiles);

    QStringList m_keys;
    std::shared_ptr<Profiles> m_profiles;
};

} // namespace hookworks
