// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/capture.h"
#include "domain/delivery.h"

#include <optional>

namespace hookworks {

// What was packed so is given back; nullopt for what nobody packed.

/// Header fields as bytes: each name and value with its length before it, so that any byte survives.
QByteArray packed(const HeaderList& headers);
std::optional<HeaderList> unpackedHeaders(const QByteArray& bytes);

/// Any bytes, each with its length before it.
QByteArray packed(const QList<QByteArray>& pieces);
std::optional<QList<QByteArray>> unpackedPieces(const QByteArray& bytes);

/// A plan as text, three numbers an attempt: `1 0 0;2 30000000 30000000` (number, after and gap in
/// microseconds).
QString packed(const QList<PlannedAttempt>& plan);
std::optional<QList<PlannedAttempt>> unpackedPlan(const QString& text);

/// What is known of a connection's TLS, in lines; empty: plain text.
QString packed(const std::optional<TlsInfo>& tls);
std::optional<TlsInfo> unpackedTls(const QString& text);

/// Microseconds by phase, `-` for one that did not come about; empty: none did.
QString packed(const ForwardTimings& timings);
std::optional<ForwardTimings> unpackedForwarding(const QString& text);

} // namespace hookworks
