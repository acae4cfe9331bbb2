// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/window_memory.h"
#include "ui/widgets/theme.h"

#include <QObject>

namespace hookworks {

/// What a person chose for how the program looks, on this machine: chosen at once, and remembered. The View
/// menu and the settings both show it.
class Appearance final : public QObject
{
    Q_OBJECT
public:
    /// Takes over what is remembered, but for the theme, which the program's start decides. `theme` must
    /// outlive it.
    Appearance(Theme& theme, WindowMemory memory, QObject* parent = nullptr);

    ThemeChoice theme() const { return m_theme.choice(); }
    void chooseTheme(ThemeChoice choice);
    bool compactRows() const { return m_theme.compactRows(); }
    void setCompactRows(bool compact);

    /// In the order in which they are offered, with their words.
    static QList<std::pair<ThemeChoice, QString>> themes();

signals:
    void changed();

private:
    Theme& m_theme;
    WindowMemory m_memory;
};

} // namespace hookworks
