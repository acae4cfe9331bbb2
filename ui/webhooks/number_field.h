// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time.h"

#include <QDoubleSpinBox>
#include <QSpinBox>

#include <optional>

namespace hookworks {

/// A whole number with its unit; `leastWords` stand for the least one ("No limit").
QSpinBox* numberField(int least, int most, const QString& leastWords, const QString& suffix = {});

/// Seconds, to the millisecond, up to a year; `zeroWords` stand for none.
QDoubleSpinBox* secondsField(const QString& zeroWords = {});

/// No wider than a number needs.
template <class Field>
Field* narrow(Field* field)
{
    constexpr int mostLetters = 30;
    field->setMaximumWidth(field->fontMetrics().averageCharWidth() * mostLetters);
    return field;
}

/// Of a list in a form, which may be cut.
inline constexpr int leastComboLetters = 12;

/// As such a field shows a duration: at least one; none: 0.
int wholeSeconds(Micros duration);
int wholeSeconds(std::optional<Micros> duration);
/// Fractions of a second, which the field does not show, survive while nobody changes it.
Micros keptUnlessChanged(Micros stored, const QSpinBox& field);

} // namespace hookworks
