// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QStringList>

namespace hookworks {

/// Names whose values are secrets: of header and trailer fields, query parameters, form fields and JSON keys.
/// Case, hyphens, underscores, dots and spaces do not count (`X-Api-Key` is `x_apikey`); `*` stands for any
/// characters. A name with `!` before it is never secret. A value; the built-in list unless a workspace says
/// otherwise.
class SecretNames
{
public:
    enum class Kind
    {
        Secret,
        Open, ///< said to be no secret
        Unknown
    };

    SecretNames();
    explicit SecretNames(QStringList names);

    const QStringList& names() const { return m_names; }
    Kind kindOf(QByteArrayView name) const;
    bool isSecret(QByteArrayView name) const { return kindOf(name) == Kind::Secret; }
    /// The same of a header field and of a URL's parameter, where short names count as well that tell nothing
    /// elsewhere (`key`, `code`).
    bool isSecretField(QByteArrayView name) const;

    static const QStringList& builtIn();
    /// Whether it is a name that the list can take: it has a letter or a digit, and no control character.
    static bool isName(const QString& name);
    bool operator==(const SecretNames& other) const { return m_names == other.m_names; }

private:
    struct Pattern
    {
        QString text;
        bool openStart = false, openEnd = false;
        bool matches(const QString& name) const;
    };

    static Pattern patternOf(const QString& name);

    QStringList m_names;
    QList<Pattern> m_secret, m_open;
};

} // namespace hookworks
