// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/value.h"
#include "workbench/inspect/wire_exchange.h"

namespace hookworks {

/// HTTP Archive 1.2 (http://www.softwareishard.com/blog/har-12-spec/). Texts that HAR has no exact form for
/// are beside it in members of our own, which begin with `_`: the heads in base64, a framed body that differs
/// from its content, ids, what became of it. A body that is no UTF-8 is base64: `content.encoding`, and
/// `postData._encoding`, which HAR lacks.
JsonValue harLog(const QList<JsonValue>& entries);
JsonValue harEntry(const ExportedExchange& exchange, const WireExchange& wire);

} // namespace hookworks
