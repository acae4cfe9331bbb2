// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/capture.h"

#include <optional>

namespace hookworks {

/// What the list knows of one capture: small, for a million of them.
struct CaptureRow
{
    CaptureId id;
    RealTime receivedAt;
    QString method, target, remote, rule, fault, problem, forwardedTo;
    qint64 bodyBytes = 0;
    int responseStatus = 0;
    bool valid = true;
    std::optional<DeliveryId> delivery;
    int attemptNumber = 0;
    Mark mark;
    bool operator==(const CaptureRow&) const = default;
};

CaptureRow rowOf(const CaptureSummary& capture);

/// `503`, `reset`, `no answer`: what was answered, in a cell.
QString answerWords(const CaptureRow& row);

} // namespace hookworks
