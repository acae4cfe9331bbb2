// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/listener_config.h"
#include "json/bodies.h"
#include "json/value.h"

namespace hookworks {

/// All of a listener but its id, which belongs to one workspace; `rules` as in a rule file.
JsonValue listenerJson(const ListenerConfig& listener);
/// Strict as rulesFromJson(); what is missing has its default.
Result<ListenerConfig> listenerFromJson(QByteArrayView text, JsonSource source = JsonSource::Person);

} // namespace hookworks
