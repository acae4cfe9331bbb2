// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/cell_delegate.h"

#include "ui/widgets/mark_look.h"
#include "ui/widgets/state_mark.h"
#include "ui/widgets/style_painting.h"
#include "ui/widgets/switch.h"
#include "ui/widgets/text_views.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace hookworks {

namespace {

int digitWidth(const QFontMetrics& metrics)
{
    int widest = 0;
    for (char16_t digit = u'0'; digit <= u'9'; ++digit)
        widest = std::max(widest, metrics.horizontalAdvance(QChar(digit)));
    return widest;
}

int figuresWidth(const QFontMetrics& metrics, const QString& text)
{
    const int digit = digitWidth(metrics);
    int width = 0;
    for (const QChar letter : text)
        width += letter.isDigit() ? digit : metrics.horizontalAdvance(letter);
    return width;
}

bool hasNote(const QModelIndex& index)
{
    return !index.data(CellNoteRole).toString().isEmpty();
}

/// What the row's mark says, for the tool tip of its first cell.
QString markTip(const QModelIndex& index)
{
    Mark mark;
    if (const QVariant colour = index.data(CellMarkRole); colour.isValid())
        mark.colour = static_cast<MarkColour>(colour.toInt());
    mark.note = index.data(CellNoteRole).toString();
    return markWords(mark);
}

} // namespace

void paintFigures(QPainter& painter, const QRect& rect, const QString& text)
{
    const QFontMetrics metrics = painter.fontMetrics();
    const int digit = digitWidth(metrics);
    int right = rect.right() + 1;
    for (auto letter = text.crbegin(); letter != text.crend(); ++letter) {
        const int own = metrics.horizontalAdvance(*letter);
        const int width = letter->isDigit() ? digit : own;
        right -= width;
        painter.drawText(QRect(right, rect.top(), width, rect.height()),
                         Qt::AlignVCenter | Qt::AlignHCenter | Qt::TextSingleLine | Qt::TextDontClip,
                         *letter);
    }
}

CellDelegate::CellDelegate(const CellLook& look, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_look(look)
{
}

void CellDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (m_look.face != Face::Body)
        option->font = fontOf(m_look.face);
    option->fontMetrics = QFontMetrics(option->font);
    if (m_look.figures)
        option->displayAlignment = Qt::AlignRight | Qt::AlignVCenter;
}

QRect CellDelegate::textRect(const QStyleOptionViewItem& cell, const QModelIndex& index) const
{
    const bool first = startsRow(cell, cell.widget);
    QRect rect = cell.rect.adjusted(first ? space::wide : space::close, 0, -space::close, 0);
    if (index.data(CellStateRole).isValid())
        rect.setLeft(rect.left() + sized(Size::StateShape) + space::close);
    else if (!cell.icon.isNull())
        rect.setLeft(rect.left() + sized(Size::Icon) + space::close);
    if (first && hasNote(index))
        rect.setRight(rect.right() - sized(Size::StateShape) - space::close);
    return rect;
}

void CellDelegate::paintMark(QPainter& painter, const QStyleOptionViewItem& cell,
                             const QModelIndex& index) const
{
    if (!startsRow(cell, cell.widget))
        return;
    if (const QVariant colour = index.data(CellMarkRole); colour.isValid())
        paintMarkBar(painter, cell.rect, static_cast<MarkColour>(colour.toInt()), cell.palette);
    if (!hasNote(index))
        return;
    const int side = sized(Size::StateShape);
    paintNoteSign(
        painter,
        QRect(textRect(cell, index).right() + space::close, cell.rect.top(), side, cell.rect.height()),
        cell.palette);
}

/// A failure's colour has too little contrast on the selection.
QColor CellDelegate::inkOf(const QStyleOptionViewItem& cell, const QModelIndex& index) const
{
    if (!(cell.state & QStyle::State_Enabled))
        return colour(Colour::Faint, cell.palette);
    if (index.data(CellFailedRole).toBool() && !(cell.state & QStyle::State_Selected))
        return stateColour(StateKind::Failed, cell.palette);
    return colour(index.data(CellQuietRole).toBool() ? Colour::Quiet : m_look.colour, cell.palette);
}

void CellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QStyle* style = cell.widget ? cell.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &cell, painter, cell.widget);
    const QRect text = textRect(cell, index);
    painter->save();
    paintMark(*painter, cell, index);
    if (m_look.isSwitch) {
        const bool on = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
        paintSwitch(*painter, text, on, cell.state & QStyle::State_Enabled, cell.palette);
        painter->restore();
        return;
    }
    if (const QVariant state = index.data(CellStateRole); state.isValid()) {
        const int side = sized(Size::StateShape);
        const QRect mark(text.left() - side - space::close, cell.rect.center().y() - side / 2, side, side);
        paintStateMark(*painter, mark, static_cast<StateKind>(state.toInt()), cell.palette);
    } else if (!cell.icon.isNull()) {
        const int side = sized(Size::Icon);
        cell.icon.paint(
            painter, QRect(text.left() - side - space::close, cell.rect.center().y() - side / 2, side, side));
    }
    painter->setFont(cell.font);
    painter->setPen(inkOf(cell, index));
    const QString words = cell.text.simplified();
    if (m_look.figures && figuresWidth(cell.fontMetrics, words) <= text.width())
        paintFigures(*painter, text, words);
    else
        painter->drawText(text,
                          static_cast<int>(cell.displayAlignment | Qt::AlignVCenter) | Qt::TextSingleLine,
                          cell.fontMetrics.elidedText(words, m_look.elide, text.width()));
    painter->restore();
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QSize size = QStyledItemDelegate::sizeHint(option, index);
    const bool marked = index.data(CellStateRole).isValid();
    return {size.width() + (marked ? sized(Size::StateShape) + space::close : 0), size.height()};
}

bool CellDelegate::editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                               const QModelIndex& index)
{
    if (!m_look.isSwitch || !(index.flags() & Qt::ItemIsUserCheckable))
        return QStyledItemDelegate::editorEvent(event, model, option, index);
    const bool clicked = event->type() == QEvent::MouseButtonRelease &&
                         static_cast<QMouseEvent*>(event)->button() == Qt::LeftButton;
    const bool typed =
        event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space;
    if (!clicked && !typed)
        return false;
    const bool on = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    return model->setData(index, on ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

bool CellDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                             const QModelIndex& index)
{
    if (event->type() != QEvent::ToolTip)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QString mark = startsRow(cell, cell.widget) ? markTip(index) : QString();
    const QString own = index.data(Qt::ToolTipRole).toString();
    const bool cut = figuresWidth(cell.fontMetrics, cell.text) > textRect(cell, index).width();
    QStringList words{!own.isEmpty() ? own : cut ? cell.text : QString(), mark};
    words.removeAll(QString());
    QToolTip::showText(event->globalPos(),
                       words.isEmpty() ? QString() : plainToolTip(words.join(QStringLiteral("\n\n"))), view);
    return true;
}

} // namespace hookworks
