// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>
#include <QWidget>

namespace hookworks {

/// Shows a window and waits until keys reach it; asks again, because a window manager that has just started
/// overlooks the first window.
inline bool showActive(QWidget& window)
{
    window.show();
    return QTest::qWaitFor(
        [&window] {
            window.raise();
            window.activateWindow();
            return window.isActiveWindow();
        },
        20'000);
}

} // namespace hookworks
