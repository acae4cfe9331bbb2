// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/capture.h"
#include "domain/delivery.h"
#include "ui/inspect/form_parts.h"
#include "ui/inspect/phases.h"
#include "ui/widgets/badge.h"

namespace hookworks {

/// A line of the overview.
struct Fact
{
    QString name, value;
    bool operator==(const Fact&) const = default;
};

/// A request with its answer as the inspector shows it, whichever end saw it: in words for people, and in
/// bytes.
struct InspectedExchange
{
    QString source;   ///< what replays and exports know it by: `c118`, `d41`
    QString compared; ///< what comparisons know it by: `c118`, `d41/4`
    Mark mark;
    QString title; ///< `c118`; `d41, attempt 4`
    StateKind state = StateKind::Unknown;
    QString line; ///< `POST /hooks/reports`
    BadgeLook result;
    QList<Fact> facts;
    NameValues query;
    HeaderList headers, trailers, answerHeaders;
    QByteArray head, wireBody, body;
    QByteArray answerHead, answerBody;
    QString note;                 ///< about the bytes: why there are none
    std::optional<qint64> offset; ///< the byte that was refused
    ExchangePhases phases;
    bool operator==(const InspectedExchange&) const = default;
};

/// `capture` with bodies.
InspectedExchange inspected(const Capture& capture);
/// `delivery` with its body; `capture` with bodies, where the attempt has one.
InspectedExchange inspected(const Delivery& delivery, const Attempt& attempt,
                            const std::optional<Capture>& capture);

/// `Answered 503 by the reply rule “down for 3”`.
QString ruleWords(const Capture& capture);

} // namespace hookworks
