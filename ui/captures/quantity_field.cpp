// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/captures/quantity_field.h"

#include "ui/widgets/form.h"
#include "ui/widgets/tokens.h"

#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>

namespace hookworks {

namespace {

int shownUnits(qint64 stored, const QuantityField::Unit& unit)
{
    if (stored == 0)
        return 0;
    return static_cast<int>(std::clamp<qint64>(stored / unit.size, 1, unit.most));
}

} // namespace

QuantityField::QuantityField(qint64 stored, const Unit& unit, QWidget* parent)
    : QSpinBox(parent)
    , m_stored(stored)
    , m_size(unit.size)
    , m_shown(shownUnits(stored, unit))
{
    setRange(unit.none.isEmpty() ? 1 : 0, unit.most);
    setSpecialValueText(unit.none);
    setSuffix(unit.words);
    setGroupSeparatorShown(true);
    setAccelerated(true);
    setValue(m_shown);
}

qint64 QuantityField::quantity() const
{
    return value() == m_shown ? m_stored : value() * m_size;
}

QString QuantityField::rangeWords() const
{
    return tr("1 to %1%2").arg(locale().toString(maximum()), suffix());
}

QWidget* withRange(QuantityField& field, const QString& name)
{
    field.setAccessibleName(name);
    field.setAccessibleDescription(field.rangeWords());
    auto* cell = new QWidget;
    cell->setFocusProxy(&field);
    auto* row = new QHBoxLayout(cell);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::normal);
    row->addWidget(&field, 1);
    row->addWidget(quietLabel(field.rangeWords()), 1);
    return cell;
}

} // namespace hookworks
