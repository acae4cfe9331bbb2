// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>
#include <QStyledItemDelegate>

namespace hookworks {

/// A cell of the matrix: a tick, the shape of what came of it, and its words. A click on the tick, or Space,
/// changes it.
class PairDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

protected:
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override;
};

/// Two lines a webhook: its name, and its URL in small.
class WebhookHeader final : public QHeaderView
{
    Q_OBJECT
public:
    explicit WebhookHeader(QWidget* parent = nullptr);
    QSize sizeHint() const override;

private:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;
};

} // namespace hookworks
