// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline_zoom.h"

#include "ui/widgets/tokens.h"

#include <algorithm>

namespace hookworks {

namespace {

constexpr int fitMargin = space::section;

/// Room for what stands behind the last mark: `ends in 2 h 7 min`.
int endRoom()
{
    return scaled(170);
}

} // namespace

double TimelineZoom::leastScroll()
{
    return -fitMargin;
}

void TimelineZoom::setWidth(double width)
{
    m_width = width;
    if (m_fitted)
        fit();
}

Micros TimelineZoom::span() const
{
    if (!m_model)
        return std::chrono::minutes(5);
    if (m_scale.kind() == AxisKind::Logarithmic)
        return std::max(m_model->longest(), Micros(std::chrono::seconds(30)));
    const auto extent = m_model->extent();
    if (!extent)
        return std::chrono::minutes(5);
    return std::max(Micros(extent->second - extent->first), Micros(std::chrono::seconds(1)));
}

double TimelineZoom::contentWidth() const
{
    return std::min(m_scale.contentWidth(span()) + endRoom(), 1e9);
}

void TimelineZoom::setAxis(AxisKind axis)
{
    if (axis == m_scale.kind())
        return;
    m_scale = TimelineScale(axis, m_scale.start(), span(), m_width);
    fit();
}

void TimelineZoom::fit()
{
    const auto extent = m_model ? m_model->extent() : std::nullopt;
    const TimelineScale scale(m_scale.kind(), extent ? extent->first : m_now, span(),
                              std::max<double>(scaled(120), m_width - fitMargin - endRoom()));
    m_fitted = true;
    set(scale.scrolledTo(leastScroll()));
}

void TimelineZoom::zoom(double factor, double x)
{
    m_fitted = false;
    set(m_scale.zoomed(factor, x));
}

void TimelineZoom::pan(double pixels)
{
    m_fitted = false;
    set(m_scale.panned(pixels));
}

void TimelineZoom::scrollTo(double pixels, bool byHand)
{
    m_scale = m_scale.scrolledTo(pixels);
    m_fitted = m_fitted && !byHand;
}

void TimelineZoom::set(const TimelineScale& scale)
{
    m_scale = scale.scrolledTo(std::max(scale.scrolled(), leastScroll()));
    emit changed();
}

} // namespace hookworks
