// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <string_view>

namespace hookworks {

/// The fields of a head as they were sent, after its first line: calls `take` with name and value of each,
/// the value without blanks around it, until it says false or a line is no field.
template <class Take>
void eachHeadField(QByteArrayView head, Take take)
{
    const std::string_view text(head.data(), static_cast<size_t>(head.size()));
    const auto lineEnd = [&](size_t from) { return text.find("\r\n", from); };
    const auto isBlank = [](char c) { return c == ' ' || c == '\t'; };
    size_t begin = lineEnd(text.starts_with("\r\n") ? 2 : 0);
    if (begin == std::string_view::npos)
        return;
    begin += 2;
    for (size_t end = lineEnd(begin); end != std::string_view::npos && end > begin; end = lineEnd(begin)) {
        const std::string_view line = text.substr(begin, end - begin);
        const size_t colon = line.find(':');
        if (colon == std::string_view::npos)
            return;
        std::string_view value = line.substr(colon + 1);
        while (!value.empty() && isBlank(value.front()))
            value.remove_prefix(1);
        while (!value.empty() && isBlank(value.back()))
            value.remove_suffix(1);
        if (!take(QByteArrayView(line.substr(0, colon)), QByteArrayView(value)))
            return;
        begin = end + 2;
    }
}

} // namespace hookworks
