// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

namespace hookworks {

/// What a byte may be in HTTP, one bit each (RFC 9110, 5.6.2 and 5.5; RFC 3986, 2).
enum CharacterClass : unsigned char
{
    TokenByte = 1,
    FieldByte = 2,
    TargetByte = 4,
    DigitByte = 8,
    RegNameByte = 16
};

constexpr std::array<unsigned char, 256> characterTable()
{
    std::array<unsigned char, 256> table{};
    for (unsigned c = 0; c < 256; ++c) {
        const bool digit = c >= '0' && c <= '9';
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        unsigned bits = 0;
        if (digit || letter)
            bits |= TokenByte | RegNameByte;
        if (digit)
            bits |= DigitByte;
        if (c == '\t' || (c >= 0x20 && c != 0x7f))
            bits |= FieldByte;
        if (c > 0x20 && c < 0x7f)
            bits |= TargetByte;
        table[c] = static_cast<unsigned char>(bits);
    }
    for (const char c : {'!', '#', '$', '%', '&', '\'', '*', '+', '-', '.', '^', '_', '`', '|', '~'})
        table[static_cast<unsigned char>(c)] |= TokenByte;
    for (const char c : {'-', '.', '_', '~', '!', '$', '&', '\'', '(', ')', '*', '+', ',', ';', '='})
        table[static_cast<unsigned char>(c)] |= RegNameByte;
    return table;
}

inline constexpr std::array<unsigned char, 256> characters = characterTable();

constexpr bool hasClass(char c, CharacterClass wanted)
{
    return (characters[static_cast<unsigned char>(c)] & wanted) != 0;
}
constexpr bool isTokenByte(char c)
{
    return hasClass(c, TokenByte);
}
constexpr bool isFieldByte(char c)
{
    return hasClass(c, FieldByte);
}
constexpr bool isTargetByte(char c)
{
    return hasClass(c, TargetByte);
}
constexpr bool isDigit(char c)
{
    return hasClass(c, DigitByte);
}
constexpr bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

/// The value of a hexadecimal digit; -1: it is none.
constexpr int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

} // namespace hookworks
