// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/capture.h"
#include "domain/delivery.h"
#include "domain/result.h"

#include <QHash>

namespace hookworks {

class Reader;

/// A delivery with its attempts, or a capture: what `d3` and `c5` stand for.
struct ExportedExchange
{
    std::optional<Delivery> delivery;
    QList<Attempt> attempts;
    std::optional<Capture> capture;
    /// Of attempts, by number, that a listener here received: the reply rule that answered. Where it was asked for.
    QHash<int, AnsweringRule> rules = {};
    bool operator==(const ExportedExchange&) const = default;

    QString id() const { return delivery ? delivery->id.toString() : capture->id.toString(); }
};

/// BadInput for another kind of id, NotFound.
Result<ExportedExchange> exchangeOf(Reader& reader, const QString& id);
} // namespace hookworks
