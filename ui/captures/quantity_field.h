// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSpinBox>

namespace hookworks {

/// A number of whole units, with its range beside it. What is finer than the unit is kept until the field is
/// changed.
class QuantityField final : public QSpinBox
{
    Q_OBJECT

public:
    struct Unit
    {
        qint64 size = 1; ///< how much one of it is
        QString words;   ///< ` KiB`; may be empty
        int most = 1;    ///< of it, in this field
        QString none;    ///< what 0 reads as; empty: at least 1
    };

    QuantityField(qint64 stored, const Unit& unit, QWidget* parent = nullptr);

    /// In the smallest unit; 0: none.
    qint64 quantity() const;
    /// `1 to 900 MiB`.
    QString rangeWords() const;

private:
    qint64 m_stored;
    qint64 m_size;
    int m_shown;
};

/// A field with its range at its side, to stand in a Form. `name` is its accessible name.
QWidget* withRange(QuantityField& field, const QString& name);

} // namespace hookworks
