// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/tokens.h"

class QPainter;
class QPointF;

namespace hookworks {

/// What stands between two lines of that face beyond what the font has.
int leadingOf(Face face, const QFont& font);
/// Plain text as high as it is within `width`, with the face's leading; painted from `at` on where there is a
/// painter.
int layOutWrapped(const QString& text, Face face, const QFont& font, int width,
                  Qt::Alignment alignment = Qt::AlignLeft, QPainter* painter = nullptr,
                  const QPointF* at = nullptr);

} // namespace hookworks
