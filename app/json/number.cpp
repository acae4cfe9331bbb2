// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/number.h"

#include "json/decimal.h"
#include "json/value.h"

#include <algorithm>

namespace hookworks {

namespace {

bool isZero(QStringView text)
{
    const qsizetype e = std::max(text.indexOf(u'e'), text.indexOf(u'E'));
    return std::ranges::none_of(e < 0 ? text : text.first(e), [](QChar c) { return c >= u'1' && c <= u'9'; });
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
    if (left == right || (isZero(left) && isZero(right)))
        return true;
    const auto l = Decimal::parse(left.toUtf8());
    const auto r = Decimal::parse(right.toUtf8());
    return l && r && *l == *r;
}

} // namespace hookworks
