// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QApplication;

namespace hookworks {

/// Keeps the mouse wheel from changing what it passes over, in the whole program: spin boxes, combo boxes,
/// date and time fields, sliders and tabs take it only while they have the focus, and never inside something
/// that scrolls; there the wheel scrolls on. Nothing gets the focus by the wheel.
class WheelGuard final : public QObject
{
    Q_OBJECT

public:
    /// For as long as it lives. main.cpp owns the only one.
    explicit WheelGuard(QApplication& application);

private:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace hookworks
