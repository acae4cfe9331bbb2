// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/relative_time.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimeZone>

#include <algorithm>
#include <cmath>

namespace hookworks {

namespace {

QDateTime localTime(RealTime time)
{
    return QDateTime::fromMSecsSinceEpoch(microsSinceEpoch(time) / 1000).toLocalTime();
}

QString ago(qint64 secs)
{
    if (secs < 60)
        return QCoreApplication::translate("hookworks", "%1 s ago").arg(secs);
    if (secs < 3600)
        return QCoreApplication::translate("hookworks", "%1 min ago").arg(secs / 60);
    return QCoreApplication::translate("hookworks", "%1 h ago").arg(secs / 3600);
}

QString ahead(qint64 secs)
{
    if (secs < 60)
        return QCoreApplication::translate("hookworks", "in %1 s").arg(secs);
    if (secs < 3600)
        return QCoreApplication::translate("hookworks", "in %1 min").arg(secs / 60);
    return QCoreApplication::translate("hookworks", "in %1 h").arg(secs / 3600);
}

} // namespace

QString relativeTime(RealTime time, RealTime now)
{
    constexpr qint64 day = 24 * 3600;
    const qint64 since = std::chrono::floor<std::chrono::seconds>(now - time).count();
    if (std::abs(since) >= day)
        return localTime(time).toString(QStringLiteral("yyyy-MM-dd hh:mm"));
    if (since >= -2) // a moment ahead: `now` was read a moment ago
        return since < 2 ? QCoreApplication::translate("hookworks", "just now") : ago(since);
    return ahead(-since);
}

QString exactTime(RealTime time)
{
    const QDateTime local = localTime(time);
    const int minutes = local.offsetFromUtc() / 60;
    const QString offset = QStringLiteral("%1%2:%3")
                               .arg(minutes < 0 ? QStringLiteral("-") : QStringLiteral("+"))
                               .arg(std::abs(minutes) / 60, 2, 10, QLatin1Char('0'))
                               .arg(std::abs(minutes) % 60, 2, 10, QLatin1Char('0'));
    return local.toString(QStringLiteral("yyyy-MM-dd hh:mm:ss.zzz ")) + offset;
}

QString timeOfDay(RealTime time, RealTime now, bool milliseconds)
{
    const QDateTime local = localTime(time);
    const QDate today = localTime(now).date();
    if (local.date() != today)
        return local.toString(local.date().year() == today.year() ? QStringLiteral("d MMM hh:mm:ss")
                                                                  : QStringLiteral("d MMM yyyy hh:mm"));
    return local.toString(milliseconds ? QStringLiteral("hh:mm:ss.zzz") : QStringLiteral("hh:mm:ss"));
}

QString countdown(Micros left)
{
    const qint64 secs = std::chrono::ceil<std::chrono::seconds>(left).count();
    if (secs <= 0)
        return QCoreApplication::translate("hookworks", "now");
    const auto two = [](qint64 number) { return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0')); };
    if (secs < 3600)
        return QStringLiteral("%1:%2").arg(secs / 60).arg(two(secs % 60));
    return QStringLiteral("%1:%2:%3").arg(secs / 3600).arg(two(secs / 60 % 60), two(secs % 60));
}

QString measured(Micros duration)
{
    const double millis = milliseconds(duration);
    if (millis < 1)
        return QCoreApplication::translate("hookworks", "%1 µs").arg(duration.count());
    if (millis < 10)
        return QCoreApplication::translate("hookworks", "%1 ms").arg(millis, 0, 'f', 1);
    if (millis < 1000)
        return QCoreApplication::translate("hookworks", "%1 ms").arg(std::lround(millis));
    return QCoreApplication::translate("hookworks", "%1 s")
        .arg(millis / 1000, 0, 'f', millis < 10000 ? 2 : 1);
}

} // namespace hookworks
