// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <compare>
#include <optional>

namespace hookworks {

/// A number as JSON writes it (RFC 8259, 6), kept and compared digit by digit, however long: `1e3` is `1000`.
class Decimal
{
public:
    /// nullopt: no such number, or one whose exponent has more than 17 digits.
    static std::optional<Decimal> parse(QByteArrayView text);

    std::strong_ordering operator<=>(const Decimal& other) const;
    bool operator==(const Decimal& other) const = default;
    /// Its value, where it is whole and fits.
    std::optional<qint64> toInteger() const;
    /// The same text for equal values: `12.5`, `1000`, and `1e30` where it would be long.
    QByteArray toText() const;

private:
    bool m_negative = false;
    QByteArray m_digits;   ///< without zeros at either end; none: zero
    qint64 m_exponent = 0; ///< the value is 0.DIGITS × 10^exponent
};

} // namespace hookworks
