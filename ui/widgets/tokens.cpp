// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tokens.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>

#include <algorithm>
#include <array>

namespace hookworks {

namespace {

constexpr double bodyPixels = 13;

struct Tone
{
    QRgb light, dark;
    QColor in(const QPalette& palette) const { return QColor(isDark(palette) ? dark : light); }
};

constexpr std::array tones{
    Tone{0xf6f7f9, 0x1b1f24}, // Window
    Tone{0xffffff, 0x21262d}, // Surface
    Tone{0xf9fafb, 0x1f242a}, // Well
    Tone{0xe1e4e8, 0x373e47}, // Line
    Tone{0x1f2328, 0xe6edf3}, // Text
    Tone{0x57606a, 0x9ea7b3}, // Quiet
    Tone{0x818b98, 0x7d8590}, // Faint
    Tone{0x0969da, 0x58a6ff}, // Accent
    Tone{0xdbeafe, 0x1f3a5f}, // Selection
    Tone{0xeff1f3, 0x2d333b}, // Hover
};

constexpr std::array states{
    Tone{0x1a7f37, 0x3fb950}, // Delivered
    Tone{0xcf222e, 0xf85149}, // Failed
    Tone{0x9a6700, 0xd29922}, // Waiting
    Tone{0x0969da, 0x58a6ff}, // Sending
    Tone{0x57606a, 0x8b949e}, // Planned
    Tone{0x57606a, 0x8b949e}, // Unknown
    Tone{0x57606a, 0x8b949e}, // Cancelled
};

constexpr std::array codeTones{
    Tone{0x0550ae, 0x79c0ff}, // Key
    Tone{0x0a3069, 0xa5d6ff}, // String
    Tone{0x953800, 0xffa657}, // Number
};

template <class Table, class Role>
QColor toneOf(const Table& table, Role role, const QPalette& palette)
{
    return table[static_cast<std::size_t>(role)].in(palette);
}

double pixelsOf(const QFont& font)
{
    return font.pixelSize() > 0 ? font.pixelSize() : QFontInfo(font).pixelSize();
}

int drawn(Size size)
{
    switch (size) {
    case Size::Row:
    case Size::StatusBar:
    case Size::Control:
        return 28;
    case Size::CompactRow:
    case Size::SubControl:
        return 24;
    case Size::ListHeader:
    case Size::SwitchWidth:
        return 26;
    case Size::PaneHeader:
    case Size::SideEntry:
        return 32;
    case Size::PageBar:
        return 44;
    case Size::Badge:
        return 20;
    case Size::SideBar:
        return 143;
    case Size::Icon:
        return 16;
    case Size::StateShape:
    case Size::Check:
        return 14;
    case Size::SwitchHeight:
        return 15;
    case Size::FormLabel:
        return 94;
    case Size::DialogWidth:
        return 560;
    case Size::DialogHeight:
        return 440;
    case Size::Card:
        return 360;
    }
    return 0;
}

double share(Face face)
{
    switch (face) {
    case Face::Caption:
        return 11.5 / bodyPixels;
    case Face::Title:
        return 15 / bodyPixels;
    case Face::Code:
        return 12 / bodyPixels;
    case Face::Body:
    case Face::Strong:
        break;
    }
    return 1;
}

} // namespace

QFont resized(QFont font, double factor)
{
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * factor);
    else
        font.setPixelSize(qRound(font.pixelSize() * factor));
    return font;
}

int scaled(double pixels)
{
    return qRound(pixels * std::max(1.0, pixelsOf(QApplication::font()) / bodyPixels));
}

int sized(Size size)
{
    return scaled(drawn(size));
}

QFont fontOf(Face face)
{
    QFont font = resized(QApplication::font(), share(face));
    if (face == Face::Strong || face == Face::Title)
        font.setWeight(QFont::DemiBold);
    if (face != Face::Code)
        return font;
    font.setFamilies(QFontDatabase::systemFont(QFontDatabase::FixedFont).families());
    font.setFixedPitch(true);
    return font;
}

int lineHeight(Face face)
{
    switch (face) {
    case Face::Caption:
        return scaled(16);
    case Face::Code:
        return scaled(19);
    case Face::Body:
    case Face::Strong:
    case Face::Title:
        break;
    }
    return scaled(20);
}

QColor colour(Colour role, const QPalette& palette)
{
    return toneOf(tones, role, palette);
}

QColor codeColour(CodeColour role, const QPalette& palette)
{
    return toneOf(codeTones, role, palette);
}

QColor stateColour(StateKind kind, const QPalette& palette)
{
    return toneOf(states, kind, palette);
}

QColor stateTint(StateKind kind, const QPalette& palette)
{
    return mixed(colour(Colour::Surface, palette), stateColour(kind, palette), isDark(palette) ? 0.17 : 0.1);
}

QColor stateInk(StateKind kind, const QPalette& palette)
{
    return mixed(stateColour(kind, palette), colour(Colour::Text, palette), 0.3);
}

QColor onAccent(const QPalette& palette)
{
    return isDark(palette) ? colour(Colour::Window, palette) : QColor(Qt::white);
}

QColor controlBorder(const QPalette& palette)
{
    return mixed(colour(Colour::Line, palette), colour(Colour::Text, palette), isDark(palette) ? 0.1 : 0.09);
}

QColor rowLine(const QPalette& palette)
{
    return mixed(colour(Colour::Surface, palette), colour(Colour::Line, palette), 0.5);
}

QColor shadowColour()
{
    return {0, 0, 0, 110};
}

QColor mixed(const QColor& a, const QColor& b, double share)
{
    const auto mix = [share](int x, int y) { return qRound(x * (1 - share) + y * share); };
    return {mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue())};
}

bool isDark(const QPalette& palette)
{
    return palette.color(QPalette::WindowText).lightness() > palette.color(QPalette::Window).lightness();
}

} // namespace hookworks
