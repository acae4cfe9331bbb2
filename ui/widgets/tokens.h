// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>

class QWidget;

namespace hookworks {

/// Distances between things and around them, in device-independent pixels. They stay when the font grows.
namespace space {
inline constexpr int hair = 2;
inline constexpr int tight = 4;
inline constexpr int close = 6;
inline constexpr int normal = 8;
inline constexpr int wide = 12;
inline constexpr int broad = 16;
inline constexpr int section = 24;
} // namespace space

/// Corners and lines, in device-independent pixels.
namespace shape {
inline constexpr int radius = 6;
inline constexpr int smallRadius = 4;
inline constexpr int line = 1;
inline constexpr int focusRing = 2;
inline constexpr int splitterGrip = 7; ///< what the pointer can grasp; one pixel of it is drawn
inline constexpr int buttonPadding = 11;
inline constexpr int fieldPadding = 9;
inline constexpr int windowWidth = 1280; ///< of the first window, where the screen has room
inline constexpr int windowHeight = 800;
} // namespace shape

/// What has a size of its own; each grows with the application's font.
enum class Size
{
    Row,          ///< 28: of a list
    CompactRow,   ///< 24: the same with View ▸ Compact rows
    ListHeader,   ///< 26
    PaneHeader,   ///< 32
    PageBar,      ///< 44
    StatusBar,    ///< 28
    Control,      ///< 28: buttons and fields
    SubControl,   ///< 24: the same in a pane's sub-bar, and buttons without a frame
    Badge,        ///< 20
    SideEntry,    ///< 32: a page at the window's left
    SideBar,      ///< 143: the least width of the window's left
    Icon,         ///< 16
    StateShape,   ///< 14: a state's mark in a row
    Check,        ///< 14: a check box without its label
    SwitchWidth,  ///< 26
    SwitchHeight, ///< 15
    FormLabel,    ///< 94: the least width of a form's labels
    DialogWidth,  ///< 560: of a dialog with a form
    DialogHeight, ///< 440: the same; longer forms scroll
    Card          ///< 360: the width of what floats over the page
};

/// In device-independent pixels, for the application's font. Never smaller than drawn for text of 13 px.
int sized(Size size);
/// Any other number that was drawn for text of 13 px, as large as the application's font wants it.
int scaled(double pixels);

/// The kinds of text; all follow the system's font and its size.
enum class Face
{
    Body,    ///< 13/20
    Strong,  ///< body, semibold: the name of the chosen thing, a section's heading
    Caption, ///< 11.5/16: help, headers of lists, badges
    Title,   ///< 15/20, semibold: a page's title
    Code     ///< 12/19, the system's fixed-pitch font
};

QFont fontOf(Face face);
/// From one line to the next, in device-independent pixels.
int lineHeight(Face face);

/// The colours that are not states. Each is known in light and dark; there are no others.
enum class Colour
{
    Window,    ///< the window's frame: menu bar, left, status bar
    Surface,   ///< pages, lists, fields
    Well,      ///< headers of lists, what is not chosen in a segmented control
    Line,      ///< between two areas
    Text,      ///< what one reads
    Quiet,     ///< what matters less; at least 4.5:1 like text
    Faint,     ///< what cannot be used now, borders of check boxes; at least 3:1
    Accent,    ///< the primary button, links, the focus
    Selection, ///< ground of the chosen row
    Hover      ///< ground of what is under the pointer
};

/// The states that have a shape, a colour and a word of their own; lists, timeline and status bar draw the
/// same ones.
enum class StateKind
{
    Delivered, ///< filled circle with a tick
    Failed,    ///< filled diamond with a cross
    Waiting,   ///< circle with an arrow
    Sending,   ///< ring, half filled; also what is selected or on
    Planned,   ///< hollow circle
    Unknown,   ///< hatched circle
    Cancelled  ///< short dash; also what is off
};

/// What code is coloured by.
enum class CodeColour
{
    Key,
    String,
    Number
};

/// The palette decides between light and dark only.
QColor colour(Colour role, const QPalette& palette);
QColor codeColour(CodeColour role, const QPalette& palette);
/// At least 4.5:1 on window, surface and well; on a selected row it is for shapes only.
QColor stateColour(StateKind kind, const QPalette& palette);
/// The ground of a badge, and the text on it; 4.5:1 between the two.
QColor stateTint(StateKind kind, const QPalette& palette);
QColor stateInk(StateKind kind, const QPalette& palette);
/// Text on the accent, as on the primary button.
QColor onAccent(const QPalette& palette);
/// The border of buttons and fields: stronger than the line between two areas.
QColor controlBorder(const QPalette& palette);
/// The line between two rows of a list: weaker than the one between two areas.
QColor rowLine(const QPalette& palette);
/// Under what floats over the page; see-through, the same in both themes.
QColor shadowColour();
/// `share` of the way from `a` to `b`, 0 to 1.
QColor mixed(const QColor& a, const QColor& b, double share);

/// True where the palette's text is lighter than what it stands on.
bool isDark(const QPalette& palette);

/// The font with its size times `factor`, whichever unit it has.
QFont resized(QFont font, double factor);

} // namespace hookworks
