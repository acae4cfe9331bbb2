// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIconEngine>

#include <functional>

class QPainter;

namespace hookworks {

/// An icon that is painted anew for each size and mode, so that it is sharp and follows the palette.
class PaintedIcon final : public QIconEngine
{
public:
    using Paint = std::function<void(QPainter& painter, const QRect& rect, QIcon::Mode mode)>;
    explicit PaintedIcon(Paint paint);

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override;
    QIconEngine* clone() const override;

private:
    Paint m_paint;
};

} // namespace hookworks
