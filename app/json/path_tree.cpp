// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/path_tree.h"

#include "json/reader.h"

namespace hookworks {

namespace {

constexpr qsizetype fewNamesAtMost = 8;

} // namespace

PathTree::PathTree(const QList<JsonPath>& paths)
    : m_count(paths.size())
    , m_nodes(1)
{
    for (qsizetype i = 0; i < paths.size(); ++i) {
        Node node = root;
        for (const JsonPath::Step& step : paths[i].steps)
            node = grown(node, step);
        m_nodes[static_cast<size_t>(node)].ends << i;
    }
}

PathTree::Node PathTree::grown(Node node, const JsonPath::Step& step)
{
    if (const Node known = child(node, step); known != none)
        return known;
    const auto made = static_cast<Node>(m_nodes.size());
    Branch& branch = m_nodes[static_cast<size_t>(node)];
    if (const auto* key = std::get_if<QString>(&step)) {
        branch.names.insert(*key, made);
        if (branch.names.size() <= fewNamesAtMost && key->isValidUtf16())
            branch.fewNames.emplace_back(key->toUtf8(), made);
    } else
        branch.indexes.insert(std::get<qsizetype>(step), made);
    m_nodes.emplace_back();
    return made;
}

PathTree::Node PathTree::child(Node node, const JsonPath::Step& step) const
{
    if (node == none)
        return none;
    const Branch& branch = m_nodes[static_cast<size_t>(node)];
    if (const auto* key = std::get_if<QString>(&step))
        return branch.names.value(*key, none);
    return branch.indexes.value(std::get<qsizetype>(step), none);
}

/// Comparing a few is quicker than hashing one.
PathTree::Node PathTree::childNamed(Node node, QByteArrayView name) const
{
    if (node == none)
        return none;
    const Branch& branch = m_nodes[static_cast<size_t>(node)];
    if (branch.names.size() > fewNamesAtMost)
        return branch.names.value(QString::fromUtf8(name), none);
    for (const auto& [few, leadsTo] : branch.fewNames) {
        if (few == name)
            return leadsTo;
    }
    return none;
}

tl::expected<QList<std::optional<JsonSpan>>, JsonProblem> locate(QByteArrayView text, const PathTree& paths)
{
    return JsonReader(text).locate(paths);
}

} // namespace hookworks
