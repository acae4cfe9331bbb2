// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/run_calendar.h"

#include "ui/widgets/text_views.h"
#include "ui/widgets/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

namespace hookworks {

namespace {

constexpr int columns = 7;
constexpr int rows = 7; ///< the names of the days, and six weeks

/// How many days of the month before stand in the first week, which begins on a Monday.
int leadOf(const QDate& month)
{
    return QDate(month.year(), month.month(), 1).dayOfWeek() - 1;
}

} // namespace

RunCalendar::RunCalendar(QWidget* parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(tr("Calendar of the runs"));
}

void RunCalendar::show(const QDate& month, const QMap<QDate, int>& runs)
{
    m_month = QDate(month.year(), month.month(), 1);
    m_runs = runs;
    QStringList days;
    for (auto it = runs.cbegin(); it != runs.cend(); ++it)
        days << QString::number(it.key().day());
    const QString name = QLocale::c().toString(m_month, QStringLiteral("MMMM yyyy"));
    setAccessibleDescription(days.isEmpty()
                                 ? tr("%1: no runs").arg(name)
                                 : tr("%1: runs on %2").arg(name, days.join(QStringLiteral(", "))));
    update();
}

QSize RunCalendar::sizeHint() const
{
    return {columns * scaled(30), rows * scaled(26)};
}

QRect RunCalendar::cell(int column, int row) const
{
    const int w = scaled(30), h = scaled(26);
    return {column * w, row * h, w, h};
}

std::optional<QDate> RunCalendar::dayAt(const QPoint& place) const
{
    for (int day = 1; day <= m_month.daysInMonth(); ++day) {
        const int index = leadOf(m_month) + day - 1;
        if (cell(index % columns, index / columns + 1).contains(place))
            return QDate(m_month.year(), m_month.month(), day);
    }
    return std::nullopt;
}

bool RunCalendar::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    auto* help = static_cast<QHelpEvent*>(event);
    const auto day = dayAt(help->pos());
    if (day && m_runs.contains(*day))
        QToolTip::showText(help->globalPos(),
                           plainToolTip(m_runs[*day] == 1 ? tr("1 run") : tr("%1 runs").arg(m_runs[*day])),
                           this);
    return true;
}

void RunCalendar::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        emit moveWanted(-1);
        return;
    case Qt::Key_Right:
        emit moveWanted(1);
        return;
    case Qt::Key_Home:
        emit moveWanted(0);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void RunCalendar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(fontOf(Face::Caption));
    painter.setPen(quietTextColour(palette()));
    for (int i = 0; i < columns; ++i)
        painter.drawText(cell(i, 0), Qt::AlignCenter,
                         QLocale::c().dayName(i + 1, QLocale::ShortFormat).left(1));
    for (int day = 1; day <= m_month.daysInMonth(); ++day) {
        const int index = leadOf(m_month) + day - 1;
        const QRect place = cell(index % columns, index / columns + 1);
        const bool runs = m_runs.contains(QDate(m_month.year(), m_month.month(), day));
        if (runs) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(stateTint(StateKind::Sending, palette()));
            painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), shape::smallRadius, shape::smallRadius);
        }
        painter.setFont(fontOf(runs ? Face::Strong : Face::Caption));
        painter.setPen(runs ? stateInk(StateKind::Sending, palette()) : colour(Colour::Text, palette()));
        painter.drawText(place, Qt::AlignCenter, QString::number(day));
    }
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colour(Colour::Accent, palette()), shape::focusRing));
        painter.drawRoundedRect(rect().adjusted(1, 1, -1, -1), shape::radius, shape::radius);
    }
}

} // namespace hookworks
