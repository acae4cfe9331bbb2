// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/webhook.h"

namespace hookworks {

/// Whether a webhook's own field, or a parameter of its URL, of that name holds a secret, by the built-in
/// SecretNames.
bool namesSecret(QByteArrayView name);

/// The URL for showing: `***` for user, password and the values of parameters that name a secret. All else
/// stays as it was typed.
QString urlForShowing(const QString& url);

/// The secrets of a webhook, as they are sent: its token, the values of its own fields that name one, and
/// what its URL holds of them; without the scheme before them (`Bearer …`), and as they are written where
/// that differs.
QList<QByteArray> secretsOf(const Webhook& webhook);

/// The webhook for showing: its URL as above, `***` for its token and for the values of its own fields that
/// name a secret.
Webhook webhookForShowing(Webhook webhook);

} // namespace hookworks
