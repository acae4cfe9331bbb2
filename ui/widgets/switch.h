// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace hookworks {

/// On or off, at once; for what is saved with other things take a check box. Space toggles it. Without a text
/// it needs an accessible name.
class Switch final : public QAbstractButton
{
    Q_OBJECT
public:
    explicit Switch(const QString& text = {}, QWidget* parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

private:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
};

/// The same in a list's cell, upright in the middle of `area`, at its left.
void paintSwitch(QPainter& painter, const QRect& area, bool on, bool enabled, const QPalette& palette);

} // namespace hookworks
