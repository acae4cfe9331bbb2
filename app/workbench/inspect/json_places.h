// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/delivery.h"
#include "domain/result.h"

#include <optional>

namespace hookworks {

/// The text of the value at a JSON path in a body; nullopt: no JSON, no such path, nothing there.
std::optional<QString> textAt(const QByteArray& body, const QString& path);

/// See Replayer::edited().
Result<Request> requestEdited(Request request, const QByteArray& json);

} // namespace hookworks
