// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace hookworks {

/// Secrets, in the ways that they are written on the wire: as they are, percent-encoded, with JSON's escapes,
/// and in base64 (either alphabet, also as a part of something longer). A value.
class SecretWritings
{
public:
    /// Shorter ones stand everywhere by chance: they are left out.
    static constexpr qsizetype shortest = 6;

    explicit SecretWritings(const QList<QByteArray>& secrets);

    bool isEmpty() const { return m_patterns.isEmpty(); }
    /// Of the longest writing.
    qsizetype longest() const;
    /// Puts a `*` in the place of each byte of each, so that nothing gets longer or shorter. Whether there
    /// was one.
    bool overwriteIn(QByteArray& bytes) const;

private:
    void add(const QByteArray& pattern);
    void addBase64(const QByteArray& secret, int before);

    QList<QByteArray> m_patterns;
};

} // namespace hookworks
