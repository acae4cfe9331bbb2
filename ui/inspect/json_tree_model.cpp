// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/json_tree_model.h"

#include "domain/visible_text.h"

#include <QLocale>

namespace hookworks {

namespace {

qsizetype sizeOf(const JsonValue& value)
{
    return static_cast<qsizetype>(value.isArray() ? value.items.size() : value.members.size());
}

const JsonValue& memberOf(const JsonValue& value, qsizetype at)
{
    const auto place = static_cast<size_t>(at);
    return value.isArray() ? value.items[place] : value.members[place].value;
}

QString keyOf(const JsonValue& value, qsizetype at)
{
    return value.isArray() ? QStringLiteral("[%1]").arg(at) : value.members[static_cast<size_t>(at)].key;
}

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
        return value.items.size() == 1 ? JsonTreeModel::tr("1 item")
                                       : JsonTreeModel::tr("%1 items").arg(value.items.size());
    case JsonValue::Kind::Object:
        return value.members.size() == 1 ? JsonTreeModel::tr("1 member")
                                         : JsonTreeModel::tr("%1 members").arg(value.members.size());
    }
    return {};
}

/// Goes through all values in the order of reading.
class TreeSearch
{
public:
    using Trail = QList<qsizetype>;

    TreeSearch(const QString& text, const Trail& from, bool forward)
        : m_text(text)
        , m_from(from)
        , m_forward(forward)
    {
    }

    void visit(const JsonValue& value)
    {
        const qsizetype count = sizeOf(value);
        m_trail.append(0);
        for (qsizetype i = 0; i < count; ++i) {
            m_trail.last() = i;
            const JsonValue& member = memberOf(value, i);
            if (has(keyOf(value, i)) || (sizeOf(member) == 0 && has(valueText(member))))
                take();
            visit(member);
        }
        m_trail.removeLast();
    }

    Trail found() const { return m_behind.isEmpty() ? m_around : m_behind; }

private:
    bool has(const QString& words) const { return words.contains(m_text, Qt::CaseInsensitive); }

    void take()
    {
        const bool later =
            std::lexicographical_compare(m_from.begin(), m_from.end(), m_trail.begin(), m_trail.end());
        if (m_forward) {
            if (m_around.isEmpty())
                m_around = m_trail;
            if (later && m_behind.isEmpty())
                m_behind = m_trail;
        } else {
            m_around = m_trail;
            if (!later && m_trail != m_from)
                m_behind = m_trail;
        }
    }

    QString m_text;
    Trail m_from, m_trail, m_behind, m_around;
    bool m_forward;
};

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
    const qsizetype size = node.count < 0 ? sizeOf(*node.value) : node.count;
    int row = 0;
    if (size > groupSize) {
        const QLocale locale;
        for (qsizetype from = 0; from < size; from += groupSize) {
            const qsizetype count = std::min(groupSize, size - from);
            const QString key = tr("%1 to %2").arg(locale.toString(from), locale.toString(from + count - 1));
            node.children.push_back(Node{node.value, key, &node, row++, from, count});
        }
        return;
    }
    for (qsizetype at = node.first; at < node.first + size; ++at)
        node.children.push_back(Node{&memberOf(*node.value, at), keyOf(*node.value, at), &node, row++});
}

JsonTreeModel::Node* JsonTreeModel::nodeOf(const QModelIndex& index) const
{
    Node* const node = index.isValid() ? static_cast<Node*>(index.internalPointer()) : &m_root;
    open(*node);
    return node;
}

JsonTreeModel::Trail JsonTreeModel::trailOf(const QModelIndex& index) const
{
    Trail trail;
    const Node* node = index.isValid() ? static_cast<Node*>(index.internalPointer()) : nullptr;
    for (; node && node->parent; node = node->parent) {
        if (node->count < 0)
            trail.prepend(node->parent->first + node->row);
    }
    return trail;
}

QModelIndex JsonTreeModel::indexOf(const Trail& trail) const
{
    QModelIndex index;
    for (const qsizetype member : trail) {
        const Node* const node = nodeOf(index);
        const bool grouped = !node->children.empty() && node->children.front().count >= 0;
        if (grouped)
            index = this->index(static_cast<int>(member / groupSize), 0, index);
        index = this->index(static_cast<int>(grouped ? member % groupSize : member), 0, index);
    }
    return index;
}

JsonPath JsonTreeModel::pathOf(const QModelIndex& index) const
{
    JsonPath path;
    const JsonValue* value = &m_value;
    for (const qsizetype member : trailOf(index)) {
        path = value->isArray() ? path.child(member) : path.child(keyOf(*value, member));
        value = &memberOf(*value, member);
    }
    return path;
}

QModelIndex JsonTreeModel::find(const QString& text, const QModelIndex& from, bool forward) const
{
    TreeSearch search(text, trailOf(from), forward);
    search.visit(m_value);
    return indexOf(search.found());
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
    if (!index.isValid())
        return {};
    const Node* const node = static_cast<Node*>(index.internalPointer());
    if (role == kindRole)
        return node->count < 0 ? QVariant(static_cast<int>(node->value->kind)) : QVariant();
    if (role != Qt::DisplayRole)
        return {};
    if (index.column() == 0)
        return visibleText(node->key);
    return node->count < 0 ? visibleText(valueText(*node->value)) : QString();
}

QVariant JsonTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical || role != Qt::DisplayRole)
        return {};
    return section == 0 ? tr("Key") : tr("Value");
}

} // namespace hookworks
