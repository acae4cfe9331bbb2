// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/destination_policy.h"

#include <QCoreApplication>

namespace hookworks {

namespace {

struct Range
{
    AddressBytes prefix;
    int bits;
    const char* kind;
};

constexpr AddressBytes v4(quint8 a, quint8 b = 0, quint8 c = 0, quint8 d = 0)
{
    return {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, a, b, c, d};
}

constexpr AddressBytes v6(quint16 a, quint16 b = 0, quint16 c = 0)
{
    return {static_cast<quint8>(a >> 8),
            static_cast<quint8>(a),
            static_cast<quint8>(b >> 8),
            static_cast<quint8>(b),
            static_cast<quint8>(c >> 8),
            static_cast<quint8>(c),
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0};
}

constexpr AddressBytes loopback6{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
constexpr int mapped = 96; // what an IPv4 prefix has before it

const std::array<Range, 33> ranges{{
    {v4(169, 254, 169, 254), mapped + 32, QT_TRANSLATE_NOOP("hookworks", "a metadata service")},
    {v4(100, 100, 100, 200), mapped + 32, QT_TRANSLATE_NOOP("hookworks", "a metadata service")},
    {v4(192, 0, 0, 192), mapped + 32, QT_TRANSLATE_NOOP("hookworks", "a metadata service")},
    {v4(168, 63, 129, 16), mapped + 32, QT_TRANSLATE_NOOP("hookworks", "a metadata service")},
    {v4(0), mapped + 8, QT_TRANSLATE_NOOP("hookworks", "an address of this host")},
    {v4(10), mapped + 8, QT_TRANSLATE_NOOP("hookworks", "a private address")},
    {v4(100, 64), mapped + 10, QT_TRANSLATE_NOOP("hookworks", "an address of carrier-grade NAT")},
    {v4(127), mapped + 8, QT_TRANSLATE_NOOP("hookworks", "a loopback address")},
    {v4(169, 254), mapped + 16, QT_TRANSLATE_NOOP("hookworks", "a link-local address")},
    {v4(172, 16), mapped + 12, QT_TRANSLATE_NOOP("hookworks", "a private address")},
    {v4(192, 0, 0), mapped + 24, QT_TRANSLATE_NOOP("hookworks", "a reserved address")},
    {v4(192, 0, 2), mapped + 24, QT_TRANSLATE_NOOP("hookworks", "a documentation address")},
    {v4(192, 88, 99), mapped + 24, QT_TRANSLATE_NOOP("hookworks", "a reserved address")},
    {v4(192, 168), mapped + 16, QT_TRANSLATE_NOOP("hookworks", "a private address")},
    {v4(198, 18), mapped + 15, QT_TRANSLATE_NOOP("hookworks", "a benchmarking address")},
    {v4(198, 51, 100), mapped + 24, QT_TRANSLATE_NOOP("hookworks", "a documentation address")},
    {v4(203, 0, 113), mapped + 24, QT_TRANSLATE_NOOP("hookworks", "a documentation address")},
    {v4(224), mapped + 4, QT_TRANSLATE_NOOP("hookworks", "a multicast address")},
    {v4(240), mapped + 4, QT_TRANSLATE_NOOP("hookworks", "a reserved address")},
    {loopback6, 128, QT_TRANSLATE_NOOP("hookworks", "a loopback address")},
    {v6(0), 128, QT_TRANSLATE_NOOP("hookworks", "an address of this host")},
    {v6(0xfd00, 0x0ec2), 32, QT_TRANSLATE_NOOP("hookworks", "a metadata service")},
    {v6(0x64, 0xff9b, 1), 48, QT_TRANSLATE_NOOP("hookworks", "a NAT64 address")},
    {v6(0x64, 0xff9b), 96, QT_TRANSLATE_NOOP("hookworks", "a NAT64 address")},
    {v6(0x100), 64, QT_TRANSLATE_NOOP("hookworks", "a discard-only address")},
    {v6(0x2001), 23, QT_TRANSLATE_NOOP("hookworks", "a reserved address")},
    {v6(0x2001, 0xdb8), 32, QT_TRANSLATE_NOOP("hookworks", "a documentation address")},
    {v6(0x3fff), 20, QT_TRANSLATE_NOOP("hookworks", "a documentation address")},
    {v6(0x2002), 16, QT_TRANSLATE_NOOP("hookworks", "a 6to4 address")},
    {v6(0xfc00), 7, QT_TRANSLATE_NOOP("hookworks", "a private address")},
    {v6(0xfe80), 10, QT_TRANSLATE_NOOP("hookworks", "a link-local address")},
    {v6(0xfec0), 10, QT_TRANSLATE_NOOP("hookworks", "a site-local address")},
    {v6(0xff00), 8, QT_TRANSLATE_NOOP("hookworks", "a multicast address")},
}};

bool within(const AddressBytes& address, const Range& range)
{
    for (int bit = 0; bit < range.bits; ++bit) {
        const auto byte = static_cast<size_t>(bit / 8);
        const int mask = 0x80 >> (bit % 8);
        if ((address[byte] & mask) != (range.prefix[byte] & mask))
            return false;
    }
    return true;
}

/// All that IANA has given out for the public internet lies in 2000::/3. What does not, but for mapped IPv4
/// addresses, is none: IPv4-compatible (::a.b.c.d), IPv4-translated (::ffff:0:a.b.c.d) and whatever is
/// reserved.
bool isGlobal(const AddressBytes& address)
{
    static constexpr Range mappedAddresses{v4(0), mapped, ""};
    return (address[0] & 0xe0) == 0x20 || within(address, mappedAddresses);
}

} // namespace

std::optional<QString> nonPublicKind(const AddressBytes& address)
{
    for (const Range& range : ranges) {
        if (within(address, range))
            return QCoreApplication::translate("hookworks", range.kind);
    }
    if (!isGlobal(address))
        return QCoreApplication::translate("hookworks", "a reserved address");
    return std::nullopt;
}

} // namespace hookworks
