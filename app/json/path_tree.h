// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/path.h"

#include <QHash>

#include <utility>
#include <vector>

namespace hookworks {

/// Many paths joined at what they have in common, so that a text is searched for all of them at once and each
/// of its members is looked up once.
class PathTree
{
public:
    using Node = int;
    static constexpr Node root = 0;
    static constexpr Node none = -1; ///< no path leads there

    explicit PathTree(const QList<JsonPath>& paths = {});

    qsizetype pathCount() const { return m_count; }
    Node child(Node node, const JsonPath::Step& step) const;
    /// The same for a name as valid UTF-8.
    Node childNamed(Node node, QByteArrayView name) const;
    /// The paths that end there, by their place in the list.
    const QList<qsizetype>& endingAt(Node node) const { return m_nodes[static_cast<size_t>(node)].ends; }
    size_t nodeCount() const { return m_nodes.size(); }

private:
    struct Branch
    {
        QHash<QString, Node> names;
        std::vector<std::pair<QByteArray, Node>> fewNames; ///< the same as UTF-8, where they are few
        QHash<qsizetype, Node> indexes;
        QList<qsizetype> ends;
    };

    Node grown(Node node, const JsonPath::Step& step);

    qsizetype m_count = 0;
    std::vector<Branch> m_nodes;
};

/// Where each path leads in a JSON text, as valueAt() would; nullopt: nowhere. Checks the whole text, and
/// keeps none of its values in memory. Fails with where and why the text is no JSON.
tl::expected<QList<std::optional<JsonSpan>>, JsonProblem> locate(QByteArrayView text, const PathTree& paths);

} // namespace hookworks
