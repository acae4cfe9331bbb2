// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/phase_chart.h"

#include "ui/widgets/state_mark.h"
#include "ui/widgets/theme.h"

#include <QPainter>

#include <algorithm>

namespace hookworks {

namespace {

constexpr int barHeight = 10;
constexpr int nameWidth = 72;

/// Alternating weights of the text's colour: phases are no states, so they have no state's colour.
QColor phaseColour(const QPalette& palette, qsizetype index, bool strong)
{
    QColor colour = strong ? stateColour(StateKind::Sending, palette) : palette.color(QPalette::Text);
    constexpr float weights[] = {0.35F, 0.6F};
    colour.setAlphaF(strong ? 0.85F : weights[index % 2]);
    return colour;
}

qsizetype longestOf(const QList<Phase>& phases)
{
    const auto longest = std::ranges::max_element(phases, {}, &Phase::length);
    return longest == phases.end() ? -1 : longest - phases.begin();
}

} // namespace

PhaseChart::PhaseChart(QWidget* parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Timing"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void PhaseChart::setPhases(ExchangePhases phases)
{
    m_phases = std::move(phases);
    QStringList words;
    if (!m_phases.sent.isEmpty())
        words << tr("Sent: %1").arg(spoken(m_phases.sent));
    if (!m_phases.received.isEmpty())
        words << tr("Received: %1").arg(spoken(m_phases.received));
    if (!m_phases.forwarded.isEmpty())
        words << tr("Forwarded: %1").arg(spoken(m_phases.forwarded));
    setAccessibleDescription(words.join(QStringLiteral(". ")));
    updateGeometry();
    update();
}

int PhaseChart::rowHeight() const
{
    return QFontMetrics(captionFont(font())).height() + barHeight + 8;
}

int PhaseChart::rows() const
{
    int filled = 0;
    for (const QList<Phase>* row : {&m_phases.sent, &m_phases.received, &m_phases.forwarded})
        filled += row->isEmpty() ? 0 : 1;
    return filled;
}

QSize PhaseChart::sizeHint() const
{
    return {480, rows() * rowHeight()};
}

QSize PhaseChart::minimumSizeHint() const
{
    return {200, rows() * rowHeight()};
}

void PhaseChart::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    int top = 0;
    const auto paint = [&](const QString& name, const QList<Phase>& phases) {
        if (phases.isEmpty())
            return;
        paintRow(painter, name, phases, top);
        top += rowHeight();
    };
    paint(tr("Sent"), m_phases.sent);
    paint(tr("Received"), m_phases.received);
    paint(tr("Forwarded"), m_phases.forwarded);
}

void PhaseChart::paintRow(QPainter& painter, const QString& name, const QList<Phase>& phases, int top) const
{
    const double width = std::max(1, this->width() - nameWidth - 4);
    const double scale = width / std::max(1.0, static_cast<double>(m_phases.end().count()));
    painter.setFont(captionFont(font()));
    painter.setPen(palette().color(QPalette::Text));
    const int textHeight = painter.fontMetrics().height();
    painter.drawText(QRect(0, top + barHeight / 2 - textHeight / 2, nameWidth, textHeight), Qt::AlignVCenter,
                     name);
    const qsizetype longest = longestOf(phases);
    for (qsizetype i = 0; i < phases.size(); ++i) {
        const double from = std::max(0.0, static_cast<double>(phases[i].from.count()) * scale);
        const double length = std::max(1.5, static_cast<double>(phases[i].length.count()) * scale);
        painter.fillRect(QRectF(nameWidth + from, top, length, barHeight),
                         phaseColour(palette(), i, i == longest));
    }
    painter.setPen(quietTextColour(palette()));
    const QString words =
        painter.fontMetrics().elidedText(spoken(phases), Qt::ElideRight, static_cast<int>(width));
    painter.drawText(QRectF(nameWidth, top + barHeight + 2, width, textHeight), Qt::AlignVCenter, words);
}

} // namespace hookworks
