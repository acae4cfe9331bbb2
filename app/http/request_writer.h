// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/delivery.h"
#include "domain/result.h"

#include <QByteArray>
#include <QString>

namespace hookworks {

/// An absolute http or https URL, taken apart without changing its bytes.
struct UrlParts
{
    bool tls = false;
    QByteArray host;      ///< without brackets
    quint16 port = 80;    ///< the scheme's own where the URL has none
    QByteArray hostField; ///< as a Host field has it: brackets kept, port only where the URL has one
    QByteArray target;    ///< path and query, `/` at least; the fragment is left out
    bool operator==(const UrlParts&) const = default;
};

/// BadInput for another scheme, no host, a bad port, user information, or bytes that no URL has (space,
/// controls).
Result<UrlParts> splitUrl(const QString& url);

/// A whole head: request line, fields as they are, blank line. BadInput where a method, target, name or value
/// is not of the grammar of RFC 9110 (CR, LF and NUL never get through).
Result<QByteArray> composeHead(const QByteArray& method, const QByteArray& target, const HeaderList& headers);

/// What goes out: the exact head where there is one, else method, target of the URL, Host (where the headers
/// have none), headers, Content-Length (where there is a body or the method has one, and the headers have
/// none).
Result<QByteArray> requestHead(const Request& request);

/// Head and body: the raw form of an export.
Result<QByteArray> rawRequest(const Request& request);

} // namespace hookworks
