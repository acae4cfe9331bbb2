// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/task_definition.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace hookworks {

namespace {

/// How many letters must be put in, left out or changed.
int editsBetween(const QString& a, const QString& b)
{
    std::vector<int> row(static_cast<size_t>(b.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        int diagonal = std::exchange(row[0], static_cast<int>(i) + 1);
        for (qsizetype j = 0; j < b.size(); ++j) {
            const auto at = static_cast<size_t>(j);
            const int changed = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[at + 1];
            row[at + 1] = std::min({changed, row[at] + 1, row[at + 1] + 1});
        }
    }
    return row.back();
}

} // namespace

const TaskFrequency* TaskDefinition::frequencyOf(QStringView word) const
{
    const auto found = std::ranges::find_if(frequencies, [word](const TaskFrequency& known) {
        return known.word.compare(word.trimmed(), Qt::CaseInsensitive) == 0;
    });
    return found == frequencies.end() ? nullptr : &*found;
}

QString TaskDefinition::nearestFrequency(QStringView word) const
{
    constexpr qsizetype longest = 40;
    const QString wanted = word.left(longest).toString().toLower();
    QString nearest;
    int least = static_cast<int>(wanted.size()) / 2 + 1;
    for (const TaskFrequency& known : frequencies) {
        const int edits = editsBetween(wanted, known.word.toLower());
        if (edits < least) {
            least = edits;
            nearest = known.word;
        }
    }
    return nearest;
}

} // namespace hookworks
