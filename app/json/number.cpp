// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/number.h"

#include "json/value.h"

#include <algorithm>

namespace hookworks {

namespace {

/// Powers of ten beyond are compared as they are written; no text that could be read here is so long that its
/// digits made up for them.
constexpr qint64 greatestExponent = 1'000'000'000'000'000'000;

/// A number's value without its way of writing: digits without zeros at the ends, and the power of ten of the
/// last one. The sign of zero does not count.
struct Decimal
{
    bool negative = false;
    QString digits;
    qint64 exponent = 0;
    QString hugeExponent; ///< instead of `exponent`, as written
    bool operator==(const Decimal&) const = default;
};

/// `+007` is `7`.
QString plainExponent(QStringView text)
{
    QString sign = text.startsWith(u'-') ? QStringLiteral("-") : QString();
    while (!text.isEmpty() && (text.front() == u'+' || text.front() == u'-' || text.front() == u'0'))
        text = text.sliced(1);
    return sign + text.toString();
}

Decimal decimalOf(QStringView text)
{
    Decimal decimal;
    decimal.negative = text.startsWith(u'-');
    const qsizetype e = std::max(text.indexOf(u'e'), text.indexOf(u'E'));
    const QStringView mantissa = (e < 0 ? text : text.first(e)).sliced(decimal.negative ? 1 : 0);
    const qsizetype point = mantissa.indexOf(u'.');
    decimal.digits = mantissa.toString().remove(u'.');
    const auto notZero = [](QChar digit) { return digit != u'0'; };
    decimal.digits.remove(0, std::ranges::find_if(decimal.digits, notZero) - decimal.digits.begin());
    if (decimal.digits.isEmpty())
        return {};
    bool fits = true;
    const qint64 written = e < 0 ? 0 : text.sliced(e + 1).toLongLong(&fits);
    if (!fits || written > greatestExponent || written < -greatestExponent) {
        decimal.hugeExponent = plainExponent(text.sliced(e + 1));
    } else {
        decimal.exponent = written;
    }
    if (point >= 0)
        decimal.exponent -= mantissa.size() - point - 1;
    const qsizetype zeros =
        std::find_if(decimal.digits.crbegin(), decimal.digits.crend(), notZero) - decimal.digits.crbegin();
    decimal.digits.chop(zeros);
    decimal.exponent += zeros;
    return decimal;
}

} // namespace

bool isJsonNumber(QStringView text)
{
    if (text.isEmpty() || !(text.front() == u'-' || text.front().isDigit()) || text.back().isSpace())
        return false;
    const auto value = readJson(text.toUtf8());
    return value && value->isNumber();
}

bool sameNumber(QStringView left, QStringView right)
{
    return left == right || decimalOf(left) == decimalOf(right);
}

} // namespace hookworks
