// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/outline_model.h"

#include "ui/reports/report_document.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/text_views.h"

#include <QIcon>
#include <QMimeData>

#include <algorithm>

namespace hookworks {

namespace {

/// So alike that a row of one may become the other's: what a component is does not change while it is edited.
bool sameKind(const DesignPart& a, const DesignPart& b)
{
    return a.kind == b.kind && a.title == b.title && a.list == b.list;
}

/// As sameKind(), and in all likelihood the same part: it says the same.
bool sameRow(const DesignPart& a, const DesignPart& b)
{
    return sameKind(a, b) && a.summary == b.summary;
}

DesignPart withoutChildren(const DesignPart& part)
{
    return {part.kind, part.way, part.title, part.summary, part.look, part.list, {}};
}

/// None for a component that is not known.
QVariant iconOf(const DesignPart& part)
{
    switch (part.kind) {
    case DesignPart::Kind::Report:
        return themedIcon(QStringLiteral("view-list-tree"));
    case DesignPart::Kind::Page:
        return themedIcon(QStringLiteral("x-office-document"));
    case DesignPart::Kind::Webhooks:
        return themedIcon(QStringLiteral("insert-link"));
    case DesignPart::Kind::Component:
        break;
    }
    return part.look.isEmpty() ? QVariant() : QVariant(themedIcon(QStringLiteral("component-") + part.look));
}

} // namespace

/// A part without its children's values: these are nodes of their own.
struct OutlineModel::Node
{
    Node(const DesignPart& whole, Node* above, size_t place)
        : parent(above)
        , row(static_cast<int>(place))
        , part(withoutChildren(whole))
    {
        for (const DesignPart& child : whole.children)
            children.push_back(std::make_unique<Node>(child, this, children.size()));
    }

    Node* parent;
    int row;
    DesignPart part;
    std::vector<std::unique_ptr<Node>> children;
};

OutlineModel::OutlineModel(QObject* parent)
    : QAbstractItemModel(parent)
{
}

OutlineModel::~OutlineModel() = default;

void OutlineModel::setParts(const DesignPart& root)
{
    if (m_root)
        return sync(*m_root, root);
    beginInsertRows({}, 0, 0);
    m_root = std::make_unique<Node>(root, nullptr, 0);
    endInsertRows();
}

void OutlineModel::addNodes(Node& node, const DesignPart& part, size_t from, size_t count)
{
    beginInsertRows(indexOfNode(&node), static_cast<int>(from), static_cast<int>(from + count) - 1);
    for (size_t i = from; i < from + count; ++i)
        node.children.insert(node.children.begin() + static_cast<qsizetype>(i),
                             std::make_unique<Node>(part.children[i], &node, i));
    for (size_t i = from; i < node.children.size(); ++i)
        node.children[i]->row = static_cast<int>(i);
    endInsertRows();
}

/// Rows are taken out or put in between what the two begin and end with alike.
void OutlineModel::sync(Node& node, const DesignPart& part)
{
    if (node.part != withoutChildren(part)) {
        node.part = withoutChildren(part);
        const QModelIndex index = indexOfNode(&node);
        emit dataChanged(index, index);
    }
    const size_t before = node.children.size();
    const size_t after = part.children.size();
    size_t head = 0;
    if (before != after) {
        while (head < std::min(before, after) && sameRow(node.children[head]->part, part.children[head]))
            ++head;
        size_t tail = 0;
        while (tail < std::min(before, after) - head &&
               sameRow(node.children[before - 1 - tail]->part, part.children[after - 1 - tail]))
            ++tail;
        head = std::min(before, after) - tail;
    }
    if (before > after) {
        beginRemoveRows(indexOfNode(&node), static_cast<int>(head),
                        static_cast<int>(head + before - after) - 1);
        const auto first = node.children.begin() + static_cast<qsizetype>(head);
        node.children.erase(first, first + static_cast<qsizetype>(before - after));
        for (size_t i = head; i < node.children.size(); ++i)
            node.children[i]->row = static_cast<int>(i);
        endRemoveRows();
    } else if (after > before) {
        addNodes(node, part, head, after - before);
    }
    for (size_t i = 0; i < after; ++i)
        sync(*node.children[i], part.children[i]);
}

JsonPath OutlineModel::pathOf(const QModelIndex& index) const
{
    JsonPath path;
    for (const Node* node = index.isValid() ? nodeOf(index) : nullptr; node; node = node->parent)
        path.steps = node->part.way.steps + path.steps;
    return path;
}

const DesignPart* OutlineModel::partOf(const QModelIndex& index) const
{
    return index.isValid() ? &nodeOf(index)->part : nullptr;
}

QModelIndex OutlineModel::indexOf(const JsonPath& path) const
{
    Node* node = m_root.get();
    JsonPath rest = path;
    while (node && !rest.steps.isEmpty()) {
        const auto next = std::ranges::find_if(
            node->children, [&](const auto& child) { return isWithin(rest, child->part.way); });
        if (next == node->children.end())
            return {};
        node = next->get();
        rest.steps = rest.steps.sliced(node->part.way.steps.size());
    }
    return node ? indexOfNode(node) : QModelIndex();
}

OutlineModel::Node* OutlineModel::nodeOf(const QModelIndex& index) const
{
    return static_cast<Node*>(index.internalPointer());
}

QModelIndex OutlineModel::indexOfNode(Node* node) const
{
    return createIndex(node->row, 0, node);
}

QModelIndex OutlineModel::index(int row, int column, const QModelIndex& parent) const
{
    if (column != 0 || row < 0 || row >= rowCount(parent))
        return {};
    if (!parent.isValid())
        return indexOfNode(m_root.get());
    return indexOfNode(nodeOf(parent)->children[static_cast<size_t>(row)].get());
}

QModelIndex OutlineModel::parent(const QModelIndex& index) const
{
    Node* above = index.isValid() ? nodeOf(index)->parent : nullptr;
    return above ? indexOfNode(above) : QModelIndex();
}

int OutlineModel::rowCount(const QModelIndex& parent) const
{
    if (parent.column() > 0)
        return 0;
    return parent.isValid() ? static_cast<int>(nodeOf(parent)->children.size()) : m_root ? 1 : 0;
}

int OutlineModel::columnCount(const QModelIndex&) const
{
    return 1;
}

QVariant OutlineModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const DesignPart& part = nodeOf(index)->part;
    switch (role) {
    case Qt::DisplayRole:
        return part.title;
    case Qt::AccessibleTextRole:
        return part.summary.isEmpty() ? part.title : part.title + QStringLiteral(", ") + part.summary;
    case Qt::ToolTipRole:
        return part.summary.isEmpty() ? QVariant() : QVariant(plainToolTip(part.summary));
    case Qt::DecorationRole:
        return iconOf(part);
    case SummaryRole:
        return part.summary;
    case LookRole:
        return part.look;
    default:
        return {};
    }
}

Qt::ItemFlags OutlineModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return {};
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    const DesignPart* part = partOf(index);
    if (part && part->kind == DesignPart::Kind::Component)
        flags |= Qt::ItemIsDragEnabled;
    if (part && part->list)
        flags |= Qt::ItemIsDropEnabled;
    return flags;
}

QStringList OutlineModel::mimeTypes() const
{
    return {QString::fromLatin1(componentMime)};
}

QMimeData* OutlineModel::mimeData(const QModelIndexList& indexes) const
{
    if (indexes.isEmpty() || !m_textOf)
        return nullptr;
    const JsonPath path = pathOf(indexes.first());
    const QByteArray json = m_textOf(path);
    auto* mime = new QMimeData;
    mime->setData(QString::fromLatin1(componentMime), json);
    mime->setData(QString::fromLatin1(partPathMime), path.toString().toUtf8());
    mime->setText(QString::fromUtf8(json));
    return mime;
}

std::optional<std::pair<JsonPath, qsizetype>> OutlineModel::placeOf(const QModelIndex& parent, int row) const
{
    const DesignPart* part = partOf(parent);
    if (!part || !part->list)
        return std::nullopt;
    const JsonPath list{pathOf(parent).steps + part->list->steps};
    // Pages and webhooks stand among the report's rows, too; only components count.
    qsizetype index = 0;
    const auto& children = nodeOf(parent)->children;
    for (size_t i = 0; i < children.size() && (row < 0 || i < static_cast<size_t>(row)); ++i)
        index += children[i]->part.kind == DesignPart::Kind::Component ? 1 : 0;
    return std::pair(list, index);
}

bool OutlineModel::canDropMimeData(const QMimeData* data, Qt::DropAction, int row, int,
                                   const QModelIndex& parent) const
{
    const auto place = placeOf(parent, row);
    if (!place || !data->hasFormat(QString::fromLatin1(componentMime)))
        return false;
    const auto from = JsonPath::parse(QString::fromUtf8(data->data(QString::fromLatin1(partPathMime))));
    return !from || !isWithin(place->first, *from);
}

bool OutlineModel::dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                                const QModelIndex& parent)
{
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    const auto place = placeOf(parent, row);
    const auto from = JsonPath::parse(QString::fromUtf8(data->data(QString::fromLatin1(partPathMime))));
    emit dropped(from.value_or(JsonPath()), data->data(QString::fromLatin1(componentMime)), place->first,
                 place->second);
    return false; // what was moved is taken out by whoever does it
}

} // namespace hookworks
