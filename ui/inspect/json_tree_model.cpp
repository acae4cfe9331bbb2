// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/json_tree_model.h"

namespace hookworks {

namespace {

QString valueText(const JsonValue& value)
{
    switch (value.kind) {
    case JsonValue::Kind::Null:
        return QStringLiteral("null");
    case JsonValue::Kind::Bool:
        return value.flag ? QStringLiteral("true") : QStringLiteral("false");
    case JsonValue::Kind::Number:
        return value.text;
    case JsonValue::Kind::String:
        return u'"' + value.text + u'"';
    case JsonValue::Kind::Array:
        return JsonTreeModel::tr("items: %1").arg(value.items.size());
    case JsonValue::Kind::Object:
        return JsonTreeModel::tr("members: %1").arg(value.members.size());
    }
    return {};
}

} // namespace

JsonTreeModel::JsonTreeModel(QObject* parent)
    : QAbstractItemModel(parent)
{
}

void JsonTreeModel::setValue(JsonValue value)
{
    beginResetModel();
    m_value = std::move(value);
    m_root = Node();
    m_root.value = &m_value;
    endResetModel();
}

void JsonTreeModel::open(Node& node)
{
    if (node.opened || !node.value)
        return;
    node.opened = true;
    int row = 0;
    for (const JsonValue& item : node.value->items) {
        node.children.push_back(Node{&item, QStringLiteral("[%1]").arg(row), &node, row, {}, false});
        ++row;
    }
    for (const JsonMember& member : node.value->members)
        node.children.push_back(Node{&member.value, member.key, &node, row++, {}, false});
}

JsonTreeModel::Node* JsonTreeModel::nodeOf(const QModelIndex& index) const
{
    Node* const node = index.isValid() ? static_cast<Node*>(index.internalPointer()) : &m_root;
    open(*node);
    return node;
}

QModelIndex JsonTreeModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, &nodeOf(parent)->children[static_cast<size_t>(row)]);
}

QModelIndex JsonTreeModel::parent(const QModelIndex& index) const
{
    if (!index.isValid())
        return {};
    Node* const up = static_cast<Node*>(index.internalPointer())->parent;
    return !up || up == &m_root ? QModelIndex() : createIndex(up->row, 0, up);
}

int JsonTreeModel::rowCount(const QModelIndex& parent) const
{
    if (parent.column() > 0)
        return 0;
    return static_cast<int>(nodeOf(parent)->children.size());
}

int JsonTreeModel::columnCount(const QModelIndex&) const
{
    return 2;
}

QVariant JsonTreeModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || role != Qt::DisplayRole)
        return {};
    const Node* const node = static_cast<Node*>(index.internalPointer());
    return index.column() == 0 ? node->key : valueText(*node->value);
}

QVariant JsonTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical || role != Qt::DisplayRole)
        return {};
    return section == 0 ? tr("Key") : tr("Value");
}

} // namespace hookworks
