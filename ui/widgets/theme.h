// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/tokens.h"

#include <QObject>
#include <QPalette>
#include <QString>

#include <optional>

class QFont;
class QWidget;

namespace hookworks {

class SystemColourScheme;

enum class ThemeChoice
{
    System,
    Light,
    Dark
};

/// `system`, `light`, `dark`: as --theme and the settings write it.
QString toString(ThemeChoice choice);
std::optional<ThemeChoice> themeChoiceFromString(QStringView text);

/// The tokens as Qt's palettes.
QPalette lightPalette();
QPalette darkPalette();

/// A text that matters less than the one beside it: help under a field, captions. At least 4.5:1 in both
/// themes.
QColor quietTextColour(const QPalette& palette);

/// The system's fixed-pitch font, at the size of `beside`.
QFont monospaceFont(const QFont& beside);
/// One step smaller, for captions.
QFont captionFont(const QFont& beside);
/// Makes a widget's digits the same width and its letters fixed-pitch, and keeps it so when the font changes.
void setMonospace(QWidget& widget);

/// Paints the application light or dark, as chosen or as the system says; follows the system while it runs.
class Theme final : public QObject
{
    Q_OBJECT
public:
    /// Sets the program's style. `assumeDark`: what the system said last, taken until it
    /// answers.
    explicit Theme(bool assumeDark, QObject* parent = nullptr);
    ~Theme() override;

    ThemeChoice choice() const { return m_choice; }
    /// Takes effect at once.
    void choose(ThemeChoice choice);
    bool dark() const { return m_dark; }
    /// Rows of lists 24 high instead of 28; takes effect at once.
    void setCompactRows(bool compact);
    bool compactRows() const { return m_compactRows; }
    /// Asks the desktop's portal, without waiting, and listens to it from then on. After the first window is
    /// up.
    void followSystem();

signals:
    void changed(bool dark);
    void systemSaid(bool dark);

private:
    void apply(bool dark);

    ThemeChoice m_choice = ThemeChoice::System;
    SystemColourScheme* m_system = nullptr;
    bool m_systemDark = false;
    bool m_dark = false;
    bool m_applied = false;
    bool m_compactRows = false;
};

} // namespace hookworks
