// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/app_metrics.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/style_painting.h"
#include "ui/widgets/tokens.h"

#include <QStyleOption>
#include <QTableView>
#include <QToolButton>

#include <optional>

namespace hookworks {

namespace {

constexpr const char* lowProperty = "hookworksLow";

bool isLow(const QWidget* control)
{
    return control && control->property(lowProperty).toBool();
}

int arrowWidth()
{
    return scaled(20);
}

std::optional<int> gapMetric(QStyle::PixelMetric metric)
{
    switch (metric) {
    case QStyle::PM_LayoutLeftMargin:
    case QStyle::PM_LayoutTopMargin:
    case QStyle::PM_LayoutRightMargin:
    case QStyle::PM_LayoutBottomMargin:
        return space::wide;
    case QStyle::PM_LayoutHorizontalSpacing:
    case QStyle::PM_LayoutVerticalSpacing:
    case QStyle::PM_CheckBoxLabelSpacing:
    case QStyle::PM_RadioButtonLabelSpacing:
        return space::normal;
    case QStyle::PM_MenuHMargin:
    case QStyle::PM_ToolBarItemSpacing:
        return 0;
    case QStyle::PM_MenuVMargin:
    case QStyle::PM_MenuBarHMargin:
    case QStyle::PM_HeaderMargin:
        return space::tight;
    case QStyle::PM_MenuBarPanelWidth:
    case QStyle::PM_MenuBarVMargin:
    case QStyle::PM_MenuBarItemSpacing:
    case QStyle::PM_ButtonShiftHorizontal:
    case QStyle::PM_ButtonShiftVertical:
    case QStyle::PM_TabBarBaseOverlap:
    case QStyle::PM_TabBarBaseHeight:
    case QStyle::PM_TabBarTabShiftVertical:
    case QStyle::PM_ScrollView_ScrollBarSpacing:
        return 0;
    case QStyle::PM_FocusFrameHMargin:
        return space::close - 1; // Qt adds one
    case QStyle::PM_MenuPanelWidth:
    case QStyle::PM_DefaultFrameWidth:
    case QStyle::PM_SplitterWidth:
        return shape::line;
    case QStyle::PM_TabBarTabHSpace:
        return space::section;
    case QStyle::PM_TabBarTabVSpace:
        return space::wide;
    case QStyle::PM_ToolTipLabelFrameWidth:
        return space::close;
    default:
        return std::nullopt;
    }
}

std::optional<int> sizeMetric(QStyle::PixelMetric metric)
{
    switch (metric) {
    case QStyle::PM_IndicatorWidth:
    case QStyle::PM_IndicatorHeight:
    case QStyle::PM_ExclusiveIndicatorWidth:
    case QStyle::PM_ExclusiveIndicatorHeight:
        return sized(Size::Check);
    case QStyle::PM_SmallIconSize:
    case QStyle::PM_ButtonIconSize:
    case QStyle::PM_ListViewIconSize:
    case QStyle::PM_TabBarIconSize:
        return sized(Size::Icon);
    case QStyle::PM_ScrollBarExtent:
        return scaled(12);
    case QStyle::PM_ScrollBarSliderMin:
        return scaled(28);
    case QStyle::PM_MenuButtonIndicator:
        return scaled(16);
    case QStyle::PM_HeaderMarkSize:
        return scaled(12);
    case QStyle::PM_TreeViewIndentation:
        return scaled(16);
    default:
        return std::nullopt;
    }
}

QRect comboPart(const QStyleOptionComboBox& option, QStyle::SubControl part)
{
    const QRect& rect = option.rect;
    const QRect arrow(rect.right() - arrowWidth() - space::hair, rect.top(), arrowWidth(), rect.height());
    switch (part) {
    case QStyle::SC_ComboBoxArrow:
        return QStyle::visualRect(option.direction, rect, arrow);
    case QStyle::SC_ComboBoxEditField: {
        const int left = option.editable ? space::hair : shape::fieldPadding - 1;
        return QStyle::visualRect(
            option.direction, rect,
            QRect(rect.left() + left, rect.top() + 2, arrow.left() - rect.left() - left, rect.height() - 4));
    }
    default:
        return rect;
    }
}

QRect spinPart(const QStyleOptionSpinBox& option, QStyle::SubControl part)
{
    const QRect& rect = option.rect;
    const bool arrows = option.buttonSymbols != QAbstractSpinBox::NoButtons;
    const int width = arrows ? arrowWidth() : 0;
    const int left = rect.right() - width;
    QRect place = rect;
    switch (part) {
    case QStyle::SC_SpinBoxUp:
        place = QRect(left, rect.top() + 2, width, rect.height() / 2 - 2);
        break;
    case QStyle::SC_SpinBoxDown:
        place = QRect(left, rect.center().y() + 1, width, rect.height() / 2 - 2);
        break;
    case QStyle::SC_SpinBoxEditField:
        place = QRect(rect.left() + space::hair, rect.top() + 2, rect.width() - width - 2 * space::hair,
                      rect.height() - 4);
        break;
    default:
        break;
    }
    return QStyle::visualRect(option.direction, rect, place);
}

QRect scrollBarPart(const QStyleOptionSlider& bar, QStyle::SubControl part)
{
    const bool upright = bar.orientation == Qt::Vertical;
    const int length = upright ? bar.rect.height() : bar.rect.width();
    const int least = std::min(length, scaled(28));
    const double range = static_cast<double>(bar.maximum) - bar.minimum;
    const int slider = range > 0
                           ? std::clamp(qRound(bar.pageStep * length / (range + bar.pageStep)), least, length)
                           : length;
    const int start = QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition,
                                                      length - slider, bar.upsideDown);
    const auto along = [&bar, upright](int from, int to) {
        return upright ? QRect(bar.rect.left(), bar.rect.top() + from, bar.rect.width(), to - from)
                       : QRect(bar.rect.left() + from, bar.rect.top(), to - from, bar.rect.height());
    };
    switch (part) {
    case QStyle::SC_ScrollBarSlider:
        return along(start, start + slider);
    case QStyle::SC_ScrollBarSubPage:
        return along(0, start);
    case QStyle::SC_ScrollBarAddPage:
        return along(start + slider, length);
    case QStyle::SC_ScrollBarGroove:
        return bar.rect;
    default:
        return {};
    }
}

bool hasMenuArrow(const QStyleOption* option)
{
    const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option);
    return button && (button->features & QStyleOptionToolButton::HasMenu);
}

/// A table's row begins twelve from the edge, as everything on a page does.
bool atRowStart(const QStyleOption* option, const QWidget* widget)
{
    const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option);
    return item && qobject_cast<const QTableView*>(widget) && startsRow(*item, widget);
}

} // namespace

void setLow(QWidget& control)
{
    control.setProperty(lowProperty, true);
    control.updateGeometry();
}

AppMetrics::AppMetrics(bool compactRows)
    : QProxyStyle(QStringLiteral("Fusion"))
    , m_compactRows(compactRows)
{
}

int AppMetrics::rowHeight() const
{
    return sized(m_compactRows ? Size::CompactRow : Size::Row);
}

int AppMetrics::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    if (metric == PM_HeaderDefaultSectionSizeVertical)
        return rowHeight();
    if (metric == PM_DefaultFrameWidth && widget &&
        (widget->inherits("QPlainTextEdit") || widget->inherits("QTextEdit")))
        return space::tight; // the text keeps off the rounded corners
    if (const auto gap = gapMetric(metric))
        return *gap;
    if (const auto size = sizeMetric(metric))
        return *size;
    return QProxyStyle::pixelMetric(metric, option, widget);
}

int AppMetrics::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                          QStyleHintReturn* data) const
{
    switch (hint) {
    case SH_DialogButtonBox_ButtonsHaveIcons: // Fusion gives them to some buttons and not to others
    case SH_EtchDisabledText:
    case SH_ComboBox_Popup:
    case SH_Widget_Animation_Duration:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    case SH_FormLayoutLabelAlignment:
        return Qt::AlignLeft | Qt::AlignVCenter;
    case SH_Table_GridLineColor:
        return static_cast<int>(rowLine(option->palette).rgb());
    case SH_TabBar_ElideMode:
        return Qt::ElideMiddle;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QSize AppMetrics::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents,
                                   const QWidget* widget) const
{
    const int control = sized(isLow(widget) ? Size::SubControl : Size::Control);
    switch (type) {
    case CT_PushButton:
        return {std::max(contents.width() + 2 * shape::buttonPadding, control), control};
    case CT_LineEdit:
        return {contents.width() + 2 * shape::fieldPadding, control};
    case CT_ComboBox:
        return {contents.width() + shape::fieldPadding + arrowWidth() + space::normal, control};
    case CT_SpinBox:
        return {contents.width() + shape::fieldPadding + arrowWidth(), control};
    case CT_ToolButton: {
        const auto* button = qobject_cast<const QToolButton*>(widget);
        const int height = sized(button && button->autoRaise() ? Size::SubControl : Size::Control);
        const int arrow = hasMenuArrow(option) ? scaled(16) : 0;
        return {std::max(contents.width() + 2 * space::tight + arrow, height), height};
    }
    case CT_MenuItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option))
            return menuItemSize(*item, contents);
        break;
    case CT_MenuBarItem:
        return {contents.width() + 2 * space::normal, control};
    case CT_HeaderSection: {
        const QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
        return {size.width() + space::normal, sized(Size::ListHeader)};
    }
    case CT_ItemViewItem: {
        const QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
        return {size.width() + (atRowStart(option, widget) ? space::close : 0),
                std::max(size.height(), rowHeight())};
    }
    default:
        break;
    }
    return QProxyStyle::sizeFromContents(type, option, contents, widget);
}

QRect AppMetrics::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                                 const QWidget* widget) const
{
    if (const auto* box = qstyleoption_cast<const QStyleOptionComboBox*>(option);
        box && control == CC_ComboBox && part != SC_ComboBoxListBoxPopup)
        return comboPart(*box, part);
    if (const auto* box = qstyleoption_cast<const QStyleOptionSpinBox*>(option); box && control == CC_SpinBox)
        return spinPart(*box, part);
    if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
        bar && control == CC_ScrollBar)
        return scrollBarPart(*bar, part);
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QRect AppMetrics::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    switch (element) {
    case SE_LineEditContents:
        return option->rect.adjusted(space::close, 0, -space::close, 0);
    case SE_ItemViewItemCheckIndicator:
    case SE_ItemViewItemDecoration:
        return atRowStart(option, widget) ? rect.translated(space::close, 0) : rect;
    case SE_ItemViewItemText:
        return atRowStart(option, widget) ? rect.adjusted(space::close, 0, 0, 0) : rect;
    default:
        return rect;
    }
}

/// Looking for them among the desktop's icons takes longer than all else of a first page; ours are looked for
/// when they are painted.
QIcon AppMetrics::standardIcon(StandardPixmap which, const QStyleOption* option, const QWidget* widget) const
{
    if (which == SP_LineEditClearButton)
        return themedIcon(QStringLiteral("window-close"));
    if (which == SP_ToolBarHorizontalExtensionButton)
        return themedIcon(QStringLiteral("go-next"));
    return QProxyStyle::standardIcon(which, option, widget);
}

} // namespace hookworks
