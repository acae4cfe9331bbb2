// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>
#include <QStyledItemDelegate>

class QLabel;

namespace hookworks {

/// Read-only bytes, URLs, JSON: fixed pitch, plain text, selectable, not wrapped. Never anything but plain
/// text.
class MonospaceView final : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit MonospaceView(QWidget* parent = nullptr);
};

/// Draws URLs and ids: elided in the middle, in fixed pitch where asked, whole on hover when cut (as plain
/// text).
class MiddleElideDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit MiddleElideDelegate(bool monospace, QObject* parent = nullptr);
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;

private:
    bool m_monospace;
};

/// A label that shows whatever text as it is, never as HTML: on one line, wrapped, or wrapped and selectable
/// with mouse and keys.
QLabel* plainLabel(QWidget* parent = nullptr);
QLabel* wrappedLabel(QWidget* parent = nullptr);
QLabel* selectableLabel(QWidget* parent = nullptr);

/// A foreign text as a tool tip takes it without reading it as HTML: escaped, wrapped, at most some 2,000
/// letters.
QString plainToolTip(const QString& text);

} // namespace hookworks
