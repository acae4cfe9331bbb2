// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>

namespace hookworks {

/// The program's font at so many per cent while it lives, also where a check ends the test early.
class ScaledFont
{
public:
    explicit ScaledFont(int percent)
        : m_before(QApplication::font())
    {
        QFont font = m_before;
        font.setPointSizeF(m_before.pointSizeF() * percent / 100);
        QApplication::setFont(font);
    }
    ~ScaledFont() { QApplication::setFont(m_before); }
    ScaledFont(const ScaledFont&) = delete;
    ScaledFont& operator=(const ScaledFont&) = delete;

private:
    QFont m_before;
};

} // namespace hookworks
