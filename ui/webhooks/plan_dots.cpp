// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/webhooks/plan_dots.h"

#include "ui/widgets/state_mark.h"
#include "workbench/design/policies.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace hookworks {

namespace {

double markSide()
{
    return sized(Size::StateShape);
}

Micros stretched(Micros duration, double factor)
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
    setAccessibleName(tr("Retry plan"));
    setAccessibleDescription(summary(plan, jitter));
    update();
}

QSize PlanDots::sizeHint() const
{
    return {scaled(320), sized(Size::StateShape) + space::tight + lineHeight(Face::Caption)};
}

QSize PlanDots::minimumSizeHint() const
{
    return {scaled(120), sizeHint().height()};
}

QString PlanDots::summary(const QList<PlannedAttempt>& plan, double jitter)
{
    if (plan.size() < 2)
        return tr("One attempt, no retries");
    if (jitter > 0)
        return tr("%n attempts, the last after %1 to %2", nullptr, static_cast<int>(plan.size()))
            .arg(durationWords(stretched(plan.last().after, 1 - jitter)),
                 durationWords(stretched(plan.last().after, 1 + jitter)));
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
    const double free = width() - markSide() - space::hair;
    const double unit = sum > 0 ? std::min<double>(scaled(40), free / sum) : 0;
    QList<double> places{markSide() / 2 + 1};
    for (const double share : shares)
        places.append(places.last() + share * unit);
    return places;
}

void PlanDots::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(fontOf(Face::Caption));
    const QFontMetricsF metrics(painter.font());
    const double side = markSide();
    const double line = side / 2;
    const QList<double> x = m_plan.isEmpty() ? QList<double>() : places();
    for (qsizetype i = 1; i < x.size(); ++i) {
        const double from = x[i - 1] + side / 2 + space::hair;
        const double to = x[i] - side / 2 - space::hair;
        painter.setPen(QPen(stateColour(StateKind::Planned, palette()), shape::line, Qt::DashLine));
        if (to > from)
            painter.drawLine(QPointF(from, line), QPointF(to, line));
        const QString gap = Policies::gapWords(m_plan[i].gap);
        painter.setPen(colour(Colour::Quiet, palette()));
        if (metrics.horizontalAdvance(gap) + space::tight <= x[i] - x[i - 1])
            painter.drawText(QRectF(x[i - 1], side + space::tight, x[i] - x[i - 1], metrics.height()),
                             Qt::AlignCenter, gap);
    }
    for (const double middle : x)
        paintStateMark(painter, QRectF(middle - side / 2, 0, side, side), StateKind::Planned, palette());
}

/// The dot under the pointer says when its attempt is.
bool PlanDots::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    auto* help = static_cast<QHelpEvent*>(event);
    const QList<double> x = m_plan.isEmpty() ? QList<double>() : places();
    for (qsizetype i = 0; i < std::min(x.size(), m_plan.size()); ++i) {
        if (std::abs(help->pos().x() - x[i]) > markSide())
            continue;
        const QString when = i == 0 ? tr("at once") : tr("after %1").arg(durationWords(m_plan[i].after));
        QToolTip::showText(help->globalPos(), tr("Attempt %1, %2").arg(m_plan[i].number).arg(when), this);
        return true;
    }
    QToolTip::hideText();
    return true;
}

} // namespace hookworks
