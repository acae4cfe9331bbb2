// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/command_palette.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace hookworks {

/// The entries that match, best first.
class PaletteModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role
    {
        DetailRole = Qt::UserRole + 1
    };
    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    void setEntries(QList<PaletteEntry> entries);
    const PaletteEntry& at(int row) const { return m_entries[row]; }

private:
    QList<PaletteEntry> m_entries;
};

/// A row: icon, title, and the detail quietly at the right.
class PaletteDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
};

} // namespace hookworks
