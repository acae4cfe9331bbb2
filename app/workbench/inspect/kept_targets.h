// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace hookworks {

// Whether a request target (origin form, printable ASCII) leaves a library as it is, or would be written
// anew on the way.

/// urllib3, below requests and HTTPie: it writes percent-escapes in capitals and escapes what RFC 3986 does
/// not allow.
bool isKeptByUrllib3(const QByteArray& target);
/// HTTPie with --path-as-is: also undoes the escapes of unreserved characters in a query.
bool isKeptByHttpie(const QByteArray& target);
/// What follows the URL standard of browsers (https://url.spec.whatwg.org): fetch(), and what is built on it.
bool isKeptByBrowsers(const QByteArray& target);

} // namespace hookworks
