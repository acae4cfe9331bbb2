// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/http_date.h"

#include "http/characters.h"

#include <QByteArrayList>

#include <algorithm>
#include <array>

namespace hookworks {

namespace {

using namespace std::chrono;

constexpr std::array dayNames{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
constexpr std::array monthNames{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

/// `digits` decimal digits and nothing else; -1: something else.
int number(QByteArrayView text, qsizetype digits)
{
    if (text.size() != digits || !std::ranges::all_of(text, isDigit))
        return -1;
    int value = 0;
    for (const char c : text)
        value = value * 10 + (c - '0');
    return value;
}

bool isDayName(QByteArrayView text)
{
    return std::ranges::any_of(dayNames,
                               [&](QByteArrayView name) { return text == name || text == name.first(3); });
}

month monthOf(QByteArrayView text)
{
    const auto found =
        std::ranges::find(monthNames, text, [](const char* name) { return QByteArrayView(name); });
    return month(static_cast<unsigned>(found - monthNames.begin()) +
                 1); // 13, which no date has, where it is none
}

std::optional<std::chrono::seconds> timeOfDay(QByteArrayView text)
{
    if (text.size() != 8 || text[2] != ':' || text[5] != ':')
        return std::nullopt;
    const int hour = number(text.first(2), 2);
    const int minute = number(text.sliced(3, 2), 2);
    const int second = number(text.sliced(6), 2);
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60)
        return std::nullopt;
    return hours(hour) + minutes(minute) + std::chrono::seconds(second);
}

std::optional<RealTime> instant(int yearNumber, month monthOfYear, int dayOfMonth, QByteArrayView time)
{
    const year_month_day date(year(yearNumber), monthOfYear,
                              day(static_cast<unsigned>(std::max(0, dayOfMonth))));
    const auto clock = timeOfDay(time);
    if (yearNumber < 0 || !date.ok() || !clock)
        return std::nullopt;
    return RealTime(sys_days(date)) + *clock;
}

/// RFC 9110, 5.6.7: what seems to lie more than 50 years ahead is the most recent such year of the past.
std::optional<RealTime> withShortYear(int shortYear, month monthOfYear, int dayOfMonth, QByteArrayView time,
                                      RealTime now)
{
    if (shortYear < 0)
        return std::nullopt;
    const year_month_day today(floor<days>(now));
    const int latest = int(today.year()) + 50;
    const int candidate = latest - (latest - shortYear) % 100;
    const year_month_day date(year(candidate), monthOfYear,
                              day(static_cast<unsigned>(std::max(0, dayOfMonth))));
    const bool tooLate = date > year_month_day(year(latest), today.month(), today.day());
    return instant(tooLate ? candidate - 100 : candidate, monthOfYear, dayOfMonth, time);
}

QByteArrayList wordsOf(QByteArrayView text)
{
    QByteArrayList words = text.toByteArray().split(' ');
    words.removeAll(QByteArray());
    return words;
}

} // namespace

std::optional<RealTime> httpDate(QByteArrayView text, RealTime now)
{
    const QByteArrayList words = wordsOf(text);
    if (words.isEmpty() || !isDayName(words[0].endsWith(',') ? words[0].chopped(1) : words[0]))
        return std::nullopt;
    const bool comma = words[0].endsWith(',');
    if (comma && words.size() == 6 && words[5] == "GMT")
        return instant(number(words[3], 4), monthOf(words[2]), number(words[1], 2), words[4]);
    if (comma && words.size() == 4 && words[3] == "GMT" && words[1].size() == 9 && words[1][2] == '-' &&
        words[1][6] == '-')
        return withShortYear(number(words[1].sliced(7), 2), monthOf(words[1].sliced(3, 3)),
                             number(words[1].first(2), 2), words[2], now);
    if (!comma && words.size() == 5)
        return instant(number(words[4], 4), monthOf(words[1]), number(words[2], words[2].size() == 1 ? 1 : 2),
                       words[3]);
    return std::nullopt;
}

} // namespace hookworks
