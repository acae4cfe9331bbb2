// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/header_list.h"
#include "domain/result.h"

#include <QStringList>

namespace hookworks {

// Requests that are signed as https://www.standardwebhooks.com says: `webhook-id`, `webhook-timestamp`
// (seconds since 1970) and `webhook-signature` (HMAC-SHA256 of id, time and body, as `v1,` and base64), or
// the same three under Svix's names.

/// Those of the three fields that are there, by their names as they should be written.
QStringList messageFieldsIn(const HeaderList& headers);
/// The signature's field is there.
bool isSigned(const HeaderList& headers);

/// What a secret stands for: base64, with or without `whsec_` before it. BadInput, with words.
Result<QByteArray> signingKey(const QByteArray& secret);

/// The same with another id and time, where their fields are there. All else stays, in its order and case.
HeaderList withMessage(HeaderList headers, const QByteArray& id, qint64 seconds);
/// The same with a signature of what id, time and body say now, in place of all that were there. Not signed
/// before: as it is.
HeaderList signedAnew(HeaderList headers, const QByteArray& body, const QByteArray& key);
/// What a signature is of.
struct SignedMessage
{
    HeaderList headers;
    QByteArray body;
};
/// The second has the first's signature, and another id, time or body: it is not of that.
bool keepsSignature(const SignedMessage& before, const SignedMessage& now);

/// One of the signatures is the key's, of this id, time and body.
bool isSignedWith(const QByteArray& key, const HeaderList& headers, const QByteArray& body);

} // namespace hookworks
