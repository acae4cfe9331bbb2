// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline_layout.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace hookworks {

namespace {

constexpr double labelPadding = space::close;
constexpr double reach = space::normal + space::hair;

/// Lays out from the left, so that each text knows what room is left.
class LaneBuilder
{
public:
    LaneBuilder(const TimelineLane& lane, const LayoutContext& context)
        : m_lane(lane)
        , m_context(context)
    {
    }

    LaneLayout build()
    {
        placeNow();
        placeOutage();
        for (qsizetype i = 0; i < m_lane.marks.size(); ++i) {
            placeMark(i);
            if (i + 1 < m_lane.marks.size())
                placeGap(i);
            else
                placeEnd(i);
        }
        return std::move(m_layout);
    }

private:
    /// What a mark and its ring take on each side.
    double markSpace() const { return m_context.radius + space::hair + shape::line; }
    double x(WorkTime time) const { return m_context.scale.x(m_lane.origin(), time); }

    bool inView(double from, double to) const
    {
        return to >= -2 * m_context.radius && from <= m_context.width + 2 * m_context.radius;
    }

    void placeNow()
    {
        m_nowX = x(m_context.now);
        if (inView(m_nowX, m_nowX))
            m_layout.now = m_nowX;
    }

    void placeOutage()
    {
        if (!m_context.outage)
            return;
        const double from = std::max(0.0, x(m_context.outage->from));
        const double to = std::min(m_context.width, x(m_context.outage->to));
        if (from < to)
            m_layout.outage.emplace(from, to);
    }

    void placeMark(qsizetype i)
    {
        const TimelineMark& mark = m_lane.marks[i];
        const double at = x(mark.at);
        const double tail = tailOf(mark);
        if (inView(at, at + tail))
            m_layout.marks << MarkBox{
                i, at, tail, mark.planned && m_context.outage && m_context.outage->contains(mark.at)};
    }

    double tailOf(const TimelineMark& mark) const
    {
        if (mark.planned)
            return 0;
        const Micros running = std::max(Micros(0), Micros(m_context.now - mark.at));
        const Micros duration = mark.outcome ? mark.duration : running;
        return m_context.scale.length(m_lane.origin(), mark.at, duration);
    }

    /// The line to the next mark, solid up to now, with the gap's label in its middle where that fits.
    void placeGap(qsizetype i)
    {
        const double from = x(m_lane.marks[i].at), to = x(m_lane.marks[i + 1].at);
        if (!inView(from, to))
            return;
        placeLine(from, to);
        const QString gap = durationWords(m_lane.marks[i + 1].gap);
        const double width = m_context.textWidth(gap);
        const double middle = (from + to) / 2;
        const double taken = std::max(markSpace(), tailOf(m_lane.marks[i]));
        const bool fits = middle - width / 2 >= from + taken + labelPadding &&
                          middle + width / 2 <= to - markSpace() - labelPadding;
        const double resultRoom = fits ? (to - from - width) / 2 - labelPadding : to - from - markSpace();
        placeResult(i, from, resultRoom);
        if (fits && middle - width / 2 >= 0 && middle + width / 2 <= m_context.width)
            m_layout.labels << LabelBox{middle, width, gap, true};
    }

    void placeLine(double from, double to)
    {
        const double solidEnd = std::clamp(m_nowX, from, to);
        if (solidEnd > from)
            m_layout.lines << LineBox{std::max(from, -10.0), std::min(solidEnd, m_context.width + 10), false};
        if (solidEnd < to)
            m_layout.lines << LineBox{std::max(solidEnd, -10.0), std::min(to, m_context.width + 10), true};
    }

    void placeResult(qsizetype i, double at, double room)
    {
        const TimelineMark& mark = m_lane.marks[i];
        const QString text = mark.outcome == Outcome::Success ? QString() : shortResult(mark);
        if (text.isEmpty() || tailOf(mark) > markSpace())
            return;
        const double width = m_context.textWidth(text);
        const double middle = at + markSpace() + 2 + width / 2;
        if (room >= markSpace() + 2 + width + labelPadding && middle - width / 2 >= 0)
            m_layout.labels << LabelBox{middle, width, text, false};
    }

    void placeEnd(qsizetype i)
    {
        const double at = x(m_lane.marks[i].at) + tailOf(m_lane.marks[i]);
        const QString text =
            m_lane.marks[i].planned ? endWords(m_lane, m_context.now, m_context.outage) : lastResult(i);
        const double width = m_context.textWidth(text);
        const double left = at + markSpace() + 4;
        if (!text.isEmpty() && left >= 0 && left + width <= m_context.width)
            m_layout.labels << LabelBox{left + width / 2, width, text, m_lane.marks[i].planned};
    }

    QString lastResult(qsizetype i) const
    {
        const TimelineMark& mark = m_lane.marks[i];
        if (mark.outcome != Outcome::Success)
            return shortResult(mark);
        return QCoreApplication::translate("Timeline", "%1 in %2")
            .arg(QString::number(mark.status), durationWords(mark.duration));
    }

    const TimelineLane& m_lane;
    const LayoutContext& m_context;
    LaneLayout m_layout;
    double m_nowX = 0;
};

} // namespace

LaneLayout layoutLane(const TimelineLane& lane, const LayoutContext& context)
{
    return LaneBuilder(lane, context).build();
}

qsizetype markAt(const LaneLayout& layout, double x)
{
    qsizetype found = -1;
    double nearest = reach;
    for (const MarkBox& box : layout.marks) {
        const double distance = x < box.x ? box.x - x : std::max(0.0, x - box.x - box.tail);
        if (distance <= nearest) {
            nearest = distance;
            found = box.index;
        }
    }
    return found;
}

QString endWords(const TimelineLane& lane, WorkTime now, const std::optional<Outage>& outage)
{
    if (lane.marks.isEmpty() || !lane.marks.last().planned)
        return {};
    const auto ahead = [now](WorkTime time) {
        return durationWords(
            std::chrono::ceil<std::chrono::seconds>(std::max(Micros(0), Micros(time - now))));
    };
    if (outage) {
        const WhatIf fate = whatIf(lane, *outage);
        if (fate.verdict == WhatIf::Verdict::Lost)
            return QCoreApplication::translate("Timeline", "lost");
        if (fate.verdict == WhatIf::Verdict::Survives)
            return QCoreApplication::translate("Timeline", "delivered in %1").arg(ahead(*fate.delivered));
    }
    if (lane.marks.last().at <= now)
        return {};
    return QCoreApplication::translate("Timeline", "ends in %1").arg(ahead(lane.marks.last().at));
}

} // namespace hookworks
