// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QMultiHash>

#include <array>
#include <functional>
#include <span>

namespace hookworks {

/// Secrets by their value, found in any bytes: plain, percent-encoded (once or twice, in either case of the
/// digits, `+` for a space), with JSON's escapes, and in base64 (either alphabet, with line breaks, also as a
/// part of something longer). A value; cheap to copy.
class SecretFinder
{
public:
    /// Shorter ones would hide half of every text.
    static constexpr qsizetype shortest = 6;

    SecretFinder() = default;
    explicit SecretFinder(const QList<QByteArray>& secrets);
    /// What stands for a secret that is not in base64, a placeholder of workbench/handon/placeholders.h,
    /// which is passed over where it stands already; secrets over 1 KiB are given in pieces.
    using Instead = std::function<QByteArray(const QByteArray& secret)>;
    SecretFinder(const QList<QByteArray>& secrets, Instead instead);

    /// `text` with `***`, or what stands instead, where a secret stood. Base64 stays base64: there the bytes
    /// inside become stars.
    QByteArray masked(QByteArrayView text) const;

    /// How the bytes of a text stand for those that are meant.
    enum class Writing
    {
        Plain,
        Percent,
        PercentTwice,
        Json,
        PercentInJson
    };

private:
    struct Pattern
    {
        QByteArray bytes;
        int shift =
            -1; ///< base64: so many bytes of its first group come before the secret; -1: not in base64
    };
    struct Match
    {
        qsizetype begin = 0, end = 0;
        qsizetype pattern = -1; ///< -1: none
    };

    void add(const QByteArray& secret);
    void addBase64(const QByteArray& secret, int shift);
    Match matchAt(QByteArrayView text, qsizetype at, std::span<const Writing> used) const;
    QByteArray replacement(QByteArrayView text, qsizetype from, Match& match) const;

    Instead m_instead; ///< none: three stars
    QList<Pattern> m_patterns;
    QMultiHash<quint64, qsizetype> m_byStart; ///< patterns by how they begin
    std::array<bool, 256> m_starts{};         ///< the bytes that any of them begins with
};

} // namespace hookworks
