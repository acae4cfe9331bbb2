// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/decimal.h"

namespace hookworks {

namespace {

constexpr qsizetype longestExponent = 17; ///< digits

/// Takes what digits `text` begins with.
QByteArrayView takeDigits(QByteArrayView& text)
{
    qsizetype end = 0;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9')
        ++end;
    const QByteArrayView digits = text.first(end);
    text = text.sliced(end);
    return digits;
}

bool take(QByteArrayView& text, char c)
{
    if (!text.startsWith(c))
        return false;
    text = text.sliced(1);
    return true;
}

QByteArrayView withoutLeadingZeros(QByteArrayView digits)
{
    while (digits.startsWith('0'))
        digits = digits.sliced(1);
    return digits;
}

/// The `e-5` of a number, and nothing after it; 0 where there is none.
std::optional<qint64> exponentOf(QByteArrayView text)
{
    if (text.isEmpty())
        return 0;
    if (!take(text, 'e') && !take(text, 'E'))
        return std::nullopt;
    const bool negative = take(text, '-');
    if (!negative)
        take(text, '+');
    const QByteArrayView written = takeDigits(text);
    const QByteArrayView digits = withoutLeadingZeros(written);
    if (written.isEmpty() || !text.isEmpty() || digits.size() > longestExponent)
        return std::nullopt;
    const qint64 exponent = digits.toByteArray().toLongLong();
    return negative ? -exponent : exponent;
}

} // namespace

std::optional<Decimal> Decimal::parse(QByteArrayView text)
{
    Decimal number;
    number.m_negative = take(text, '-');
    const QByteArrayView whole = takeDigits(text);
    if (whole.isEmpty() || (whole.size() > 1 && whole[0] == '0'))
        return std::nullopt;
    QByteArrayView fraction;
    if (take(text, '.')) {
        fraction = takeDigits(text);
        if (fraction.isEmpty())
            return std::nullopt;
    }
    const auto exponent = exponentOf(text);
    if (!exponent)
        return std::nullopt;
    number.m_digits.reserve(whole.size() + fraction.size());
    number.m_digits.append(whole).append(fraction);
    number.m_exponent = *exponent + whole.size();
    const qsizetype zeros = number.m_digits.size() - withoutLeadingZeros(number.m_digits).size();
    number.m_digits.remove(0, zeros);
    number.m_exponent -= zeros;
    while (number.m_digits.endsWith('0'))
        number.m_digits.chop(1);
    if (number.m_digits.isEmpty())
        number = Decimal();
    return number;
}

std::strong_ordering Decimal::operator<=>(const Decimal& other) const
{
    const auto sign = [](const Decimal& number) {
        return number.m_digits.isEmpty() ? 0 : number.m_negative ? -1 : 1;
    };
    if (const auto signs = sign(*this) <=> sign(other); signs != 0 || m_digits.isEmpty())
        return signs;
    const auto size = m_exponent != other.m_exponent ? m_exponent <=> other.m_exponent
                                                     : m_digits.compare(other.m_digits) <=> 0;
    return m_negative ? 0 <=> size : size;
}

std::optional<qint64> Decimal::toInteger() const
{
    if (m_digits.isEmpty())
        return 0;
    if (m_exponent < m_digits.size() || m_exponent > 19)
        return std::nullopt;
    bool fits = false;
    const qint64 value =
        ((m_negative ? "-" : "") + m_digits.leftJustified(m_exponent, '0')).toLongLong(&fits);
    return fits ? std::optional(value) : std::nullopt;
}

QByteArray Decimal::toText() const
{
    constexpr qint64 mostPlaces = 20;
    if (m_digits.isEmpty())
        return "0";
    const QByteArray sign = m_negative ? "-" : "";
    if (m_exponent <= 0 && m_exponent > -mostPlaces)
        return sign + "0." + QByteArray(-m_exponent, '0') + m_digits;
    if (m_exponent > 0 && m_exponent <= mostPlaces) {
        const QByteArray whole = m_digits.first(std::min(m_exponent, m_digits.size()));
        const QByteArray fraction = m_digits.sliced(whole.size());
        return sign + whole.leftJustified(m_exponent, '0') +
               (fraction.isEmpty() ? QByteArray() : '.' + fraction);
    }
    return sign + m_digits.first(1) + (m_digits.size() > 1 ? '.' + m_digits.sliced(1) : QByteArray()) + 'e' +
           QByteArray::number(m_exponent - 1);
}

} // namespace hookworks
