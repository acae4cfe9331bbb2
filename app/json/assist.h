// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/value.h"

#include <QList>

namespace hookworks {

/// What may stand where one types.
struct JsonProposal
{
    QString word;      ///< as it is listed: a key, or a value as JSON, a text without its quotes
    QByteArray insert; ///< what takes the place of the word that is typed
    bool operator==(const JsonProposal&) const = default;
};

struct JsonProposals
{
    QList<JsonProposal> list;
    QString typed;           ///< of the word, before the cursor
    qint64 from = 0, to = 0; ///< the bytes of the word, its quotes included
    bool operator==(const JsonProposals&) const = default;
};

/// What a JSON Schema has for the place in the text, which may be unfinished: keys that are not there yet, in
/// the schema's order, or values. Looks through `$ref`, `anyOf` and `oneOf`, and tells alternatives apart by
/// members with a `const`.
JsonProposals proposalsAt(const JsonValue& schema, QByteArrayView text, qint64 offset);

/// What the schema says of the key or value there, in some lines; empty: nothing.
QString schemaHelpAt(const JsonValue& schema, QByteArrayView text, qint64 offset);

} // namespace hookworks
