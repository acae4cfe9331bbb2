// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/style_painting.h"
#include "ui/widgets/tokens.h"

#include <QPainter>
#include <QStyleOption>

namespace hookworks {

void paintField(QPainter& painter, const QStyleOption& option)
{
    const QPalette& palette = option.palette;
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool writable = enabled && !(option.state & QStyle::State_ReadOnly);
    paintRounded(painter, option.rect, colour(writable ? Colour::Surface : Colour::Well, palette),
                 controlBorder(palette), enabled && (option.state & QStyle::State_HasFocus), palette);
}

void paintComboBox(QPainter& painter, const QStyleOptionComboBox& option, const QRect& arrow)
{
    const bool enabled = option.state & QStyle::State_Enabled;
    if (option.frame)
        paintField(painter, option);
    else if (option.state & (QStyle::State_HasFocus | QStyle::State_MouseOver))
        paintButton(painter, option, ButtonLook::Quiet);
    paintChevron(painter, arrow, Qt::DownArrow,
                 colour(enabled ? Colour::Quiet : Colour::Faint, option.palette));
}

void paintSpinBox(QPainter& painter, const QStyleOptionSpinBox& option, const QRect& up, const QRect& down)
{
    if (option.frame)
        paintField(painter, option);
    const auto arrowColour = [&option](QAbstractSpinBox::StepEnabledFlag step) {
        const bool usable = (option.state & QStyle::State_Enabled) && (option.stepEnabled & step);
        return colour(usable ? Colour::Quiet : Colour::Faint, option.palette);
    };
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    paintChevron(painter, up.adjusted(2, 2, -2, -2), Qt::UpArrow,
                 arrowColour(QAbstractSpinBox::StepUpEnabled));
    paintChevron(painter, down.adjusted(2, 2, -2, -2), Qt::DownArrow,
                 arrowColour(QAbstractSpinBox::StepDownEnabled));
}

} // namespace hookworks
