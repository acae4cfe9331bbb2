// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/time.h"

#include <QDateTime>
#include <QStringList>
#include <QTimeZone>

#include <cmath>

namespace hookworks {

namespace {

/// `2020-01-12T00:55:32`; kept, since many times of one second are asked for in turn.
const QString& isoSecond(qint64 second)
{
    thread_local qint64 last = 0;
    thread_local QString text;
    if (text.isEmpty() || second != last) {
        last = second;
        text = QDateTime::fromSecsSinceEpoch(second, Qt::UTC).toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss"));
    }
    return text;
}

QString iso(qint64 micros)
{
    const qint64 wholeSeconds = micros >= 0 ? micros / 1'000'000 : -((-micros + 999'999) / 1'000'000);
    const qint64 fraction = micros - wholeSeconds * 1'000'000;
    return isoSecond(wholeSeconds) + u'.'
           + QString::number(fraction).rightJustified(6, u'0') + u'Z';
}

/// Takes the digits of a fraction out of `text` and gives them as microseconds; -1 when they are malformed.
qint64 takeFraction(QString& text)
{
    const qsizetype dot = text.indexOf(u'.');
    if (dot < 0)
        return 0;
    qsizetype end = dot + 1;
    while (end < text.size() && text[end] >= u'0' && text[end] <= u'9')
        ++end;
    const QString digits = text.mid(dot + 1, end - dot - 1);
    text.remove(dot, end - dot);
    return digits.isEmpty() || digits.size() > 9 ? -1 : digits.leftJustified(6, u'0', true).toLongLong();
}

std::optional<qint64> microsFromIso(QStringView view)
{
    QString text = view.toString();
    const qint64 fraction = takeFraction(text);
    if (fraction < 0 || !text.contains(u'T'))
        return std::nullopt;
    const QDateTime time = QDateTime::fromString(text, Qt::ISODate);
    if (!time.isValid() || time.timeSpec() == Qt::LocalTime)
        return std::nullopt;
    return time.toSecsSinceEpoch() * 1'000'000 + fraction;
}

} // namespace

QString toIso(RealTime time) { return iso(microsSinceEpoch(time)); }

QString toIso(WorkTime time) { return iso(microsSinceEpoch(time)); }

QString toIsoMilliseconds(RealTime time)
{
    const QString micros = iso(microsSinceEpoch(time));
    return micros.chopped(4) + u'Z';
}

std::optional<RealTime> realTimeFromIso(QStringView text)
{
    const auto micros = microsFromIso(text);
    return micros ? std::optional(realTimeFromMicros(*micros)) : std::nullopt;
}

std::optional<WorkTime> workTimeFromIso(QStringView text)
{
    const auto micros = microsFromIso(text);
    return micros ? std::optional(workTimeFromMicros(*micros)) : std::nullopt;
}

Micros microsFromSeconds(double seconds) { return Micros(std::llround(seconds * 1e6)); }

QString durationWords(Micros duration)
{
    if (duration < std::chrono::seconds(1) && duration.count() != 0)
        return QStringLiteral("%1 ms").arg(std::round(milliseconds(duration) * 10) / 10);
    const qint64 total = std::llround(seconds(duration));
    const std::pair<qint64, QLatin1String> units[] = {{total / 86'400, QLatin1String("d")},
                                                      {total / 3'600 % 24, QLatin1String("h")},
                                                      {total / 60 % 60, QLatin1String("min")},
                                                      {total % 60, QLatin1String("s")}};
    QStringList words;
    for (const auto& [count, unit] : units) {
        if (count > 0)
            words << QStringLiteral("%1 %2").arg(count).arg(unit);
    }
    return words.isEmpty() ? QStringLiteral("0 s") : words.join(u' ');
}

} // namespace hookworks
