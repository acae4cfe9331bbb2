// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/text_views.h"

#include "domain/readable_text.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QLabel>
#include <QToolTip>

namespace hookworks {

MonospaceView::MonospaceView(QWidget* parent)
    : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setTabChangesFocus(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setMonospace(*this);
}

MiddleElideDelegate::MiddleElideDelegate(bool monospace, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_monospace(monospace)
{
}

void MiddleElideDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->textElideMode = Qt::ElideMiddle;
    if (m_monospace)
        option->font = monospaceFont(option->font);
}

bool MiddleElideDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view,
                                    const QStyleOptionViewItem& option, const QModelIndex& index)
{
    if (event->type() != QEvent::ToolTip || index.data(Qt::ToolTipRole).isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const QString text = index.data(Qt::DisplayRole).toString();
    const bool cut = sizeHint(option, index).width() > view->visualRect(index).width();
    QToolTip::showText(event->globalPos(), cut ? plainToolTip(text) : QString(), view);
    return true;
}

QLabel* plainLabel(QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    return label;
}

QLabel* wrappedLabel(QWidget* parent)
{
    QLabel* label = plainLabel(parent);
    label->setWordWrap(true);
    return label;
}

QLabel* selectableLabel(QWidget* parent)
{
    QLabel* label = wrappedLabel(parent);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

QString plainToolTip(const QString& text)
{
    constexpr qsizetype longest = 2000;
    return QStringLiteral("<span>%1</span>")
        .arg(shortened(text, longest).toHtmlEscaped().replace(u'\n', QStringLiteral("<br>")));
}

} // namespace hookworks
