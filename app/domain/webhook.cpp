// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/webhook.h"

namespace hookworks {

bool subscribes(const Webhook& webhook, const QString& event)
{
    return webhook.events.isEmpty() || webhook.events.contains(event);
}

} // namespace hookworks
