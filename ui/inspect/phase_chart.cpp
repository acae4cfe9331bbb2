// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/phase_chart.h"

#include "ui/widgets/app_style.h"
#include "ui/widgets/state_mark.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/tokens.h"
#include "ui/widgets/wrapped_text.h"

#include <QPainter>

#include <algorithm>

namespace hookworks {

namespace {

int barHeight()
{
    return scaled(10);
}

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
    QSizePolicy fits(QSizePolicy::Expanding, QSizePolicy::Preferred);
    fits.setHeightForWidth(true);
    setSizePolicy(fits);
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

QList<PhaseChart::Row> PhaseChart::rows() const
{
    QList<Row> rows{{tr("Sent"), m_phases.sent},
                    {tr("Received"), m_phases.received},
                    {tr("Forwarded"), m_phases.forwarded}};
    rows.removeIf([](const Row& row) { return row.phases.isEmpty(); });
    return rows;
}

int PhaseChart::nameWidth() const
{
    const QFontMetrics metrics(captionFont(font()));
    int widest = 0;
    for (const Row& row : rows())
        widest = std::max(widest, metrics.horizontalAdvance(row.name));
    return widest + space::normal;
}

/// A line with the name and its bar, and the words below, in as many lines as they take.
int PhaseChart::rowHeight(const Row& row, int width) const
{
    const QFont caption = captionFont(font());
    return lineHeight(Face::Caption) + layOutWrapped(spoken(row.phases), Face::Caption, caption, width) +
           space::tight;
}

int PhaseChart::heightForWidth(int width) const
{
    int height = 0;
    for (const Row& row : rows())
        height += rowHeight(row, width);
    return height;
}

QSize PhaseChart::sizeHint() const
{
    return {scaled(480), heightForWidth(scaled(480))};
}

QSize PhaseChart::minimumSizeHint() const
{
    return {scaled(120), rows().isEmpty() ? 0 : QFontMetrics(captionFont(font())).height()};
}

void PhaseChart::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(captionFont(font()));
    int top = 0;
    for (const Row& row : rows()) {
        paintRow(painter, row, top);
        top += rowHeight(row, width());
    }
}

void PhaseChart::paintRow(QPainter& painter, const Row& row, int top) const
{
    const int line = lineHeight(Face::Caption);
    const int left = nameWidth();
    const double scale =
        std::max(1, width() - left) / std::max(1.0, static_cast<double>(m_phases.end().count()));
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(QRect(0, top, left, line), Qt::AlignVCenter, row.name);
    const qsizetype longest = longestOf(row.phases);
    const double barTop = top + (line - barHeight()) / 2.0;
    for (qsizetype i = 0; i < row.phases.size(); ++i) {
        const double from = std::max(0.0, static_cast<double>(row.phases[i].from.count()) * scale);
        const double length = std::max(1.5, static_cast<double>(row.phases[i].length.count()) * scale);
        painter.fillRect(QRectF(left + from, barTop, length, barHeight()),
                         phaseColour(palette(), i, i == longest));
    }
    painter.setPen(quietTextColour(palette()));
    const QPointF at(0, top + line);
    layOutWrapped(spoken(row.phases), Face::Caption, painter.font(), width(), Qt::AlignLeft, &painter, &at);
}

} // namespace hookworks
