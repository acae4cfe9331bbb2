// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/capture.h"
#include "domain/delivery.h"
#include "json/value.h"

namespace hookworks {

// How phases stand in JSON: in milliseconds, null where one did not happen.

/// `queueMs`, `connectMs`, `tlsMs`, `sendMs`, `waitMs`, `receiveMs`.
void appendTimings(JsonValue& object, const AttemptTimings& timings);
/// `acceptMs`, `readMs`, `thinkMs`, `writeMs`.
void appendTimings(JsonValue& object, const CaptureTimings& timings);
/// `lookUpMs`, `connectMs`, `tlsMs`, `sendMs`, `waitMs`, `receiveMs`.
void appendTimings(JsonValue& object, const ForwardTimings& timings);
/// `{"version","cipher","clientSubject"}`; null: the connection had none.
JsonValue tlsJson(const std::optional<TlsInfo>& tls);

} // namespace hookworks
