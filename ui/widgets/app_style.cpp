// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/app_style.h"

#include "ui/widgets/elided_edits.h"
#include "ui/widgets/style_painting.h"
#include "ui/widgets/text_views.h"
#include "ui/widgets/tokens.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QDialog>
#include <QHeaderView>
#include <QHelpEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitterHandle>
#include <QStyleOption>
#include <QTableView>
#include <QTextEdit>
#include <QToolButton>
#include <QToolTip>

namespace hookworks {

namespace {

constexpr const char* lookProperty = "hookworksLook";

/// A cell's editor: a field in the viewport of a list.
bool editsCell(const QWidget& widget)
{
    const QWidget* const around = widget.parentWidget();
    const auto* view = around ? qobject_cast<const QAbstractItemView*>(around->parentWidget()) : nullptr;
    return view && view->viewport() == around &&
           (qobject_cast<const QLineEdit*>(&widget) || qobject_cast<const QComboBox*>(&widget) ||
            qobject_cast<const QAbstractSpinBox*>(&widget));
}

bool standsInField(const QWidget* widget)
{
    const QWidget* parent = widget ? widget->parentWidget() : nullptr;
    return qobject_cast<const QComboBox*>(parent) || qobject_cast<const QAbstractSpinBox*>(parent);
}

/// Lists and read-only texts touch the edge on a page; what one types into, and lists in a dialog, have a
/// border.
bool wantsFrame(const QAbstractScrollArea& area)
{
    if (const auto* text = qobject_cast<const QPlainTextEdit*>(&area))
        return !text->isReadOnly();
    if (const auto* text = qobject_cast<const QTextEdit*>(&area))
        return !text->isReadOnly();
    return qobject_cast<const QAbstractItemView*>(&area) && qobject_cast<const QDialog*>(area.window());
}

void flattenArea(QAbstractScrollArea& area)
{
    const bool popup = area.window()->windowType() == Qt::Popup;
    if (area.inherits("QsciScintilla") || qobject_cast<QHeaderView*>(&area))
        return;
    area.setFrameShape(wantsFrame(area) && !popup ? QFrame::StyledPanel : QFrame::NoFrame);
}

void dressHeader(QHeaderView& header, int rowHeight)
{
    header.setHighlightSections(false);
    if (header.orientation() == Qt::Horizontal)
        header.setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    else
        header.setDefaultSectionSize(rowHeight);
}

/// One pixel is drawn, seven can be grasped. The handle itself would take five.
void widenHandle(QSplitterHandle& handle)
{
    const int side = (shape::splitterGrip - shape::line) / 2;
    if (handle.orientation() == Qt::Horizontal)
        handle.setContentsMargins(side, 0, side, 0);
    else
        handle.setContentsMargins(0, side, 0, side);
    handle.setAttribute(Qt::WA_MouseNoMask);
    handle.setMask(QRegion(handle.contentsRect()));
}

/// What a combo box had to cut is whole on hover.
bool tellCutText(QComboBox& box, const QHelpEvent& event)
{
    QStyleOptionComboBox option;
    option.initFrom(&box);
    option.editable = box.isEditable();
    const QRect room =
        box.style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &box);
    if (!box.toolTip().isEmpty() || box.fontMetrics().horizontalAdvance(box.currentText()) <= room.width())
        return false;
    QToolTip::showText(event.globalPos(), plainToolTip(box.currentText()), &box);
    return true;
}

template <class Option>
const Option* as(const QStyleOption* option)
{
    return qstyleoption_cast<const Option*>(option);
}

} // namespace

void setLook(QAbstractButton& button, ButtonLook look)
{
    button.setProperty(lookProperty, static_cast<int>(look));
    button.update();
}

ButtonLook lookOf(const QWidget* button)
{
    if (const QVariant look = button ? button->property(lookProperty) : QVariant(); look.isValid())
        return static_cast<ButtonLook>(look.toInt());
    if (const auto* tool = qobject_cast<const QToolButton*>(button))
        return tool->autoRaise() ? ButtonLook::Quiet : ButtonLook::Secondary;
    const auto* push = qobject_cast<const QPushButton*>(button);
    if (push && push->isFlat())
        return ButtonLook::Quiet;
    return push && push->isDefault() && qobject_cast<const QDialog*>(push->window()) ? ButtonLook::Primary
                                                                                     : ButtonLook::Secondary;
}

AppStyle::AppStyle(bool compactRows)
    : AppMetrics(compactRows)
{
}

void AppStyle::polish(QWidget* widget)
{
    AppMetrics::polish(widget);
    if (auto* header = qobject_cast<QHeaderView*>(widget))
        dressHeader(*header, pixelMetric(PM_HeaderDefaultSectionSizeVertical, nullptr, header));
    else if (auto* area = qobject_cast<QAbstractScrollArea*>(widget))
        flattenArea(*area);
    if (auto* table = qobject_cast<QTableView*>(widget))
        table->setShowGrid(false);
    if (auto* area = qobject_cast<QScrollArea*>(widget); area && area->accessibleName().isEmpty())
        area->setFocusPolicy(Qt::NoFocus); // its fields take the focus, and bring it in
    if (qobject_cast<QDialog*>(widget))
        widget->setBackgroundRole(QPalette::Base);
    if (auto* handle = qobject_cast<QSplitterHandle*>(widget)) {
        widenHandle(*handle);
        handle->installEventFilter(this);
    }
    if (qobject_cast<QComboBox*>(widget))
        widget->installEventFilter(this);
    if (qobject_cast<QLineEdit*>(widget) && !qobject_cast<QAbstractSpinBox*>(widget->parentWidget()))
        widget->installEventFilter(this);
    if (editsCell(*widget))
        widget->setAutoFillBackground(true); // what stands in the cell does not shine through
    if (qobject_cast<QToolButton*>(widget) && qobject_cast<QLineEdit*>(widget->parentWidget()))
        widget->setFocusPolicy(Qt::TabFocus); // "show the token" is for the keyboard, too
    if (qobject_cast<QAbstractButton*>(widget) || qobject_cast<QComboBox*>(widget) ||
        qobject_cast<QAbstractSpinBox*>(widget) || qobject_cast<QSplitterHandle*>(widget))
        widget->setAttribute(Qt::WA_Hover);
}

bool AppStyle::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize) {
        if (auto* handle = qobject_cast<QSplitterHandle*>(watched)) {
            widenHandle(*handle);
            return true; // its own answer would narrow the grip
        }
    }
    if (event->type() == QEvent::ToolTip) {
        if (auto* box = qobject_cast<QComboBox*>(watched);
            box && tellCutText(*box, *static_cast<QHelpEvent*>(event)))
            return true;
    }
    if (auto* edit = qobject_cast<QLineEdit*>(watched); edit && showCutText(*edit, *event))
        return true;
    return AppMetrics::eventFilter(watched, event);
}

void AppStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                             const QWidget* widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
        return paintButton(*painter, *option, lookOf(widget));
    case PE_PanelButtonTool:
        return paintToolButton(*painter, *option, lookOf(widget));
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return paintCheckBox(*painter, *option);
    case PE_IndicatorRadioButton:
        return paintRadioButton(*painter, *option);
    case PE_PanelLineEdit:
        if (const auto* frame = as<QStyleOptionFrame>(option);
            frame && frame->lineWidth > 0 && !standsInField(widget))
            paintField(*painter, *option);
        return;
    case PE_Frame:
    case PE_FrameLineEdit:
        return paintRounded(*painter, option->rect, {}, controlBorder(option->palette),
                            option->state & State_HasFocus, option->palette);
    case PE_FrameFocusRect:
        if (!qobject_cast<const QAbstractItemView*>(widget) && !qobject_cast<const QPushButton*>(widget))
            paintFocusRing(*painter, option->rect, option->palette);
        return;
    case PE_PanelItemViewItem:
        if (const auto* item = as<QStyleOptionViewItem>(option))
            paintItemGround(*painter, *item, widget);
        return;
    case PE_PanelItemViewRow:
    case PE_FrameDefaultButton:
    case PE_FrameTabWidget:
    case PE_FrameTabBarBase:
    case PE_PanelMenuBar:
    case PE_FrameMenu:
    case PE_PanelScrollAreaCorner:
        return;
    case PE_IndicatorBranch:
        return paintBranch(*painter, *option);
    case PE_IndicatorArrowDown:
        return paintChevron(*painter, option->rect, Qt::DownArrow, colour(Colour::Quiet, option->palette));
    case PE_IndicatorArrowUp:
        return paintChevron(*painter, option->rect, Qt::UpArrow, colour(Colour::Quiet, option->palette));
    case PE_IndicatorArrowRight:
        return paintChevron(*painter, option->rect, Qt::RightArrow, colour(Colour::Quiet, option->palette));
    case PE_IndicatorArrowLeft:
        return paintChevron(*painter, option->rect, Qt::LeftArrow, colour(Colour::Quiet, option->palette));
    case PE_PanelMenu:
    case PE_PanelTipLabel:
    case PE_FrameWindow:
        return paintPanel(*painter, *option);
    default:
        return AppMetrics::drawPrimitive(element, option, painter, widget);
    }
}

void AppStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                           const QWidget* widget) const
{
    if (!drawButtonPart(element, option, painter, widget) && !drawListPart(element, option, painter))
        AppMetrics::drawControl(element, option, painter, widget);
}

bool AppStyle::drawButtonPart(ControlElement element, const QStyleOption* option, QPainter* painter,
                              const QWidget* widget) const
{
    if (const auto* button = as<QStyleOptionButton>(option); button && element == CE_PushButtonBevel) {
        proxy()->drawPrimitive(PE_PanelButtonCommand, option, painter, widget);
        if (button->features & QStyleOptionButton::HasMenu)
            paintChevron(*painter,
                         button->rect.adjusted(button->rect.width() - scaled(22), 0, -space::close, 0),
                         Qt::DownArrow, buttonTextColour(*option, lookOf(widget)));
        return true;
    }
    if (const auto* button = as<QStyleOptionButton>(option); button && element == CE_PushButtonLabel) {
        QStyleOptionButton label = *button;
        label.palette.setColor(QPalette::ButtonText, buttonTextColour(*option, lookOf(widget)));
        label.state &= ~(State_Sunken | State_On);
        AppMetrics::drawControl(element, &label, painter, widget);
        return true;
    }
    if (const auto* button = as<QStyleOptionToolButton>(option); button && element == CE_ToolButtonLabel) {
        QStyleOptionToolButton label = *button;
        label.palette.setColor(QPalette::ButtonText, buttonTextColour(*option, lookOf(widget)));
        AppMetrics::drawControl(element, &label, painter, widget);
        return true;
    }
    if (const auto* box = as<QStyleOptionComboBox>(option); box && element == CE_ComboBoxLabel) {
        QStyleOptionComboBox label = *box;
        const int icon = box->currentIcon.isNull() ? 0 : box->iconSize.width() + space::tight;
        const int room =
            proxy()->subControlRect(CC_ComboBox, box, SC_ComboBoxEditField, widget).width() - icon - 2;
        label.currentText = box->fontMetrics.elidedText(box->currentText, Qt::ElideMiddle, room);
        AppMetrics::drawControl(element, &label, painter, widget);
        return true;
    }
    return false;
}

void AppStyle::drawToolButton(const QStyleOptionToolButton& button, QPainter* painter,
                              const QWidget* widget) const
{
    paintToolButton(*painter, button, lookOf(widget));
    QStyleOptionToolButton label = button;
    if (button.features & QStyleOptionToolButton::HasMenu) {
        const int arrow = scaled(16);
        label.rect.setRight(label.rect.right() - arrow);
        const QRect place(label.rect.right() - space::tight, button.rect.top(), arrow, button.rect.height());
        paintChevron(*painter, place, Qt::DownArrow, buttonTextColour(button, lookOf(widget)));
    }
    drawControl(CE_ToolButtonLabel, &label, painter, widget);
}

bool AppStyle::drawListPart(ControlElement element, const QStyleOption* option, QPainter* painter) const
{
    if (const auto* header = as<QStyleOptionHeader>(option); header && element == CE_Header) {
        paintHeader(*painter, *header);
        return true;
    }
    if (const auto* item = as<QStyleOptionMenuItem>(option); item && element == CE_MenuItem) {
        paintMenuItem(*painter, *item);
        return true;
    }
    if (const auto* item = as<QStyleOptionMenuItem>(option); item && element == CE_MenuBarItem) {
        paintMenuBarItem(*painter, *item);
        return true;
    }
    if (const auto* tab = as<QStyleOptionTab>(option); tab && element == CE_TabBarTabShape) {
        paintTab(*painter, *tab);
        return true;
    }
    switch (element) {
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, colour(Colour::Well, option->palette));
        painter->setPen(colour(Colour::Line, option->palette));
        painter->drawLine(option->rect.bottomLeft(), option->rect.bottomRight());
        return true;
    case CE_MenuBarEmptyArea:
        paintMenuBarGround(*painter, *option);
        return true;
    case CE_MenuEmptyArea:
        return true;
    case CE_Splitter:
        paintSplitter(*painter, *option);
        return true;
    default:
        return false;
    }
}

void AppStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                                  QPainter* painter, const QWidget* widget) const
{
    const auto part = [this, control, option, widget](SubControl which) {
        return proxy()->subControlRect(control, option, which, widget);
    };
    if (const auto* box = as<QStyleOptionComboBox>(option); box && control == CC_ComboBox)
        return paintComboBox(*painter, *box, part(SC_ComboBoxArrow));
    if (const auto* box = as<QStyleOptionSpinBox>(option); box && control == CC_SpinBox)
        return paintSpinBox(*painter, *box, part(SC_SpinBoxUp), part(SC_SpinBoxDown));
    if (const auto* button = as<QStyleOptionToolButton>(option); button && control == CC_ToolButton)
        return drawToolButton(*button, painter, widget);
    if (const auto* bar = as<QStyleOptionSlider>(option); bar && control == CC_ScrollBar)
        return paintScrollBar(*painter, *bar, part(SC_ScrollBarSlider));
    AppMetrics::drawComplexControl(control, option, painter, widget);
}

} // namespace hookworks
