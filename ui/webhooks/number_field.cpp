// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/webhooks/number_field.h"

#include <QCoreApplication>

#include <algorithm>

namespace hookworks {

QSpinBox* numberField(int least, int most, const QString& leastWords, const QString& suffix)
{
    auto* field = narrow(new QSpinBox);
    field->setRange(least, most);
    field->setSpecialValueText(leastWords);
    field->setSuffix(suffix);
    return field;
}

QDoubleSpinBox* secondsField(const QString& zeroWords)
{
    constexpr double year = 31'536'000;
    auto* field = narrow(new QDoubleSpinBox);
    field->setRange(0, year);
    field->setDecimals(3);
    field->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    field->setSuffix(QCoreApplication::translate("hookworks", " s"));
    field->setSpecialValueText(zeroWords);
    return field;
}

int wholeSeconds(Micros duration)
{
    return static_cast<int>(std::max(1.0, seconds(duration)));
}

int wholeSeconds(std::optional<Micros> duration)
{
    return duration ? wholeSeconds(*duration) : 0;
}

Micros keptUnlessChanged(Micros stored, const QSpinBox& field)
{
    return wholeSeconds(stored) == field.value() ? stored : std::chrono::seconds(field.value());
}

} // namespace hookworks
