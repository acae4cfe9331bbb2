// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/inspect/wire_exchange.h"

namespace hookworks {

/// A delivery (or a capture) as one HTML page for somebody else: what it was, its timeline as SVG, each
/// attempt, the request and the answers. It needs nothing beside itself, loads nothing and runs nothing; text
/// of others is escaped, and its invisible characters are shown. Not masked here.
QByteArray deliveryReport(const ExportedExchange& exchange, const WireExchange& wire);

} // namespace hookworks
