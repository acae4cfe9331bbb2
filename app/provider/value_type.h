// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "provider/profile.h"

namespace hookworks {

/// What a value may be, read from a field's type: alternatives joined by `|` of `null`, `boolean`, `number`,
/// `integer`, `string`, `url`, `time`, `uuid`, `object`, `any`, `component`, `"word"`, an enum's or a
/// struct's name, `array<…>`.
struct ValueType
{
    bool takesNull = false;
    bool boolean = false;
    bool number = false; ///< any number; `integer` alone: whole ones
    bool integer = false;
    bool text = false;   ///< any string, URLs, times and UUIDs too
    bool object = false; ///< any object
    bool component = false;
    QString enumName;   ///< of the profile; its words are in `words` too
    QStringList words;  ///< in the profile's order
    QString structName; ///< of the profile
    QString item;       ///< the type of an array's entries; empty: it is no array
    bool operator==(const ValueType&) const = default;
};

ValueType valueTypeOf(const ProviderProfile& profile, const QString& type);

/// `string|array<a|b>` → `string`, `array<a|b>`.
QStringList typeAlternatives(const QString& type);

/// Up to three of the known words, the likeliest to be meant first: those that differ in case and blanks
/// only, then by the number of letters to change. Words that have little in common are none.
QStringList nearestWords(const QString& written, const QStringList& known);
/// The first of them where it is so near that it must be meant.
std::optional<QString> meantWord(const QString& written, const QStringList& known);

} // namespace hookworks
