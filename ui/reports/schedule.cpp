// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/schedule.h"

#include "ui/widgets/state_mark.h"
#include "ui/widgets/theme.h"

#include <QDateTime>
#include <QPainter>
#include <QTimeZone>

namespace hookworks {

namespace {

struct Step
{
    int months = 0;
    qint64 secs = 0;
};

std::optional<Step> stepOf(const QString& frequency)
{
    constexpr qint64 hour = 3600, day = 24 * hour;
    const QString word = frequency.toLower();
    const std::pair<QStringView, Step> steps[] = {
        {u"hour", {0, hour}}, {u"dai", {0, day}}, {u"week", {0, 7 * day}}, {u"month", {1, 0}},
        {u"quarter", {3, 0}}, {u"year", {12, 0}}, {u"annual", {12, 0}}};
    for (const auto& [part, step] : steps) {
        if (word.contains(part))
            return step;
    }
    return std::nullopt;
}

QDateTime utc(RealTime time)
{
    return QDateTime::fromMSecsSinceEpoch(microsSinceEpoch(time) / 1000, Qt::UTC);
}

QDateTime runAt(const QDateTime& start, const Step& step, qint64 index)
{
    return step.months > 0 ? start.addMonths(static_cast<int>(index) * step.months)
                           : start.addSecs(index * step.secs);
}

/// The first run after `now`, found without counting through years of hours.
qint64 firstIndex(const QDateTime& start, const Step& step, const QDateTime& now)
{
    if (now < start)
        return 0;
    const qint64 unit = step.months > 0 ? qint64(step.months) * 31 * 24 * 3600 : step.secs;
    qint64 index = start.secsTo(now) / unit;
    while (runAt(start, step, index) <= now)
        ++index;
    return index;
}

} // namespace

QList<RealTime> comingRuns(const Schedule& schedule, RealTime now, int count)
{
    QList<RealTime> runs;
    const QDateTime start = utc(schedule.start);
    const auto step = stepOf(schedule.frequency);
    if (!step) {
        if (schedule.frequency.startsWith(u"once", Qt::CaseInsensitive) && schedule.start > now)
            runs.append(schedule.start);
        return runs;
    }
    for (qint64 index = firstIndex(start, *step, utc(now)); runs.size() < count; ++index) {
        const RealTime run = realTimeFromMicros(runAt(start, *step, index).toMSecsSinceEpoch() * 1000);
        if (schedule.end && run > *schedule.end)
            break;
        runs.append(run);
    }
    return runs;
}

ComingRuns::ComingRuns(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Coming runs"));
}

void ComingRuns::setRuns(const QList<RealTime>& runs)
{
    m_runs = runs;
    QStringList words;
    for (const RealTime run : runs)
        words << utc(run).toLocalTime().toString(QStringLiteral("yyyy-MM-dd hh:mm"));
    setAccessibleDescription(words.isEmpty() ? tr("No coming runs") : words.join(QStringLiteral(", ")));
    setToolTip(words.join(u'\n'));
    update();
}

QSize ComingRuns::sizeHint() const
{
    return {200, 2 * fontMetrics().height() + 26};
}

void ComingRuns::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(quietTextColour(palette()));
    if (m_runs.isEmpty()) {
        painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter,
                         tr("No coming runs: the schedule has ended."));
        return;
    }
    constexpr double side = 12;
    const double cell = std::max(92.0, fontMetrics().averageCharWidth() * 14.0);
    const auto shown = std::min<qsizetype>(m_runs.size(), static_cast<qsizetype>(width() / cell));
    painter.setPen(QPen(stateColour(StateKind::Planned, palette()), 1, Qt::DashLine));
    painter.drawLine(QPointF(0, 10), QPointF(static_cast<double>(shown) * cell - 12, 10));
    for (qsizetype i = 0; i < shown; ++i) {
        const double x = static_cast<double>(i) * cell;
        const QDateTime local = utc(m_runs[i]).toLocalTime();
        painter.fillRect(QRectF(x - 2, 2, side + 4, 16), palette().window());
        paintStateMark(painter, QRectF(x, 10 - side / 2, side, side), StateKind::Planned, palette());
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(QPointF(x, 22 + fontMetrics().ascent()),
                         local.toString(QStringLiteral("yyyy-MM-dd")));
        painter.setPen(quietTextColour(palette()));
        painter.drawText(QPointF(x, 22 + fontMetrics().ascent() + fontMetrics().height()),
                         local.toString(QStringLiteral("ddd hh:mm")));
    }
}

} // namespace hookworks
