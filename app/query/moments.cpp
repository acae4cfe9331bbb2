// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/moments.h"

#include <QRegularExpression>

namespace hookworks {

namespace {

using namespace std::chrono_literals;

std::optional<Micros> unitOf(QChar letter)
{
    switch (letter.toLower().unicode()) {
    case u's':
        return 1s;
    case u'm':
        return 1min;
    case u'h':
        return 1h;
    case u'd':
        return 24h;
    case u'w':
        return 168h;
    default:
        return std::nullopt;
    }
}

std::optional<Moment> ago(QStringView text, RealTime now)
{
    constexpr qsizetype mostDigits = 6;
    const auto unit = text.isEmpty() ? std::nullopt : unitOf(text.back());
    const QStringView digits = text.chopped(text.isEmpty() ? 0 : 1);
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    if (!unit || digits.isEmpty() || digits.size() > mostDigits || !std::ranges::all_of(digits, isDigit))
        return std::nullopt;
    const RealTime then = now - digits.toLongLong() * *unit;
    return Moment{then, then + Micros(1)};
}

Micros fractionOf(const QString& digits)
{
    return Micros(digits.leftJustified(6, u'0', true).toLongLong());
}

/// Of `Z`, `+02:00`, `-0530`, or nothing.
std::optional<std::chrono::minutes> offsetOf(const QString& text)
{
    if (text.size() < 5)
        return std::chrono::minutes(0);
    const int hours = text.mid(1, 2).toInt();
    const int minutes = text.right(2).toInt();
    if (hours > 23 || minutes > 59)
        return std::nullopt;
    const std::chrono::minutes offset(hours * 60 + minutes);
    return text.startsWith(u'-') ? -offset : offset;
}

std::optional<RealTime> dayOf(const QRegularExpressionMatch& match)
{
    const std::chrono::year_month_day day{std::chrono::year(match.captured(1).toInt()),
                                          std::chrono::month(match.captured(2).toUInt()),
                                          std::chrono::day(match.captured(3).toUInt())};
    if (!day.ok() || match.captured(1).toInt() < 1)
        return std::nullopt;
    return RealTime(std::chrono::sys_days(day));
}

/// Of the hours, minutes, seconds and fraction, where they are written.
std::optional<Moment> timeOf(RealTime day, const QRegularExpressionMatch& match)
{
    const int hour = match.captured(4).toInt();
    const int minute = match.captured(5).toInt();
    const int second = match.captured(6).toInt();
    const auto offset = offsetOf(match.captured(8));
    if (hour > 23 || minute > 59 || second > 59 || !offset)
        return std::nullopt;
    const QString fraction = match.captured(7);
    const RealTime from = day + std::chrono::hours(hour) + std::chrono::minutes(minute) +
                          std::chrono::seconds(second) + fractionOf(fraction) - *offset;
    Micros covered = match.captured(6).isEmpty() ? Micros(1min) : Micros(1s);
    for (qsizetype i = 0; i < fraction.size() && covered.count() > 1; ++i)
        covered /= 10;
    return Moment{from, from + covered};
}

} // namespace

std::optional<Moment> momentOf(QStringView text, RealTime now)
{
    static const QRegularExpression iso(QStringLiteral(
        R"(^(\d{4})-(\d\d)-(\d\d)(?:[Tt ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?([Zz]|[+-]\d\d:?\d\d)?)?$)"));
    const auto match = iso.match(text.toString());
    if (!match.hasMatch())
        return ago(text, now);
    const auto day = dayOf(match);
    if (!day)
        return std::nullopt;
    return match.captured(4).isEmpty() ? Moment{*day, *day + Micros(24h)} : timeOf(*day, match);
}

} // namespace hookworks
