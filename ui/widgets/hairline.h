// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace hookworks {

/// The line between two areas that stand one above the other.
class Hairline final : public QWidget
{
    Q_OBJECT
public:
    explicit Hairline(QWidget* parent = nullptr);

private:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace hookworks
