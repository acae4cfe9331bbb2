// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/tokens.h"

#include <QWidget>

#include <optional>

namespace hookworks {

/// One or two words on a tinted ground, with a state's shape where they tell a state. Never clickable. 20
/// high.
struct BadgeLook
{
    QString words;
    std::optional<StateKind> state; ///< none: neutral, without a shape
    bool operator==(const BadgeLook&) const = default;
};

/// What such a badge needs; for delegates.
QSize badgeSize(const BadgeLook& badge);
/// Upright in the middle of `area`, at its left; elided where the area is too narrow.
void paintBadge(QPainter& painter, const QRect& area, const BadgeLook& badge, const QPalette& palette);

/// The same as a widget. Its accessible name is the words.
class Badge final : public QWidget
{
    Q_OBJECT
public:
    explicit Badge(const BadgeLook& look = {}, QWidget* parent = nullptr);
    /// Without words it takes no room.
    void setLook(const BadgeLook& look);
    const BadgeLook& look() const { return m_look; }
    QSize sizeHint() const override { return badgeSize(m_look); }
    QSize minimumSizeHint() const override;

private:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

    BadgeLook m_look;
};

} // namespace hookworks
