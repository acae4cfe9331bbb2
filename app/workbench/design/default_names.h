// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace hookworks {

/// What a webhook is called until somebody names it, from its URL as typed: host, a port of its own, and
/// path, `hooks.example.org/orders`, `Listener/orders`. Parts of the path that could be a secret (long ones,
/// letters with digits between) end it, and so do the query and whatever follows.
QString webhookNameFromUrl(const QString& url);

} // namespace hookworks
