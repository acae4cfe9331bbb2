// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <array>
#include <optional>

namespace hookworks {

/// Where attempts may go. PublicOnly refuses every address that is not of the public internet; own workspaces
/// start with Any, imported ones with PublicOnly.
enum class DestinationPolicy
{
    Any,
    PublicOnly
};

/// An IPv6 address, or an IPv4 one in its mapped form (::ffff:a.b.c.d).
using AddressBytes = std::array<quint8, 16>;

/// What kind of non-public address it is, in words (`a private address`); nullopt for a public one. Follows
/// the IANA special-purpose registries: private, loopback, link-local (with the metadata services),
/// carrier-grade NAT, NAT64 and 6to4 that lead to those, unique local, multicast, documentation, reserved.
std::optional<QString> nonPublicKind(const AddressBytes& address);

} // namespace hookworks
