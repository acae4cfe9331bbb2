// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/listener_config.h"
#include "domain/result.h"

namespace hookworks {

class Reader;
class Writer;

/// Remembers a listener of a command with its rules, sealed, so that its captures can still be told about
/// once it has ended. The last fifty that had rules.
Result<void> rememberPast(Writer& writer, const ListenerConfig& listener);
/// Those that are remembered so.
Result<QList<ListenerConfig>> pastListeners(Reader& reader);
/// The listener that a capture came to, also a command's. NotFound where nobody remembers it.
Result<ListenerConfig> listenerOfCaptures(Reader& reader, ListenerId id);

} // namespace hookworks
