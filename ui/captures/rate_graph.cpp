// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/captures/rate_graph.h"

#include "ui/widgets/state_mark.h"
#include "ui/widgets/theme.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace hookworks {

namespace {

constexpr int keptSeconds = 60;
constexpr int barWidth = 2;

} // namespace

RateGraph::RateGraph(QWidget* parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Requests a second"));
    setToolTip(tr("Requests a second, over the last minute"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void RateGraph::tick()
{
    const bool still = m_pending == 0 && (m_seconds.isEmpty() || std::ranges::max(m_seconds) == 0);
    m_seconds << m_pending;
    m_pending = 0;
    if (m_seconds.size() > keptSeconds)
        m_seconds.removeFirst();
    if (still)
        return;
    setAccessibleDescription(tr("%n a second", nullptr, m_seconds.last()));
    update();
}

QSize RateGraph::sizeHint() const
{
    const QFontMetrics metrics(captionFont(font()));
    return {keptSeconds * barWidth + 8 + metrics.horizontalAdvance(QStringLiteral("00,000/s")),
            metrics.height() + 6};
}

void RateGraph::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const int graph = keptSeconds * barWidth;
    const int most = std::max(1, m_seconds.isEmpty() ? 1 : std::ranges::max(m_seconds));
    painter.fillRect(0, height() - 1, graph, 1, lineColour(palette()));
    for (qsizetype i = 0; i < m_seconds.size(); ++i) {
        const int tall = m_seconds[i] * (height() - 2) / most;
        const int x = graph - static_cast<int>(m_seconds.size() - i) * barWidth;
        painter.fillRect(x, height() - 1 - std::max(tall, m_seconds[i] > 0 ? 2 : 0), barWidth,
                         std::max(tall, m_seconds[i] > 0 ? 2 : 0),
                         stateColour(StateKind::Sending, palette()));
    }
    painter.setFont(captionFont(font()));
    painter.setPen(quietTextColour(palette()));
    const int now = m_seconds.isEmpty() ? 0 : m_seconds.last();
    painter.drawText(rect().adjusted(graph + 8, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                     tr("%1/s").arg(QLocale().toString(now)));
}

} // namespace hookworks
