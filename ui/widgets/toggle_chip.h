// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace hookworks {

/// One of several words that may each be chosen: with a tick and a tint where it is. Space and Enter toggle
/// it; a screen reader hears a check box.
class ToggleChip final : public QAbstractButton
{
    Q_OBJECT
public:
    explicit ToggleChip(const QString& word, QWidget* parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

private:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
};

} // namespace hookworks
