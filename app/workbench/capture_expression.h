// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/queries.h"

namespace hookworks {

class Reader;

/// What `--where` asks for: comparisons that the store answers, and those that only the bytes do.
struct CaptureExpression
{
    QList<CaptureCondition> stored;
    QList<CaptureCondition> headers; ///< `field` is the header's name
    QList<CaptureCondition> body;    ///< `field` is a JSON path into the body
    bool operator==(const CaptureExpression&) const = default;
};

/// See Captures::list(). BadInput names the place.
Result<CaptureExpression> captureExpression(const QString& text);

/// `value` holds against the condition: as numbers where both are, else as text; `*` stands for any
/// characters.
bool holds(const CaptureCondition& condition, const QString& value);

Result<QList<Capture>> findCaptures(Reader& reader, CaptureFilter filter,
                                    const CaptureExpression& expression);
Result<qint64> countCaptures(Reader& reader, CaptureFilter filter, const CaptureExpression& expression);

} // namespace hookworks
