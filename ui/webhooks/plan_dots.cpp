// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/webhooks/plan_dots.h"

#include "ui/widgets/state_mark.h"
#include "ui/widgets/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace hookworks {

namespace {

constexpr double markSide = 12;
constexpr double labelSpace = 10;

Micros scaled(Micros duration, double factor)
{
    return Micros(static_cast<qint64>(static_cast<double>(duration.count()) * factor));
}

} // namespace

PlanDots::PlanDots(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setPlan({});
}

void PlanDots::setPlan(const QList<PlannedAttempt>& plan, double jitter)
{
    m_plan = plan;
    m_jitter = jitter;
    setAccessibleName(tr("Retry plan"));
    setAccessibleDescription(summary(plan, jitter));
    updateGeometry();
    update();
}

QSize PlanDots::sizeHint() const
{
    return {240, 2 * fontMetrics().height() + 22};
}

QString PlanDots::summary(const QList<PlannedAttempt>& plan, double jitter)
{
    if (plan.size() < 2)
        return tr("One attempt, no retries");
    if (jitter > 0)
        return tr("%n attempts, the last after %1 to %2", nullptr, static_cast<int>(plan.size()))
            .arg(durationWords(scaled(plan.last().after, 1 - jitter)),
                 durationWords(scaled(plan.last().after, 1 + jitter)));
    return tr("%n attempts, the last after %1", nullptr, static_cast<int>(plan.size()))
        .arg(durationWords(plan.last().after));
}

QList<double> PlanDots::places() const
{
    QList<double> shares;
    double sum = 0;
    for (qsizetype i = 1; i < m_plan.size(); ++i) {
        shares.append(1 + std::log2(1 + seconds(m_plan[i].gap) / 20));
        sum += shares.last();
    }
    const double free = width() - markSide - 4;
    const double unit = sum > 0 ? std::min(40.0, free / sum) : 0;
    QList<double> places{markSide / 2 + 1};
    for (const double share : shares)
        places.append(places.last() + share * unit);
    return places;
}

void PlanDots::paintEvent(QPaintEvent*)
{
    if (m_plan.isEmpty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFont small = captionFont(font());
    const QFontMetricsF metrics(small);
    const double line = metrics.height() + 4 + markSide / 2;
    const QList<double> x = places();
    const QColor quiet = quietTextColour(palette());
    painter.setFont(small);
    for (qsizetype i = 1; i < x.size(); ++i) {
        const double from = x[i - 1] + markSide / 2 + 2;
        const double to = x[i] - markSide / 2 - 2;
        painter.setPen(QPen(stateColour(StateKind::Planned, palette()), 1, Qt::DashLine));
        if (to > from)
            painter.drawLine(QPointF(from, line), QPointF(to, line));
        const QString gap = durationWords(m_plan[i].gap);
        painter.setPen(quiet);
        if (metrics.horizontalAdvance(gap) + labelSpace <= x[i] - x[i - 1])
            painter.drawText(QRectF(x[i - 1], 0, x[i] - x[i - 1], metrics.height()), Qt::AlignCenter, gap);
    }
    for (qsizetype i = 0; i < x.size(); ++i)
        paintStateMark(painter, QRectF(x[i] - markSide / 2, line - markSide / 2, markSide, markSide),
                       i == 0 ? StateKind::Sending : StateKind::Planned, palette());
    painter.setFont(font());
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(QRectF(0, line + markSide / 2 + 4, width(), fontMetrics().height()),
                     Qt::AlignLeft | Qt::AlignVCenter, summary(m_plan, m_jitter));
}

/// The dot under the pointer says when its attempt is.
bool PlanDots::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    auto* help = static_cast<QHelpEvent*>(event);
    const QList<double> x = places();
    for (qsizetype i = 0; i < std::min(x.size(), m_plan.size()); ++i) {
        if (std::abs(help->pos().x() - x[i]) > markSide)
            continue;
        const QString when = i == 0 ? tr("at once") : tr("after %1").arg(durationWords(m_plan[i].after));
        QToolTip::showText(help->globalPos(), tr("Attempt %1, %2").arg(m_plan[i].number).arg(when), this);
        return true;
    }
    QToolTip::hideText();
    return true;
}

} // namespace hookworks
