// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/grid_field.h"

#include "ui/reports/sheet_text.h"
#include "ui/widgets/app_style.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/form.h"
#include "ui/widgets/tokens.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace hookworks {

namespace {

constexpr int mostRowsShown = 8;
constexpr QPoint nowhere(-2, -2);

/// A list where the column has words, a line elsewhere; long texts are plain and cut.
class GridDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        const CellProblem* problem = static_cast<const SheetModel*>(index.model())->problemAt(index);
        const QRect foot = option.rect.adjusted(0, option.rect.height() - space::hair, 0, 0);
        if (problem)
            painter->fillRect(foot, stateColour(severityKind(problem->severity), option.palette));
    }
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const override
    {
        const QStringList words = static_cast<const SheetModel*>(index.model())->wordsOf(index);
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

GridField::GridField(const QList<SheetModel*>& ways, const QString& rowWord, QWidget* parent)
    : QWidget(parent)
    , m_ways(ways)
    , m_table(new QTableView)
    , m_addColumn(new QToolButton)
    , m_otherWay(new QToolButton)
    , m_note(quietLabel({}))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::hair);
    makeTable();
    column->addWidget(m_table);
    column->addWidget(m_note);
    column->addWidget(makeFoot(rowWord));
    setFocusProxy(m_table);
    for (SheetModel* way : std::as_const(m_ways)) {
        way->setParent(this);
        connect(way, &QAbstractItemModel::modelAboutToBeReset, this, [this, way] {
            if (way == m_model)
                m_place = placeInUse();
        });
        connect(way, &QAbstractItemModel::modelReset, this, [this, way] {
            fit();
            if (way == m_model)
                goBackTo(std::exchange(m_place, nowhere));
        });
        connect(way, &QAbstractItemModel::dataChanged, this, &GridField::fit);
        connect(way, &SheetModel::refused, this, &GridField::showNote);
    }
    choose();
}

void GridField::makeTable()
{
    m_table->setItemDelegate(new GridDelegate(m_table));
    m_table->setShowGrid(true);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setEditTriggers(QAbstractItemView::AllEditTriggers);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->horizontalHeader()->setDefaultSectionSize(scaled(76));
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->verticalHeader()->setDefaultSectionSize(sized(Size::CompactRow));
    m_table->verticalHeader()->setMinimumSectionSize(sized(Size::CompactRow));
    m_table->installEventFilter(this);
    connect(m_table, &QWidget::customContextMenuRequested, this, &GridField::offerRemoval);
}

QWidget* GridField::makeFoot(const QString& rowWord)
{
    auto* foot = new QWidget;
    auto* row = new FlowLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    const auto link = [this, row](QToolButton* button, const QString& words, const QString& name, auto act) {
        button->setText(words);
        button->setObjectName(name);
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        button->setFocusPolicy(Qt::StrongFocus);
        setLook(*button, ButtonLook::Link);
        connect(button, &QToolButton::clicked, this, act);
        row->insertWidget(row->count(), button);
    };
    link(new QToolButton, tr("Add a %1").arg(rowWord), QStringLiteral("addRow"), [this] {
        m_model->addRow();
        const int last = m_model->rowCount() - 1;
        m_table->setCurrentIndex(m_model->index(last, 0));
        m_table->scrollToBottom();
    });
    link(m_addColumn, {}, QStringLiteral("addColumn"), [this] { m_model->addColumn(); });
    link(new QToolButton, tr("Paste a table"), QStringLiteral("pasteTable"), [this] { paste(); });
    link(m_otherWay, {}, QStringLiteral("otherWay"), [this] {
        m_plain = !m_plain;
        choose();
    });
    return foot;
}

/// The way that is wanted, or the first that can be; what cannot be is said.
void GridField::choose()
{
    const bool fits = m_ways.first()->unfit().isEmpty();
    SheetModel* way = m_plain || !fits ? m_ways.last() : m_ways.first();
    if (way != m_model) {
        const QPoint place = m_model ? placeInUse() : nowhere;
        m_model = way;
        const std::unique_ptr<QItemSelectionModel> before(m_table->selectionModel());
        m_table->setModel(m_model);
        const QString word = m_model->columnWord();
        m_addColumn->setVisible(!word.isEmpty());
        m_addColumn->setText(tr("Add a %1").arg(word));
        goBackTo(place);
    }
    m_otherWay->setVisible(m_ways.size() > 1 && fits);
    m_otherWay->setText(m_plain ? m_ways.first()->way() : m_ways.last()->way());
    showNote(fits ? QString() : tr("%1, so each point has a row of its own.").arg(m_ways.first()->unfit()));
    fit();
}

void GridField::setProblems(const QList<CellProblem>& problems)
{
    for (SheetModel* way : std::as_const(m_ways))
        way->setProblems(problems);
}

void GridField::goTo(const JsonPath& place)
{
    const QModelIndex cell = m_model->cellOf(place);
    m_table->setCurrentIndex(cell.isValid() ? cell : m_model->start());
    m_table->setFocus(Qt::OtherFocusReason);
}

/// The current cell where the table or an editor in it has the focus.
QPoint GridField::placeInUse() const
{
    const QWidget* focus = QApplication::focusWidget();
    const QModelIndex current = m_table->currentIndex();
    return focus && (focus == m_table || m_table->isAncestorOf(focus))
               ? QPoint(current.column(), current.row())
               : nowhere;
}

/// Another layout takes the editor away: the keys stay in the table, and no editor opens by itself.
void GridField::goBackTo(const QPoint& place)
{
    if (place == nowhere)
        return;
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setCurrentIndex(m_model->index(std::min(place.y(), m_model->rowCount() - 1),
                                            std::min(place.x(), m_model->columnCount() - 1)));
    m_table->setEditTriggers(QAbstractItemView::AllEditTriggers);
    m_table->setFocus();
}

void GridField::showNote(const QString& words)
{
    m_note->setText(words);
    m_note->setVisible(!words.isEmpty());
}

void GridField::refresh()
{
    for (SheetModel* way : std::as_const(m_ways))
        way->refresh();
    choose();
}

/// As high as its rows, up to some; the first column takes what the others leave, if they leave enough.
void GridField::fit()
{
    if (!m_model)
        return;
    QHeaderView& header = *m_table->horizontalHeader();
    const int columns = m_model->columnCount();
    const int room = width() - m_table->verticalHeader()->sizeHint().width();
    const bool fits = columns * header.defaultSectionSize() <= room;
    header.setStretchLastSection(!fits);
    if (columns > 0)
        header.setSectionResizeMode(0, fits ? QHeaderView::Stretch : QHeaderView::Interactive);
    if (columns > 0 && !fits)
        header.resizeSection(0, header.defaultSectionSize());
    const int rows = std::clamp(m_model->rowCount(), 1, mostRowsShown);
    const int bar = fits ? 0 : m_table->horizontalScrollBar()->sizeHint().height();
    m_table->setFixedHeight(header.sizeHint().height() +
                            rows * m_table->verticalHeader()->defaultSectionSize() + bar +
                            2 * m_table->frameWidth());
}

void GridField::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fit();
}

void GridField::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fit();
}

/// The chosen cells, with what is between them.
void GridField::copy() const
{
    QItemSelectionRange whole;
    for (const QItemSelectionRange& range : m_table->selectionModel()->selection())
        whole = whole.isValid() ? QItemSelectionRange(m_model->index(std::min(whole.top(), range.top()),
                                                                     std::min(whole.left(), range.left())),
                                                      m_model->index(std::max(whole.bottom(), range.bottom()),
                                                                     std::max(whole.right(), range.right())))
                                : range;
    QList<QStringList> cells;
    for (int row = whole.top(); whole.isValid() && row <= whole.bottom(); ++row) {
        cells.append(QStringList());
        for (int column = whole.left(); column <= whole.right(); ++column)
            cells.last() << m_model->index(row, column).data().toString();
    }
    if (!cells.isEmpty())
        QGuiApplication::clipboard()->setText(cellsAsLines(cells));
}

/// Into the way that is shown, else into one that has the lines' layout.
void GridField::paste()
{
    const QString text = QGuiApplication::clipboard()->text();
    if (text.isEmpty())
        return;
    if (!m_model->reads(text))
        return m_ways.last()->paste(text, m_ways.last()->index(0, 0));
    m_model->paste(text, m_table->currentIndex().isValid() && m_table->hasFocus() ? m_table->currentIndex()
                                                                                  : m_model->index(0, 0));
}

/// Whole columns where they are chosen and no row is, else the rows of what is chosen.
void GridField::removeChosen()
{
    const QItemSelectionModel& chosen = *m_table->selectionModel();
    QList<int> rows, columns;
    for (const QModelIndex& index : chosen.selectedColumns())
        columns << index.column();
    for (const QModelIndex& index : chosen.selectedIndexes()) {
        if (!rows.contains(index.row()))
            rows << index.row();
    }
    if (!columns.isEmpty() && m_model->rowCount() > 1 && !m_model->columnWord().isEmpty())
        return m_model->takeColumns(columns);
    m_model->takeRows(rows);
}

void GridField::offerRemoval(const QPoint& at)
{
    const QModelIndex index = m_table->indexAt(at);
    if (!index.isValid())
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Copy"), this, &GridField::copy);
    menu->addAction(tr("Paste"), this, &GridField::paste);
    menu->addSeparator();
    menu->addAction(tr("Delete the row"), this, [this, row = index.row()] { m_model->takeRows({row}); });
    if (const QString word = m_model->columnWord(); !word.isEmpty())
        menu->addAction(tr("Delete the %1").arg(word), this,
                        [this, column = index.column()] { m_model->takeColumns({column}); });
    menu->popup(m_table->viewport()->mapToGlobal(at));
}

bool GridField::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn && !m_table->currentIndex().isValid() &&
        static_cast<QFocusEvent*>(event)->reason() != Qt::MouseFocusReason)
        m_table->setCurrentIndex(m_model->start());
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return QWidget::eventFilter(watched, event);
    auto* key = static_cast<QKeyEvent*>(event);
    const bool pastes = key->matches(QKeySequence::Paste);
    const bool copies = key->matches(QKeySequence::Copy);
    if (!pastes && !copies && !key->matches(QKeySequence::Delete))
        return QWidget::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::KeyPress)
        pastes ? paste() : copies ? copy() : removeChosen();
    return true;
}

} // namespace hookworks
