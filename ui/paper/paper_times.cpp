// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paper/paper_times.h"

#include <QDateTime>
#include <QHash>
#include <QLocale>

#include <algorithm>

namespace hookworks {

namespace {

constexpr double latest = 4e11; ///< what lies beyond is no date of a report

/// The next digits as a number, at most so many.
std::optional<int> takeDigits(QStringView& rest, int most)
{
    int count = 0;
    while (count < most && count < rest.size() && rest[count].isDigit())
        ++count;
    bool good = count > 0;
    const int number = good ? rest.first(count).toInt(&good) : 0;
    rest = rest.sliced(count);
    return good ? std::optional(number) : std::nullopt;
}

struct DateParts
{
    int year = 2000, month = 1, day = 1, hour = 0, minute = 0, second = 0;
};

std::optional<int> takeMonthName(QStringView& rest)
{
    for (int month = 1; month <= 12; ++month) {
        for (const QLocale::FormatType form : {QLocale::LongFormat, QLocale::ShortFormat}) {
            const QString name = QLocale::c().monthName(month, form);
            if (!rest.startsWith(name, Qt::CaseInsensitive))
                continue;
            rest = rest.sliced(name.size());
            return month;
        }
    }
    return std::nullopt;
}

bool takePart(QStringView& rest, QChar code, DateParts& parts)
{
    const auto take = [&rest](int& target, int most) {
        const auto number = takeDigits(rest, most);
        target = number.value_or(0);
        return number.has_value();
    };
    switch (code.unicode()) {
    case u'Y':
        return take(parts.year, 4);
    case u'm':
        return take(parts.month, 2);
    case u'd':
    case u'e':
        return take(parts.day, 2);
    case u'H':
    case u'I':
        return take(parts.hour, 2);
    case u'M':
        return take(parts.minute, 2);
    case u'S':
    case u's':
        return take(parts.second, 2);
    case u'b':
    case u'B': {
        const auto month = takeMonthName(rest);
        parts.month = month.value_or(1);
        return month.has_value();
    }
    case u'y': {
        const bool good = take(parts.year, 2);
        parts.year += 2000;
        return good;
    }
    default:
        return false;
    }
}

} // namespace

std::optional<double> secondsOfTime(const QString& text, const QString& format)
{
    DateParts parts;
    QStringView rest(text);
    for (qsizetype i = 0; i < format.size(); ++i) {
        const bool code = format[i] == u'%' && i + 1 < format.size();
        if (code && takePart(rest, format[i + 1], parts)) {
            ++i;
            continue;
        }
        if (code || rest.isEmpty() || rest[0] != format[i])
            return std::nullopt;
        rest = rest.sliced(1);
    }
    const QDateTime time(QDate(parts.year, parts.month, parts.day),
                         QTime(parts.hour, parts.minute, parts.second), Qt::UTC);
    return time.isValid() ? std::optional(double(time.toSecsSinceEpoch())) : std::nullopt;
}

QString timeInFormat(double seconds, const QString& format)
{
    static const QHash<QChar, QString> words{
        {u'Y', QStringLiteral("yyyy")}, {u'y', QStringLiteral("yy")},   {u'm', QStringLiteral("MM")},
        {u'd', QStringLiteral("dd")},   {u'e', QStringLiteral("d")},    {u'H', QStringLiteral("HH")},
        {u'I', QStringLiteral("hh")},   {u'M', QStringLiteral("mm")},   {u'S', QStringLiteral("ss")},
        {u's', QStringLiteral("ss")},   {u'b', QStringLiteral("MMM")},  {u'B', QStringLiteral("MMMM")},
        {u'a', QStringLiteral("ddd")},  {u'A', QStringLiteral("dddd")}, {u'p', QStringLiteral("AP")}};
    const QDateTime time =
        QDateTime::fromSecsSinceEpoch(static_cast<qint64>(std::clamp(seconds, -latest, latest)), Qt::UTC);
    QString made;
    for (qsizetype i = 0; i < format.size(); ++i) {
        const bool code = format[i] == u'%' && i + 1 < format.size();
        if (code && words.contains(format[i + 1]))
            made += QLocale::c().toString(time, words[format[++i]]);
        else
            made += format[i];
    }
    return made;
}

} // namespace hookworks
