// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QWidget>

namespace hookworks {

/// An icon that stands by itself. Painted anew each time, so that it follows the theme, where a pixmap in a
/// label would keep the colours of the moment it was made.
class IconMark final : public QWidget
{
    Q_OBJECT
public:
    /// `side` in device-independent pixels.
    explicit IconMark(int side, const QIcon& icon = {}, QIcon::Mode mode = QIcon::Normal,
                      QWidget* parent = nullptr);
    void setIcon(const QIcon& icon);

private:
    void paintEvent(QPaintEvent* event) override;

    QIcon m_icon;
    QIcon::Mode m_mode;
};

} // namespace hookworks
