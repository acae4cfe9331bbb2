// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace hookworks {

/// Makes a button, combo box or field 24 high instead of 28: in a pane's sub-bar, in the status bar.
void setLow(QWidget& control);

/// The sizes and places half of the program's style: how large Qt's own widgets are and where their parts
/// lie, from the tokens. AppStyle paints them.
class AppMetrics : public QProxyStyle
{
    Q_OBJECT
public:
    /// `compactRows`: View ▸ Compact rows.
    explicit AppMetrics(bool compactRows);

    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* data) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents,
                           const QWidget* widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                         const QWidget* widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption* option,
                         const QWidget* widget) const override;
    QIcon standardIcon(StandardPixmap which, const QStyleOption* option,
                       const QWidget* widget) const override;

private:
    int rowHeight() const;

    bool m_compactRows;
};

} // namespace hookworks
