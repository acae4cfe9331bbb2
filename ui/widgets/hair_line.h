// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace hookworks {

/// The line between two areas, one above the other.
class HairLine final : public QWidget
{
    Q_OBJECT
public:
    explicit HairLine(QWidget* parent = nullptr);

private:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace hookworks
