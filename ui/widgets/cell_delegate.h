// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/tokens.h"

#include <QStyledItemDelegate>

namespace hookworks {

/// What a list's cells tell beside their text.
enum CellRole
{
    CellStateRole = Qt::UserRole + 200, ///< int(StateKind): the shape before the text
    CellQuietRole,                      ///< bool: this cell matters less
    CellFailedRole,                     ///< bool: this cell tells of a failure
    CellMarkRole,                       ///< int(MarkColour): the bar at the row's left edge
    CellNoteRole                        ///< the row's note: a sign in its first cell
};

/// How the cells of a column look.
struct CellLook
{
    Face face = Face::Body;
    Colour colour = Colour::Text;
    Qt::TextElideMode elide = Qt::ElideRight;
    bool figures = false;  ///< right-aligned, each digit as wide as the others
    bool isSwitch = false; ///< the check state as a switch, at once
};

/// Draws one column of a list, whose models give plain text, in tool tips too: a state's shape and its word,
/// the row's mark, figures in columns, long texts cut where it hurts least and whole on hover, always as
/// plain text. Rows have the style's height.
class CellDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit CellDelegate(const CellLook& look, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;

protected:
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override;

private:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;
    QColor inkOf(const QStyleOptionViewItem& cell, const QModelIndex& index) const;
    QRect textRect(const QStyleOptionViewItem& cell, const QModelIndex& index) const;
    void paintMark(QPainter& painter, const QStyleOptionViewItem& cell, const QModelIndex& index) const;

    CellLook m_look;
};

/// Right-aligned in `rect`, each digit in a place of the same width. For texts without a line break.
void paintFigures(QPainter& painter, const QRect& rect, const QString& text);

} // namespace hookworks
