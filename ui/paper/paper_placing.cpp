// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paper/paper_placing.h"

#include "ui/widgets/tokens.h"

#include <algorithm>
#include <cmath>

namespace hookworks {

double PaperPlacing::scaleToFit(const QSizeF& page, int viewportWidth)
{
    const double room = viewportWidth - 2 * space::section;
    return page.width() > 0 ? std::clamp(room / page.width(), leastZoom, 1.0) : 1;
}

QSizeF PaperPlacing::whole() const
{
    const QSizeF size = page * scale;
    return {size.width() + 2 * space::section,
            double(pages) * (size.height() + space::broad) + 2 * space::section};
}

QPointF PaperPlacing::originOf(size_t number) const
{
    const QSizeF size = page * scale;
    const double x = std::max<double>(space::section, (viewport.width() - size.width()) / 2);
    return {x - scrolled.x(),
            space::section + double(number) * (size.height() + space::broad) - scrolled.y()};
}

QRectF PaperPlacing::rectOf(size_t number) const
{
    return {originOf(number), page * scale};
}

QRectF PaperPlacing::onScreen(const PaperPlace& place) const
{
    return {originOf(place.page) + place.rect.topLeft() * scale, place.rect.size() * scale};
}

std::optional<std::pair<size_t, QPointF>> PaperPlacing::onPage(const QPointF& point) const
{
    for (size_t number = 0; number < pages; ++number) {
        const QPointF at = (point - originOf(number)) / scale;
        if (QRectF(QPointF(0, 0), page).contains(at))
            return std::pair(number, at);
    }
    return std::nullopt;
}

size_t PaperPlacing::pageShown() const
{
    const double step = page.height() * scale + space::broad;
    const double middle = scrolled.y() + viewport.height() / 2.0 - space::section;
    const double shown = step > 0 ? std::floor(middle / step) : 0;
    return static_cast<size_t>(std::clamp(shown, 0.0, std::max(0.0, double(pages) - 1)));
}

} // namespace hookworks
