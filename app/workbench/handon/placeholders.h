// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/reply_rule.h"
#include "workbench/inspect/known_secrets.h"

#include <QHash>

namespace hookworks {

/// What stands in a case where a secret stood: `{{secret:authorization-1}}`, a name of small letters, digits
/// and hyphens. The same secret has the same name throughout a case.
struct Placeholder
{
    QString name;  ///< `authorization-1`
    QString place; ///< what the secret stands under: `Authorization`
    bool operator==(const Placeholder&) const = default;
};

/// The values that somebody gave to placeholders, by name.
using PlaceholderValues = QHash<QString, QByteArray>;

bool isPlaceholderName(const QString& name);
QByteArray placeholderText(const QString& name);
/// The names that stand in a text, each once.
QStringList placeholdersIn(const QByteArray& text);
QStringList placeholdersIn(const Request& request);

/// `text` with values in place of the names that have one, written as `write` says.
QByteArray filled(const QByteArray& text, const PlaceholderValues& values,
                  const std::function<QByteArray(const QByteArray&)>& write);
/// The request with values as each place writes them: escaped in a URL, in JSON and in a form, else as they
/// are. A Content-Length that was right is right again. The exact head is left alone.
Request filled(Request request, const PlaceholderValues& values);
QList<ReplyRule> filled(QList<ReplyRule> rules, const PlaceholderValues& values);

/// Gives names to secrets as they are met. Shared by all that masks for one case.
class PlaceholderNames
{
public:
    explicit PlaceholderNames(KnownSecrets known)
        : m_known(std::move(known))
    {
    }
    PlaceholderNames(const PlaceholderNames&) = delete;
    PlaceholderNames& operator=(const PlaceholderNames&) = delete;

    /// Puts placeholders in the place of secrets. Of one that stands inside base64, or of one that is longer
    /// than 1 KiB, stars are left. `names` is kept alive by it.
    static Masking masking(const std::shared_ptr<PlaceholderNames>& names);

    QByteArray textFor(QByteArrayView place, const QByteArray& secret);
    /// In the order in which they were met.
    const QList<Placeholder>& given() const { return m_given; }
    PlaceholderValues values() const { return m_values; }

private:
    KnownSecrets m_known;
    QHash<QByteArray, QString> m_names; ///< by secret
    QHash<QString, int> m_counts;
    QList<Placeholder> m_given;
    PlaceholderValues m_values;
};

/// A rule as it may be given away.
ReplyRule maskedRule(ReplyRule rule, const Masking& masking);

} // namespace hookworks
