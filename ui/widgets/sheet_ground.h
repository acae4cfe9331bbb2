// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace hookworks {

/// What paper lies on, and the edge of a sheet on it, which is painted before the sheet.
QColor sheetGround(const QPalette& palette);
void paintSheetEdge(QPainter& painter, const QRectF& sheet, const QPalette& palette);

/// A sheet of paper on its ground: light in both themes, as it is printed.
class SheetGround final : public QWidget
{
public:
    /// Takes `sheet`.
    explicit SheetGround(QWidget* sheet, QWidget* parent = nullptr);

private:
    void paintEvent(QPaintEvent* event) override;

    QWidget* m_sheet;
};

} // namespace hookworks
