// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/app_metrics.h"

class QAbstractButton;
class QStyleOptionToolButton;

namespace hookworks {

/// How a push button or tool button stands beside others.
enum class ButtonLook
{
    Secondary, ///< a border; what a button is unless told otherwise
    Primary,   ///< filled; one on a page or in a dialog
    Quiet,     ///< no border until the pointer is over it
    Bare,      ///< quiet, and its icon or words alone tell whether it is on
    Link       ///< quiet, and written in the accent colour
};

void setLook(QAbstractButton& button, ButtonLook look);
/// A dialog's default button is primary without being told.
ButtonLook lookOf(const QWidget* button);

/// The program's one style: Fusion's behaviour, painted from the tokens. It reads the palette when it paints,
/// so that a change of theme needs nothing else. Set once, by Theme; no widget styles itself.
class AppStyle final : public AppMetrics
{
    Q_OBJECT
public:
    explicit AppStyle(bool compactRows = false);

    void polish(QWidget* widget) override;
    using QProxyStyle::polish;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override;

private:
    bool eventFilter(QObject* watched, QEvent* event) override;
    bool drawButtonPart(ControlElement element, const QStyleOption* option, QPainter* painter,
                        const QWidget* widget) const;
    void drawToolButton(const QStyleOptionToolButton& button, QPainter* painter, const QWidget* widget) const;
    bool drawListPart(ControlElement element, const QStyleOption* option, QPainter* painter) const;
};

} // namespace hookworks
