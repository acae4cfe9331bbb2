// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deliveries/timeline_painter.h"

#include "ui/widgets/state_mark.h"
#include "ui/widgets/theme.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace hookworks {

namespace {

QColor faded(QColor colour, double alpha)
{
    colour.setAlphaF(static_cast<float>(alpha));
    return colour;
}

/// Whole pixels and a half: a one-pixel line that is not smeared over two.
double crisp(double x)
{
    return std::floor(x) + 0.5;
}

class TimelinePainting
{
public:
    TimelinePainting(QPainter& painter, const TimelineFrame& frame, TextWidths& widths)
        : m_painter(painter)
        , m_frame(frame)
        , m_widths(widths)
        , m_context(frame.layoutContext(widths))
        , m_quiet(quietTextColour(frame.palette))
        , m_accent(stateColour(StateKind::Sending, frame.palette))
    {
    }

    void paint()
    {
        m_painter.fillRect(QRect(QPoint(0, 0), m_frame.size), m_frame.palette.base());
        m_painter.setFont(m_frame.smallFont);
        const QList<AxisTick> ticks = m_frame.scale.ticks(m_frame.plotWidth(), std::ref(m_widths));
        paintGrid(ticks);
        m_painter.setRenderHint(QPainter::Antialiasing);
        m_painter.save();
        m_painter.setClipRect(0, m_frame.axisHeight, m_frame.size.width(),
                              m_frame.size.height() - m_frame.axisHeight);
        for (int row = m_frame.firstRow(); row < m_frame.endRow(); ++row)
            paintRow(row);
        m_painter.restore();
        paintAxis(ticks);
        paintNowLine();
    }

private:
    QColor textColour() const { return m_frame.palette.color(QPalette::Text); }

    void paintGrid(const QList<AxisTick>& ticks)
    {
        m_painter.setPen(faded(textColour(), 0.07));
        for (const AxisTick& tick : ticks) {
            if (tick.x >= 0)
                m_painter.drawLine(QPointF(crisp(tick.x + m_frame.headerWidth), m_frame.axisHeight),
                                   QPointF(crisp(tick.x + m_frame.headerWidth), m_frame.size.height()));
        }
    }

    void paintRow(int row)
    {
        const QRect rect(0, m_frame.rowTop(row), m_frame.size.width(), laneHeight);
        if (const TimelineModel::Heading* heading = m_frame.model->heading(row))
            paintHeading(*heading, rect, row == m_frame.current.row);
        else
            paintLane(*m_frame.model->lane(row), row, rect);
    }

    void paintSelection(const QRect& rect)
    {
        m_painter.fillRect(rect,
                           faded(m_frame.palette.color(QPalette::Highlight), m_frame.focused ? 0.18 : 0.10));
        m_painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()),
                           m_frame.palette.color(QPalette::Highlight));
    }

    void paintHeading(const TimelineModel::Heading& heading, const QRect& rect, bool current)
    {
        m_painter.fillRect(rect, faded(textColour(), 0.05));
        if (current)
            paintSelection(rect);
        QFont bold = m_frame.font;
        bold.setBold(true);
        m_painter.setFont(bold);
        m_painter.setPen(textColour());
        const QString count = QString::number(heading.lanes);
        const int countWidth = static_cast<int>(m_widths(count)) + 24;
        const QString text =
            QFontMetrics(bold).elidedText(heading.text, Qt::ElideMiddle, rect.width() - countWidth - 24);
        m_painter.drawText(rect.adjusted(12, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, text);
        const int after = QFontMetrics(bold).horizontalAdvance(text);
        m_painter.setFont(m_frame.smallFont);
        m_painter.setPen(m_quiet);
        m_painter.drawText(rect.adjusted(12 + after + 8, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, count);
    }

    void paintLane(const TimelineLane& lane, int row, const QRect& rect)
    {
        if (row == m_frame.current.row)
            paintSelection(rect);
        m_painter.save();
        m_painter.setClipRect(QRect(m_frame.headerWidth, rect.top(), m_frame.plotWidth(), laneHeight),
                              Qt::IntersectClip);
        m_painter.translate(m_frame.headerWidth, rect.top() + laneHeight / 2);
        paintPlot(lane, row);
        m_painter.restore();
        paintName(lane, QRect(0, rect.top(), m_frame.headerWidth, laneHeight));
    }

    /// The webhook, and quietly the event that it was told of.
    void paintName(const TimelineLane& lane, const QRect& rect)
    {
        paintStateMark(m_painter, QRectF(rect.left() + 12, rect.center().y() - 6.5, 14, 14),
                       stateKind(lane.state), m_frame.palette);
        const QRect text = rect.adjusted(34, 0, -8, 0);
        const QFontMetrics metrics(m_frame.font), small(m_frame.smallFont);
        const QString id = lane.webhook.isEmpty() ? lane.delivery.toString() : lane.webhook;
        const QString name = metrics.elidedText(id, Qt::ElideMiddle, std::max(40, text.width() * 3 / 5));
        m_painter.setFont(m_frame.font);
        m_painter.setPen(textColour());
        m_painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft, name);
        const int used = metrics.horizontalAdvance(name) + 8;
        m_painter.setFont(m_frame.smallFont);
        m_painter.setPen(m_quiet);
        m_painter.drawText(text.adjusted(used, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                           small.elidedText(lane.event, Qt::ElideRight, text.width() - used));
    }

    void paintPlot(const TimelineLane& lane, int row)
    {
        const LaneLayout layout = layoutLane(lane, m_context);
        paintOutage(layout);
        paintLines(layout);
        paintLaneNow(lane, layout);
        paintLabels(layout);
        for (const MarkBox& box : layout.marks)
            paintMark(lane.marks[box.index], box, TimelinePlace{row, static_cast<int>(box.index)});
    }

    void paintOutage(const LaneLayout& layout)
    {
        if (!layout.outage)
            return;
        const QColor colour = stateColour(StateKind::Failed, m_frame.palette);
        const QRectF area(QPointF(layout.outage->first, -laneHeight / 2.0),
                          QPointF(layout.outage->second, laneHeight / 2.0));
        m_painter.fillRect(area, faded(colour, 0.13));
        m_painter.fillRect(area, QBrush(faded(colour, 0.22), Qt::BDiagPattern));
    }

    void paintLines(const LaneLayout& layout)
    {
        for (const LineBox& line : layout.lines) {
            QPen pen(m_quiet, line.dashed ? 1 : 1.5);
            if (line.dashed)
                pen.setDashPattern({4, 4});
            m_painter.setPen(pen);
            m_painter.drawLine(QPointF(line.from, 0.5), QPointF(line.to, 0.5));
        }
    }

    /// On the logarithmic axis each lane has its own now.
    void paintLaneNow(const TimelineLane& lane, const LaneLayout& layout)
    {
        if (m_frame.scale.kind() == AxisKind::Real || !layout.now || isFinal(lane.state))
            return;
        m_painter.setPen(QPen(m_accent, 1.5));
        m_painter.drawLine(QPointF(crisp(*layout.now), -laneHeight / 2.0 + 3),
                           QPointF(crisp(*layout.now), laneHeight / 2.0 - 3));
    }

    /// The line is interrupted under a text, so that both are readable.
    void paintLabels(const LaneLayout& layout)
    {
        m_painter.setFont(m_frame.smallFont);
        for (const LabelBox& label : layout.labels) {
            const QRectF area(label.x - label.width / 2 - 3, -8, label.width + 6, 16);
            m_painter.fillRect(area, m_frame.palette.base());
            m_painter.setPen(label.quiet ? m_quiet : textColour());
            m_painter.drawText(area, Qt::AlignCenter | Qt::TextDontClip, label.text);
        }
    }

    void paintMark(const TimelineMark& mark, const MarkBox& box, TimelinePlace place)
    {
        const StateKind kind = kindOf(mark, box.fails);
        const QColor colour = stateColour(kind, m_frame.palette);
        if (box.tail > 2) {
            QPainterPath tail;
            tail.addRoundedRect(QRectF(box.x, -3, box.tail, 6), 3, 3);
            m_painter.fillPath(tail, faded(colour, 0.4));
        }
        const QRectF area(box.x - markRadius, 0.5 - markRadius, 2 * markRadius, 2 * markRadius);
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(m_frame.palette.base());
        m_painter.drawEllipse(area.adjusted(-1.5, -1.5, 1.5, 1.5));
        paintStateMark(m_painter, area, kind, m_frame.palette);
        if (place == m_frame.current || place == m_frame.hovered) {
            m_painter.setBrush(Qt::NoBrush);
            m_painter.setPen(QPen(m_accent, place == m_frame.current ? 2 : 1));
            m_painter.drawEllipse(area.adjusted(-3, -3, 3, 3));
        }
    }

    static StateKind kindOf(const TimelineMark& mark, bool fails)
    {
        if (mark.planned)
            return fails ? StateKind::Failed : StateKind::Planned;
        if (!mark.outcome)
            return StateKind::Sending;
        if (*mark.outcome == Outcome::Success)
            return StateKind::Delivered;
        return *mark.outcome == Outcome::Unknown ? StateKind::Unknown : StateKind::Failed;
    }

    void paintAxis(const QList<AxisTick>& ticks)
    {
        m_painter.setFont(m_frame.smallFont);
        m_painter.setPen(m_quiet);
        for (const AxisTick& tick : ticks) {
            const double x = tick.x + m_frame.headerWidth;
            if (tick.x < -0.5)
                continue;
            const double width = m_widths(tick.label);
            const double left = std::max(x - width / 2, m_frame.headerWidth + 2.0);
            m_painter.drawText(QRectF(left, 0, width + 2, m_frame.axisHeight),
                               Qt::AlignVCenter | Qt::AlignLeft, tick.label);
        }
        paintOutageName();
        const QString words =
            m_frame.scale.kind() == AxisKind::Real
                ? QCoreApplication::translate("Timeline", "since %1").arg(clockWords(m_frame.scale.start()))
                : QCoreApplication::translate("Timeline", "now %1").arg(clockWords(m_frame.now));
        m_painter.setPen(m_frame.scale.kind() == AxisKind::Real ? m_quiet : m_accent);
        m_painter.drawText(QRect(12, 0, m_frame.headerWidth - 20, m_frame.axisHeight),
                           Qt::AlignVCenter | Qt::AlignLeft, words);
        m_painter.setPen(lineColour(m_frame.palette));
        m_painter.drawLine(0, m_frame.axisHeight - 1, m_frame.size.width(), m_frame.axisHeight - 1);
        m_painter.drawLine(m_frame.headerWidth - 1, 0, m_frame.headerWidth - 1, m_frame.size.height());
    }

    void paintOutageName()
    {
        if (!m_frame.outage)
            return;
        const WorkTime origin = outageOrigin();
        const double from = std::max(0.0, m_frame.scale.x(origin, m_frame.outage->from));
        const double to = std::min<double>(m_frame.plotWidth(), m_frame.scale.x(origin, m_frame.outage->to));
        if (from >= to)
            return;
        const QColor colour = stateColour(StateKind::Failed, m_frame.palette);
        const QRectF area(m_frame.headerWidth + from, 2, to - from, m_frame.axisHeight - 5);
        m_painter.fillRect(area, m_frame.palette.base());
        m_painter.fillRect(area, faded(colour, 0.2));
        const QString words = QCoreApplication::translate("Timeline", "outage %1")
                                  .arg(durationWords(m_frame.outage->to - m_frame.outage->from));
        m_painter.setPen(colour);
        if (m_widths(words) + 8 <= area.width())
            m_painter.drawText(area, Qt::AlignCenter, words);
    }

    WorkTime outageOrigin() const
    {
        const TimelineLane* lane = m_frame.model->lane(m_frame.current.row);
        for (int row = m_frame.firstRow(); !lane && row < m_frame.endRow(); ++row)
            lane = m_frame.model->lane(row);
        return lane ? lane->origin() : m_frame.scale.start();
    }

    void paintNowLine()
    {
        if (m_frame.scale.kind() != AxisKind::Real)
            return;
        const double plotX = m_frame.scale.x(m_frame.scale.start(), m_frame.now);
        if (plotX < 0 || plotX > m_frame.plotWidth())
            return;
        const double x = crisp(plotX + m_frame.headerWidth);
        m_painter.setPen(QPen(m_accent, 1));
        m_painter.drawLine(QPointF(x, m_frame.axisHeight - 4), QPointF(x, m_frame.size.height()));
        const QString words = clockWords(m_frame.now);
        const double width = m_widths(words) + 12;
        const double left = std::clamp(x - width / 2, m_frame.headerWidth + 1.0,
                                       std::max(m_frame.headerWidth + 1.0, m_frame.size.width() - width - 1));
        QPainterPath flag;
        flag.addRoundedRect(QRectF(left, 3, width, m_frame.axisHeight - 7), 3, 3);
        m_painter.fillPath(flag, m_accent);
        m_painter.setPen(m_frame.palette.color(QPalette::Base));
        m_painter.drawText(QRectF(left, 3, width, m_frame.axisHeight - 7), Qt::AlignCenter, words);
    }

    QPainter& m_painter;
    const TimelineFrame& m_frame;
    TextWidths& m_widths;
    LayoutContext m_context;
    QColor m_quiet, m_accent;
};

} // namespace

double TextWidths::operator()(const QString& text)
{
    constexpr qsizetype mostTexts = 4096;
    const auto known = m_widths.constFind(text);
    if (known != m_widths.constEnd())
        return *known;
    if (m_widths.size() >= mostTexts)
        m_widths.clear();
    return *m_widths.insert(text, m_metrics.horizontalAdvance(text));
}

int TimelineFrame::endRow() const
{
    const int rows = model ? model->rowCount() : 0;
    return std::min(rows, (scrollY + std::max(0, size.height() - axisHeight) + laneHeight - 1) / laneHeight);
}

LayoutContext TimelineFrame::layoutContext(TextWidths& widths) const
{
    return {scale, now, static_cast<double>(plotWidth()), outage, std::ref(widths)};
}

void paintTimeline(QPainter& painter, const TimelineFrame& frame, TextWidths& widths)
{
    TimelinePainting(painter, frame, widths).paint();
}

QString clockWords(WorkTime time)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(microsSinceEpoch(time) / 1000);
    return local.toString(QStringLiteral("HH:mm:ss"));
}

} // namespace hookworks
