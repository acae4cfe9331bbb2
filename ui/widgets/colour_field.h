// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QList>
#include <QPushButton>

namespace hookworks {

/// One colour that a palette offers.
struct NamedColour
{
    QString name;
    QColor colour;
    bool operator==(const NamedColour&) const = default;
};

/// A colour as a swatch with its name; a click opens a palette of those that are offered and a field for any
/// other (#rrggbb). Arrow keys move in the palette.
class ColourField final : public QPushButton
{
    Q_OBJECT
public:
    explicit ColourField(QList<NamedColour> offered, QWidget* parent = nullptr);
    /// An invalid colour: none is set.
    void setColour(const QColor& colour);
    QColor colour() const { return m_colour; }

signals:
    /// By the user.
    void chosen(const QColor& colour);

private:
    void paintEvent(QPaintEvent* event) override;
    void open();
    void take(const QColor& colour);

    QList<NamedColour> m_offered;
    QColor m_colour;
};

} // namespace hookworks
