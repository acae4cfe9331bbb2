// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/capture.h"
#include "workbench/handon/placeholders.h"

namespace hookworks {

class Reader;
class Writer;

/// A case that came without secrets, as the workspace remembers it: which rows are of it, and what was given
/// for its placeholders. Kept sealed.
struct OpenedCase
{
    CaptureId firstCapture, lastCapture; ///< 0: it had none
    DeliveryId firstDelivery, lastDelivery;
    QList<ListenerId> listeners;
    QList<Placeholder> placeholders;
    PlaceholderValues values;
    QStringList lost; ///< ids, of this workspace, that no value brings back
    bool operator==(const OpenedCase&) const = default;

    bool holds(const QString& id) const;
};

/// A placeholder of a case that a delivery or capture is of.
struct CaseSecret
{
    Placeholder placeholder;
    bool isFilled = false;
    QString source; ///< the first row of its case, by which it can be filled
    bool operator==(const CaseSecret&) const = default;
};

Result<QList<CaseSecret>> caseSecrets(Reader& reader);
Result<void> rememberCase(Writer& writer, const OpenedCase& opened);
/// Gives values to placeholders of the case that `id` is of; an empty value takes one back. Rules of the
/// case's listeners are filled as well. NotFound where it is of no case, BadInput where the case has no such
/// placeholder.
Result<void> fillCase(Writer& writer, const QString& id, const PlaceholderValues& values);

/// The request of `source` as it can be sent: its placeholders filled. Of one that is of no case as it is.
/// Conflict names each placeholder that has no value yet; a request that is sent byte for byte must have had
/// none.
Result<Request> readyRequest(Reader& reader, const QString& source, Request request);
/// The same for what is passed on again.
Result<Capture> readyCapture(Reader& reader, Capture capture);

} // namespace hookworks
