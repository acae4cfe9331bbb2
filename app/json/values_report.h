// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/report.h"
#include "domain/webhook.h"
#include "json/bodies.h"
#include "json/value.h"

namespace hookworks {

/// `document` is the document as JSON, its white space lost; `documentBase64` where it is no JSON.
/// `zone` and `cycle` where there are any.
JsonValue reportJson(const Report& report, Bodies bodies);

/// `auth` says whether there is a token; `token` follows where secrets are asked for. Else the URL and the
/// fields are as webhookForShowing() gives them.
JsonValue webhookJson(const Webhook& webhook, Secrets secrets = Secrets::Leave);
/// Strict as rulesFromJson(); `provider` and `url` must be there. Takes what webhookJson() writes; a webhook
/// whose secrets were left out has no token.
Result<Webhook> webhookFromJson(QByteArrayView text);

} // namespace hookworks
