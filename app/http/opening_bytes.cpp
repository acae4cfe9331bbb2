// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/opening_bytes.h"

#include "domain/words.h"
#include "http/characters.h"

#include <algorithm>
#include <array>
#include <utility>

namespace hookworks {

namespace {

constexpr char handshakeRecord = 0x16;
constexpr char alertRecord = 0x15;
constexpr qsizetype alertLength = 7; ///< a record with a whole alert, not encrypted
constexpr qsizetype shownBytes = 8;

/// A TLS record's type and version (RFC 8446, 5.1), as far as they are there.
bool beginsRecord(QByteArrayView bytes, char type)
{
    return bytes[0] == type && (bytes.size() < 2 || bytes[1] == 3) && (bytes.size() < 3 || bytes[2] <= 4);
}

/// A record of two bytes' length, its top bit set, with CLIENT-HELLO (1) and a version behind it.
bool beginsSsl2(QByteArrayView bytes)
{
    return bytes.size() > 3 && (static_cast<unsigned char>(bytes[0]) & 0x80U) != 0 && bytes[2] == 1 &&
           (bytes[3] == 0 || bytes[3] == 3);
}

bool beginsHttp(QByteArrayView bytes)
{
    constexpr std::array<QByteArrayView, 9> methods{"GET",     "HEAD",    "POST",  "PUT",  "DELETE",
                                                    "CONNECT", "OPTIONS", "TRACE", "PATCH"};
    const qsizetype space = bytes.indexOf(' ');
    const QByteArrayView method = space < 0 ? bytes : bytes.first(space);
    if (space < 0)
        return std::ranges::any_of(methods, [&](QByteArrayView known) { return known.startsWith(method); });
    return !method.isEmpty() && std::ranges::all_of(method, isTokenByte) &&
           (space + 1 == bytes.size() || isTargetByte(bytes[space + 1]));
}

/// RFC 8446, 6 and RFC 5246, 7.2: those that a client sends.
QString alertName(int number)
{
    constexpr std::array<std::pair<int, const char*>, 24> names{{
        {0, "close notify"},
        {10, "unexpected message"},
        {20, "bad record MAC"},
        {22, "record overflow"},
        {40, "handshake failure"},
        {42, "bad certificate"},
        {43, "unsupported certificate"},
        {44, "certificate revoked"},
        {45, "certificate expired"},
        {46, "certificate unknown"},
        {47, "illegal parameter"},
        {48, "unknown CA"},
        {49, "access denied"},
        {50, "decode error"},
        {51, "decrypt error"},
        {70, "protocol version"},
        {71, "insufficient security"},
        {80, "internal error"},
        {86, "inappropriate fallback"},
        {90, "user canceled"},
        {109, "missing extension"},
        {110, "unsupported extension"},
        {112, "unrecognized name"},
        {120, "no application protocol"},
    }};
    const auto* const found =
        std::ranges::find_if(names, [number](const auto& name) { return name.first == number; });
    return found == names.end() ? QString::number(number)
                                : QStringLiteral("%1 (%2)").arg(QLatin1String(found->second)).arg(number);
}

/// A TLS alert …: `fatal, unknown CA (48)`.
QString alertWords(QByteArrayView bytes)
{
    if (bytes.size() < alertLength || bytes[3] != 0 || bytes[4] != 2)
        return tr("a TLS alert");
    const int number = static_cast<unsigned char>(bytes[6]);
    return bytes[5] == 1 ? tr("a TLS alert (warning: %1)").arg(alertName(number))
                         : tr("a TLS alert (fatal: %1)").arg(alertName(number));
}

} // namespace

Opening openingOf(QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return Opening::Nothing;
    if (beginsRecord(bytes, handshakeRecord))
        return Opening::TlsHello;
    if (beginsRecord(bytes, alertRecord))
        return Opening::TlsAlert;
    if (beginsSsl2(bytes))
        return Opening::Ssl2Hello;
    return beginsHttp(bytes) ? Opening::PlainHttp : Opening::Other;
}

QString wordsForTlsListener(QByteArrayView bytes)
{
    switch (openingOf(bytes)) {
    case Opening::Nothing:
        return tr("The sender connected and left without sending anything.");
    case Opening::TlsHello:
        return tr("A TLS hello came.");
    case Opening::TlsAlert:
        return tr("This listener speaks HTTPS, and %1 came before any hello.").arg(alertWords(bytes));
    case Opening::Ssl2Hello:
        return tr("This listener speaks TLS 1.2 and 1.3, and a hello of SSL 2 came.");
    case Opening::PlainHttp:
        return tr("This listener speaks HTTPS, and plain HTTP came. Use https:// in the sender's URL.");
    case Opening::Other:
        break;
    }
    const QByteArray shown = bytes.first(std::min(bytes.size(), shownBytes)).toByteArray().toHex(' ');
    return tr("This listener speaks HTTPS, and what came is neither TLS nor HTTP; it begins with %1.")
        .arg(QString::fromLatin1(shown));
}

QString wordsForPlainListener(QByteArrayView bytes)
{
    switch (openingOf(bytes)) {
    case Opening::TlsHello:
        return tr(
            "This listener speaks plain HTTP, and a TLS hello came. Use http:// in the sender's URL, or "
            "switch this listener's TLS on.");
    case Opening::TlsAlert:
        return tr("This listener speaks plain HTTP, and %1 came.").arg(alertWords(bytes));
    case Opening::Ssl2Hello:
        return tr("This listener speaks plain HTTP, and a hello of SSL 2 came.");
    default:
        return {};
    }
}

} // namespace hookworks
