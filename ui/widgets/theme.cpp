// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/theme.h"

#include "ui/widgets/system_colour_scheme.h"

#include <QApplication>
#include <QFontDatabase>
#include <QProxyStyle>
#include <QToolTip>
#include <QWidget>

#include <utility>

namespace hookworks {

namespace {

struct Tones
{
    QRgb window, base, alternate, text, quiet, button, light, midlight, mid, dark, shadow, highlight,
        highlightedText, link, visited, disabled, toolTip;
};

constexpr Tones lightTones{0xf5f6f8, 0xffffff, 0xf7f8fa, 0x1f2328, 0x5b636d, 0xf9fafb,
                           0xffffff, 0xeceef1, 0xc5cad1, 0xa3a9b2, 0x6e7681, 0xcfe4fb,
                           0x12202f, 0x0860ca, 0x6639ba, 0x8c949e, 0xffffff};
constexpr Tones darkTones{0x22262c, 0x121519, 0x171a1f, 0xe3e7ec, 0x9aa4af, 0x2c3138,
                          0x3d444d, 0x343a42, 0x3a4048, 0x15181c, 0x0b0d10, 0x274a72,
                          0xf2f6fa, 0x6cb2ff, 0xb79cf5, 0x6b747f, 0x2c3138};

QPalette paletteOf(const Tones& tones)
{
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, QRgb rgb) { palette.setColor(role, QColor(rgb)); };
    set(QPalette::Window, tones.window);
    set(QPalette::WindowText, tones.text);
    set(QPalette::Base, tones.base);
    set(QPalette::AlternateBase, tones.alternate);
    set(QPalette::Text, tones.text);
    set(QPalette::PlaceholderText, tones.quiet);
    set(QPalette::Button, tones.button);
    set(QPalette::ButtonText, tones.text);
    set(QPalette::BrightText, tones.base);
    set(QPalette::Light, tones.light);
    set(QPalette::Midlight, tones.midlight);
    set(QPalette::Mid, tones.mid);
    set(QPalette::Dark, tones.dark);
    set(QPalette::Shadow, tones.shadow);
    set(QPalette::Highlight, tones.highlight);
    set(QPalette::HighlightedText, tones.highlightedText);
    set(QPalette::Link, tones.link);
    set(QPalette::LinkVisited, tones.visited);
    set(QPalette::ToolTipBase, tones.toolTip);
    set(QPalette::ToolTipText, tones.text);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                            QPalette::HighlightedText, QPalette::PlaceholderText})
        palette.setColor(QPalette::Disabled, role, QColor(tones.disabled));
    palette.setColor(QPalette::Disabled, QPalette::Base, QColor(tones.window));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor(tones.midlight));
    return palette;
}

QFont scaled(QFont font, double factor)
{
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * factor);
    else
        font.setPixelSize(qRound(font.pixelSize() * factor));
    return font;
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

bool isDark(const QPalette& palette)
{
    return palette.color(QPalette::WindowText).lightness() > palette.color(QPalette::Window).lightness();
}

QPalette lightPalette()
{
    return paletteOf(lightTones);
}

QPalette darkPalette()
{
    return paletteOf(darkTones);
}

QColor quietTextColour(const QPalette& palette)
{
    return palette.color(QPalette::PlaceholderText);
}

QColor lineColour(const QPalette& palette)
{
    return QColor(isDark(palette) ? darkTones.mid : 0xdde1e6);
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
    return scaled(beside, 0.9);
}

QFont titleFont(const QFont& beside)
{
    QFont font = scaled(beside, 1.35);
    font.setWeight(QFont::DemiBold);
    return font;
}

void setMonospace(QWidget& widget)
{
    QFont font;
    font.setFamilies(QFontDatabase::systemFont(QFontDatabase::FixedFont).families());
    font.setFixedPitch(true);
    widget.setFont(font);
}

namespace {

/// Fusion, without the icons that it gives to some of a dialog's buttons and not to others.
class PlainFusion final : public QProxyStyle
{
public:
    PlainFusion()
        : QProxyStyle(QStringLiteral("Fusion"))
    {
    }
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* data) const override
    {
        return hint == SH_DialogButtonBox_ButtonsHaveIcons
                   ? 0
                   : QProxyStyle::styleHint(hint, option, widget, data);
    }
};

} // namespace

Theme::Theme(bool assumeDark, QObject* parent)
    : QObject(parent)
    , m_systemDark(assumeDark)
{
    QApplication::setStyle(new PlainFusion);
}

Theme::~Theme() = default;

void Theme::choose(ThemeChoice choice)
{
    m_choice = choice;
    apply(choice == ThemeChoice::System ? m_systemDark : choice == ThemeChoice::Dark);
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
