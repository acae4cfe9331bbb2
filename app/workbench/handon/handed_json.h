// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/value.h"

namespace hookworks {

/// A JSON document that somebody else made. BadInput as parseJson(), and where it has more values than a few
/// hundred megabytes can hold once they are read.
Result<JsonValue> parseHandedJson(const QByteArray& text);

} // namespace hookworks
