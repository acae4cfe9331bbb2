// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/queried_capture.h"

#include <functional>

namespace hookworks {

/// What a capture can share with others. The letters stand in workspaces.
enum class TraitKind : char
{
    Head = 'h',   ///< a text that is somewhere in the head, in lower case
    Body = 'b',   ///< likewise
    Header = 'f', ///< a field of that name (in lower case) with this value
    Json = 'j',   ///< what the body has at a path, see traitName()
    Column = 'c', ///< one of KnownValues::fields(), with its packed values: all that it has
    Unsent = 'u'  ///< no delivery is behind it
};

/// Something that a capture has and that others may have as well. Refers to what it was taken from.
struct CaptureTrait
{
    TraitKind kind = TraitKind::Head;
    QByteArrayView name = {};
    QByteArrayView value = {};
};

/// How a trait names a path; nullopt: none has it.
std::optional<QByteArray> traitName(const JsonPath& path);

/// Calls `take` with the traits of a capture that others may share, and there are not many of: texts of three
/// to 256 bytes, in the first bytes of what is long. The same one may come twice.
void eachTrait(const Capture& capture, const CaptureParts& parts, const BodyReading& reading,
               const std::function<void(const CaptureTrait&)>& take);

} // namespace hookworks
