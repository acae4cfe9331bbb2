// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/json_tree_view.h"

#include "json/secret_path.h"
#include "ui/inspect/copy_rows.h"
#include "ui/inspect/json_tree_model.h"
#include "ui/widgets/text_views.h"
#include "ui/widgets/tokens.h"

#include <QHeaderView>
#include <QHelpEvent>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QToolTip>

namespace hookworks {

namespace {

constexpr int openedDepth = 8;
constexpr int openedRows = 100;

QColor valueColour(const QModelIndex& index, const QPalette& palette)
{
    const QVariant kind = index.data(JsonTreeModel::kindRole);
    if (!kind.isValid())
        return colour(Colour::Quiet, palette);
    switch (static_cast<JsonValue::Kind>(kind.toInt())) {
    case JsonValue::Kind::String:
        return codeColour(CodeColour::String, palette);
    case JsonValue::Kind::Array:
    case JsonValue::Kind::Object:
        return colour(Colour::Quiet, palette);
    default:
        return codeColour(CodeColour::Number, palette);
    }
}

/// `key: value` on one line.
class MemberDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QStyleOptionViewItem cell = option;
        initStyleOption(&cell, index);
        cell.widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &cell, painter, cell.widget);
        const QModelIndex valueIndex = index.siblingAtColumn(1);
        const QRect room = cell.rect.adjusted(space::hair, 0, -space::close, 0);
        const QString key = index.data().toString().left(longest) + QStringLiteral(": ");
        painter->save();
        painter->setFont(cell.font);
        painter->setPen(codeColour(CodeColour::Key, cell.palette));
        const int keyWidth =
            std::min(room.width() / 2, cell.fontMetrics.horizontalAdvance(key) + space::hair);
        painter->drawText(QRect(room.topLeft(), QSize(keyWidth, room.height())), Qt::AlignVCenter,
                          cell.fontMetrics.elidedText(key, Qt::ElideMiddle, keyWidth));
        painter->setPen(valueColour(index, cell.palette));
        const QRect rest = room.adjusted(keyWidth, 0, 0, 0);
        painter->drawText(rest, Qt::AlignVCenter,
                          cell.fontMetrics.elidedText(shown(valueIndex), Qt::ElideRight, rest.width()));
        painter->restore();
    }

    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override
    {
        if (event->type() != QEvent::ToolTip)
            return QStyledItemDelegate::helpEvent(event, view, option, index);
        const QString whole = index.siblingAtColumn(1).data().toString();
        QToolTip::showText(event->globalPos(), plainToolTip(whole), view);
        return true;
    }

private:
    static constexpr qsizetype longest = 2000;

    static QString shown(const QModelIndex& value)
    {
        return value.data().toString().left(longest).replace(u'\n', QStringLiteral("\\n"));
    }
};

} // namespace

JsonTreeView::JsonTreeView(QWidget* parent)
    : QTreeView(parent)
    , m_model(new JsonTreeModel(this))
{
    setModel(m_model);
    setItemDelegateForColumn(0, new MemberDelegate(this));
    setColumnHidden(1, true);
    header()->hide();
    header()->setStretchLastSection(true);
    setUniformRowHeights(true);
    setFrameShape(QFrame::NoFrame);
    setFont(fontOf(Face::Code));
    setIndentation(scaled(16));
    setAccessibleName(tr("Body as a tree"));
    addCopyActions(*this, [this](bool withSecrets) { return chosenLine(withSecrets); });
}

void JsonTreeView::setValue(JsonValue value)
{
    m_model->setValue(std::move(value));
    int budget = openedRows;
    openSmall({}, 0, budget);
    emit pathChanged({});
}

/// A small body is open as a whole, a large one as far as the budget of rows goes.
void JsonTreeView::openSmall(const QModelIndex& parent, int depth, int& budget)
{
    const int rows = m_model->rowCount(parent);
    if (depth >= openedDepth || rows > budget)
        return;
    budget -= rows;
    if (parent.isValid())
        expand(parent);
    for (int row = 0; row < rows; ++row)
        openSmall(m_model->index(row, 0, parent), depth + 1, budget);
}

QString JsonTreeView::path() const
{
    return currentIndex().isValid() ? m_model->pathOf(currentIndex()).toString() : QString();
}

QString JsonTreeView::chosenLine(bool withSecrets) const
{
    if (!currentIndex().isValid())
        return {};
    const bool hidden = !withSecrets && leadsToSecret(m_model->pathOf(currentIndex()));
    const QString value =
        hidden ? QStringLiteral("***") : currentIndex().siblingAtColumn(1).data().toString();
    return QStringLiteral("%1: %2").arg(currentIndex().siblingAtColumn(0).data().toString(), value);
}

bool JsonTreeView::find(const QString& text, bool forward)
{
    const QModelIndex found = m_model->find(text, currentIndex(), forward);
    if (!found.isValid())
        return false;
    setCurrentIndex(found);
    scrollTo(found);
    return true;
}

void JsonTreeView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTreeView::currentChanged(current, previous);
    emit pathChanged(path());
}

} // namespace hookworks
