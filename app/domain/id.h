// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QString>

#include <compare>
#include <optional>

namespace hookworks {

/// A short id of one kind, unique in its workspace: `r1`, `w1`, `d1`, `c1`. 0 means "not stored yet".
template <char Letter>
struct Id
{
    qint64 number = 0;
    auto operator<=>(const Id&) const = default; // NOLINT(modernize-use-nullptr): clang-tidy 14 errs here
    explicit operator bool() const { return number > 0; }
    QString toString() const { return QLatin1Char(Letter) + QString::number(number); }

    /// Reads exactly what toString() writes; anything else, leading zeros included, is no id.
    static std::optional<Id> parse(QStringView text)
    {
        if (text.size() < 2 || text[0] != QLatin1Char(Letter) || text[1] < u'1' || text[1] > u'9')
            return std::nullopt;
        bool ok = false;
        const qint64 number = text.sliced(1).toLongLong(&ok);
        const Id id{number};
        return ok && id.toString() == text ? std::optional(id) : std::nullopt;
    }
};

template <char Letter>
size_t qHash(const Id<Letter>& id, size_t seed = 0)
{
    return ::qHash(id.number, seed);
}

using ReportId = Id<'r'>;
using WebhookId = Id<'w'>;
using EventId = Id<'e'>;
using DeliveryId = Id<'d'>;
using CaptureId = Id<'c'>;
using ListenerId = Id<'l'>;

/// True for a text of an id's form (one of the letters above and a number): such names are refused.
bool looksLikeId(QStringView text);

/// A new UUIDv7 (RFC 9562, 5.7) of the given time and 74 random bits: a delivery's message id.
QString uuidV7(qint64 unixMilliseconds, quint64 random1, quint64 random2);

} // namespace hookworks
