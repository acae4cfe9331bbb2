// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/value.h"

#include <QAbstractItemModel>

#include <deque>

namespace hookworks {

/// A JSON value as a tree of key and value: order, duplicate keys and the text of numbers as they were.
class JsonTreeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    explicit JsonTreeModel(QObject* parent = nullptr);

    void setValue(JsonValue value);

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    /// A value's place; made when its parent is first looked into.
    struct Node
    {
        const JsonValue* value = nullptr;
        QString key;
        Node* parent = nullptr;
        int row = 0;
        std::deque<Node> children;
        bool opened = false;
    };

    Node* nodeOf(const QModelIndex& index) const;
    static void open(Node& node);

    JsonValue m_value;
    mutable Node m_root;
};

} // namespace hookworks
