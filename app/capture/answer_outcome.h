// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/capture_sink.h"
#include "capture/patience.h"

namespace hookworks {

/// What became of an answer that was written in whole, for the capture it answers. `forwarded`: its bytes
/// were not known when the capture was stored.
CaptureAnswered outcomeOf(const Capture& capture, const RequestTimes& times, bool forwarded);

/// The same of one of which only `written` bytes left.
CaptureAnswered brokenOutcome(CaptureAnswered whole, const Capture& capture, const QString& why,
                              qint64 written);

} // namespace hookworks
