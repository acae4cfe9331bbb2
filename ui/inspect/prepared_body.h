// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/value.h"
#include "ui/inspect/form_parts.h"

namespace hookworks {

/// A body, and what it is found to be. Made on any thread.
struct PreparedBody
{
    QByteArray bytes;                   ///< without content codings, where they could be undone
    QString decodingProblem;            ///< why they could not; empty: they could, or there are none
    std::optional<JsonValue> json;      ///< none: no JSON, or more of it than a tree should hold
    std::optional<JsonProblem> problem; ///< why it is no JSON, where it says that it is
    QString treeRefusal;                ///< why JSON has no tree: a sentence
    QList<FormPart> parts;
    bool saysJson = false, isImage = false, isText = false;
};

/// The most bytes that are made a tree.
constexpr qsizetype mostTreeBytes = 5'000'000;

/// `decode`: undo the content codings that the headers name.
PreparedBody prepareBody(const HeaderList& headers, const QByteArray& body, bool decode);

} // namespace hookworks
