// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/literal_reader.h"
#include "workbench/design/providers.h"

namespace hookworks {

/// The document that a text which is not quite JSON stands for.
struct PublishedDocument
{
    QByteArray document; ///< indented JSON; the text itself where nothing had to be changed
    QList<LiteralChange> changes;
    bool hasChoices = false; ///< see LiteralReading
    bool operator==(const PublishedDocument&) const = default;
};

/// Reads a report as a vendor's page publishes it (see readLiteral()); of a whole payload, the document in it
/// is taken. `provider`: whose; empty: any. BadInput names line and column.
Result<PublishedDocument> readPublished(const Providers& providers, const QByteArray& text,
                                        const QString& provider, LiteralChoice choice);

} // namespace hookworks
