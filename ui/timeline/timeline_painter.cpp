// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline_painter.h"

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

constexpr qsizetype mostTexts = 4096;

/// Half the side of a mark's pixmap.
double markExtent()
{
    return markRadius() + space::hair;
}

/// Whole pixels and a half: a one-pixel line that is not smeared over two.
double crisp(double x)
{
    return std::floor(x) + 0.5;
}

class TimelinePainting
{
public:
    TimelinePainting(QPainter& painter, const TimelineFrame& frame, TimelineTexts& texts)
        : m_painter(painter)
        , m_frame(frame)
        , m_texts(texts)
        , m_context(frame.layoutContext(texts))
        , m_quiet(colour(Colour::Quiet, frame.palette))
        , m_accent(colour(Colour::Accent, frame.palette))
    {
    }

    void paint()
    {
        m_painter.fillRect(QRect(QPoint(0, 0), m_frame.size), colour(Colour::Surface, m_frame.palette));
        const QList<AxisTick> ticks = m_frame.scale.ticks(m_frame.plotWidth(), m_context.textWidth);
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
    QColor textColour() const { return colour(Colour::Text, m_frame.palette); }

    void paintGrid(const QList<AxisTick>& ticks)
    {
        m_painter.setPen(rowLine(m_frame.palette));
        for (const AxisTick& tick : ticks) {
            if (tick.x >= 0)
                m_painter.drawLine(QPointF(crisp(tick.x + m_frame.headerWidth), m_frame.axisHeight),
                                   QPointF(crisp(tick.x + m_frame.headerWidth), m_frame.size.height()));
        }
    }

    void paintRow(int row)
    {
        const QRect rect(0, m_frame.rowTop(row), m_frame.size.width(), laneHeight());
        if (const TimelineModel::Heading* heading = m_frame.model->heading(row))
            paintHeading(*heading, rect, row == m_frame.current.row);
        else
            paintLane(*m_frame.model->lane(row), row, rect);
    }

    void paintSelection(const QRect& rect)
    {
        const QColor ground = colour(Colour::Selection, m_frame.palette);
        m_painter.fillRect(rect, m_frame.focused ? ground : faded(ground, 0.5));
        if (m_frame.focused)
            m_painter.fillRect(QRect(rect.left(), rect.top(), space::hair, rect.height()), m_accent);
    }

    void paintHeading(const TimelineModel::Heading& heading, const QRect& rect, bool current)
    {
        m_painter.fillRect(rect, colour(Colour::Well, m_frame.palette));
        if (current)
            paintSelection(rect);
        const double middle = rect.center().y();
        const QString count = QString::number(heading.lanes);
        const int room = rect.width() - static_cast<int>(m_texts.small.width(count)) - 2 * space::section;
        const QString text = m_texts.bold.elided(heading.text, Qt::ElideMiddle, room);
        m_painter.setPen(textColour());
        m_texts.bold.draw(m_painter, {space::wide, middle}, text);
        m_painter.setPen(m_quiet);
        m_texts.small.draw(m_painter, {space::wide + m_texts.bold.width(text) + space::normal, middle},
                           count);
    }

    void paintLane(const TimelineLane& lane, int row, const QRect& rect)
    {
        if (row == m_frame.current.row)
            paintSelection(rect);
        m_painter.save();
        m_painter.setClipRect(QRect(m_frame.headerWidth, rect.top(), m_frame.plotWidth(), laneHeight()),
                              Qt::IntersectClip);
        m_painter.translate(QPoint(m_frame.headerWidth, rect.top() + laneHeight() / 2));
        paintPlot(lane, row);
        m_painter.restore();
        paintName(lane, QRect(0, rect.top(), m_frame.headerWidth, laneHeight()));
    }

    /// The webhook, and quietly the event that it was told of.
    void paintName(const TimelineLane& lane, const QRect& rect)
    {
        const int side = sized(Size::StateShape);
        paintStateMark(m_painter,
                       QRectF(rect.left() + space::wide, rect.center().y() - side / 2.0 + 0.5, side, side),
                       stateKind(lane.state), m_frame.palette);
        const int left = rect.left() + space::wide + side + space::normal;
        const int room = rect.right() - left - space::normal;
        const QString id = lane.webhook.isEmpty() ? lane.delivery.toString() : lane.webhook;
        const QString name = m_texts.normal.elided(id, Qt::ElideMiddle, std::max(scaled(40), room * 3 / 5));
        const int used = static_cast<int>(m_texts.normal.width(name)) + space::normal;
        const double middle = rect.center().y() + 0.5;
        m_painter.setPen(textColour());
        m_texts.normal.draw(m_painter, QPointF(left, middle), name);
        m_painter.setPen(m_quiet);
        m_texts.small.draw(m_painter, QPointF(left + used, middle),
                           m_texts.small.elided(eventWords(lane), Qt::ElideRight, room - used));
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
        const QRectF area(QPointF(layout.outage->first, -laneHeight() / 2.0),
                          QPointF(layout.outage->second, laneHeight() / 2.0));
        m_painter.fillRect(area, faded(colour, 0.13));
        m_painter.fillRect(area, QBrush(faded(colour, 0.22), Qt::BDiagPattern));
    }

    /// The lines are interrupted where a text stands.
    void paintLines(const LaneLayout& layout)
    {
        for (const LineBox& line : layout.lines) {
            QPen pen(m_quiet, line.dashed ? 1 : 1.5);
            if (line.dashed)
                pen.setDashPattern({4, 4});
            m_painter.setPen(pen);
            double from = line.from;
            for (const LabelBox& label : layout.labels) {
                const double left = label.x - label.width / 2 - space::tight,
                             right = left + label.width + 2 * space::tight;
                if (right <= from || left >= line.to)
                    continue;
                paintLine(from, left);
                from = right;
            }
            paintLine(from, line.to);
        }
    }

    void paintLine(double from, double to)
    {
        if (to > from)
            m_painter.drawLine(QPointF(from, 0.5), QPointF(to, 0.5));
    }

    /// On the logarithmic axis each lane has its own now.
    void paintLaneNow(const TimelineLane& lane, const LaneLayout& layout)
    {
        if (m_frame.scale.kind() == AxisKind::Real || !layout.now || isFinal(lane.state))
            return;
        m_painter.setPen(QPen(m_accent, 1.5));
        const double x = crisp(*layout.now), end = laneHeight() / 2.0 - 3;
        const bool overText = std::ranges::any_of(layout.labels, [x](const LabelBox& label) {
            return std::abs(x - label.x) < label.width / 2 + 3;
        });
        const double inner = overText ? end - 3 : 0;
        m_painter.drawLine(QPointF(x, -end), QPointF(x, -inner));
        m_painter.drawLine(QPointF(x, inner), QPointF(x, end));
    }

    void paintLabels(const LaneLayout& layout)
    {
        for (const LabelBox& label : layout.labels) {
            m_painter.setPen(label.quiet ? m_quiet : textColour());
            m_texts.small.draw(m_painter, {label.x - label.width / 2, 0.5}, label.text);
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
        const QRectF area(box.x - markRadius(), 0.5 - markRadius(), 2 * markRadius(), 2 * markRadius());
        if (box.fails)
            paintWouldFail({box.x, 0.5}, colour);
        else
            paintShape({box.x, 0.5}, kind);
        if (place == m_frame.current || place == m_frame.hovered) {
            m_painter.setBrush(Qt::NoBrush);
            m_painter.setPen(QPen(m_accent, place == m_frame.current ? 2 : 1));
            const int room = scaled(3);
            m_painter.drawEllipse(area.adjusted(-room, -room, room, room));
        }
    }

    /// Hollow as what is planned, a diamond with a cross as what failed.
    void paintWouldFail(QPointF centre, const QColor& ink)
    {
        const double r = markRadius();
        const QPolygonF diamond{centre + QPointF(0, -r), centre + QPointF(r, 0), centre + QPointF(0, r),
                                centre + QPointF(-r, 0)};
        m_painter.setPen(QPen(ink, 1.4));
        m_painter.setBrush(colour(Colour::Surface, m_frame.palette));
        m_painter.drawPolygon(diamond);
        m_painter.drawLine(centre + QPointF(-2, -2), centre + QPointF(2, 2));
        m_painter.drawLine(centre + QPointF(-2, 2), centre + QPointF(2, -2));
    }

    void paintShape(QPointF centre, StateKind kind)
    {
        if (!m_frame.pixmaps) {
            paintTimelineMark(m_painter, centre, kind, m_frame.palette);
            return;
        }
        const double ratio = m_painter.device()->devicePixelRatioF();
        const QPixmap pixmap = m_frame.pixmaps->of(kind, m_frame.palette, ratio);
        const QPointF corner = centre - QPointF(markExtent(), markExtent());
        m_painter.drawPixmap(QPointF(std::round(corner.x() * ratio) / ratio, corner.y()), pixmap);
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
        const double middle = m_frame.axisHeight / 2.0;
        m_painter.fillRect(QRect(0, 0, m_frame.size.width(), m_frame.axisHeight),
                           colour(Colour::Well, m_frame.palette));
        m_painter.setPen(m_quiet);
        for (const AxisTick& tick : ticks)
            m_texts.small.draw(m_painter, {m_frame.headerWidth + tick.labelX, middle}, tick.label);
        paintOutageName();
        const QString words =
            m_frame.scale.kind() == AxisKind::Real
                ? QCoreApplication::translate("Timeline", "since %1").arg(clockWords(m_frame.scale.start()))
                : QCoreApplication::translate("Timeline", "now %1").arg(clockWords(m_frame.now));
        m_painter.setPen(m_frame.scale.kind() == AxisKind::Real ? m_quiet : m_accent);
        m_texts.small.draw(m_painter, {space::wide, middle}, words);
        m_painter.setPen(colour(Colour::Line, m_frame.palette));
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
        const QColor red = stateColour(StateKind::Failed, m_frame.palette);
        const QRectF area(m_frame.headerWidth + from, 2, to - from, m_frame.axisHeight - 5);
        m_painter.fillRect(area, colour(Colour::Surface, m_frame.palette));
        m_painter.fillRect(area, faded(red, 0.2));
        const QString words = QCoreApplication::translate("Timeline", "outage %1")
                                  .arg(durationWords(m_frame.outage->to - m_frame.outage->from));
        m_painter.setPen(red);
        const double width = m_texts.small.width(words);
        if (width + 8 <= area.width())
            m_texts.small.draw(m_painter, {area.center().x() - width / 2, area.center().y()}, words);
    }

    WorkTime outageOrigin() const
    {
        const TimelineLane* lane = m_frame.model->lane(m_frame.current.row);
        for (int row = m_frame.firstRow(); !lane && row < m_frame.endRow(); ++row)
            lane = m_frame.model->lane(row);
        return lane ? lane->origin() : m_frame.scale.start();
    }

    /// On the logarithmic axis, where each lane has its own, the current lane's.
    void paintNowLine()
    {
        const bool real = m_frame.scale.kind() == AxisKind::Real;
        const TimelineLane* const lane = m_frame.model->lane(m_frame.current.row);
        if (!real && (!lane || isFinal(lane->state)))
            return;
        const double plotX = m_frame.scale.x(real ? m_frame.scale.start() : lane->origin(), m_frame.now);
        if (plotX < 0 || plotX > m_frame.plotWidth())
            return;
        const double x = crisp(plotX + m_frame.headerWidth);
        const int bottom = real ? m_frame.size.height() : m_frame.rowTop(m_frame.current.row) + space::tight;
        m_painter.setPen(QPen(m_accent, shape::line));
        if (bottom > m_frame.axisHeight)
            m_painter.drawLine(QPointF(x, m_frame.axisHeight - space::tight), QPointF(x, bottom));
        paintFlag(x, clockWords(m_frame.now));
    }

    void paintFlag(double x, const QString& words)
    {
        const double width = m_texts.small.width(words) + 2 * space::close;
        const double least = m_frame.headerWidth + shape::line;
        const double left =
            std::clamp(x - width / 2, least, std::max(least, m_frame.size.width() - width - shape::line));
        QPainterPath flag;
        flag.addRoundedRect(
            QRectF(left, space::hair, width, m_frame.axisHeight - 2 * space::hair - shape::line),
            shape::smallRadius, shape::smallRadius);
        m_painter.fillPath(flag, m_accent);
        m_painter.setPen(onAccent(m_frame.palette));
        m_texts.small.draw(m_painter, {left + space::close, m_frame.axisHeight / 2.0}, words);
    }

    QPainter& m_painter;
    const TimelineFrame& m_frame;
    TimelineTexts& m_texts;
    LayoutContext m_context;
    QColor m_quiet, m_accent;
};

} // namespace

void paintTimelineMark(QPainter& painter, QPointF centre, StateKind kind, const QPalette& palette)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour(Colour::Surface, palette));
    painter.drawEllipse(centre, markRadius() + 1.5, markRadius() + 1.5);
    const QPointF corner(markRadius(), markRadius());
    paintStateMark(painter, QRectF(centre - corner, centre + corner), kind, palette);
}

QPixmap MarkPixmaps::of(StateKind kind, const QPalette& palette, double ratio)
{
    if (palette.cacheKey() != m_palette || ratio != m_ratio) {
        m_pixmaps.clear();
        m_palette = palette.cacheKey();
        m_ratio = ratio;
    }
    QPixmap& pixmap = m_pixmaps[static_cast<int>(kind)];
    if (pixmap.isNull()) {
        const int side = static_cast<int>(std::ceil(2 * markExtent() * ratio));
        pixmap = QPixmap(side, side);
        pixmap.setDevicePixelRatio(ratio);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        paintTimelineMark(painter, {markExtent(), markExtent()}, kind, palette);
    }
    return pixmap;
}

TimelineTexts::TimelineTexts(const QFont& font)
    : normal(font)
    , small(captionFont(font))
    , bold([font] {
        QFont strong = font;
        strong.setBold(true);
        return strong;
    }())
{
}

QString TextCache::elided(const QString& text, Qt::TextElideMode mode, int width)
{
    if (this->width(text) <= width)
        return text;
    const auto key = std::pair(text, mode == Qt::ElideMiddle ? width : -width);
    const auto known = m_elided.constFind(key);
    if (known != m_elided.constEnd())
        return *known;
    if (m_elided.size() >= mostTexts)
        m_elided.clear();
    return *m_elided.insert(key, m_metrics.elidedText(text, mode, width));
}

void TextCache::draw(QPainter& painter, QPointF place, const QString& text)
{
    const Text& known = of(text);
    painter.setFont(m_font);
    painter.drawStaticText(QPointF(place.x(), std::round(place.y() - known.height / 2)), known.text);
}

const TextCache::Text& TextCache::of(const QString& text)
{
    const auto known = m_texts.constFind(text);
    if (known != m_texts.constEnd())
        return *known;
    if (m_texts.size() >= mostTexts)
        m_texts.clear();
    Text made;
    made.text.setText(text);
    made.text.setTextFormat(Qt::PlainText);
    made.text.setPerformanceHint(QStaticText::AggressiveCaching);
    made.text.prepare({}, m_font);
    made.width = m_metrics.horizontalAdvance(text);
    made.height = m_metrics.height();
    return *m_texts.insert(text, made);
}

int TimelineFrame::endRow() const
{
    const int rows = model ? model->rowCount() : 0;
    return std::min(rows,
                    (scrollY + std::max(0, size.height() - axisHeight) + laneHeight() - 1) / laneHeight());
}

LayoutContext TimelineFrame::layoutContext(TimelineTexts& texts) const
{
    return {scale,
            now,
            static_cast<double>(plotWidth()),
            outage,
            [&texts](const QString& text) { return texts.small.width(text); },
            markRadius()};
}

void paintTimeline(QPainter& painter, const TimelineFrame& frame, TimelineTexts& texts)
{
    TimelinePainting(painter, frame, texts).paint();
}

QString clockWords(WorkTime time)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(microsSinceEpoch(time) / 1000);
    const QString words = local.toString(QStringLiteral("HH:mm:ss"));
    return local.date() == QDate::currentDate() ? words
                                                : local.toString(QStringLiteral("yyyy-MM-dd ")) + words;
}

} // namespace hookworks
