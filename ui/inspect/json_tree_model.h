// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/path.h"

#include <QAbstractItemModel>

#include <deque>

namespace hookworks {

/// A JSON value as a tree of key and value: order, duplicate keys and the text of numbers as they were. Of
/// long arrays and objects the members stand in groups, so that opening one costs little.
class JsonTreeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    /// The most rows below one that is opened.
    static constexpr qsizetype groupSize = 5000;
    /// int(JsonValue::Kind); of a group: none.
    static constexpr int kindRole = Qt::UserRole + 1;

    explicit JsonTreeModel(QObject* parent = nullptr);

    void setValue(JsonValue value);

    /// Of a group: of what it is a part of.
    JsonPath pathOf(const QModelIndex& index) const;
    /// The next value, in the order of reading and around the end, whose key or text has `text`, in any case
    /// of letters. Invalid: there is none.
    QModelIndex find(const QString& text, const QModelIndex& from, bool forward) const;

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
        qsizetype first = 0;  ///< of a group: its first member
        qsizetype count = -1; ///< and how many; -1: no group
        std::deque<Node> children = {};
        bool opened = false;
    };
    /// Which member of which, from the root down.
    using Trail = QList<qsizetype>;

    Node* nodeOf(const QModelIndex& index) const;
    static void open(Node& node);
    Trail trailOf(const QModelIndex& index) const;
    QModelIndex indexOf(const Trail& trail) const;

    JsonValue m_value;
    mutable Node m_root;
};

} // namespace hookworks
