// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/outline_pane.h"

#include "ui/reports/report_document.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/pane_header.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/tokens.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QVBoxLayout>

namespace hookworks {

namespace {

/// The title, and behind it in quiet letters what the part says.
class PartDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        const QString summary = index.data(OutlineModel::SummaryRole).toString();
        const int icon = index.data(Qt::DecorationRole).isNull() ? 0 : sized(Size::Icon);
        const int title = option.fontMetrics.horizontalAdvance(index.data().toString());
        const QRect room = option.rect.adjusted(title + icon + 3 * space::normal, 0, -space::tight, 0);
        if (summary.isEmpty() || room.width() < space::section)
            return;
        painter->save();
        painter->setFont(fontOf(Face::Caption));
        painter->setPen(colour(Colour::Quiet, option.palette));
        painter->drawText(room, Qt::AlignVCenter | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(summary, Qt::ElideRight, room.width()));
        painter->restore();
    }
};

void openAll(QTreeView& tree, const QModelIndex& index)
{
    tree.expand(index);
    for (int row = 0; row < tree.model()->rowCount(index); ++row)
        openAll(tree, tree.model()->index(row, 0, index));
}

} // namespace

OutlinePane::OutlinePane(ReportDocument& document, const ProviderProfile& profile, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_profile(profile)
    , m_model(new OutlineModel(this))
    , m_tree(new QTreeView)
    , m_find(new QLineEdit)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(m_tree, 1);
    m_tree->setObjectName(QStringLiteral("outline"));
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new PartDelegate(m_tree));
    m_tree->setHeaderHidden(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setUniformRowHeights(true);
    m_tree->setIndentation(space::broad);
    m_tree->setDragDropMode(QAbstractItemView::DragDrop);
    m_tree->setDefaultDropAction(Qt::MoveAction);
    m_tree->setAccessibleName(tr("Outline"));
    m_tree->installEventFilter(this);
    setFocusProxy(m_tree);
    makeActions();
    m_model->setTextOf([this](const JsonPath& path) {
        const JsonValue* value = m_document.at(path);
        return value ? textOf(m_document.text(), *value) : QByteArray();
    });
    connect(m_model, &OutlineModel::dropped, this, &OutlinePane::drop);
    connect(m_model, &OutlineModel::rowsInserted, this,
            [this](const QModelIndex& parent, int first, int last) {
                m_tree->expand(parent);
                for (int row = first; row <= last; ++row)
                    openAll(*m_tree, m_model->index(row, 0, parent));
            });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        if (!m_selecting)
            emit chosen();
    });
}

QWidget* OutlinePane::makeHead()
{
    auto* head = new PaneHeader({});
    head->addWidget(new TextLabel(tr("Outline"), Face::Strong, Colour::Quiet));
    m_find->setPlaceholderText(tr("Find…"));
    m_find->setAccessibleName(tr("Find in the outline"));
    m_find->setFrame(false);
    m_find->setClearButtonEnabled(true);
    head->addWidget(m_find, 1);
    connect(m_find, &QLineEdit::textEdited, this, &OutlinePane::find);
    connect(m_find, &QLineEdit::returnPressed, this, [this] { find(m_find->text()); });
    return head;
}

void OutlinePane::makeActions()
{
    const auto add = [this](const QString& text, const QString& icon, const QKeySequence& keys,
                            void (OutlinePane::*act)()) {
        auto* action = new QAction(themedIcon(icon), text, this);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, act);
        m_tree->addAction(action);
    };
    add(tr("Copy as JSON"), QStringLiteral("edit-copy"), QKeySequence::Copy, &OutlinePane::copy);
    add(tr("Cut"), QStringLiteral("edit-copy"), QKeySequence::Cut, &OutlinePane::cut);
    add(tr("Paste"), QStringLiteral("edit-copy"), QKeySequence::Paste, &OutlinePane::paste);
    add(tr("Duplicate"), QStringLiteral("edit-duplicate"), QKeySequence(tr("Ctrl+Shift+D")),
        &OutlinePane::duplicate);
    add(tr("Delete"), QStringLiteral("edit-delete"), QKeySequence::Delete, &OutlinePane::remove);
    for (const int by : {-1, 1}) {
        auto* action = new QAction(by < 0 ? tr("Move up") : tr("Move down"), this);
        action->setIcon(themedIcon(by < 0 ? QStringLiteral("go-up") : QStringLiteral("go-down")));
        action->setShortcut(QKeySequence(by < 0 ? tr("Alt+Up") : tr("Alt+Down")));
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, [this, by] { step(by); });
        m_tree->addAction(action);
    }
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void OutlinePane::refresh()
{
    if (!m_document.value())
        return;
    m_selecting = true; // rows that go take the choice along; whoever refreshes asks for it afterwards
    m_model->setParts(designParts(m_profile, *m_document.value()));
    m_selecting = false;
    if (!m_tree->currentIndex().isValid())
        select({});
}

JsonPath OutlinePane::current() const
{
    return m_model->pathOf(m_tree->currentIndex());
}

const DesignPart* OutlinePane::currentPart() const
{
    return m_model->partOf(m_tree->currentIndex());
}

bool OutlinePane::select(const JsonPath& path)
{
    const QModelIndex index = m_model->indexOf(path);
    if (!index.isValid())
        return false;
    m_selecting = true;
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index);
    m_selecting = false;
    return true;
}

void OutlinePane::settle(const JsonPath& place)
{
    if (!m_document.value())
        return;
    const auto index = indexIn(place);
    const bool isGone = index && !m_document.at(place);
    if (!(isGone && *index > 0 && select(parentOf(place).child(*index - 1))))
        select(partOf(m_profile, *m_document.value(), place));
}

QString OutlinePane::titleAt(const JsonPath& path) const
{
    const DesignPart* part = m_model->partOf(m_model->indexOf(path));
    return part ? part->title : tr("part");
}

void OutlinePane::insert(const QByteArray& json, const InsertPlace& place, const QString& step)
{
    m_document.insertItem(place.list, place.index, json, step);
    if (select(place.list.child(place.index)))
        emit chosen();
}

void OutlinePane::move(const JsonPath& part, const JsonPath& list, qsizetype index)
{
    if (const auto now = m_document.moveItem(part, list, index, tr("Move %1").arg(titleAt(part)))) {
        select(*now);
        emit chosen();
    }
}

void OutlinePane::drop(const JsonPath& from, const QByteArray& json, const JsonPath& list, qsizetype index)
{
    const JsonValue* own = from.steps.isEmpty() ? nullptr : m_document.at(from);
    if (own && textOf(m_document.text(), *own) == json)
        move(from, list, index);
    else
        insert(json, {list, index, {}, {}}, tr("Drop a part"));
}

/// The next part whose title or summary has the text, from the chosen one on.
void OutlinePane::find(const QString& text)
{
    const QModelIndex from = m_tree->currentIndex();
    if (text.isEmpty() || !from.isValid())
        return;
    const bool typing =
        QGuiApplication::focusObject() == m_find && sender() == m_find && m_find->isModified();
    QModelIndex at = typing ? from : m_tree->indexBelow(from);
    m_find->setModified(false);
    for (int tried = 0; tried < 20'000; ++tried) {
        if (!at.isValid())
            at = m_model->index(0, 0);
        const QString words = at.data().toString() + u' ' + at.data(OutlineModel::SummaryRole).toString();
        if (words.contains(text, Qt::CaseInsensitive)) {
            m_tree->setCurrentIndex(at);
            return;
        }
        at = m_tree->indexBelow(at);
        if (at == from)
            return;
    }
}

void OutlinePane::copy()
{
    if (QMimeData* mime = m_model->mimeData({m_tree->currentIndex()}))
        QGuiApplication::clipboard()->setMimeData(mime);
}

void OutlinePane::cut()
{
    copy();
    remove();
}

/// JSON of a component, or of several in an array, from here, another window or a text.
void OutlinePane::paste()
{
    const QMimeData* mime = QGuiApplication::clipboard()->mimeData();
    const QByteArray text = mime ? mime->text().trimmed().toUtf8() : QByteArray();
    const auto read = readJson(text);
    if (!read || !m_document.value() || !read->isObject() || !read->find(u"type")) {
        emit said(tr("The clipboard has no JSON of a component."));
        return;
    }
    insert(text, insertPlace(m_profile, *m_document.value(), current()), tr("Paste a part"));
}

void OutlinePane::duplicate()
{
    const JsonPath path = current();
    const JsonValue* value = m_document.at(path);
    if (!value || !indexIn(path))
        return;
    insert(textOf(m_document.text(), *value), {parentOf(path), *indexIn(path) + 1, {}, {}},
           tr("Duplicate %1").arg(titleAt(path)));
}

void OutlinePane::remove()
{
    const JsonPath path = current();
    if (!indexIn(path))
        return;
    m_document.removeItem(path, tr("Delete %1").arg(titleAt(path)));
    settle(path);
    emit chosen();
}

/// Within its list.
void OutlinePane::step(int by)
{
    const JsonPath path = current();
    const auto index = indexIn(path);
    const JsonValue* list = index ? m_document.at(parentOf(path)) : nullptr;
    if (!list)
        return;
    const qsizetype to = *index + by;
    if (to >= 0 && to < static_cast<qsizetype>(list->items.size()))
        move(path, parentOf(path), by > 0 ? to + 1 : to);
}

bool OutlinePane::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return QWidget::eventFilter(watched, event);
    auto* key = static_cast<QKeyEvent*>(event);
    if (!key->matches(QKeySequence::Find))
        return QWidget::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::KeyPress) {
        m_find->setFocus(Qt::ShortcutFocusReason);
        m_find->selectAll();
    }
    return true;
}

} // namespace hookworks
