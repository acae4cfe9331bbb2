// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QString>

namespace hookworks {

/// A proxy that outgoing connections go through.
struct Proxy
{
    enum class Kind
    {
        None,
        Http,  ///< asked with CONNECT (RFC 9110, 9.3.6), for plain receivers too: the bytes stay as they are
        Socks5 ///< RFC 1928, with a user and password RFC 1929
    };

    Kind kind = Kind::None;
    QByteArray host; ///< as UrlParts has it
    quint16 port = 0;
    QByteArray user, password; ///< `password` is a secret: the store seals it
    explicit operator bool() const { return kind != Kind::None; }
    bool operator==(const Proxy&) const = default;
};

/// `http://HOST:PORT` or `socks5://HOST:PORT`, where a user and password may stand before the host; empty: no
/// proxy. BadInput, in a sentence that never repeats a password: another scheme, no port, a path, or what
/// splitUrl() refuses.
Result<Proxy> proxyFromUrl(const QString& text);

/// As it is read, with user and password.
QString urlOf(const Proxy& proxy);
Proxy withoutPassword(Proxy proxy);
/// The same without user and password; empty for none.
QString toString(const Proxy& proxy);

} // namespace hookworks
