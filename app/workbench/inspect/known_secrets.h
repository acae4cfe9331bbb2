// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/inspect/masking.h"
#include "workbench/simulate/requests.h"

#include <QHash>

namespace hookworks {

class Reader;

/// What a workspace says otherwise than the built-in list of secret names.
struct SecretNameChanges
{
    QStringList added, removed;
    bool operator==(const SecretNameChanges&) const = default;
};
inline QString secretNamesKey()
{
    return QStringLiteral("masking");
}
/// Of the setting of that key; what cannot be read is no change.
SecretNameChanges secretNameChanges(const QString& setting);
QString toSetting(const SecretNameChanges& changes);
SecretNames withChanges(const SecretNameChanges& changes);
/// The names that this workspace takes for secret ones.
Result<SecretNames> secretNames(Reader& reader);

/// Secrets by value, each with the name that it stands under.
struct KnownSecrets
{
    SecretNames names;
    QHash<QByteArray, QByteArray> values;
};
/// Every secret that the workspace knows (tokens, own fields and URLs of webhooks, what reports and reply
/// rules hold, those of commands that have ended too) and every one that stands under a secret name in
/// `exchanges`.
Result<KnownSecrets> knownSecrets(Reader& reader, const QList<ExportedExchange>& exchanges);

/// Masks them.
Result<Masking> maskingFor(Reader& reader, const QList<ExportedExchange>& exchanges);

} // namespace hookworks
