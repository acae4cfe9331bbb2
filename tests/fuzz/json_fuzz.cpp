// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/path_tree.h"

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

/// What was read, written and read again is the same, and paths are located where they lead; what is refused
/// names a place inside the text.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArrayView text(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const auto value = readJson(text);
    if (!value)
        return check(!locate(text, PathTree()) && value.error().position.offset <= text.size());
    const QList<JsonPath> paths{
        {{QStringLiteral("a")}}, {{QStringLiteral("a"), qsizetype(1)}}, {{qsizetype(0)}}};
    const auto spans = locate(text, PathTree(paths));
    check(spans.has_value());
    for (qsizetype i = 0; i < paths.size(); ++i) {
        const JsonValue* const there = valueAt(*value, paths[i]);
        check((there ? std::optional(JsonSpan{there->offset, there->end}) : std::nullopt) == spans->at(i));
    }
    for (const QByteArray& written : {compactJson(*value), prettyJson(*value)}) {
        const auto again = readJson(written);
        check(again && *again == *value);
    }
    return 0;
}
