// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/paper/paper_layout.h"

namespace hookworks {

/// Where a paper's pages are on a viewport, one below the other.
struct PaperPlacing
{
    QSizeF page; ///< unscaled; all pages are of that size
    size_t pages = 0;
    double scale = 1;
    QSize viewport;
    QPoint scrolled;

    /// The scale at which a page is as wide as the viewport, in sensible bounds.
    static double scaleToFit(const QSizeF& page, int viewportWidth);

    /// With room around and between them.
    QSizeF whole() const;
    /// On the viewport.
    QPointF originOf(size_t number) const;
    QRectF rectOf(size_t number) const;
    QRectF onScreen(const PaperPlace& place) const;
    /// The page that a point of the viewport is on, and where on it; nullopt: none.
    std::optional<std::pair<size_t, QPointF>> onPage(const QPointF& point) const;
    /// The page in the middle of the viewport.
    size_t pageShown() const;
};

constexpr double leastZoom = 0.2, mostZoom = 4;

} // namespace hookworks
