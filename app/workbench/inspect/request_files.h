// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/value.h"
#include "workbench/inspect/request_code.h"

namespace hookworks {

// Requests as the files that other programs keep them in. `name` is what they call it: `c5`.

/// An entry of a `.http` file, as editors and their plug-ins send them.
RequestForm httpFileEntry(const QString& name, const SendableRequest& request);
/// A file of a Bruno collection (`.bru`).
RequestForm brunoFile(const QString& name, const SendableRequest& request);
/// An item of a Postman collection, and the collection
/// (https://schema.getpostman.com/json/collection/v2.1.0/collection.json).
tl::expected<JsonValue, QString> postmanItem(const QString& name, const SendableRequest& request);
JsonValue postmanCollection(const QList<JsonValue>& items);

} // namespace hookworks
