// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/report_form.h"

#include "ui/reports/report_document.h"
#include "ui/widgets/empty_page.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedLayout>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace hookworks {

namespace {

constexpr int pathRole = Qt::UserRole;

/// A new entry looks like the last one, emptied; a first webhook has an address.
JsonValue newEntry(const JsonPath& list, const std::vector<JsonValue>& items)
{
    if (!items.empty()) {
        JsonValue entry = items.back();
        for (JsonMember& member : entry.members) {
            if (member.value.isString() && member.key != u"type")
                member.value = JsonValue::string({});
        }
        return entry;
    }
    JsonValue entry = JsonValue::object();
    if (list.toString().endsWith(u".webhooks"))
        entry.append(QStringLiteral("url"), JsonValue::string(QStringLiteral("{listener}/hook")));
    return entry;
}

} // namespace

ReportForm::ReportForm(ReportDocument& document, PropertyForm::Now now, QWidget* parent)
    : DesignView(parent)
    , m_document(document)
    , m_tree(new QTreeWidget)
    , m_splitter(new QSplitter)
    , m_stack(new QStackedLayout(this))
    , m_form(new PropertyForm(document, std::move(now)))
{
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(m_form);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_splitter->setObjectName(QStringLiteral("formHalves"));
    m_splitter->setChildrenCollapsible(false);
    m_left = makeTree();
    m_splitter->addWidget(m_left);
    m_splitter->addWidget(scroll);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({260, 600});
    auto* noJson = new EmptyPage(QStringLiteral("x-office-document"),
                                 tr("The text of this report is no JSON, so there is nothing to fill in."),
                                 tr("Show the text"));
    noJson->setObjectName(QStringLiteral("noJson"));
    connect(noJson, &EmptyPage::stepWanted, this, &ReportForm::jsonWanted);
    m_stack->addWidget(m_splitter);
    m_stack->addWidget(noJson);
}

QWidget* ReportForm::makeTree()
{
    auto* left = new QWidget;
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_tree->setHeaderHidden(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setUniformRowHeights(true);
    m_tree->setAccessibleName(tr("Parts of the report"));
    column->addWidget(m_tree, 1);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(space::normal, space::tight, space::normal, space::tight);
    row->setSpacing(space::hair);
    const auto button = [row](const QString& icon, const QString& words) {
        auto* made = new QToolButton;
        made->setIcon(themedIcon(icon));
        made->setToolTip(words);
        made->setAccessibleName(words);
        made->setAutoRaise(true);
        made->setFocusPolicy(Qt::TabFocus);
        row->addWidget(made);
        return made;
    };
    m_add = button(QStringLiteral("list-add"), tr("Add an entry"));
    m_copy = button(QStringLiteral("edit-duplicate"), tr("Duplicate the entry"));
    m_up = button(QStringLiteral("go-up"), tr("Move the entry up"));
    m_down = button(QStringLiteral("go-down"), tr("Move the entry down"));
    m_remove = button(QStringLiteral("edit-delete"), tr("Delete the entry"));
    row->addStretch();
    column->addLayout(row);
    connectTree();
    return left;
}

void ReportForm::connectTree()
{
    connect(m_tree, &QTreeWidget::currentItemChanged, this, [this] {
        m_form->show(currentPath());
        updateButtons();
    });
    connect(m_add, &QToolButton::clicked, this, &ReportForm::addEntry);
    connect(m_copy, &QToolButton::clicked, this, &ReportForm::duplicateEntry);
    connect(m_up, &QToolButton::clicked, this, [this] { moveEntry(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { moveEntry(1); });
    connect(m_remove, &QToolButton::clicked, this, &ReportForm::removeEntry);
}

void ReportForm::refresh()
{
    m_stack->setCurrentIndex(m_document.value() ? 0 : 1);
    if (!m_document.value())
        return;
    OutlineNode outline = outlineOf(*m_document.value(), tr("Report"));
    if (!m_outline || *m_outline != outline) {
        const JsonPath before = currentPath();
        m_outline = outline;
        fillTree(outline);
        if (!choose(before))
            m_tree->setCurrentItem(m_tree->topLevelItem(0));
        m_left->setVisible(!outline.children.empty());
    }
    m_form->show(currentPath());
    updateButtons();
}

void ReportForm::setProblems(const QList<DesignProblem>& problems)
{
    m_form->setProblems(problems);
}

bool ReportForm::goTo(const QString& path)
{
    auto place = JsonPath::parse(path);
    while (place) {
        if (choose(*place))
            return m_form->focusField(path) || place->toString() == path;
        if (place->steps.isEmpty())
            return false;
        place = parentOf(*place);
    }
    return false;
}

void ReportForm::fillTree(const OutlineNode& outline)
{
    const QSignalBlocker blocker(m_tree);
    m_tree->clear();
    auto* root = new QTreeWidgetItem(m_tree, {outline.title});
    root->setData(0, pathRole, outline.path.toString());
    addItems(*root, outline);
    m_tree->expandAll();
}

void ReportForm::addItems(QTreeWidgetItem& parent, const OutlineNode& node)
{
    for (const OutlineNode& child : node.children) {
        auto* item = new QTreeWidgetItem(&parent, {child.title});
        item->setData(0, pathRole, child.path.toString());
        if (child.isList)
            item->setIcon(0, themedIcon(QStringLiteral("view-list-tree")));
        addItems(*item, child);
    }
}

JsonPath ReportForm::currentPath() const
{
    const QTreeWidgetItem* item = m_tree->currentItem();
    return item ? JsonPath::parse(item->data(0, pathRole).toString()).value_or(JsonPath()) : JsonPath();
}

bool ReportForm::choose(const JsonPath& path)
{
    QTreeWidgetItemIterator it(m_tree);
    for (; *it; ++it) {
        if ((*it)->data(0, pathRole).toString() != path.toString())
            continue;
        m_tree->setCurrentItem(*it);
        return true;
    }
    return false;
}

void ReportForm::updateButtons()
{
    const JsonPath path = currentPath();
    const auto index = indexIn(path);
    const JsonValue* value = m_document.value() ? valueAt(*m_document.value(), path) : nullptr;
    const JsonValue* list =
        index && m_document.value() ? valueAt(*m_document.value(), parentOf(path)) : nullptr;
    const auto size = list ? static_cast<qsizetype>(list->items.size()) : 0;
    m_add->setEnabled((value && value->isArray()) || list);
    m_copy->setEnabled(list);
    m_up->setEnabled(list && *index > 0);
    m_down->setEnabled(list && *index + 1 < size);
    m_remove->setEnabled(list);
}

void ReportForm::addEntry()
{
    const JsonPath path = currentPath();
    const JsonPath listPath = indexIn(path) ? parentOf(path) : path;
    const JsonValue* list = m_document.at(listPath);
    if (!list || !list->isArray())
        return;
    const auto size = static_cast<qsizetype>(list->items.size());
    const QByteArray entry = textLike(m_document.text(), newEntry(listPath, list->items));
    m_document.insertItem(listPath, size, entry, tr("Add an entry"));
    choose(listPath.child(size));
}

void ReportForm::duplicateEntry()
{
    const JsonPath path = currentPath();
    const JsonValue* entry = m_document.at(path);
    if (!entry || !indexIn(path))
        return;
    m_document.insertItem(parentOf(path), *indexIn(path) + 1, textOf(m_document.text(), *entry),
                          tr("Duplicate the entry"));
    choose(parentOf(path).child(*indexIn(path) + 1));
}

void ReportForm::moveEntry(qsizetype by)
{
    const JsonPath path = currentPath();
    if (!indexIn(path))
        return;
    const qsizetype index = *indexIn(path);
    if (const auto now =
            m_document.moveItem(path, parentOf(path), by > 0 ? index + 2 : index - 1, tr("Move the entry")))
        choose(*now);
}

void ReportForm::removeEntry()
{
    const JsonPath path = currentPath();
    if (!indexIn(path))
        return;
    const qsizetype index = *indexIn(path);
    m_document.removeItem(path, tr("Delete the entry"));
    const JsonValue* list = m_document.at(parentOf(path));
    const qsizetype left = list ? static_cast<qsizetype>(list->items.size()) : 0;
    choose(left > 0 ? parentOf(path).child(std::min(index, left - 1)) : parentOf(path));
}

} // namespace hookworks
