// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/grid_field.h"

#include "ui/reports/grid_model.h"
#include "ui/widgets/app_style.h"
#include "ui/widgets/tokens.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace hookworks {

namespace {

constexpr int mostRowsShown = 8;

/// A list where the column has words, a line elsewhere; long texts are plain and cut.
class GridDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const override
    {
        const QStringList words = static_cast<const GridModel*>(index.model())->wordsOf(index);
        if (words.isEmpty())
            return QStyledItemDelegate::createEditor(parent, option, index);
        auto* list = new QComboBox(parent);
        list->addItem(QString());
        list->addItems(words);
        return list;
    }
    void setEditorData(QWidget* editor, const QModelIndex& index) const override
    {
        if (auto* list = qobject_cast<QComboBox*>(editor))
            list->setCurrentText(index.data(Qt::EditRole).toString());
        else
            QStyledItemDelegate::setEditorData(editor, index);
    }
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override
    {
        if (auto* list = qobject_cast<QComboBox*>(editor))
            model->setData(index, list->currentText(), Qt::EditRole);
        else
            QStyledItemDelegate::setModelData(editor, model, index);
    }
};

} // namespace

GridField::GridField(GridModel* model, const QString& rowWord, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_table(new QTableView)
{
    m_model->setParent(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::hair);
    m_table->setModel(m_model);
    m_table->setItemDelegate(new GridDelegate(m_table));
    m_table->setShowGrid(true);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setEditTriggers(QAbstractItemView::AllEditTriggers);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->horizontalHeader()->setDefaultSectionSize(scaled(84));
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->verticalHeader()->setDefaultSectionSize(sized(Size::CompactRow));
    m_table->verticalHeader()->setMinimumSectionSize(sized(Size::CompactRow));
    m_table->installEventFilter(this);
    column->addWidget(m_table);
    column->addWidget(makeFoot(rowWord));
    setFocusProxy(m_table);
    connect(m_model, &QAbstractItemModel::modelReset, this, &GridField::fit);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &GridField::fit);
    fit();
}

QWidget* GridField::makeFoot(const QString& rowWord)
{
    auto* foot = new QWidget;
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::tight);
    const auto link = [this, row](const QString& words, const QString& name, auto deed) {
        auto* button = new QToolButton;
        button->setText(words);
        button->setObjectName(name);
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        button->setFocusPolicy(Qt::StrongFocus);
        setLook(*button, ButtonLook::Link);
        connect(button, &QToolButton::clicked, this, deed);
        row->addWidget(button);
    };
    link(tr("Add a %1").arg(rowWord), QStringLiteral("addRow"), [this] {
        m_model->addRow();
        const int last = m_model->rowCount() - 1;
        m_table->setCurrentIndex(m_model->index(last, 0));
        m_table->scrollToBottom();
    });
    if (m_model->canAddColumns())
        link(tr("Add a column"), QStringLiteral("addColumn"), [this] { m_model->addColumn(); });
    link(tr("Paste from a table"), QStringLiteral("pasteTable"), [this] { paste(); });
    row->addStretch();
    return foot;
}

void GridField::refresh()
{
    m_model->refresh();
}

void GridField::fit()
{
    const int rows = std::clamp(m_model->rowCount(), 1, mostRowsShown);
    const int bar = m_table->horizontalScrollBarPolicy() == Qt::ScrollBarAlwaysOff ? 0 : space::wide;
    m_table->setFixedHeight(sized(Size::ListHeader) + rows * sized(Size::CompactRow) + bar + shape::line * 2);
}

void GridField::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fit();
}

void GridField::paste()
{
    const QString text = QGuiApplication::clipboard()->text();
    if (!text.isEmpty())
        m_model->paste(text, m_table->currentIndex().isValid() && m_table->hasFocus()
                                 ? m_table->currentIndex()
                                 : m_model->index(0, 0));
}

void GridField::removeChosen()
{
    QList<int> rows;
    for (const QModelIndex& index : m_table->selectionModel()->selectedIndexes()) {
        if (!rows.contains(index.row()))
            rows << index.row();
    }
    m_model->takeRows(rows);
}

bool GridField::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return QWidget::eventFilter(watched, event);
    auto* key = static_cast<QKeyEvent*>(event);
    const bool pastes = key->matches(QKeySequence::Paste);
    if (!pastes && !key->matches(QKeySequence::Delete))
        return QWidget::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::KeyPress)
        pastes ? paste() : removeChosen();
    return true;
}

} // namespace hookworks
