// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/value.h"

#include <cstdint>
#include <cstdlib>

using namespace hookworks;

namespace {

int check(bool holds)
{
    if (!holds)
        std::abort();
    return 0;
}

} // namespace

/// What was read, written and read again is the same; what is refused names a place inside the text.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArrayView text(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const auto value = readJson(text);
    if (!value)
        return check(value.error().position.offset <= text.size());
    for (const QByteArray& written : {compactJson(*value), prettyJson(*value)}) {
        const auto again = readJson(written);
        check(again && *again == *value);
    }
    return 0;
}
