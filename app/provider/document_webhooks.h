// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "provider/profile.h"

namespace hookworks {

/// One webhook that a document lists.
struct DocumentWebhook
{
    QString url;
    QByteArray token; ///< empty: none
    bool operator==(const DocumentWebhook&) const = default;
};

/// The webhooks that the document lists, in order; entries that are no objects have an empty URL. Empty where
/// the profile knows none. BadInput where the document is no JSON.
Result<QList<DocumentWebhook>> documentWebhooks(const ProviderProfile& profile, const QByteArray& document);

/// The document with that list; every byte outside the changed entries stays, other members of an entry too.
/// BadInput where the document is no JSON object or the place of the list holds something else.
Result<QByteArray> withDocumentWebhooks(const ProviderProfile& profile, const QByteArray& document,
                                        const QList<DocumentWebhook>& webhooks);

} // namespace hookworks
