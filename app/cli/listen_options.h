// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command_table.h"
#include "cli/limit_options.h"
#include "domain/listener_config.h"

namespace hookworks {

/// What `listen` was told on its command line.
struct ListenOptions
{
    QString address = QStringLiteral("127.0.0.1");
    std::optional<int> port, count;
    std::optional<Micros> duration;
    bool tls = false, bodies = false;
    QString certificate, key, rules, clientCertificate, clientAuthority;
    bool passphraseFromInput = false;
    LimitOptions limits;
    QuotaOptions quota;

    /// So many requests are enough.
    bool isReachedBy(int seen) const { return count && seen >= *count; }
};

void addListenOptions(CLI::App& app, ListenOptions& options);

/// The listener that they describe, without its rules. Any of the options about certificates means HTTPS.
ListenerConfig listenerFrom(const ListenOptions& options, const CommandContext& context);

} // namespace hookworks
