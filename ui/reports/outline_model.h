// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reports/design_part.h"

#include <QAbstractItemModel>

#include <memory>

namespace hookworks {

/// The parts of a report as a tree. A new set of parts changes only the rows that differ, so that what is
/// open and chosen stays. Parts are dragged as JSON; where one is dropped is said, not done.
class OutlineModel final : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Role
    {
        SummaryRole = Qt::UserRole,
        LookRole
    };

    explicit OutlineModel(QObject* parent = nullptr);
    ~OutlineModel() override;

    void setParts(const DesignPart& root);
    JsonPath pathOf(const QModelIndex& index) const;
    const DesignPart* partOf(const QModelIndex& index) const;
    /// Invalid: there is no such part.
    QModelIndex indexOf(const JsonPath& path) const;
    /// What mimeData() carries of a part: its JSON.
    void setTextOf(std::function<QByteArray(const JsonPath&)> textOf) { m_textOf = std::move(textOf); }

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QStringList mimeTypes() const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::CopyAction | Qt::MoveAction; }
    bool canDropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                         const QModelIndex& parent) const override;
    bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                      const QModelIndex& parent) override;

signals:
    /// A part of this report, or JSON from elsewhere where `from` is empty, was dropped there.
    void dropped(const hookworks::JsonPath& from, const QByteArray& json, const hookworks::JsonPath& list,
                 qsizetype index);

private:
    struct Node;
    Node* nodeOf(const QModelIndex& index) const;
    QModelIndex indexOfNode(Node* node) const;
    void sync(Node& node, const DesignPart& part);
    void addNodes(Node& node, const DesignPart& part, size_t from, size_t count);
    /// The list and the place in it that a row below a part stands for; nullopt: nothing may stand there.
    std::optional<std::pair<JsonPath, qsizetype>> placeOf(const QModelIndex& parent, int row) const;

    std::unique_ptr<Node> m_root;
    std::function<QByteArray(const JsonPath&)> m_textOf;
};

/// The type of a component's JSON on the clipboard and in a drag, beside plain text.
inline constexpr char componentMime[] = "application/x-hookworks-component";
/// The path of a part that is dragged, within this program.
inline constexpr char partPathMime[] = "application/x-hookworks-part-path";

} // namespace hookworks
