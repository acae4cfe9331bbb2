// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace hookworks {

/// An http or https URL as a request needs it: what is taken is what is sent.
struct UrlParts
{
    bool tls = false;
    QByteArray host;      ///< without brackets; lower case, in its ASCII form (UTS 46)
    quint16 port = 80;    ///< the scheme's own where the URL has none
    QByteArray hostField; ///< as a Host field has it: brackets kept, port only where the URL has one
    QByteArray target;    ///< path and query, `/` at least; the fragment is left out
    QByteArray credentials =
        {}; ///< `user:password`, decoded, for Basic (RFC 7617); empty: the URL names no user
    bool operator==(const UrlParts&) const = default;
};

/// The only place that decides whether a URL can be sent to, and how. White space around it is dropped.
/// Visible ASCII in path and query stays as it is, `%` included; all else is percent-encoded as UTF-8. The
/// host is percent-decoded and mapped by UTS 46; an IPv4 address in another form (`127.1`, `0x7f.1`) becomes
/// four decimal numbers, as browsers and curl do. BadInput, in one sentence that names the part and never
/// repeats what could be a password: another scheme, no host or none that can exist, a port outside 1 to
/// 65535, an address with a zone, a user name that Basic cannot carry, a control character, more than 64 Ki
/// characters.
Result<UrlParts> splitUrl(const QString& url);

/// The same for a webhook's URL as it is typed and stored, where `{listener}` at the beginning may stand for
/// the built-in listener; BadInput as well where it stands elsewhere.
Result<UrlParts> splitTypedUrl(const QString& typed);

/// Begins with `{listener}`.
bool needsListener(const QString& typed);
/// `{listener}` at the beginning replaced by the listener's base URL; a URL without it as it is.
QString withListener(const QString& typed, const QString& baseUrl);

/// RFC 6761, 6.3: localhost and every name below it are loopback addresses, whatever a name server says.
bool isLocalhost(QByteArrayView host);
/// RFC 6761, 6.4: no name below .invalid exists.
bool isInvalidName(QByteArrayView host);
/// The name that a certificate and SNI have (RFC 6066, 3): without the dot that ends an absolute name.
QByteArray withoutRootDot(const QByteArray& host);

} // namespace hookworks
