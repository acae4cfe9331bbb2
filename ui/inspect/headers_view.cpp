// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/headers_view.h"

#include "ui/inspect/copy_rows.h"
#include "ui/inspect/header_lines.h"
#include "ui/inspect/header_words.h"
#include "ui/widgets/byte_text.h"
#include "ui/widgets/text_views.h"
#include "ui/widgets/tokens.h"

#include <QHeaderView>
#include <QHelpEvent>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QToolTip>

namespace hookworks {

namespace {

constexpr int wordsRole = Qt::UserRole + 1;
constexpr qsizetype longestField = 4096;

/// Value and explanation below each other; the name beside the value.
class FieldDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {scaled(120), lineHeight(Face::Code) + lineHeight(Face::Caption) + 2 * space::tight};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QStyleOptionViewItem cell = option;
        initStyleOption(&cell, index);
        cell.widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &cell, painter, cell.widget);
        const bool isName = index.column() == 0;
        const QRect room = cell.rect.adjusted(isName ? space::wide : space::close, space::tight,
                                              -space::close, -space::tight);
        painter->save();
        drawLine(*painter, room, Qt::AlignTop, Face::Code,
                 isName ? codeColour(CodeColour::Key, cell.palette) : colour(Colour::Text, cell.palette),
                 cell.text.simplified());
        drawLine(*painter, room, Qt::AlignBottom, Face::Caption, colour(Colour::Quiet, cell.palette),
                 index.data(wordsRole).toString());
        painter->restore();
    }

    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override
    {
        if (event->type() != QEvent::ToolTip)
            return QStyledItemDelegate::helpEvent(event, view, option, index);
        QToolTip::showText(event->globalPos(), plainToolTip(index.data().toString()), view);
        return true;
    }

private:
    static void drawLine(QPainter& painter, const QRect& room, Qt::AlignmentFlag where, Face face,
                         const QColor& ink, const QString& text)
    {
        const QFont font = fontOf(face);
        painter.setFont(font);
        painter.setPen(ink);
        painter.drawText(room, static_cast<int>(where) | Qt::TextSingleLine,
                         QFontMetrics(font).elidedText(text, Qt::ElideRight, room.width()));
    }
};

} // namespace

HeadersView::HeadersView(QWidget* parent)
    : QTreeWidget(parent)
{
    setColumnCount(2);
    setHeaderLabels({tr("Name"), tr("Value")});
    header()->setObjectName(QStringLiteral("inspectedHeaders"));
    header()->resizeSection(0, scaled(170));
    header()->setStretchLastSection(true);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setItemDelegate(new FieldDelegate(this));
    setAccessibleName(tr("Headers"));
    addCopyActions(*this, [this](bool withSecrets) { return chosenLines(withSecrets); });
}

void HeadersView::add(const Header& field, bool trailer)
{
    auto* item = new QTreeWidgetItem(this);
    item->setText(0,
                  visibleBytes(QByteArrayView(field.name).first(std::min(field.name.size(), longestField))));
    item->setText(
        1, visibleBytes(QByteArrayView(field.value).first(std::min(field.value.size(), longestField))));
    const QString words = headerWords(field.name);
    item->setData(0, wordsRole, trailer ? tr("after the body") : QString());
    item->setData(1, wordsRole, words);
    item->setData(1, Qt::AccessibleDescriptionRole, words);
    item->setData(0, Qt::UserRole, field.name);
    item->setData(1, Qt::UserRole, field.value);
}

void HeadersView::setHeaders(const HeaderList& headers, const HeaderList& trailers)
{
    clear();
    for (const Header& field : headers.fields)
        add(field, false);
    for (const Header& field : trailers.fields)
        add(field, true);
}

bool HeadersView::find(const QString& text, bool forward)
{
    const int count = topLevelItemCount();
    const int from = currentItem() ? indexOfTopLevelItem(currentItem()) : (forward ? -1 : count);
    for (int step = 1; step <= count; ++step) {
        const int row = ((forward ? from + step : from - step) % count + count) % count;
        QTreeWidgetItem* item = topLevelItem(row);
        if (item->text(0).contains(text, Qt::CaseInsensitive) ||
            item->text(1).contains(text, Qt::CaseInsensitive)) {
            setCurrentItem(item);
            return true;
        }
    }
    return false;
}

/// A value whose name says that it is a secret leaves as it is only where that is chosen.
QString HeadersView::chosenLines(bool withSecrets) const
{
    HeaderList chosen;
    for (int row = 0; row < topLevelItemCount(); ++row) {
        const QTreeWidgetItem* item = topLevelItem(row);
        if (item->isSelected())
            chosen.append(item->data(0, Qt::UserRole).toByteArray(),
                          item->data(1, Qt::UserRole).toByteArray());
    }
    return withSecrets ? linesOf(chosen) : maskedLinesOf(chosen);
}

} // namespace hookworks
