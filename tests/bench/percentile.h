// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <vector>

namespace hookworks {

/// Of `values`, the one that `part` (0…1) of them do not exceed; -1 of none.
inline double percentile(std::vector<double> values, double part)
{
    if (values.empty())
        return -1;
    const auto at = static_cast<size_t>(part * static_cast<double>(values.size() - 1));
    std::ranges::nth_element(values, values.begin() + static_cast<std::ptrdiff_t>(at));
    return values[at];
}

inline double median(const std::vector<double>& values)
{
    return percentile(values, 0.5);
}

} // namespace hookworks
