// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/secret_writings.h"

#include <algorithm>

namespace hookworks {

namespace {

/// RFC 8259, 7: what must be escaped, and `/` where it is wished.
QByteArray jsonEscaped(const QByteArray& bytes, bool slashes)
{
    QByteArray escaped;
    for (const char c : bytes) {
        if (c == '"' || c == '\\' || (slashes && c == '/'))
            escaped += '\\';
        escaped += c;
    }
    return escaped;
}

QByteArray lowerHex(QByteArray encoded)
{
    for (qsizetype i = encoded.indexOf('%'); i >= 0 && i + 2 < encoded.size();
         i = encoded.indexOf('%', i + 1))
        encoded.replace(i + 1, 2, encoded.mid(i + 1, 2).toLower());
    return encoded;
}

} // namespace

SecretWritings::SecretWritings(const QList<QByteArray>& secrets)
{
    for (const QByteArray& secret : secrets) {
        if (secret.size() < shortest)
            continue;
        const QByteArray percent = secret.toPercentEncoding();
        add(secret);
        for (const QByteArray& encoded : {percent, QByteArray(percent).replace("%20", "+")}) {
            add(encoded);
            add(lowerHex(encoded));
        }
        add(jsonEscaped(secret, false));
        add(jsonEscaped(secret, true));
        for (int before = 0; before < 3; ++before)
            addBase64(secret, before);
    }
    std::ranges::sort(m_patterns, std::ranges::greater(), &QByteArray::size);
}

void SecretWritings::add(const QByteArray& pattern)
{
    if (!m_patterns.contains(pattern))
        m_patterns << pattern;
}

/// The characters that the secret alone decides, where so many bytes of its first group come before it.
void SecretWritings::addBase64(const QByteArray& secret, int before)
{
    const qsizetype bits = 8 * (before + secret.size());
    const qsizetype from = (8 * before + 5) / 6;
    const QByteArray whole = QByteArray(before, '\0') + secret;
    for (const auto alphabet : {QByteArray::Base64Encoding, QByteArray::Base64UrlEncoding})
        add(whole.toBase64(alphabet).mid(from, bits / 6 - from));
}

qsizetype SecretWritings::longest() const
{
    return m_patterns.isEmpty() ? 0 : m_patterns.first().size();
}

bool SecretWritings::overwriteIn(QByteArray& bytes) const
{
    bool found = false;
    for (const QByteArray& pattern : m_patterns) {
        for (qsizetype at = bytes.indexOf(pattern); at >= 0; at = bytes.indexOf(pattern, at)) {
            std::fill_n(bytes.begin() + at, pattern.size(), '*');
            found = true;
        }
    }
    return found;
}

} // namespace hookworks
