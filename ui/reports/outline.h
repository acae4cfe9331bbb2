// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/path.h"

#include <QList>
#include <QString>

namespace hookworks {

/// A part of a document that has properties of its own: the whole, an object in it, a list, an entry of a
/// list.
struct OutlineNode
{
    JsonPath path;
    QString title;
    bool isList = false;
    std::vector<OutlineNode> children;
    bool operator==(const OutlineNode&) const = default;
};

/// The parts of a document, outermost first; `title` names the whole.
OutlineNode outlineOf(const JsonValue& document, const QString& title);

/// A member's name as a label: `section_title` and `sectionTitle` become `Section title`.
QString labelOf(const QString& key);

} // namespace hookworks
