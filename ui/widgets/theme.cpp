// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/theme.h"

#include "ui/widgets/app_style.h"
#include "ui/widgets/button_accessible.h"
#include "ui/widgets/system_colour_scheme.h"
#include "ui/widgets/tokens.h"

#include <QAccessible>
#include <QApplication>
#include <QFontDatabase>
#include <QToolTip>
#include <QWidget>

#include <utility>

namespace hookworks {

namespace {

/// Qt's own widgets and the pages know the tokens by Qt's names for them.
constexpr std::pair<QPalette::ColorRole, Colour> roles[] = {
    {QPalette::Window, Colour::Window},       {QPalette::WindowText, Colour::Text},
    {QPalette::Base, Colour::Surface},        {QPalette::AlternateBase, Colour::Well},
    {QPalette::Text, Colour::Text},           {QPalette::PlaceholderText, Colour::Quiet},
    {QPalette::Button, Colour::Surface},      {QPalette::ButtonText, Colour::Text},
    {QPalette::BrightText, Colour::Surface},  {QPalette::Light, Colour::Surface},
    {QPalette::Midlight, Colour::Hover},      {QPalette::Mid, Colour::Line},
    {QPalette::Dark, Colour::Faint},          {QPalette::Shadow, Colour::Quiet},
    {QPalette::Highlight, Colour::Selection}, {QPalette::HighlightedText, Colour::Text},
    {QPalette::Link, Colour::Accent},         {QPalette::LinkVisited, Colour::Accent},
    {QPalette::ToolTipBase, Colour::Surface}, {QPalette::ToolTipText, Colour::Text}};

QPalette paletteOf(bool dark)
{
    QPalette kind; // only for its being light or dark
    kind.setColor(QPalette::Window, dark ? Qt::black : Qt::white);
    kind.setColor(QPalette::WindowText, dark ? Qt::white : Qt::black);
    QPalette palette;
    for (const auto& [role, token] : roles)
        palette.setColor(role, colour(token, kind));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                            QPalette::HighlightedText, QPalette::PlaceholderText})
        palette.setColor(QPalette::Disabled, role, colour(Colour::Faint, kind));
    palette.setColor(QPalette::Disabled, QPalette::Base, colour(Colour::Well, kind));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, colour(Colour::Hover, kind));
    return palette;
}

} // namespace

QString toString(ThemeChoice choice)
{
    switch (choice) {
    case ThemeChoice::Light:
        return QStringLiteral("light");
    case ThemeChoice::Dark:
        return QStringLiteral("dark");
    case ThemeChoice::System:
        break;
    }
    return QStringLiteral("system");
}

std::optional<ThemeChoice> themeChoiceFromString(QStringView text)
{
    for (const auto choice : {ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark}) {
        if (text == toString(choice))
            return choice;
    }
    return std::nullopt;
}

QPalette lightPalette()
{
    return paletteOf(false);
}

QPalette darkPalette()
{
    return paletteOf(true);
}

QColor quietTextColour(const QPalette& palette)
{
    return colour(Colour::Quiet, palette);
}

QFont monospaceFont(const QFont& beside)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    if (beside.pointSizeF() > 0)
        font.setPointSizeF(beside.pointSizeF());
    else
        font.setPixelSize(beside.pixelSize());
    return font;
}

QFont captionFont(const QFont& beside)
{
    return resized(beside, 11.5 / 13);
}

void setMonospace(QWidget& widget)
{
    QFont font;
    font.setFamilies(QFontDatabase::systemFont(QFontDatabase::FixedFont).families());
    font.setFixedPitch(true);
    widget.setFont(font);
}

Theme::Theme(bool assumeDark, QObject* parent)
    : QObject(parent)
    , m_systemDark(assumeDark)
{
    QApplication::setStyle(new AppStyle);
    QAccessible::installFactory(accessibleButton);
}

Theme::~Theme()
{
    QAccessible::removeFactory(accessibleButton);
}

void Theme::choose(ThemeChoice choice)
{
    m_choice = choice;
    apply(choice == ThemeChoice::System ? m_systemDark : choice == ThemeChoice::Dark);
}

void Theme::setCompactRows(bool compact)
{
    if (compact == m_compactRows)
        return;
    m_compactRows = compact;
    QApplication::setStyle(new AppStyle(compact));
}

void Theme::followSystem()
{
    if (m_system)
        return;
    m_system = new SystemColourScheme(this);
    connect(m_system, &SystemColourScheme::said, this, [this](bool dark) {
        m_systemDark = dark;
        if (m_choice == ThemeChoice::System)
            apply(dark);
        emit systemSaid(dark);
    });
    m_system->ask();
}

void Theme::apply(bool dark)
{
    if (m_applied && dark == m_dark)
        return;
    m_dark = dark;
    m_applied = true;
    const QPalette palette = dark ? darkPalette() : lightPalette();
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
    emit changed(dark);
}

} // namespace hookworks
